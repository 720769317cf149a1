import type { RunnerParts } from './runner.js'

/** How long a slot is held without being renewed: whoever waits for a holder that died waits at most so long. Milliseconds. */
export const LEASE = 15_000
const RENEW = LEASE / 4

export interface Lease {
  /** From now on, until `rest`, all that is in hand is renewed. */
  keep(): void
  rest(): void
}

/** Keeps the slots that are in hand. One renewal that fails is no harm; the lease outlives three. */
export function createLease(
  { book, holder, trueNow, wait, log }: Pick<RunnerParts, 'book' | 'holder' | 'trueNow' | 'wait' | 'log'>,
  inHand: () => readonly number[],
): Lease {
  let renewing: AbortController | null = null

  async function renew(signal: AbortSignal): Promise<void> {
    for (;;) {
      await wait(RENEW, signal)
      if (signal.aborted) return
      await book.renew(holder, inHand(), trueNow() + LEASE).catch((error: unknown) => {
        log.warn({ err: error }, 'Slots could not be held for longer')
      })
    }
  }

  return {
    keep() {
      if (renewing) return
      renewing = new AbortController()
      void renew(renewing.signal)
    },
    rest() {
      renewing?.abort()
      renewing = null
    },
  }
}
