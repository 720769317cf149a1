import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'
import { CrierError } from '../../errors.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import { NOT_REACHED } from '../network.js'
import type { Judgement } from '../persist.js'

/** A response_url that did not take an answer. */
export class ResponseError extends Error {
  override readonly name = 'ResponseError'
  constructor(
    readonly status: number,
    /** Milliseconds, where Slack said when it may be tried again. */
    readonly retryAfter: number | null,
    what: string,
  ) {
    super(`response_url answered ${status}: ${what}`)
  }
}

/** A post is repeated only after a look whether it came through; what Slack refuses it always refuses. */
export function judge(error: unknown): Judgement {
  if (error instanceof CrierError) return { is: 'over' }
  if (error instanceof WebAPIRateLimitedError) return { is: 'wait', milliseconds: error.retryAfter * 1000 }
  if (error instanceof ResponseError && error.status === 429)
    return { is: 'wait', milliseconds: error.retryAfter ?? 1000 }
  if (error instanceof WebAPIPlatformError) return isUnwell(codeOf(error)) ? { is: 'unclear' } : { is: 'over' }
  if (error instanceof ResponseError) return { is: error.status >= 500 ? 'unclear' : 'over' }
  return wasNeverSent(error) ? { is: 'wait', milliseconds: 1000 } : { is: 'unclear' }
}

/** For what cannot be looked for: repeated only where it is certain that nothing came of it. */
export function judgeUnseen(error: unknown): Judgement {
  if (error instanceof ResponseError || wasNeverSent(error)) return judge(error)
  return { is: 'over' }
}

export function codeOf(error: unknown): string {
  return error instanceof WebAPIPlatformError ? error.data.error : ''
}

function isUnwell(code: string): boolean {
  return ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'].includes(code)
}

export function wasNeverSent(error: unknown): boolean {
  const causes = [error, ...(error instanceof WebAPIRequestError ? [error.original] : [])]
  return causes.some((one) => codesIn(one).some((code) => NOT_REACHED.has(code)))
}

function codesIn(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return []
  const own = 'code' in error ? [String(error.code)] : []
  const inner = error instanceof AggregateError ? error.errors : [error.cause]
  return [...own, ...inner.flatMap((one: unknown) => codesIn(one, depth + 1))]
}

/** What a failed request to Slack means and what to do, in a sentence; null where only the log can say. */
export function inWords(error: unknown, channel: string): string | null {
  if (error instanceof CrierError) return error.message
  if (error instanceof WebAPIRateLimitedError) return say.tooOften
  if (error instanceof WebAPIHTTPError) return say.unwell(error.statusCode)
  if (error instanceof WebAPIRequestError) return say.noNetwork
  if (error instanceof ResponseError) return responseInWords(error)
  switch (codeOf(error)) {
    case 'not_in_channel':
      return say.mayNotPost(channel)
    case 'restricted_action':
    case 'restricted_action_read_only_channel':
    case 'restricted_action_thread_only_channel':
      return say.restricted(channel)
    case 'thread_not_found':
    case 'cannot_reply_to_message':
    case 'restricted_action_non_threadable_channel':
    case 'restricted_action_thread_locked':
      return say.noThread(channel)
    case 'user_disabled':
    case 'user_not_found':
    case 'cannot_dm_bot':
    case 'messages_tab_disabled':
      return say.noDm(channel)
    case 'channel_not_found':
      return say.unknownChannel(channel)
    case 'is_archived':
      return say.archived(channel)
    case 'invalid_auth':
    case 'not_authed':
      return say.wrongBotToken
    case 'not_allowed_token_type':
      return say.wrongKindOfToken
    case 'token_revoked':
    case 'token_expired':
    case 'account_inactive':
      return say.revoked
    case 'missing_scope':
      return say.missingScopes([neededBy(error)])
    case 'msg_too_long':
    case 'msg_blocks_too_long':
      return say.tooLong
    case 'ratelimited':
      return say.tooOften
    case 'team_access_not_granted':
    case 'access_denied':
      return say.mayNotUse
    case 'internal_error':
    case 'fatal_error':
    case 'service_unavailable':
    case 'request_timeout':
      return say.unwell(500)
    default:
      return null
  }
}

function responseInWords({ status, message }: ResponseError): string | null {
  if (status === 429) return say.tooOften
  if (status >= 500) return say.unwell(status)
  return status === 404 || /\b(?:expired|used)_url\b/u.test(message) ? say.tooLate : null
}

function neededBy(error: unknown): string {
  const needed = error instanceof WebAPIPlatformError && 'needed' in error.data ? error.data['needed'] : null
  return typeof needed === 'string' ? needed : '?'
}

/** What the log may hold of an error: no token, no address that answers can be sent to, no request's body. */
export function loggable(error: unknown): object {
  if (error instanceof WebAPIPlatformError)
    return { failure: `Slack answered ${error.data.error}`, needed: neededBy(error) }
  if (error instanceof WebAPIHTTPError) return { failure: `Slack answered ${error.statusCode}` }
  if (error instanceof WebAPIRequestError) return { failure: `Slack could not be reached: ${error.original.message}` }
  if (error instanceof ResponseError) return { failure: error.message }
  return { err: error }
}
