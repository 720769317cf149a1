/** All feeds, whenever they are due. Any number of pollers, in any number of processes, share the work by claiming it feed by feed. */
import { setMaxListeners } from 'node:events'
import PQueue from 'p-queue'
import { CrierError } from '../errors.js'
import { pollPhrases as say } from '../pollPhrases.js'
import { keepFailure } from './fetchFeed.js'
import { type PollParts, poll, polledOf, withoutQuery } from './poll.js'
import { type Polled, together } from './polled.js'

/** Feeds that are looked at side by side: most of that time they wait for somebody else's server. */
const SIDE_BY_SIDE = 24
/** Ids that are read at once. */
const MOST_DUE = 10_000
/** Looked at this often at least, since clocks are set and other processes follow feeds, and never more often without cause. Milliseconds. */
const LONGEST_SLEEP = 60_000
const SHORTEST_SLEEP = 2_000
/** A feed that another process has, or that failed as nobody foresaw, is left alone for so long. Milliseconds. */
const LEFT_ALONE = 30_000

/** No feed is told to wait for longer, so that all that do were told by a clock that was wrong. Milliseconds. */
const NEVER_SO_LONG = 25 * 3_600_000

export interface PollerParts extends PollParts {
  readonly concurrency?: number
  /** Is told of each feed that was looked at. */
  readonly onPolled?: (polled: Polled) => void
}

export interface Poller {
  /** Looks at what is due, of these feeds or of all, until nothing of it is due any more, and gives what became of each. Rejects where the store fails. */
  runDue(ids?: readonly string[]): Promise<readonly Polled[]>
  /** Looks at what falls due from now on. */
  start(): void
  /** Looks at what is due now. */
  hurry(): void
  /** Takes nothing new and breaks off what can be; resolves when what was begun is settled. */
  stop(): Promise<void>
}

export function createPoller(parts: PollerParts): Poller {
  const { book, now, trueNow, wait, log, newId, concurrency = SIDE_BY_SIDE, onPolled } = parts
  // First come, first served: a feed that always has more does not keep the others waiting.
  const queue = new PQueue({ concurrency })
  const inHand = new Map<string, Promise<Polled | null>>()
  const leftAlone = new Map<string, number>()
  const stopped = new AbortController()
  // Each feed that is looked at listens.
  setMaxListeners(0, stopped.signal)
  let sleeping = new AbortController()
  let running: Promise<void> | null = null

  async function due(): Promise<string[]> {
    for (const [id, until] of leftAlone) if (until <= trueNow()) leftAlone.delete(id)
    return (await book.due(now(), MOST_DUE)).filter((id) => !leftAlone.has(id))
  }

  function look(id: string): Promise<Polled | null> {
    const already = inHand.get(id)
    if (already) return already
    const looking = queue.add(() => lookAt(id)).finally(() => inHand.delete(id))
    inHand.set(id, looking)
    return looking
  }

  async function lookAt(id: string): Promise<Polled | null> {
    if (stopped.signal.aborted) return null
    const polled = await poll(id, parts, stopped.signal).catch((error: unknown) => unforeseen(id, error))
    if (polled === null) return null
    if (polled.fetched === 'held') leftAlone.set(id, trueNow() + LEFT_ALONE)
    onPolled?.(polled)
    return polled
  }

  /** One feed that fails as nobody foresaw must neither stop the others nor be fetched again and again. */
  async function unforeseen(id: string, error: unknown): Promise<Polled | null> {
    leftAlone.set(id, trueNow() + LEFT_ALONE)
    const state = await book.state(id)
    if (state === null || error instanceof CrierError) throw error
    const logId = newId()
    log.error({ err: error, id: logId, feed: id, address: withoutQuery(state.url) }, 'A feed could not be looked at')
    const failed = await keepFailure(state, { cause: 'passing', why: say.unforeseen(logId), retryAfter: null }, parts)
    return { ...polledOf(state), ...failed }
  }

  async function runDue(ids?: readonly string[]): Promise<readonly Polled[]> {
    const polled = new Map<string, Polled>()
    for (;;) {
      const wanted = (await due()).filter((id) => ids?.includes(id) ?? true)
      if (wanted.length === 0 || stopped.signal.aborted) return [...polled.values()]
      for (const one of await Promise.all(wanted.map(look))) {
        if (one !== null) polled.set(one.id, together(polled.get(one.id), one))
      }
    }
  }

  async function attempt(step: () => Promise<void>): Promise<void> {
    await step().catch((error: unknown) => log.error({ err: error }, 'Feeds could not be looked at'))
  }

  /** A clock that went wrong for a while has feeds wait for days that it alone saw. */
  async function mendClock(): Promise<void> {
    for (const { id, next } of await book.list()) {
      if (next !== null && next - now() > NEVER_SO_LONG) await book.change(id, { next: now() })
    }
    hurry()
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      sleeping = new AbortController()
      let sleep = LONGEST_SLEEP
      await attempt(async () => {
        for (const id of await due()) {
          if (!inHand.has(id)) void attempt(async () => void ((await look(id))?.hasMore && hurry()))
        }
        const next = (await book.nextDue()) ?? Number.POSITIVE_INFINITY
        if (Number.isFinite(next) && next - now() > NEVER_SO_LONG) await mendClock()
        sleep = Math.max(SHORTEST_SLEEP, Math.min(LONGEST_SLEEP, next - now()))
      })
      await wait(sleep, sleeping.signal)
    }
  }

  function hurry(): void {
    sleeping.abort()
  }

  return {
    runDue,
    hurry,
    start() {
      running ??= run()
    },
    async stop() {
      stopped.abort()
      hurry()
      await running
      await queue.onIdle()
    },
  }
}
