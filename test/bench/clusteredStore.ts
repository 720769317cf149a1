import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readArticles } from '../../src/articles/read.js'
import type { ArticleDraft, FoundQuotation } from '../../src/model.js'
import { openStore } from '../../src/store/sqlite.js'
import type { Store, StoryRow } from '../../src/store/store.js'

/**
 * A store in memory with the labelled articles as `crier index` reads them, with the quotations that `find` gives; null, having said so,
 * where they are not there.
 */
export async function clusteredStore(
  find: (draft: ArticleDraft) => FoundQuotation[] = () => [],
): Promise<Store | null> {
  const file = join(process.env['CRIER_SHARED'] ?? '../shared', 'data/clusters/articles.jsonl')
  if (!existsSync(file)) {
    console.log(`Skipped: there is no ${file}. Set CRIER_SHARED to the folder of the shared data.`)
    return null
  }
  const store = await openStore('sqlite::memory:')
  for await (const reading of readArticles([file])) {
    if ('draft' in reading) await store.save(reading.draft, find(reading.draft), 'files')
  }
  return store
}

/** All stories of such a store, by their ids. */
export async function storiesIn(store: Store): Promise<StoryRow[]> {
  const archive = store.archive('bench')
  const listed = await archive.listed({}, 100_000)
  const stories = await archive.storiesOf(listed.map(({ id }) => id))
  return stories.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
