import { type Guild, OAuth2Scopes, PermissionFlagsBits } from 'discord.js'
import { discordPhrases as say } from '../../discordPhrases.js'
import type { Message } from '../../message.js'
import { guildDesk } from './asked.js'
import { loggable } from './failures.js'
import { post } from './post.js'
import { drawAnswer, type Service } from './service.js'

/** What Crier does in a server, and nothing beyond: it reads what it replies to, answers, shows pictures, and opens a thread under a digest. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory

/** The address at which a server's manager invites Crier. */
export function inviteLink(applicationId: string): string {
  const scopes = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join('+')
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=${scopes}&permissions=${PERMISSIONS}`
}

/** Says once in a server what Crier is for, where the server shows such things and lets Crier write. Never rejects. */
export async function welcome(
  service: Service,
  guild: Pick<Guild, 'id' | 'systemChannelId'>,
  examples: readonly string[],
): Promise<void> {
  const { reception, log } = service
  const { id, systemChannelId: channel } = guild
  log.info({ guild: id }, say.joined)
  if (channel === null) return
  const asker = { desk: guildDesk(id), user: id, isManager: async () => false }
  const message: Message = {
    title: say.welcomeTitle,
    blocks: [{ kind: 'text', text: say.welcome }],
    actions: examples.map((line) => ({ label: line, line })),
  }
  const key = `discord:welcome:${id}`
  try {
    await reception.once(key, async () => {
      await post(service, channel, await drawAnswer(service, message, { asker, isPrivate: false }), { key })
    })
  } catch (error) {
    log.info(loggable(error), say.notWelcomed)
  }
}
