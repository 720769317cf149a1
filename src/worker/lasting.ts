/** A thread from outside: one that dies or hangs is replaced with the next call. */
import type { Worker } from 'node:worker_threads'
import { messageOf } from '../errors.js'
import { errorOf } from './failure.js'
import type { Told } from './inside.js'
import { answerCalls, type Caller, callerOver, type Methods, type Value } from './wire.js'

interface Parts {
  /** For words on what became of it: "answering". */
  readonly name: string
  readonly start: () => Worker
  /** What the thread may call. */
  readonly mine?: Methods
  /** Takes a sentence for the person who started Crier. */
  readonly tell?: (sentence: string) => void
  /** A call that takes longer is given up, and the thread with it. Milliseconds. */
  readonly longest: number
  /**
   * Whether it works on one call after the other, as they come: then the time of each begins with it, and what a thread that ended had not
   * begun is asked of the next.
   */
  readonly inTurn?: boolean
  /** Whether a process that has nothing else to do may end. */
  readonly mayEnd?: boolean
}

export interface LastingThread<Theirs extends Methods, Ready> {
  /** What the thread that runs now said when it was ready. Rejects where it cannot start. */
  ready(): Promise<Ready>
  /** Rejects as the method does, and where the thread dies, hangs or cannot start. */
  readonly call: Caller<Theirs>['call']
  end(): Promise<void>
}

/** A thread that ended, or was ended, in the middle of a call. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded'
}

interface InHand {
  readonly begin: () => void
}

interface Running<Theirs extends Methods, Ready> {
  readonly ready: Promise<Ready>
  readonly caller: Caller<Theirs>
  readonly worker: Worker
  /** What it was asked and has not answered, in order. */
  readonly inHand: InHand[]
  /** What it was at when it ended. */
  endedAt: InHand | undefined
  hasEnded: boolean
}

export function lastingThread<Theirs extends Methods, Ready = unknown>(parts: Parts): LastingThread<Theirs, Ready> {
  const { longest, inTurn = false } = parts
  let running = startThread<Theirs, Ready>(parts)
  let isOver = false

  function current(): Running<Theirs, Ready> {
    if (running.hasEnded) running = startThread(parts)
    return running
  }

  async function call<Name extends keyof Theirs & string>(
    method: Name,
    ...given: Parameters<Theirs[Name]>
  ): Promise<Value<Theirs, Name>> {
    const thread = current()
    await thread.ready
    let tooLong: NodeJS.Timeout | undefined
    const own: InHand = {
      begin: () => {
        tooLong = setTimeout(() => void thread.worker.terminate(), longest)
      },
    }
    thread.inHand.push(own)
    if (!inTurn || thread.inHand[0] === own) own.begin()
    try {
      return await thread.caller.call(method, ...given)
    } catch (error) {
      const wasBegun = !thread.hasEnded || thread.endedAt === own
      if (!inTurn || wasBegun || isOver) throw error
      return await call(method, ...given)
    } finally {
      clearTimeout(tooLong)
      const place = thread.inHand.indexOf(own)
      thread.inHand.splice(place, 1)
      // What is first already has begun.
      if (inTurn && place === 0 && !thread.hasEnded) thread.inHand[0]?.begin()
    }
  }

  return {
    ready: () => current().ready,
    call,
    async end() {
      isOver = true
      await running.worker.terminate()
    },
  }
}

function startThread<Theirs extends Methods, Ready>({
  name,
  start,
  mine,
  tell,
  mayEnd,
}: Parts): Running<Theirs, Ready> {
  const worker = start()
  if (mayEnd === true) worker.unref()
  const caller = callerOver<Theirs>(worker)
  answerCalls(worker, mine ?? {})
  const inHand: InHand[] = []
  const running: Omit<Running<Theirs, Ready>, 'ready'> = { caller, worker, inHand, endedAt: undefined, hasEnded: false }
  const ready = new Promise<Ready>((resolve, reject) => {
    const fail = (error: Error): void => {
      if (!running.hasEnded) running.endedAt = inHand[0]
      running.hasEnded = true
      reject(error)
      caller.cut(error)
    }
    worker.on('message', (told: Told) => {
      if (told.kind === 'ready') resolve(told.value)
      if (told.kind === 'told') tell?.(told.sentence)
      if (told.kind === 'stillborn') {
        fail(errorOf(told.failure))
        void worker.terminate()
      }
    })
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(messageOf(error))))
    worker.on('exit', (code) => fail(new ThreadEnded(`The ${name} thread ended with ${code}.`)))
  })
  // Who calls is told; nobody may be waiting when it fails.
  ready.catch(() => {})
  return Object.assign(running, { ready })
}
