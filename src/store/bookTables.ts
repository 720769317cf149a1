import { type Generated, type Kysely, sql } from 'kysely'
import type { SlotState } from '../digests/digest.js'

/** The tables of the book. Times are milliseconds since 1970. */
export interface BookSchema {
  claims: { key: string; holder: string; until: number; done_at: number | null }
  lines: { conversation: string; line: string; until: number }
  buttons: {
    id: string
    desk: string
    asker: string
    kind: 'ask' | 'share'
    line: string
    part: number
    made_at: number
  }
  entries: { kind: string; key: string; value: string }
  posts: { key: string; begun: number; message_id: string | null }
  digests: DigestTable
  slots: SlotTable
  told: { digest_id: number; story_id: string; article_id: string; at: number }
}

export interface DigestTable {
  /** Never given again, so that an old one is never mistaken for a new one. */
  id: Generated<number>
  desk: string
  /** What the desk's name begins with. */
  platform: string
  /** JSON of an Order. */
  wanted: string
  created_by: string
  created_at: number
  paused_at: number | null
  paused_why: string | null
  next: number | null
  told_until: number | null
}

export interface SlotTable {
  id: Generated<number>
  digest_id: number
  due: number
  by_hand: 0 | 1
  state: SlotState
  why: string | null
  attempts: Generated<number>
  holder: string | null
  /** From when somebody may take it: its time, or when its holder's is over. Null once it is settled. */
  free_at: number | null
  settled_at: number | null
  /** JSON of an Edition, until it is settled. */
  edition: string | null
  /** JSON of the ids of messages. */
  posted: Generated<string>
  stories: number | null
}

/** As the store's list: a step that has been released never changes. */
export const BOOK_MIGRATIONS: readonly ((db: Kysely<BookSchema>) => Promise<void>)[] = [
  createTables,
  createDigestTables,
  createPosts,
]

async function createTables({ schema }: Kysely<BookSchema>): Promise<void> {
  await schema
    .createTable('claims')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('done_at', 'bigint')
    .execute()
  await schema.createIndex('claims_done').on('claims').column('done_at').execute()
  await schema
    .createTable('lines')
    .addColumn('conversation', 'text', (column) => column.primaryKey())
    .addColumn('line', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute()
  await schema.createIndex('lines_until').on('lines').column('until').execute()
  await schema
    .createTable('buttons')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('asker', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('line', 'text', (column) => column.notNull())
    .addColumn('part', 'integer', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .execute()
  await schema
    .createTable('entries')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('entries_key', ['kind', 'key'])
    .execute()
}

async function createDigestTables({ schema }: Kysely<BookSchema>): Promise<void> {
  await schema
    .createTable('digests')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('wanted', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('paused_at', 'bigint')
    .addColumn('paused_why', 'text')
    .addColumn('next', 'bigint')
    .addColumn('told_until', 'bigint')
    .execute()
  await schema.createIndex('digests_desk').on('digests').columns(['desk', 'id']).execute()
  await schema
    .createIndex('digests_next')
    .on('digests')
    .columns(['next', 'id'])
    .where(sql.ref('next'), 'is not', null)
    .execute()
  await schema
    .createTable('slots')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('digest_id', 'integer', (column) => column.notNull().references('digests.id').onDelete('cascade'))
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('by_hand', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('why', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('holder', 'text')
    .addColumn('free_at', 'bigint')
    .addColumn('settled_at', 'bigint')
    .addColumn('posted', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('stories', 'integer')
    .addColumn('edition', 'text')
    .addUniqueConstraint('slots_unique', ['digest_id', 'due', 'by_hand'])
    .execute()
  const slots = (index: string) => schema.createIndex(index).on('slots')
  await slots('slots_free').columns(['free_at', 'id']).where(sql.ref('free_at'), 'is not', null).execute()
  await slots('slots_open').columns(['digest_id', 'id']).where(sql.ref('free_at'), 'is not', null).execute()
  await slots('slots_settled').column('settled_at').execute()
  await schema
    .createTable('told')
    .addColumn('digest_id', 'integer', (column) => column.notNull().references('digests.id').onDelete('cascade'))
    .addColumn('story_id', 'text', (column) => column.notNull())
    .addColumn('article_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('told_key', ['digest_id', 'story_id', 'article_id'])
    .execute()
  await schema.createIndex('told_at').on('told').column('at').execute()
}

/** What was noted of posts before stood among the values, for good. */
async function createPosts(db: Kysely<BookSchema>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('posts')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('begun', 'bigint', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .execute()
  await schema.createIndex('posts_begun').on('posts').column('begun').execute()
  await db.deleteFrom('entries').where('kind', '=', 'slack-post').execute()
}
