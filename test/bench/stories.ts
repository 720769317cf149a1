/**
 * How well articles are tied to stories: `npm run bench:stories`. B-cubed: Bagga and Baldwin, "Algorithms for scoring coreference
 * chains", 1998. Articles come in the order of their days, those of one day in several orders.
 */
import { openStore } from '../../src/store/sqlite.js'
import { clusteredArticles, type LabelledArticle } from './clusters.js'
import { randomFrom, shuffled } from './random.js'

const ORDERS = 5

const articles = clusteredArticles()
if (articles !== null) {
  await measure('as in the file', articles)
  for (let seed = 1; seed <= ORDERS; seed += 1) await measure(`order ${seed}`, inOrder(articles, seed))
}

/** Day by day, the articles of each in another order. */
function inOrder(all: readonly LabelledArticle[], seed: number): LabelledArticle[] {
  const mixed = shuffled(all, randomFrom(seed))
  return mixed.toSorted((a, b) => Date.parse(a.published) - Date.parse(b.published))
}

async function measure(name: string, fed: readonly LabelledArticle[]): Promise<void> {
  const store = await openStore('sqlite::memory:')
  const begun = performance.now()
  const ids: string[] = []
  for (const { id: key, outlet, title, url, published, text } of fed) {
    ids.push((await store.save({ key, outlet, title, url, published, text, author: null }, [], 'files')).id)
  }
  const spent = performance.now() - begun
  const found = new Map<string, string>()
  for (const story of await store.archive('bench').storiesOf(ids)) {
    for (const article of story.articles) found.set(article.id, story.id)
  }
  await store.close()
  const told = ids.map((id, at) => ({ found: found.get(id) ?? id, gold: fed[at]?.story ?? '' }))
  const precision = share(told, 'found')
  const recall = share(told, 'gold')
  const f1 = (2 * precision * recall) / (precision + recall)
  const figures = Object.entries({ precision, recall, f1 }).map(([kind, value]) => `${kind} ${value.toFixed(3)}`)
  const stories = new Set(told.map((one) => one.found)).size
  const each = (spent / fed.length).toFixed(1)
  console.log(
    `${name}: B-cubed ${figures.join(', ')}; ${stories} stories of ${fed.length} articles; ${each} ms an article`,
  )
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
