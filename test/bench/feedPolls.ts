/**
 * `tsx test/bench/feedPolls.ts [FEEDS] [ENTRIES]`: feeds of many made-up sites, and every fault that the web is known for, polled by the thread
 * that Crier follows feeds in; then once more, half a day later.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Polled } from '../../src/feeds/polled.js'
import type { Ran } from '../feeds/pollChild.js'
import { startPolling } from '../feeds/polling.js'
import { dumpStore } from '../feeds/storeDump.js'
import { faultyName, nameOf, startWorld } from '../feeds/world.js'
import { FAULTS } from '../web/faults.js'

const [feeds = 500, entries = 20_000] = process.argv.slice(2).map(Number)
const NOW = Date.UTC(2026, 10, 21, 9)
const HALF_A_DAY = 13 * 3_600_000

/** Ways of answering that are rare, but right. */
const READABLE = new Set(
  'feed chain-2 chain-3 chain-4 chain-5 chain-6 unknown-encoding gzip x-gzip brotli deflate raw-deflate stacked lying-gzip lying-brotli lying-deflate lying-charset moved moved-twice moved-then-found found found-then-moved entities'
    .split(' ')
    .map((name) => `/${name}`),
)
const PAGE_FAULTS =
  '/missing /forbidden /error /large /gzip-bomb /loop /to-metadata /to-loopback /silent /slow-body /too-many /dropped'.split(
    ' ',
  )

execFileSync('npm', ['run', '-s', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
const faults = Object.keys(FAULTS)
const well = Math.max(1, feeds - faults.length - 3)
const world = await startWorld({ feeds: well, entries, now: NOW, pageFaults: PAGE_FAULTS })
const folder = mkdtempSync(join(tmpdir(), 'crier-feeds-'))
const names = [...world.feeds.map((_, feed) => nameOf(feed)), ...faults.map(faultyName)]
const forbidden = ['metadata.example', 'mixed.example', '127.0.0.1'].map((host) => `http://${host}:${world.port}/feed`)
const follow = [...world.feeds, ...faults.map(world.faulty), ...forbidden]

const expected = new Map<string, string>([
  ...world.feeds.map((url) => [url, 'content'] as const),
  ...forbidden.map((url) => [url, 'failed'] as const),
  ...faults.map(
    (path) => [world.faulty(path), READABLE.has(path) ? 'content' : path === '/gone' ? 'gone' : 'failed'] as const,
  ),
])
const paths = new Map(faults.map((path) => [new URL(world.faulty(path)).host, path]))

try {
  const first = await startPolling({ folder, feeds: follow, names, now: NOW }).ended
  const served = new Map(world.served)
  const rows = faultRows(first)
  const { broken } = dumpStore(join(folder, 'crier.db'))
  const second = await startPolling({ folder, feeds: follow, names, now: NOW + HALF_A_DAY, ahead: 120_000 }).ended
  print(first, served, rows, broken, second)
} finally {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
}

interface Row {
  readonly what: string
  readonly expected: string
  readonly got: string
  readonly why: string
}

/** What was expected of each feed that did not answer as feeds do, and what became of it. */
function faultRows({ polled }: Ran): readonly Row[] {
  return follow.slice(world.feeds.length).map((url) => {
    const { host } = new URL(url)
    const its = polled.filter((one) => one.id === idOf(url))
    const fetched = its.find((one) => one.fetched !== null)
    return {
      what: paths.get(host) ?? host,
      expected: expected.get(url) ?? '',
      got: fetched?.fetched ?? 'nothing',
      why: fetched?.why ?? '',
    }
  })
}

/** They are followed in this order in a store that is new. */
function idOf(url: string): string {
  return String(follow.indexOf(url) + 1)
}

function sum(polled: readonly Polled[], of: (one: Polled) => number): number {
  return polled.reduce((total, one) => total + of(one), 0)
}

function print(
  first: Ran,
  served: ReadonlyMap<string, number>,
  rows: readonly Row[],
  broken: readonly string[],
  second: Ran,
): void {
  const readable = first.polled.filter(({ id }) => Number(id) <= world.feeds.length)
  const unread = new Set(world.feeds.map(idOf))
  for (const { id, fetched } of readable) if (fetched === 'content') unread.delete(id)
  const refusals = new Map<string, number>()
  for (const why of readable.flatMap(({ refused }) => refused)) refusals.set(why, (refusals.get(why) ?? 0) + 1)
  const pageFaults = [...world.asked].filter((url) => PAGE_FAULTS.some((path) => url.includes(`${path}?`))).length
  const added = sum(readable, (one) => one.added)
  const again = second.polled.filter(({ id }) => Number(id) <= world.feeds.length)
  const wrong = rows.filter((row) => row.got !== row.expected)
  console.log('what answered as no feed should                expected  got       why')
  for (const { what, expected: wanted, got, why } of rows)
    console.log(`${got === wanted ? '     ' : 'WRONG'} ${what.padEnd(40)} ${wanted.padEnd(9)} ${got.padEnd(9)} ${why}`)
  console.log('\nwhy pages were refused')
  for (const [why, count] of [...refusals].toSorted(([, a], [, b]) => b - a))
    console.log(`${String(count).padStart(6)}  ${why}`)
  const facts: readonly (readonly [string, number | string])[] = [
    ['feeds', follow.length],
    ['feeds that answered as they should, and were not read', unread.size],
    ['feeds with faults', rows.length],
    ['feeds with faults, handled otherwise than expected', wrong.length],
    ['entries of feeds that answered as they should', entries],
    ['articles stored', added],
    ['entries refused', sum(readable, (one) => one.refused.length)],
    ['requests for pages with faults', pageFaults],
    ['what the store has that is half or double', broken.length],
    ...[...served].map(([what, count]) => [`requests answered: ${what}`, count] as const),
    ['seconds', first.seconds.toFixed(0)],
    ['seconds of processor', first.cpuSeconds.toFixed(0)],
    ['entries a second', (entries / first.seconds).toFixed(1)],
    ['peak memory, MB', (first.peakMemory / 2 ** 20).toFixed(0)],
    ['longest block of the main thread, ms', first.longestBlock.toFixed(0)],
    ['half a day later: feeds that had not changed', again.filter(({ fetched }) => fetched === 'unchanged').length],
    ['half a day later: articles added', sum(again, (one) => one.added)],
    ['half a day later: pages looked at again, unchanged', sum(again, (one) => one.unchanged)],
  ]
  console.log('')
  for (const [name, value] of facts) console.log(`${name.padEnd(58)}${String(value).padStart(8)}`)
  for (const line of broken.slice(0, 10)) console.log(`BROKEN ${line}`)
  if (wrong.length + broken.length + unread.size > 0) process.exitCode = 1
}
