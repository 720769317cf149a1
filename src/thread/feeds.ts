/** Feeds followed in a thread of its own: neither an answer nor an acknowledgement waits for what others' servers say. */
import type { Worker } from 'node:worker_threads'
import type { Feeds } from '../feeds/feed.js'
import { lastingThread } from '../worker/lasting.js'
import type { AroundFeeds, Following } from './protocol.js'

/** What takes longer hangs, and its thread is replaced: what it had in hand is taken over when its claims run out. Milliseconds. */
const LONGEST = 60_000
const LOOK_AFTER = 15_000

interface Parts {
  /** Starts `feedsEntry.js` in a thread. */
  readonly start: () => Worker
  readonly around: AroundFeeds
  readonly log: { error(details: object, text: string): void }
  readonly longest?: number
}

export interface FeedsThread extends Pick<Feeds, 'find' | 'hurry'> {
  /** Rejects with a CrierError where it cannot start. */
  ready(): Promise<void>
  /** Takes nothing new; resolves when what was begun is settled, or when it has been given up. */
  stop(): Promise<void>
  /** Leaves the rest to who takes it over. */
  end(): Promise<void>
}

/** Starts the thread; one that dies or hangs is replaced. */
export function startFeeds({ start, around, log, longest = LONGEST }: Parts): FeedsThread {
  const thread = lastingThread<Following>({ name: 'feeds', start, mine: around, longest })
  let isReady = false
  const attempt = (called: Promise<void>): Promise<void> =>
    called.catch((error: unknown) => log.error({ err: error }, 'The feeds thread failed'))
  // A call to a thread that has ended starts another.
  const lookingAfter = setInterval(() => void attempt(thread.call('isAlive')), LOOK_AFTER)
  const becomeReady = async (): Promise<void> => {
    await thread.ready()
    isReady = true
  }
  const ready = becomeReady()
  ready.catch(() => {})
  return {
    ready: () => ready,
    find: (address) => thread.call('find', address),
    hurry: () => void attempt(thread.call('hurry')),
    async stop() {
      clearInterval(lookingAfter)
      if (isReady) await attempt(thread.call('stop'))
    },
    async end() {
      clearInterval(lookingAfter)
      await thread.end()
    },
  }
}
