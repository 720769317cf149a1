import { CrierError } from '../errors.js'
import type { Time } from './once.js'

/** What was begun may take so long to finish when Crier stops. Milliseconds. */
const FINISHES_WITHIN = 8_000

/** From the start of a platform to its end: what is going on, and why it is over. */
export interface Lifetime {
  /** Resolves after `stop`, rejects with what `fail` was given. */
  readonly ended: Promise<void>
  readonly isStopping: () => boolean
  /** Keeps work in mind, so that stopping waits for it. What it rejects with goes to the log. */
  readonly track: (work: Promise<unknown>) => void
  /** It cannot go on. */
  readonly fail: (error: CrierError) => void
  /** Lets what was begun finish, for a few seconds at most, then leaves and ends. */
  readonly stop: (leave: () => Promise<void>) => Promise<void>
}

export function createLifetime(time: Time, failed: (error: unknown) => void): Lifetime {
  const begun = new Set<Promise<unknown>>()
  let isStopping = false
  const over = new AbortController()
  const ended = new Promise<void>((resolve, reject) => {
    over.signal.addEventListener('abort', () => {
      const { reason } = over.signal
      if (reason instanceof CrierError) reject(reason)
      else resolve()
    })
  })
  // Whoever waits for it hears of it; before that nobody need.
  ended.catch(() => {})
  return {
    ended,
    isStopping: () => isStopping,
    track(work) {
      const going = work.catch(failed).finally(() => begun.delete(going))
      begun.add(going)
    },
    fail: (error) => over.abort(error),
    async stop(leave) {
      isStopping = true
      const finished = new AbortController()
      await Promise.race([Promise.allSettled(begun), time.wait(FINISHES_WITHIN, finished.signal)])
      finished.abort()
      await leave()
      over.abort()
    },
  }
}
