import { RESTJSONErrorCodes as Code, type GatewayMessageCreateDispatchData, MessageType, Routes } from 'discord.js'
import { pointsAway } from '../../mention.js'
import { conversationOf, guildDesk, userDesk, wordsOf } from './asked.js'
import { hasCode } from './failures.js'
import { type Drawn, post } from './post.js'
import { Channel } from './responses.js'
import { drawAnswer, drawFailure, PATIENCE, type Service } from './service.js'

type Written = GatewayMessageCreateDispatchData

/** Answers a message that mentions Crier, or that somebody wrote to it in a DM; each once. Rejects where not even what went wrong could be told. */
export async function handleMessage(service: Service, message: Written, botId: string): Promise<void> {
  const { reception, isStopping } = service
  if (isStopping() || !isForCrier(message, botId)) return
  try {
    await reception.once(`discord:message:${message.id}`, () => answer(service, message, botId))
  } catch (error) {
    await tellFailure(service, message, error)
  }
}

const SAID = new Set([MessageType.Default, MessageType.Reply])

/** A reply pings its author without naming anybody, and @everyone names all: neither speaks to Crier. */
function isForCrier({ author, webhook_id, type, content, guild_id }: Written, botId: string): boolean {
  if (author.bot === true || webhook_id !== undefined || !SAID.has(type)) return false
  return guild_id === undefined || mentionOf(botId).test(content)
}

function mentionOf(botId: string): RegExp {
  return new RegExp(`<@!?${botId}>`, 'u')
}

async function answer(service: Service, message: Written, botId: string): Promise<void> {
  const { reception } = service
  const { content, author, channel_id: channel, channel_type: type, guild_id: guild } = message
  const asker = {
    desk: guild === undefined ? userDesk(author.id) : guildDesk(guild),
    user: author.id,
    // Discord tells it with interactions alone.
    isManager: async () => (guild === undefined ? true : null),
  }
  const line = content.split(mentionOf(botId)).join(' ').trim()
  const { referenced_message: referenced } = message
  const pointedAt = referenced && pointsAway(line) ? wordsOf(referenced) : null
  const conversation = guild === undefined ? channel : conversationOf({ id: channel, type }, author.id)

  const answered = new AbortController()
  void showTyping(service, channel, answered.signal)
  const found = await reception.ask({ asker, line, conversation, pointedAt, channel }).finally(() => answered.abort())
  const body = await drawAnswer(service, found, { asker, isPrivate: false })
  if (found.private && guild !== undefined) await tellAlone(service, message, body)
  else await reply(service, message, body)
}

/** That somebody is at it is nice to see, and no answer waits or fails for it. */
async function showTyping({ rest, time }: Service, channel: string, answered: AbortSignal): Promise<void> {
  await time.wait(PATIENCE, answered)
  if (!answered.aborted) await rest.post(Routes.channelTyping(channel)).catch(() => {})
}

/** In the same channel or thread, below the question. */
async function reply(service: Service, { id, channel_id: channel }: Written, drawn: Drawn): Promise<void> {
  const key = `reply:${id}`
  try {
    await post(service, channel, drawn, { key, reference: { message_id: id, fail_if_not_exists: false } })
  } catch (error) {
    if (!hasCode(error, Code.CannotReplyWithoutPermissionToReadMessageHistory)) throw error
    await post(service, channel, drawn, { key })
  }
}

/** By DM, or below the question where the person takes no DMs. */
async function tellAlone(service: Service, message: Written, drawn: Drawn): Promise<void> {
  try {
    await direct(service, message, drawn)
  } catch (error) {
    if (!isClosed(error)) throw error
    await reply(service, message, drawn)
  }
}

async function direct(service: Service, { id, author }: Written, drawn: Drawn): Promise<void> {
  const { id: channel } = Channel.parse(
    await service.rest.post(Routes.userChannels(), { body: { recipient_id: author.id } }),
  )
  await post(service, channel, drawn, { key: `direct:${id}` })
}

function isClosed(error: unknown): boolean {
  return hasCode(error, Code.CannotSendMessagesToThisUser, Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds)
}

/** Where Crier may not post in the channel, by DM alone. */
async function tellFailure(service: Service, message: Written, error: unknown): Promise<void> {
  await tellAlone(service, message, drawFailure(service, error, message.channel_id))
}
