import { RESTJSONErrorCodes as Code, DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { discordPhrases as say } from '../../discordPhrases.js'
import { CrierError, ThreadRefusedError, UndeliverableError } from '../../errors.js'
import { NOT_REACHED } from '../network.js'
import type { Judgement } from '../persist.js'

export function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code)
}

/** Whether the interaction was acknowledged by another delivery of it, or cannot be any more. */
export function isTaken(error: unknown): boolean {
  return hasCode(error, Code.InteractionHasAlreadyBeenAcknowledged, Code.UnknownInteraction)
}

/** What Discord refuses it always refuses: 401, 403 and 404 are never repeated, since 10,000 of them block the address. */
export function judge(error: unknown): Judgement {
  if (error instanceof DiscordAPIError || error instanceof CrierError || error instanceof RateLimitError)
    return { is: 'over' }
  return wasNeverSent(error) ? { is: 'wait', milliseconds: 1000 } : { is: 'unclear' }
}

/** For what would be done twice if it were repeated after an answer was lost. */
export function judgeUnrepeatable(error: unknown): Judgement {
  const isUndone = error instanceof HTTPError || wasNeverSent(error)
  return isUndone ? { is: 'unclear' } : { is: 'over' }
}

function wasNeverSent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NOT_REACHED.has(String(error.code))
}

/** The channel, the server or the right to post there is gone. */
const GONE = [
  Code.UnknownChannel,
  Code.UnknownGuild,
  Code.UnknownUser,
  Code.MissingAccess,
  Code.MissingPermissions,
  Code.CannotSendMessagesInNonTextChannel,
  Code.CannotExecuteActionOnThisChannelType,
  Code.CannotSendMessagesToThisUser,
  Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  Code.InvalidActionOnArchivedThread,
  Code.ThreadLocked,
]

/** What a failed request to Discord means and what to do, in a sentence; null where only the log can say. */
export function inWords(error: unknown, channelId: string): string | null {
  if (error instanceof CrierError) return error.message
  if (error instanceof HTTPError) return say.unwell(error.status)
  if (error instanceof RateLimitError) return say.tooOften
  if (!(error instanceof DiscordAPIError)) return wasNeverSent(error) || isLost(error) ? say.noNetwork : null
  switch (error.code) {
    case Code.UnknownChannel:
    case Code.UnknownGuild:
      return say.unknownChannel(channelId)
    case Code.CannotSendMessagesInNonTextChannel:
    case Code.CannotExecuteActionOnThisChannelType:
      return say.onlyThreads(channelId)
    case Code.UnknownMessage:
      return say.unknownMessage
    case Code.MissingAccess:
      return say.mayNotSee(channelId)
    case Code.MissingPermissions:
      return say.mayNotPost(channelId)
    case Code.UnknownUser:
    case Code.CannotSendMessagesToThisUser:
    case Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds:
      return say.mayNotWrite
    case Code.UnknownInteraction:
    case Code.UnknownWebhook:
    case Code.InvalidWebhookToken:
      return say.tooLate
    case Code.CannotReplyWithoutPermissionToReadMessageHistory:
      return say.mayNotReply(channelId)
    case Code.InvalidActionOnArchivedThread:
    case Code.ThreadLocked:
      return say.threadClosed(channelId)
    case Code.ThreadAlreadyCreatedForMessage:
    case Code.MaximumActiveThreads:
      return say.noThread(channelId)
    default:
      return error.status === 401 ? say.wrongToken : null
  }
}

/** A connection that broke or an answer that never came. */
function isLost(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'SocketError' || 'code' in error)
}

/** What the log may hold of an error: no interaction's token, which stands in addresses, and no request's body. */
export function loggable(error: unknown): object {
  if (!(error instanceof DiscordAPIError || error instanceof HTTPError)) return { err: error }
  const { name, message, status, method, url } = error
  const path = url.replace(/^.*\/api\/v\d+/u, '').replace(/^(\/(?:webhooks|interactions)\/\d+)\/[^/?]+/u, '$1/…')
  return { failure: `${name}: ${message}`, status, method, path, ...('code' in error ? { code: error.code } : {}) }
}

/** What a refused post means for other posts in that place, and in words. */
export interface Into {
  readonly kindOf: (error: unknown) => typeof CrierError
  readonly inWords: (error: unknown, channelId: string) => string | null
}

export const CHANNEL: Into = { kindOf: (error) => (hasCode(error, ...GONE) ? UndeliverableError : CrierError), inWords }

const { CannotExecuteActionOnDMChannel, UnknownMessage, MaximumActiveThreads } = Code
const NO_THREAD = [...GONE, CannotExecuteActionOnDMChannel, UnknownMessage, MaximumActiveThreads]

/** The message that the thread is under stands all the same. */
export const THREAD: Into = {
  kindOf: (error) => (hasCode(error, ...NO_THREAD) ? ThreadRefusedError : CrierError),
  inWords(error, channelId) {
    if (hasCode(error, UnknownMessage)) return say.noMessageAbove(channelId)
    return hasCode(error, ...NO_THREAD) ? say.noThreadUnder(channelId) : inWords(error, channelId)
  },
}
