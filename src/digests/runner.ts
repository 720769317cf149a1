/** Sends what is due. Any number of runners, in any number of processes, share the work by claiming it slot by slot. */
import { setImmediate as breathe } from 'node:timers/promises'
import { runnerPhrases as say } from '../digestPhrases.js'
import { CrierError } from '../errors.js'
import { clockMender } from './clock.js'
import { deliver, type Means, type Outcome } from './deliver.js'
import type { Digest, DigestBook, Plan, Work } from './digest.js'
import { createLease, LEASE } from './lease.js'
import { onceAtATime } from './onceAtATime.js'
import { planOf } from './plan.js'

/** Editions on their way at the same time: most of that time they wait for a platform. */
const SIDE_BY_SIDE = 32
/** Digests that are read at once. */
const BATCH = 50

export interface RunnerParts extends Omit<Means, 'book'> {
  readonly book: DigestBook
  /** What the names of the desks begin with that are served here. */
  readonly platforms: readonly string[]
  /** Resolves after so many milliseconds, or at once when `signal` aborts. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** Is told of each digest that has fallen due. */
  readonly onPlan?: (digest: Digest, plan: Plan) => void
  /** Is told of each slot that was taken. */
  readonly onOutcome?: (work: Work, outcome: Outcome) => void
}

export interface Runner {
  /** Plans what has fallen due, and takes what is free; resolves when that is planned. Never rejects. */
  tick(): Promise<void>
  /** Resolves when nothing is on its way here any more. */
  idle(): Promise<void>
  /** Takes nothing new; resolves when what was begun is done. */
  stop(): Promise<void>
}

export function createRunner(parts: RunnerParts): Runner {
  const { book, platforms, holder, now, trueNow, log, newId, onPlan, onOutcome } = parts
  const inHand = new Map<number, Promise<void>>()
  const lease = createLease(parts, () => [...inHand.keys()])
  const mendClock = clockMender(book)
  let isStopped = false

  const planAll = async (): Promise<void> => {
    for (;;) {
      if (isStopped) return
      const overdue = await book.overdue(platforms, now(), BATCH)
      for (const digest of overdue) {
        await planOne(digest)
        await breathe()
      }
      if (overdue.length < BATCH) return
    }
  }

  async function planOne(digest: Digest): Promise<void> {
    try {
      const plan = planOf(digest, now())
      if (await book.plan(digest, plan, trueNow())) onPlan?.(digest, plan)
    } catch (error) {
      if (error instanceof CrierError) throw error
      // It would be found again and again, before all others.
      const id = newId()
      log.error({ err: error, id, digest: digest.id }, 'A digest could not be planned, and is paused')
      await book.pause(digest.id, { at: now(), why: say.unforeseen(id) })
    }
  }

  const take = onceAtATime(async () => {
    for (;;) {
      const limit = SIDE_BY_SIDE - inHand.size
      if (isStopped || limit === 0) return
      const works = await book.claim({ holder, now: trueNow(), until: trueNow() + LEASE, limit, platforms })
      for (const work of works) inHand.set(work.slot.id, carry(work))
      if (works.length < limit) return
    }
  })

  async function carry(work: Work): Promise<void> {
    await breathe()
    lease.keep()
    try {
      const outcome = await deliver(work, parts)
      onOutcome?.(work, outcome)
    } catch (error) {
      // The store cannot be written: the slot is free again when its time here is over.
      const about = { err: error, digest: work.digest.id, slot: work.slot.id }
      log.error(about, 'What became of an edition could not be kept')
    }
    inHand.delete(work.slot.id)
    if (inHand.size === 0) lease.rest()
    void attempt(take)
  }

  async function attempt(step: () => Promise<void>): Promise<void> {
    await step().catch((error: unknown) => log.error({ err: error }, 'What is due could not be looked at'))
  }

  const tick = onceAtATime(async () => {
    await attempt(() => mendClock(now(), trueNow()))
    await attempt(planAll)
    await attempt(take)
  })

  async function idle(): Promise<void> {
    for (;;) {
      await attempt(take)
      if (inHand.size === 0) return
      await Promise.all(inHand.values())
    }
  }

  return {
    tick,
    idle,
    async stop() {
      isStopped = true
      await idle()
    },
  }
}
