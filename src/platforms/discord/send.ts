import { type Client, Routes } from 'discord.js'
import type { Message } from '../../message.js'
import { guildDesk, userDesk } from './asked.js'
import { post } from './post.js'
import { Channel } from './responses.js'
import { drawAnswer, type Service } from './service.js'

/** Posts a message of Crier's own accord, once for each key. Rejects with what discord.js throws. */
export async function sendTo(
  service: Service,
  client: Client,
  channelId: string,
  message: Message,
  key: string,
): Promise<void> {
  const { reception } = service
  const claim = `send:discord:${channelId}:${key}`
  await reception.once(claim, async () => {
    const desk = await deskOf(client, channelId)
    // Nobody asked, so only a manager may share what a button of it shows.
    const asker = { desk, user: '', isManager: async () => false }
    await post(service, channelId, await drawAnswer(service, message, { asker, isPrivate: false }), { key: claim })
  })
}

/** Whose buttons are under it: the server's, or the person's in a DM. */
async function deskOf(client: Client, channelId: string): Promise<string> {
  const known = client.channels.cache.get(channelId)
  if (known && 'guildId' in known && known.guildId) return guildDesk(known.guildId)
  const { guild_id: guild, recipients } = Channel.parse(await client.rest.get(Routes.channel(channelId)))
  return guild === undefined ? userDesk(recipients?.[0]?.id ?? channelId) : guildDesk(guild)
}
