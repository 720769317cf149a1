/** How well articles are tied to stories: `npx tsx test/bench/stories.ts`. B-cubed: Bagga and Baldwin, 1998. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../src/store/sqlite.js'

interface Labelled {
  readonly id: string
  readonly story: string
  readonly outlet: string
  readonly published: string
  readonly title: string
  readonly url: string
  readonly text: string
}

const file = join(process.env['CRIER_SHARED'] ?? '../shared', 'data/clusters/articles.jsonl')
if (existsSync(file)) await measure(file)
else console.log(`Skipped: there is no ${file}. Set CRIER_SHARED to the folder of the shared data.`)

async function measure(path: string): Promise<void> {
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  const articles = lines
    .map((line): Labelled => JSON.parse(line))
    .toSorted((a, b) => a.published.localeCompare(b.published))
  const store = await openStore('sqlite::memory:')
  const begun = performance.now()
  const ids: string[] = []
  for (const { id: key, outlet, title, url, published, text } of articles) {
    ids.push((await store.save({ key, outlet, title, url, published, text, author: null }, [], 'files')).id)
  }
  const spent = performance.now() - begun
  const found = new Map<string, string>()
  for (const story of await store.archive('bench').storiesOf(ids)) {
    for (const article of story.articles) found.set(article.id, story.id)
  }
  await store.close()
  const told = ids.map((id, at) => ({ found: found.get(id) ?? id, gold: articles[at]?.story ?? '' }))
  const precision = share(told, 'found')
  const recall = share(told, 'gold')
  const f1 = (2 * precision * recall) / (precision + recall)
  const figures = Object.entries({ precision, recall, f1 }).map(([name, value]) => `${name} ${value.toFixed(3)}`)
  const stories = new Set(told.map((one) => one.found)).size
  console.log(`B-cubed over ${articles.length} articles: ${figures.join(', ')}; ${stories} stories`)
  console.log(`${(spent / articles.length).toFixed(1)} ms an article`)
}

/** Of an article's group of one kind, the share that is with it in the other kind too; on average over articles. */
function share(told: readonly { found: string; gold: string }[], kind: 'found' | 'gold'): number {
  const groups = new Map<string, number>()
  const both = new Map<string, number>()
  for (const { found, gold } of told) {
    const group = kind === 'found' ? found : gold
    groups.set(group, (groups.get(group) ?? 0) + 1)
    both.set(`${found} ${gold}`, (both.get(`${found} ${gold}`) ?? 0) + 1)
  }
  const shares = told.map(({ found, gold }) => {
    return (both.get(`${found} ${gold}`) ?? 0) / (groups.get(kind === 'found' ? found : gold) ?? 1)
  })
  return shares.reduce((sum, value) => sum + value, 0) / told.length
}
