import { randomUUID } from 'node:crypto'
import type { Book } from '../book.js'
import { LEASE, LOOK_AGAIN, RENEW, type Time } from './once.js'

/**
 * Runs work for a key while nobody else runs any for it, over all processes on one store; whoever comes meanwhile waits. `isAlone` is
 * false once that cannot be sworn to any more, since the claim ran out while the process slept or the store was away.
 */
export function createAlone(book: Pick<Book, 'claim' | 'release'>, { now, wait }: Time) {
  return async function alone<T>(key: string, work: (isAlone: () => boolean) => Promise<T>): Promise<T> {
    const holder = randomUUID()
    let until = 0
    const claim = async (): Promise<boolean> => {
      const end = now() + LEASE
      const isMine = (await book.claim(key, holder, now(), end)) === 'mine'
      if (isMine) until = end
      return isMine
    }
    while (!(await claim())) await wait(LOOK_AGAIN)
    const isAlone = () => now() < until
    const working = new AbortController()
    const renewing = (async () => {
      while (!working.signal.aborted && isAlone()) {
        await wait(RENEW, working.signal)
        // One that fails is tried again at the next turn. One that ran out is not taken again: another may have come and gone.
        if (!working.signal.aborted && isAlone()) await claim().catch(() => {})
      }
    })()
    try {
      return await work(isAlone)
    } finally {
      working.abort()
      await renewing
      // A claim that cannot be given up runs out by itself.
      await book.release(key, holder).catch(() => {})
    }
  }
}
