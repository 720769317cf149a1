import { type Generated, type Kysely, sql } from 'kysely'
import type { Schema } from './schema.js'

/** The tables of what is followed. Times are milliseconds since 1970. */
export interface FeedSchema {
  feeds: FeedTable
  follows: FollowTable
  feed_addresses: { address: string; feed_id: number }
  entries: EntryTable
  addresses: AddressTable
}

/**
 * `samples` and `files` are what is indexed, with no address. What has become a part of another feed is `merged`: its row stays, so that no
 * number is given again, and with it what it brought.
 */
export type FeedKind = 'samples' | 'files' | 'address' | 'merged'

export interface FeedTable {
  id: Generated<number>
  kind: FeedKind
  address: string
  outlet: Generated<string>
  site: string | null
  etag: string | null
  last_modified: string | null
  interval: number | null
  /** JSON of the hours and days in which it is left alone. */
  skipped: string | null
  failures: Generated<number>
  failing_since: number | null
  last_success: number | null
  error: string | null
  /** Its next fetch. */
  next_at: number | null
  gone: Generated<0 | 1>
  merged_into: number | null
  /** The next fetch, or the first of its entries to be read, whichever is sooner; null where nobody follows it: see `schedule`. */
  due_at: number | null
}

export interface FollowTable {
  desk: string
  feed_id: number
  followed_by: string | null
  followed_at: number | null
  /** The `failing_since` that the desk has been told of. */
  told_at: number | null
}

export interface EntryTable {
  id: Generated<number>
  feed_id: number
  /** A hash: what feeds call their entries may be of any length. */
  key: string
  /** A hash of what it says. */
  said: string
  /** When the fetch that brought it was, and its place there. */
  came_at: number
  place: number
  /** JSON of the entry while it is to be read. */
  entry: string | null
  state: 'waiting' | 'kept' | 'refused'
  is_old: 0 | 1
  /** When it is to be read; null: never again. */
  due_at: number | null
  failures: Generated<number>
  readings: Generated<number>
  etag: string | null
  last_modified: string | null
  article_key: string | null
  why: string | null
}

export interface AddressTable {
  address: string
  /** Of the article that is known by this address. */
  key: string
  /** Where the address is that key itself: the entry whose readings count; others only carry the article. */
  entry_id: number | null
}

export async function createFeedTables({ schema }: Kysely<Schema>): Promise<void> {
  const feed = (name: string, type: 'text' | 'bigint') => schema.alterTable('feeds').addColumn(name, type).execute()
  for (const name of ['site', 'etag', 'last_modified', 'error', 'skipped']) await feed(name, 'text')
  for (const name of ['interval', 'failing_since', 'last_success', 'next_at', 'merged_into', 'due_at'])
    await feed(name, 'bigint')
  await schema
    .alterTable('feeds')
    .addColumn('outlet', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  for (const name of ['failures', 'gone']) {
    const counted = schema.alterTable('feeds').addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
    await counted.execute()
  }
  await schema.createIndex('feeds_due').on('feeds').columns(['due_at', 'id']).where(DUE, 'is not', null).execute()
  await schema.alterTable('follows').addColumn('followed_by', 'text').execute()
  for (const name of ['followed_at', 'told_at']) await schema.alterTable('follows').addColumn(name, 'bigint').execute()
  await schema.createIndex('follows_feed').on('follows').column('feed_id').execute()
  await schema.createIndex('feed_articles_feed').on('feed_articles').columns(['feed_id', 'article_id']).execute()
  await schema
    .createTable('feed_addresses')
    .addColumn('address', 'text', (column) => column.primaryKey())
    .addColumn('feed_id', 'integer', (column) => column.notNull().references('feeds.id').onDelete('cascade'))
    .execute()
  await createEntries(schema)
  await schema
    .createTable('addresses')
    .addColumn('address', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('entry_id', 'bigint')
    .modifyEnd(sql`WITHOUT ROWID`)
    .execute()
}

const DUE = sql.ref('due_at')

async function createEntries(schema: Kysely<Schema>['schema']): Promise<void> {
  await schema
    .createTable('entries')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('feed_id', 'integer', (column) => column.notNull().references('feeds.id').onDelete('cascade'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('said', 'text', (column) => column.notNull())
    .addColumn('came_at', 'bigint', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('entry', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('is_old', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('readings', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('article_key', 'text')
    .addColumn('why', 'text')
    .addUniqueConstraint('entries_unique', ['feed_id', 'key'])
    .execute()
  const due = (index: string) => schema.createIndex(index).on('entries').where(DUE, 'is not', null)
  await due('entries_due').columns(['feed_id', 'due_at', 'state']).execute()
  await due('entries_order').columns(['feed_id', 'came_at desc', 'place', 'due_at']).execute()
}
