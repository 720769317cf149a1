import type { Kysely } from 'kysely'
import type { FeedBook } from '../feeds/feed.js'
import { entriesOn } from './entries.js'
import { fetchesOn } from './fetches.js'
import { followsOn } from './follows.js'
import type { SaveArticle } from './save.js'
import type { Schema } from './schema.js'

/** The tables of articles, and what must be all or nothing. */
export interface FeedTables {
  readonly db: Kysely<Schema>
  /** Runs `work` so that no other process writes meanwhile; nothing of it is written where it fails. */
  readonly atomically: <T>(work: (trx: Kysely<Schema>) => Promise<T>) => Promise<T>
  readonly saveArticle: SaveArticle
}

/** Feeds on the database that holds what they bring. */
export function feedsOn(tables: FeedTables): FeedBook {
  return { ...followsOn(tables), ...fetchesOn(tables), ...entriesOn(tables) }
}
