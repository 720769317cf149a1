/** Feeds and pages read in threads that hold nothing else, since what is fetched may be made to hang or to fill the memory. */
import type { Worker } from 'node:worker_threads'
import PQueue from 'p-queue'
import type { Reader } from '../feeds/reading.js'
import { pollPhrases as say } from '../pollPhrases.js'
import { type LastingThread, lastingThread, ThreadEnded } from '../worker/lasting.js'

/** What takes longer is given up, and the thread with it. Milliseconds. */
const LONGEST = 20_000

/** What a reading thread offers. */
export type ReadingThread = { readonly [Name in keyof Reader]: Reader[Name] }

interface Parts {
  /** Starts `readingEntry.js` in a thread. */
  readonly start: () => Worker
  readonly threads: number
  readonly longest?: number
}

export interface ReadingThreads extends Reader {
  stop(): Promise<void>
}

/** Threads are started when there is something to read, and each reads one thing at a time; one that dies or hangs is replaced. */
export function startReading({ start, threads, longest = LONGEST }: Parts): ReadingThreads {
  const queue = new PQueue({ concurrency: threads })
  const started: LastingThread<ReadingThread, unknown>[] = []
  const free: LastingThread<ReadingThread, unknown>[] = []

  function startOne(): LastingThread<ReadingThread, unknown> {
    const thread = lastingThread<ReadingThread>({ name: 'reading', start, longest, mayEnd: true })
    started.push(thread)
    return thread
  }

  function read<T>(work: (thread: LastingThread<ReadingThread, unknown>) => Promise<T>): Promise<T> {
    return queue.add(async () => {
      const thread = free.pop() ?? startOne()
      try {
        return await work(thread)
      } finally {
        free.push(thread)
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
      await Promise.all(started.map((thread) => thread.end()))
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
