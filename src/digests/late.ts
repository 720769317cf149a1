/** What becomes of a slot whose time is over: pure. Times are milliseconds since 1970. */
import { runnerPhrases as say } from '../digestPhrases.js'
import type { Digest, Settled, Work } from './digest.js'
import { nextSlot, upcoming } from './schedule/slots.js'

const MINUTE = 60_000

/** Later than so, an edition is no longer the one of its hour; sooner, nobody minds a restart or a full queue. */
export const LATE_AFTER = 10 * MINUTE
/** Editions of one digest are never nearer to each other, as no schedule may be either. */
const LEAST_APART = 15 * MINUTE
/** What was taken so often and never came to an end may be what ends whoever takes it. */
const MOST_ATTEMPTS = 15
/** Waits of 1, 2, 4, … minutes between so many attempts come to about two hours. */
const MOST_RETRIES = 7
const LONGEST_WAIT = 64 * MINUTE

/** Why a slot that falls due now may not go out any more, and up to when its news is told nowhere; null where it may. */
export interface Lateness {
  readonly why: string
  readonly skippedUntil: number | null
}

/** Judges a slot by the rule of its digest. */
export function lateness(digest: Digest, due: number, now: number): Lateness | null {
  if (now - due <= LATE_AFTER) return null
  if (digest.ifLate === 'skip') return { why: say.skipped, skippedUntil: due }
  const newer = nextSlot(digest, due)
  if (digest.ifLate === 'send' && (newer === null || newer - now >= LEAST_APART)) return null
  return { why: say.folded(newer === null ? null : localTime(digest, newer)), skippedUntil: null }
}

/** What a slot is settled as without a look at the news; null where its edition is to be made, or to go on. */
export function settledAtOnce({ slot, digest, edition, posted }: Work, now: number): Settled | null {
  if (posted.length > 0) return null
  if (slot.attempts > MOST_ATTEMPTS) return { state: 'failed', at: now, why: say.givenUp(slot.attempts - 1) }
  if (slot.isByHand) return null
  if (edition) {
    // Whether its summary stands in the channel only posting it again would tell, and that would be a burst.
    const newer = nextSlot(digest, slot.due)
    return newer !== null && newer <= now ? { state: 'failed', at: now, why: say.interrupted } : null
  }
  if (digest.paused) return { state: 'late', at: now, why: say.pausedBefore }
  const late = lateness(digest, slot.due, now)
  if (late === null) return null
  const told = late.skippedUntil === null ? {} : { toldUntil: late.skippedUntil }
  return { state: 'late', at: now, why: late.why, ...told }
}

/** When to try again after a failure that may pass; null where it would be too late by then. */
export function retryAt(
  { slot, digest, posted }: Pick<Work, 'slot' | 'digest' | 'posted'>,
  now: number,
): number | null {
  if (slot.attempts > MOST_RETRIES) return null
  const at = now + Math.min(MINUTE * 2 ** (slot.attempts - 1), LONGEST_WAIT)
  if (slot.isByHand || posted.length > 0) return at
  const last = digest.ifLate === 'send' ? (nextSlot(digest, slot.due) ?? Infinity) : slot.due + LATE_AFTER
  return at < last ? at : null
}

/** "2026-03-29 03:00" on the clock of the digest. */
export function localTime(digest: Digest, slot: number): string {
  return upcoming(digest, slot - 1, 1)[0]?.local ?? new Date(slot).toISOString()
}
