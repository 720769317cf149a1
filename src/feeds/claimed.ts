import type { Book } from '../book.js'

/** How long a claim is held without being renewed: whoever waits for a holder that died waits at most so long. Milliseconds. */
const LEASE = 30_000
const RENEW = LEASE / 4

export interface ClaimParts {
  readonly claims: Pick<Book, 'claim' | 'release'>
  /** Not the name of any other that claims. */
  readonly holder: string
  /** The true time, whatever time the news goes by. */
  readonly trueNow: () => number
  /** Resolves after so many milliseconds, or at once when `signal` aborts. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  readonly log: { warn(details: object, text: string): void }
}

/**
 * Does `work` while nobody else does, in this process or another; gives `held` where somebody is at it. The signal that it hands over
 * aborts when `stopped` does, or when another has taken over from this one, which may have slept.
 */
export async function whileClaimed<T>(
  key: string,
  { claims, holder, trueNow, wait, log }: ClaimParts,
  stopped: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | 'held'> {
  const claim = () => claims.claim(key, holder, trueNow(), trueNow() + LEASE)
  if (stopped.aborted || (await claim()) !== 'mine') return 'held'
  const working = new AbortController()
  const done = new AbortController()
  const stop = (): void => working.abort()
  stopped.addEventListener('abort', stop)

  async function renew(): Promise<void> {
    for (;;) {
      await wait(RENEW, done.signal)
      if (done.signal.aborted) return
      try {
        if ((await claim()) !== 'mine') return stop()
      } catch (error) {
        // One renewal that fails is no harm; the lease outlives three.
        log.warn({ err: error, claim: key }, 'A claim could not be held for longer')
      }
    }
  }

  const renewing = renew()
  try {
    return await work(working.signal)
  } finally {
    done.abort()
    stopped.removeEventListener('abort', stop)
    // What renews must not take it again once it was given up.
    await renewing
    await claims.release(key, holder)
  }
}
