/** Editions planned, made and kept in threads of their own, so that neither an answer nor an acknowledgement waits for them. */
import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { Postman } from '../platform.js'
import { lastingThread } from '../worker/lasting.js'
import type { AroundDigests, Sending, SlotOutcome } from './protocol.js'

/** Making an edition is work for a processor, and others may want one, too. */
const MOST_THREADS = Math.min(2, availableParallelism())
/** What takes longer hangs, and its thread is replaced: its slots are taken over when their time is over. Milliseconds. */
const LONGEST = 60_000
const LOOK_AFTER = 15_000

interface Parts {
  /** Starts `digestsEntry.js` in a thread. */
  readonly start: () => Worker
  readonly postman: Pick<Postman, 'send' | 'tell'>
  readonly onOutcome: (outcome: SlotOutcome) => void
  readonly log: { error(details: object, text: string): void }
  readonly longest?: number
}

export interface SendingThread {
  /** Has what is due looked at now. */
  hurry(): void
  /** Takes nothing new; resolves when what was begun is done, or when it has been given up. */
  stop(): Promise<void>
  /** Leaves the rest to who takes it over. */
  end(): Promise<void>
}

/** Starts the threads; one that dies or hangs is replaced. Rejects with a CrierError where it cannot start. */
export async function startSending({
  start,
  postman,
  onOutcome,
  log,
  longest = LONGEST,
}: Parts): Promise<SendingThread> {
  const around: AroundDigests = {
    send: (post) => postman.send(post),
    tell: (...told) => postman.tell(...told),
    settled: async (outcome) => onOutcome(outcome),
  }
  // They share the work as processes do, by claiming it.
  const threads = Array.from({ length: MOST_THREADS }, () =>
    lastingThread<Sending>({ name: 'digests', start, mine: around, longest }),
  )
  const call = async (method: keyof Sending): Promise<void> => {
    const calls = threads.map((thread) => thread.call(method))
    for (const { reason } of (await Promise.allSettled(calls)).filter((one) => one.status === 'rejected'))
      log.error({ err: reason }, 'A digests thread failed')
  }
  await Promise.all(threads.map((thread) => thread.ready()))
  // A call to a thread that has ended starts another.
  const lookingAfter = setInterval(() => void call('isAlive'), LOOK_AFTER)
  return {
    hurry: () => void call('hurry'),
    async stop() {
      clearInterval(lookingAfter)
      await call('stop')
    },
    async end() {
      clearInterval(lookingAfter)
      await Promise.all(threads.map((thread) => thread.end()))
    },
  }
}
