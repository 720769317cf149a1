/** What is written down when a digest has fallen due: pure. Times are milliseconds since 1970. */
import { runnerPhrases as say } from '../digestPhrases.js'
import type { Digest, Plan, PlannedSlot } from './digest.js'
import { lateness, localTime } from './late.js'
import { nextSlot, slotsBetween } from './schedule/slots.js'

/** After an outage so many slots get a row, the newest: nobody reads more, and a year of quarters of an hour would fill the store. */
const MOST_ROWS = 500
const DAY = 24 * 3_600_000

/**
 * The slots that have passed, of which the newest at most goes out, and when the digest is due next. Slots that were missed are all settled
 * at once, so that nothing ever comes in a burst.
 */
export function planOf(digest: Digest, now: number): Plan {
  const next = nextSlot(digest, now)
  const { slots, isAll } = passedSlots(digest, now)
  const newest = slots.at(-1)
  if (newest === undefined) return { at: now, slots: [], next, skippedUntil: null }
  const late = lateness(digest, newest, now)
  const missed = slots.slice(0, -1)
  const skippedUntil = digest.ifLate === 'skip' ? ((late ? newest : missed.at(-1)) ?? null) : null
  const why = digest.ifLate === 'skip' ? say.skipped : (late?.why ?? say.folded(localTime(digest, newest)))
  const settled = missed.map((due): PlannedSlot => ({ due, state: 'late', why }))
  const [first, ...others] = settled
  const told = first && !isAll ? [{ ...first, why: `${first.why} ${say.andBefore}` }, ...others] : settled
  const last: PlannedSlot = late
    ? { due: newest, state: 'late', why: late.why }
    : { due: newest, state: 'due', why: null }
  return { at: now, slots: [...told, last], next, skippedUntil }
}

/** The newest slots that have passed, oldest first, found by looking back further and further rather than through years. */
function passedSlots(digest: Digest, now: number): { slots: readonly number[]; isAll: boolean } {
  if (digest.next === null) return { slots: [], isAll: true }
  const first = digest.next - 1
  for (let back = 6 * DAY; ; back *= 4) {
    const from = Math.max(first, now - back)
    const slots = [...slotsBetween(digest, from, now)]
    const isAll = from === first && slots.length <= MOST_ROWS
    if (isAll || from === first || slots.length >= MOST_ROWS) return { slots: slots.slice(-MOST_ROWS), isAll }
  }
}
