import { setImmediate as breathe } from 'node:timers/promises'
import { CrierError } from '../errors.js'
import type { Digest, DigestBook } from './digest.js'
import { nextSlot } from './schedule/slots.js'

/** A clock that is put right by less than this is only kept in step. Milliseconds. */
const STEP = 60_000
/** No lease is longer and nothing is postponed for longer. Milliseconds. */
const LONGEST_WAIT = 2 * 3_600_000
const BATCH = 50

/**
 * A clock that was ahead, by a year perhaps, has moved digests on by as much, and they would be silent until then. So at the start, and
 * whenever the clock went back, each digest is due again at its next slot; slots that were sent have their rows, and are not sent again.
 */
export function clockMender(
  book: Pick<DigestBook, 'scheduled' | 'setBack' | 'freeAfter'>,
): (now: number, trueNow: number) => Promise<void> {
  let last = Infinity

  async function mend(digest: Digest, now: number): Promise<void> {
    try {
      const next = nextSlot(digest, now)
      if (digest.next !== null && (next === null || next < digest.next)) await book.setBack(digest, now, next)
    } catch (error) {
      // A digest whose times cannot be told is paused when it is planned.
      if (error instanceof CrierError) throw error
    }
  }

  return async (now, trueNow) => {
    if (now >= last - STEP) {
      last = now
      return
    }
    await book.freeAfter(trueNow + LONGEST_WAIT, trueNow)
    for (let after: string | null = null, isMore = true; isMore; ) {
      const digests: Digest[] = await book.scheduled(after, BATCH)
      for (const digest of digests) {
        await mend(digest, now)
        await breathe()
      }
      after = digests.at(-1)?.id ?? null
      isMore = digests.length === BATCH
    }
    last = now
  }
}
