/** Feeds and pages read in threads that hold nothing else, since what is fetched may be made to hang or to fill the memory. */
import type { Worker } from 'node:worker_threads'
import PQueue from 'p-queue'
import type { Reader } from '../feeds/reading.js'
import { pollPhrases as say } from '../pollPhrases.js'
import { type LastingThread, lastingThread, ThreadEnded } from '../worker/lasting.js'

/** What takes longer is given up, and the thread with it. Milliseconds. */
const LONGEST = 20_000
/** A thread has so much to read at a time, so that it need not wait for whoever hands it more, and is busy storing. */
const AT_HAND = 4

/** What a reading thread offers. */
export type ReadingThread = { readonly [Name in keyof Reader]: Reader[Name] }

interface Parts {
  /** Starts `readingEntry.js` in a thread. */
  readonly start: () => Worker
  readonly threads: number
  readonly longest?: number
}

interface Started {
  readonly thread: LastingThread<ReadingThread, unknown>
  atHand: number
}

export interface ReadingThreads extends Reader {
  stop(): Promise<void>
}

/** Threads are started when there is something to read, and each reads one thing after the other; one that dies or hangs is replaced. */
export function startReading({ start, threads, longest = LONGEST }: Parts): ReadingThreads {
  const queue = new PQueue({ concurrency: threads * AT_HAND })
  const started: Started[] = []

  /** One that has nothing at hand, if need be a new one; else the one that has least. */
  function freest(): Started {
    const [least] = started.toSorted((a, b) => a.atHand - b.atHand)
    if (least && (least.atHand === 0 || started.length === threads)) return least
    const thread = lastingThread<ReadingThread>({ name: 'reading', start, longest, inTurn: true, mayEnd: true })
    const added = { thread, atHand: 0 }
    started.push(added)
    return added
  }

  function read<T>(work: (thread: LastingThread<ReadingThread, unknown>) => Promise<T>): Promise<T> {
    return queue.add(async () => {
      const one = freest()
      one.atHand += 1
      try {
        return await work(one.thread)
      } finally {
        one.atHand -= 1
      }
    })
  }

  return {
    feed: (fetched) => read((thread) => thread.call('feed', fetched)).catch(reasonOf),
    article: (source) => read((thread) => thread.call('article', source)).catch(reasonOf),
    discover: (fetched) =>
      read((thread) => thread.call('discover', fetched)).catch((error: unknown) => {
        reasonOf(error)
        return []
      }),
    async stop() {
      await Promise.all(started.map(({ thread }) => thread.end()))
    },
  }
}

/** What the end of its thread says of a thing that was being read; throws what says nothing of it. */
function reasonOf(error: unknown): { readonly reason: string } {
  if (error instanceof ThreadEnded) return { reason: say.tooSlow }
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return { reason: say.tooBig }
  throw error
}
