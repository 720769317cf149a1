import { randomBytes } from 'node:crypto'
import type { Worker } from 'node:worker_threads'
import PQueue from 'p-queue'
import { failedMessage } from '../bot.js'
import type { NewFeed } from '../feeds/feed.js'
import type { Bot } from '../platform.js'
import { lastingThread } from '../worker/lasting.js'
import type { Answerer, Answering, AroundAnswering } from './protocol.js'

/** An answer that takes longer is given up, and the thread with it. Milliseconds. */
const LONGEST_ANSWER = 60_000
/** What is typed at the moment goes before what is asked. */
const FIRST = 1

interface Parts {
  /** Starts `entry.js` in a thread. */
  readonly start: () => Worker
  /** What commands may ask of this thread. */
  readonly around: AroundAnswering
  readonly log: { error(details: object, text: string): void }
  /** Takes a sentence for the person who started Crier. */
  readonly tell: (sentence: string) => void
  readonly longestAnswer?: number
}

export interface ThreadedBot extends Bot {
  stop(): Promise<void>
}

/**
 * A bot that answers in a thread of its own, one question at a time, so that what takes long never delays an acknowledgement. A thread that
 * dies or hangs is replaced. Rejects with a CrierError where it cannot start.
 */
export async function startThreadedBot(parts: Parts): Promise<ThreadedBot> {
  const { start, around, log, tell, longestAnswer = LONGEST_ANSWER } = parts
  const queue = new PQueue({ concurrency: 1 })
  /** Whoever waits for servers of others makes room for the next question. */
  async function findFeeds(address: string): Promise<readonly NewFeed[]> {
    queue.concurrency += 1
    try {
      return await around.findFeeds(address)
    } finally {
      queue.concurrency -= 1
    }
  }
  const thread = lastingThread<Answering, Answerer>({
    name: 'answering',
    start,
    mine: { ...around, findFeeds },
    tell,
    longest: longestAnswer,
  })
  const { commands, examples } = await thread.ready()

  async function ending<T>(ask: () => Promise<readonly T[]>): Promise<readonly T[]> {
    try {
      return await queue.add(ask, { priority: FIRST })
    } catch (error) {
      log.error({ err: error }, 'The answering thread gave no endings')
      return []
    }
  }

  return {
    commands,
    examples,
    complete: (given) => ending(() => thread.call('complete', given)),
    suggest: (given) => ending(() => thread.call('suggest', given)),
    async answer(request) {
      try {
        return await queue.add(() => thread.call('answer', request))
      } catch (error) {
        const id = randomBytes(3).toString('hex')
        log.error({ err: error, id, desk: request.desk }, 'The answering thread failed')
        return failedMessage(id)
      }
    },
    async stop() {
      await queue.onIdle()
      await thread.end()
    },
  }
}
