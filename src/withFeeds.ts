/** All that reading feeds takes, put together: the web, reading threads and the store. */
import { randomBytes, randomUUID } from 'node:crypto'
import dns from 'node:dns/promises'
import { availableParallelism } from 'node:os'
import type { NewFeed } from './feeds/feed.js'
import { findFeeds } from './feeds/find.js'
import { foundFeeds } from './feeds/foundFeeds.js'
import type { Polled } from './feeds/polled.js'
import { createPoller } from './feeds/poller.js'
import type { Reader } from './feeds/reading.js'
import { ownVersion, type Surroundings, withStore } from './main.js'
import type { Store } from './store/store.js'
import { startReading } from './thread/reading.js'
import { RUNS_THREADS, thread } from './threads.js'
import { TRUE_TIME } from './trueTime.js'
import { createWeb } from './web/createWeb.js'

/** One processor is left for fetching, storing and answering. */
const READING_THREADS = Math.max(1, availableParallelism() - 1)
/** What is read is bounded; what is made of it is hostile. */
const MEMORY = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 }

export interface FeedsAtWork {
  readonly store: Store
  /** See `Feeds.find`. `isVouched`: whoever runs Crier says that what is found may speak for the site that it names. */
  find(address: string, isVouched?: boolean): Promise<readonly NewFeed[]>
  /** Fetches and reads what is due, of these feeds or of all, until nothing of it is due any more; gives what became of each. */
  runDue(ids?: readonly string[]): Promise<readonly Polled[]>
  /** Fetches and reads whenever something falls due, until the signal; resolves when what was begun is settled. */
  run(signal: AbortSignal): Promise<void>
  /** What is due is looked at now. */
  hurry(): void
}

interface Options {
  /** Is told of each feed that was looked at. */
  readonly onPolled?: (polled: Polled) => void
}

/** Runs `work` with feeds that can be found and read. What is being read when it ends is broken off, and nothing is lost. */
export async function withFeeds<T>(
  surroundings: Surroundings,
  work: (feeds: FeedsAtWork) => Promise<T>,
  options: Options = {},
): Promise<T> {
  const { config, log } = surroundings
  const { wait } = TRUE_TIME
  const trueNow = TRUE_TIME.now
  const web = createWeb({
    resolve: (host) => dns.lookup(host, { all: true }),
    allowed: config.allowAddresses,
    version: ownVersion(),
    contact: config.contact,
    now: trueNow,
    wait,
  })
  const found = foundFeeds(web, trueNow)
  const reader = await startReader(surroundings)
  try {
    return await withStore(config, false, async (store) => {
      const poller = createPoller({
        book: store.feeds,
        claims: store.book,
        web: found.web,
        reader,
        holder: randomUUID(),
        now: () => config.clock().getTime(),
        trueNow,
        wait,
        random: Math.random,
        newId: () => randomBytes(3).toString('hex'),
        log,
        ...options,
      })
      try {
        return await work({
          store,
          find: (address, isVouched = false) => findFeeds(address, { web, reader, wait, isVouched, keep: found.keep }),
          runDue: (ids) => poller.runDue(ids),
          hurry: () => poller.hurry(),
          async run(signal) {
            poller.start()
            await aborted(signal)
            await poller.stop()
          },
        })
      } finally {
        await poller.stop()
      }
    })
  } finally {
    await Promise.all([web.close(), reader.stop()])
  }
}

type StoppableReader = Reader & { stop(): Promise<void> }

async function startReader({ environment, config }: Surroundings): Promise<StoppableReader> {
  if (RUNS_THREADS) {
    const start = () => thread('./thread/readingEntry.js', { environment }, MEMORY)
    return startReading({ start, threads: READING_THREADS })
  }
  const { createReader } = await import('./feeds/reader.js')
  return { ...createReader(() => config.clock().getTime()), stop: async () => {} }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
