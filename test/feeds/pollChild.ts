/**
 * A process of its own that follows what it is told to, polls until nothing is due, and prints how that went. It is started with what is built,
 * since a thread runs no TypeScript; `names.ts` gives it the names of hosts.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type * as Config from '../../src/config.js'
import type { Polled } from '../../src/feeds/polled.js'
import type * as Store from '../../src/store/sqlite.js'
import type * as Feeds from '../../src/thread/feeds.js'
import type * as Threads from '../../src/threads.js'

/** Where what is built lies; then the addresses of feeds, as JSON. */
const [built = '', addresses = '[]'] = process.argv.slice(2)

export interface Ran {
  readonly seconds: number
  readonly polled: readonly Polled[]
  /** The longest that the main thread did nothing else. Milliseconds. */
  readonly longestBlock: number
  /** Of the whole process. Bytes. */
  readonly peakMemory: number
  readonly cpuSeconds: number
}

const load = <T>(file: string): Promise<T> => import(`${built}/${file}`)
const [{ readConfig }, { openStore }, { startFeeds }, { FEEDS_MEMORY, thread }] = await Promise.all([
  load<typeof Config>('config.js'),
  load<typeof Store>('store/sqlite.js'),
  load<typeof Feeds>('thread/feeds.js'),
  load<typeof Threads>('threads.js'),
])
const environment = process.env
const config = readConfig(environment)
const now = config.clock().getTime()
const store = await openStore(config.databaseUrl ?? '', { now: () => now })
const urls: readonly string[] = JSON.parse(addresses)
const followed = new Set((await store.feeds.list()).map(({ url }) => url))
for (const url of urls.filter((one) => !followed.has(one)))
  await store.feeds.follow('local', { url, outlet: new URL(url).hostname, site: null }, null, now)

const polled: Polled[] = []
const loop = monitorEventLoopDelay({ resolution: 5 })
loop.enable()
const begun = performance.now()
const feeds = startFeeds({
  start: () => thread('./thread/feedsEntry.js', { environment, platforms: [] }, FEEDS_MEMORY),
  around: { tell: async () => {}, polled: async (one) => void polled.push(one) },
  log: { error: (details, text) => process.stderr.write(`${text} ${JSON.stringify(details)}\n`) },
})
await feeds.ready()
while ((await store.feeds.due(now, 1)).length > 0) await pause(100)
const seconds = (performance.now() - begun) / 1000
await feeds.stop()
await feeds.end()
await store.close()
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
const ran: Ran = {
  seconds,
  polled,
  longestBlock: loop.max / 1e6,
  peakMemory: maxRSS * 1024,
  cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
}
process.stdout.write(JSON.stringify(ran), () => process.exit())
