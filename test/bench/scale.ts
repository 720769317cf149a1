/**
 * What a large store costs: `npm run bench:scale [ARTICLES]` (100,000 unless told). The store, in a temporary file, is made of real
 * articles multiplied, and kept for the next time.
 */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractQuotations } from '../../src/quotations/extract.js'
import { openStore } from '../../src/store/sqlite.js'
import type { StoredQuotation } from '../../src/store/store.js'
import { measureAdding } from './adding.js'
import { LINES, measureAnswers } from './answering.js'
import { fill } from './bulk.js'
import { figures } from './clock.js'
import { clusteredArticles, type LabelledArticle } from './clusters.js'
import { copiesOf, draftOf, renaming } from './multiplied.js'

const FURTHER = 300
const SLOWEST = 6

const count = Number(process.argv[2] ?? 100_000)
const articles = clusteredArticles()
if (articles !== null) {
  const path = join(tmpdir(), `crier-scale-${count}.db`)
  if (!existsSync(path)) await build(path, articles)
  await answer(path)
  await add(path, articles)
}

async function build(path: string, originals: readonly LabelledArticle[]): Promise<void> {
  const begun = performance.now()
  const unfinished = `${path}.unfinished`
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${unfinished}${suffix}`, { force: true })
  await fill(unfinished, originals, await quotationsOf(originals), copiesOf(originals, count))
  renameSync(unfinished, path)
  console.log(`${count} articles stored in ${path} in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
}

/** Quotations as a store ties them, by the ids of the articles they are found in. */
async function quotationsOf(originals: readonly LabelledArticle[]): Promise<Map<string, StoredQuotation[]>> {
  const store = await openStore('sqlite::memory:')
  const found = new Map<string, string>()
  for (const article of originals) {
    const { draft } = draftOf({ of: article, number: 0, published: article.published }, (text) => text, [])
    const { id } = await store.save(draft, extractQuotations(article.text, article), 'files')
    found.set(article.id, id)
  }
  const quotations = new Map<string, StoredQuotation[]>()
  for (const [own, id] of found) quotations.set(own, await store.archive('bench').quotationsIn([id]))
  await store.close()
  return quotations
}

async function answer(path: string): Promise<void> {
  const store = await openStore(`sqlite:${path}`)
  console.log(`Opened with ${resident()} MB of memory`)
  for (const [command, lines] of Object.entries(LINES)) {
    const spent = await measureAnswers(store, lines)
    const all = [...spent.values()]
    console.log(`${command}, ${lines.length} lines: the first time ${figures(all.flatMap(([first]) => first ?? []))}`)
    console.log(`  again ${figures(all.flatMap(([, ...again]) => again))}`)
    const slowest = [...spent]
      .map(([line, times]) => ({ line, most: Math.max(...times.map(({ processor }) => processor)) }))
      .toSorted((a, b) => b.most - a.most)
    console.log(
      `  slowest: ${slowest
        .slice(0, SLOWEST)
        .map(({ line, most }) => `${line} ${most.toFixed(0)}`)
        .join(', ')}`,
    )
  }
  console.log(`After answering ${resident()} MB of memory`)
  await store.close()
}

async function add(path: string, originals: readonly LabelledArticle[]): Promise<void> {
  const copies = copiesOf(originals, originals.length, Math.ceil(count / originals.length))
  const further = copies.filter((_, index) => index % Math.floor(originals.length / FURTHER) === 0).slice(0, FURTHER)
  const spent = await measureAdding(
    path,
    further.map((copy) => draftOf(copy, renaming(originals, copy.number), extractQuotations(copy.of.text, copy.of))),
  )
  console.log(`Adding ${further.length} articles, one by one:`)
  for (const [part, times] of Object.entries(spent))
    console.log(`  ${part} ${figures(times)}; the first ${times[0]?.processor.toFixed(1)}`)
}

function resident(): number {
  return Math.round(process.memoryUsage().rss / 1e6)
}
