import { randomUUID } from 'node:crypto'
import type { Book } from '../book.js'

/** How long a claim holds without being renewed: whoever waits for a holder that died waits at most so long. Milliseconds. */
export const LEASE = 12_000
export const RENEW = LEASE / 4
export const LOOK_AGAIN = 1_000

export interface Time {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Resolves after so many milliseconds, or at once when `signal` aborts. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/**
 * Runs work once for each key, over all processes on one store, however often it is asked for. Where another is at it, waits: either that
 * one finishes, or its claim runs out because it died, and then this one does the work. Gives whether it did the work. Work that throws
 * gives its claim up, so that a repeated delivery may try again.
 */
export function createOnce(book: Pick<Book, 'claim' | 'finish' | 'release'>, { now, wait }: Time) {
  return async function once(key: string, work: () => Promise<void>): Promise<boolean> {
    const holder = randomUUID()
    const claim = () => book.claim(key, holder, now(), now() + LEASE)
    for (let state = await claim(); state !== 'mine'; state = await claim()) {
      if (state === 'done') return false
      await wait(LOOK_AGAIN)
    }
    try {
      await whileRenewing(claim, wait, work)
    } catch (error) {
      // A claim that cannot be given up runs out by itself.
      await book.release(key, holder).catch(() => {})
      throw error
    }
    await book.finish(key, now())
    return true
  }
}

/** No renewal is under way when it ends: a late one would take again what was given up. */
async function whileRenewing(
  claim: () => Promise<unknown>,
  wait: Time['wait'],
  work: () => Promise<void>,
): Promise<void> {
  const working = new AbortController()
  const renewing = renew(claim, wait, working.signal)
  try {
    await work()
  } finally {
    working.abort()
    await renewing
  }
}

async function renew(claim: () => Promise<unknown>, wait: Time['wait'], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(RENEW, signal)
    // A renewal that fails is tried again at the next turn; the claim outlives three of them.
    if (!signal.aborted) await claim().catch(() => {})
  }
}
