/**
 * `npm run bench:card`: how long a card takes from the question to its bytes, in the thread that draws it, and the longest that the thread
 * which asks stands still meanwhile. It draws the largest cards of the samples, or of `CRIER_SHARED`'s clusters where it is set. Run
 * `npm run build` first, since a thread runs no TypeScript.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { commands } from '../../commands/index.js'
import { ingest } from '../../src/articles/ingest.js'
import { readArticles } from '../../src/articles/read.js'
import { createBot } from '../../src/bot.js'
import type { Card } from '../../src/message.js'
import { startDrawing } from '../../src/pictures/drawing.js'
import { readFonts } from '../../src/pictures/font.js'
import { layoutOf } from '../../src/pictures/layout.js'
import { extractQuotations } from '../../src/quotations/extract.js'
import { openStore } from '../../src/store/sqlite.js'

const ROUNDS = 200
const CARDS = 10
const shared = process.env['CRIER_SHARED']
const articles = shared ? join(shared, 'data/clusters/articles.jsonl') : 'seeds'
const TOPICS = shared
  ? ['police', 'israel', 'trump', 'court', 'shooting', 'storm', 'election', 'attack', 'fire', 'crash', 'dead', 'troops']
  : ['pumps', 'ferry', 'strike', 'ambulance', 'flood', 'afghanistan', 'alliances']
const THREAD = new URL('../../dist/bin/pictures/thread.js', import.meta.url)

async function largestCards(): Promise<Card[]> {
  const store = await openStore('sqlite::memory:')
  await ingest(store, readArticles([articles], {}), 'files', { extract: extractQuotations })
  const bot = createBot({ commands, store, clock: () => new Date(0), log: { error: console.error } })
  const messages = []
  for (const topic of TOPICS) messages.push(await bot.answer({ desk: 'local', line: `/compare ${topic}` }))
  await store.close()
  const fonts = readFonts()
  const cards = messages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'image' ? [block.card] : [])),
  )
  return cards.toSorted((a, b) => layoutOf(b, fonts).height - layoutOf(a, fonts).height).slice(0, CARDS)
}

function percentile(sorted: readonly number[], share: number): string {
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)} ms`
}

if (!existsSync(THREAD)) throw new Error('There is no dist/bin: run npm run build first.')
const cards = await largestCards()
const drawing = startDrawing({ start: () => new Worker(THREAD), log: { error: console.error } })
const [first] = cards
if (!first) throw new Error('No comparison has a card.')
const coldFrom = performance.now()
await drawing.draw(first)
const cold = performance.now() - coldFrom

const took: number[] = []
const sizes: number[] = []
let longestPause = 0
let last = performance.now()
const pulse = setInterval(() => {
  longestPause = Math.max(longestPause, performance.now() - last - 1)
  last = performance.now()
}, 1)
for (let round = 0; round < ROUNDS; round++) {
  const from = performance.now()
  const png = await drawing.draw(cards[round % cards.length] ?? first)
  took.push(performance.now() - from)
  sizes.push(png?.length ?? 0)
}
clearInterval(pulse)
await drawing.stop()
const sorted = took.toSorted((a, b) => a - b)
console.log(`${ROUNDS} drawings of the ${cards.length} tallest cards of ${articles}`)
console.log(
  `p50 ${percentile(sorted, 0.5)}, p99 ${percentile(sorted, 0.99)}; the first, with its thread's start, ${cold.toFixed(0)} ms`,
)
console.log(
  `the largest has ${Math.round(Math.max(...sizes) / 1024)} kB; the thread that asks stood still for ${longestPause.toFixed(1)} ms at most`,
)
