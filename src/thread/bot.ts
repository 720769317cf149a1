import { randomBytes } from 'node:crypto'
import type { Worker } from 'node:worker_threads'
import PQueue from 'p-queue'
import { failedMessage } from '../bot.js'
import { CrierError, messageOf, UsageError } from '../errors.js'
import type { Message } from '../message.js'
import type { Bot, Suggestion } from '../platform.js'
import type { Call, Said } from './protocol.js'

/** An answer that takes longer is given up, and the thread with it. Milliseconds. */
const LONGEST_ANSWER = 60_000
/** What is typed at the moment goes before what is asked. */
const FIRST = 1

interface Parts {
  /** Starts `entry.js` in a thread. */
  readonly start: () => Worker
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
export async function startThreadedBot({
  start,
  log,
  tell,
  longestAnswer = LONGEST_ANSWER,
}: Parts): Promise<ThreadedBot> {
  const queue = new PQueue({ concurrency: 1 })
  let thread = await startThread(start, tell)
  let last = 0

  async function call(ask: (id: number) => Call): Promise<Message | readonly Suggestion[]> {
    if (thread.hasEnded()) thread = await startThread(start, tell)
    last += 1
    return thread.call(ask(last), longestAnswer)
  }

  async function suggestions(ask: (id: number) => Call): Promise<readonly Suggestion[]> {
    try {
      const value = await queue.add(() => call(ask), { priority: FIRST })
      return Array.isArray(value) ? value : []
    } catch (error) {
      log.error({ err: error }, 'The answering thread gave no endings')
      return []
    }
  }

  return {
    commands: thread.ready.commands,
    examples: thread.ready.examples,
    complete: async (given) =>
      (await suggestions((id) => ({ id, method: 'complete', given }))).map(({ value }) => value),
    suggest: (given) => suggestions((id) => ({ id, method: 'suggest', given })),
    async answer(request) {
      try {
        const value = await queue.add(() => call((id) => ({ id, method: 'answer', given: request })))
        if ('title' in value) return value
        throw new Error('The answering thread gave no message.')
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

interface Waiting {
  readonly resolve: (value: Message | readonly Suggestion[]) => void
  readonly reject: (error: Error) => void
}

type Ready = Extract<Said, { kind: 'ready' }>

async function startThread(start: Parts['start'], tell: Parts['tell']) {
  const worker = start()
  const waiting = new Map<number, Waiting>()
  let hasEnded = false
  const ready = await new Promise<Ready>((resolve, reject) => {
    worker.on('message', (said: Said) => {
      if (said.kind === 'ready') resolve(said)
      else if (said.kind === 'told') tell(said.sentence)
      else if (said.kind === 'failed') reject(new (said.isUsage ? UsageError : CrierError)(said.text))
      else waiting.get(said.id)?.resolve(said.value)
    })
    const fail = (error: Error): void => {
      hasEnded = true
      reject(error)
      for (const { reject: rejectCall } of waiting.values()) rejectCall(error)
    }
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(messageOf(error))))
    worker.on('exit', (code) => fail(new Error(`The answering thread ended with ${code}.`)))
  }).catch(async (error: unknown) => {
    await worker.terminate()
    throw error
  })

  return {
    ready,
    hasEnded: () => hasEnded,
    async call(asked: Call, longest: number): Promise<Message | readonly Suggestion[]> {
      const tooLong = setTimeout(() => void worker.terminate(), longest)
      try {
        return await new Promise((resolve, reject) => {
          waiting.set(asked.id, { resolve, reject })
          worker.postMessage(asked)
        })
      } finally {
        clearTimeout(tooLong)
        waiting.delete(asked.id)
      }
    },
    async end() {
      await worker.terminate()
    },
  }
}
