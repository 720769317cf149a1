import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Extract } from '../../src/articles/ingest.js'
import { ingest } from '../../src/articles/ingest.js'
import { readArticles } from '../../src/articles/read.js'
import { openStore } from '../../src/store/sqlite.js'
import type { Store, StoryRow } from '../../src/store/store.js'

/** A store in memory with the labelled articles as `crier index` reads them; null, having said so, where they are not there. */
export async function clusteredStore(extract: Extract = () => []): Promise<Store | null> {
  const file = join(process.env['CRIER_SHARED'] ?? '../shared', 'data/clusters/articles.jsonl')
  if (!existsSync(file)) {
    console.log(`Skipped: there is no ${file}. Set CRIER_SHARED to the folder of the shared data.`)
    return null
  }
  const store = await openStore('sqlite::memory:')
  await ingest(store, readArticles([file], {}), 'files', { extract })
  return store
}

/** All stories of such a store, by their ids. */
export async function storiesIn(store: Store): Promise<StoryRow[]> {
  const archive = store.archive('bench')
  const listed = await archive.listed({}, 100_000)
  const stories = await archive.storiesOf(listed.map(({ id }) => id))
  return stories.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
