import type { Time } from './once.js'

/** What was begun may take so long to finish when Crier stops. Milliseconds. */
const FINISHES_WITHIN = 8_000

/** From the start of a platform to its end: what is going on, and why it is over. */
export interface Lifetime {
  /** Resolves after `stop`, rejects with what `fail` was given. */
  readonly ended: Promise<void>
  readonly isStopping: () => boolean
  /** Aborts when it is told to stop. */
  readonly stopping: AbortSignal
  /** How much is being worked at. */
  readonly going: () => number
  /** Keeps work in mind, so that stopping waits for it. What it rejects with goes to the log. */
  readonly track: (work: Promise<unknown>) => void
  /** It cannot go on: what else than a CrierError is unforeseen. */
  readonly fail: (error: unknown) => void
  /** Lets what was begun finish, for a few seconds at most, then leaves and ends. */
  readonly stop: (leave: () => Promise<void>) => Promise<void>
}

export function createLifetime(time: Time, failed: (error: unknown) => void): Lifetime {
  const begun = new Set<Promise<unknown>>()
  const stopping = new AbortController()
  const over = new AbortController()
  const ended = new Promise<void>((resolve, reject) => {
    over.signal.addEventListener('abort', () => {
      const { reason } = over.signal
      if (reason instanceof Error && !(reason instanceof DOMException)) reject(reason)
      else resolve()
    })
  })
  // Whoever waits for it hears of it; before that nobody need.
  ended.catch(() => {})
  return {
    ended,
    isStopping: () => stopping.signal.aborted,
    stopping: stopping.signal,
    going: () => begun.size,
    track(work) {
      const going = work.catch(failed).finally(() => begun.delete(going))
      begun.add(going)
    },
    fail: (error) => over.abort(error),
    async stop(leave) {
      stopping.abort()
      const finished = new AbortController()
      await Promise.race([Promise.allSettled(begun), time.wait(FINISHES_WITHIN, finished.signal)])
      finished.abort()
      await leave()
      over.abort()
    },
  }
}
