/** The feeds thread: fetches what is followed and stores its articles; who is to be told is told from outside. */
import { workerData } from 'node:worker_threads'
import { type Environment, readConfig } from '../config.js'
import { tellOfFailing } from '../feeds/failing.js'
import type { Polled } from '../feeds/polled.js'
import { createLog } from '../log.js'
import { platformNamed } from '../postmen.js'
import { TRUE_TIME } from '../trueTime.js'
import { type FeedsAtWork, withFeeds } from '../withFeeds.js'
import { giveUp, open, outside, tellOutside } from '../worker/inside.js'
import type { AroundFeeds, Following } from './protocol.js'

export interface FeedsThreadData {
  readonly environment: Environment
  /** What the names of the desks begin with that are served. */
  readonly platforms: readonly string[]
}

/** How often it is looked whether a feed has failed for long. Milliseconds. */
const LOOK_FOR_FAILING = 3_600_000

async function start({ environment, platforms }: FeedsThreadData): Promise<void> {
  const config = readConfig(environment)
  const log = createLog({ ...config, output: process.stderr })
  const call = outside<AroundFeeds>()
  const onPolled = (polled: Polled): void => void call('polled', polled)
  const work = async (feeds: FeedsAtWork): Promise<void> => {
    const stopped = new AbortController()
    const looking = {
      book: feeds.store.feeds,
      isServed: (desk: string) => platforms.includes(platformNamed(desk)),
      tell: (...told: Parameters<AroundFeeds['tell']>) => call('tell', ...told),
      now: () => config.clock().getTime(),
      log,
    }
    const working = Promise.all([feeds.run(stopped.signal), lookForFailing(looking, stopped.signal)])
    const offered: Following = {
      isAlive: async () => {},
      find: (address) => feeds.find(address),
      hurry: async () => feeds.hurry(),
      stop: async () => {
        stopped.abort()
        await working
      },
    }
    open(offered)
    await new Promise(() => {})
  }
  await withFeeds({ config, environment, log, tell: tellOutside }, work, { onPolled })
}

async function lookForFailing(parts: Parameters<typeof tellOfFailing>[0], stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    await tellOfFailing(parts).catch((error: unknown) =>
      parts.log.error({ err: error }, 'It was not looked which feeds fail'),
    )
    await TRUE_TIME.wait(LOOK_FOR_FAILING, stopped)
  }
}

const given: FeedsThreadData = workerData
start(given).catch(giveUp)
