/**
 * 10,000 digests fall due in one minute: how long until all are claimed and made, how long until all are posted, and how long the thread that
 * talks to the platforms is ever blocked. The platform answers at once; a real one would set the pace itself (Discord takes 50 requests a
 * second of a bot).
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { openStore } from '../../src/store/sqlite.js'
import { startSending } from '../../src/thread/digests.js'
import { dueIn } from '../digests/samples.js'
import { clusteredArticles } from './clusters.js'
import { randomFrom } from './random.js'

const [count = 10_000] = process.argv.slice(2).map(Number)
const PER_DESK = 96
const DAY = 86_400_000
const TOPICS = 40
const ENTRY = fileURLToPath(new URL('../../dist/bin/thread/digestsEntry.js', import.meta.url))

const articles = clusteredArticles()
if (articles) {
  execFileSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' })
  const folder = mkdtempSync(join(tmpdir(), 'crier-digests-'))
  const environment = { ...process.env, DATABASE_URL: `sqlite:${join(folder, 'crier.db')}`, LOG_LEVEL: 'error' }
  try {
    await measure(articles)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }

  async function measure(all: NonNullable<typeof articles>): Promise<void> {
    // As if the busiest day were today.
    const newest = busiestDay(all.map(({ published }) => published))
    const ahead = Date.now() - (Date.parse(newest) + DAY)
    const file = join(folder, 'articles.jsonl')
    const lines = all.map((one) => ({ ...one, published: new Date(Date.parse(one.published) + ahead).toISOString() }))
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
    execFileSync(process.execPath, ['dist/bin/cli.js', 'index', file], { env: environment, stdio: 'ignore' })

    const store = await openStore(environment.DATABASE_URL)
    const random = randomFrom(1)
    const topics = commonNames(all.map(({ title }) => title))
    const { order, next } = dueIn(Date.now())
    for (let n = 0; n < count; n += 1) {
      const topic = topics[Math.floor(random() * topics.length * 2)]
      const length = 3 + Math.floor(random() * 8)
      const place = { desk: `slack:T${Math.floor(n / PER_DESK)}`, channel: `C${n}` }
      const own = { ...order, ...place, length, topics: topic === undefined ? [] : [topic] }
      await store.digests.create(own, { by: 'U1', at: 0, next })
    }

    const states = new Map<string, number>()
    const made = new Set<string>()
    let [posts, settled, lastMade] = [0, 0, 0]
    const began = performance.now()
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const done = new Promise<void>((resolve) => {
      void startSending({
        start: () => new Worker(ENTRY, { workerData: { environment, platforms: ['slack'] } }),
        postman: {
          async send({ place, under }) {
            posts += 1
            if (under === undefined && !made.has(place.channel)) {
              made.add(place.channel)
              lastMade = performance.now() - began
            }
            return `M${posts}`
          },
          async tell() {},
        },
        onOutcome({ state }) {
          states.set(state, (states.get(state) ?? 0) + 1)
          settled += 1
          if (settled === count) resolve()
        },
        log: console,
      }).then((sending) => done.then(() => sending.end()))
    })
    await done
    const took = performance.now() - began
    delay.disable()
    console.log(`${count} digests of ${Math.ceil(count / PER_DESK)} desks over ${all.length} articles, due at once`)
    console.log(`all claimed and made after     ${(lastMade / 1000).toFixed(1)} s`)
    console.log(`all posted and settled after   ${(took / 1000).toFixed(1)} s (${posts} messages)`)
    console.log(
      `longest block of the main loop ${(delay.max / 1e6).toFixed(1)} ms (99.9%: ${(delay.percentile(99.9) / 1e6).toFixed(1)} ms)`,
    )
    for (const [state, times] of states) console.log(`  ${state.padEnd(10)}${String(times).padStart(7)}`)
    await store.close()
  }
}

function busiestDay(days: readonly string[]): string {
  const counted = new Map<string, number>()
  for (const day of days) counted.set(day.slice(0, 10), (counted.get(day.slice(0, 10)) ?? 0) + 1)
  return [...counted].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

/** Names that stand in most titles. */
function commonNames(titles: readonly string[]): string[] {
  const counted = new Map<string, number>()
  for (const title of titles)
    for (const [name] of title.matchAll(/\b[A-Z][a-z]{3,}\b/gu)) counted.set(name, (counted.get(name) ?? 0) + 1)
  return [...counted]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, TOPICS)
    .map(([name]) => name)
}
