import { CrierError, ThreadRefusedError, UndeliverableError } from '../../errors.js'
import { codeOf } from './failures.js'

/** The channel, the app or the right to post is gone. */
const GONE: ReadonlySet<string> = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'token_revoked',
  'account_inactive',
  'team_access_not_granted',
  'access_denied',
])
/** Slack takes posts of others there. */
const REFUSED: ReadonlySet<string> = new Set([
  'missing_scope',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'user_disabled',
  'user_not_found',
  'cannot_dm_bot',
  'messages_tab_disabled',
])
const THREAD_REFUSED: ReadonlySet<string> = new Set([
  'thread_not_found',
  'cannot_reply_to_message',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
])

/** Whether nothing can be posted there again, nor was what was posted meanwhile of use. */
export function isGone(error: unknown): boolean {
  return GONE.has(codeOf(error))
}

/** What a refused post means for other posts in that place. */
export function kindOf(error: unknown): typeof CrierError {
  if (THREAD_REFUSED.has(codeOf(error))) return ThreadRefusedError
  return isGone(error) || REFUSED.has(codeOf(error)) ? UndeliverableError : CrierError
}
