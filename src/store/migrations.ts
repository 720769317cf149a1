import { type Kysely, sql } from 'kysely'
import { createFeedTables } from './feedTables.js'
import type { Schema } from './schema.js'
import { createDroppedIndex, createSearchTables, createWordingIndex, mergeSooner } from './searchIndex.sqlite.js'

/** Each step brings the store from its place in this list to the next; a step that has been released never changes. */
export const MIGRATIONS: readonly ((db: Kysely<Schema>) => Promise<void>)[] = [
  createTables,
  noteArrivals,
  createFeedTables,
  noteReplacements,
  noteCopies,
  createWordingIndex,
  countTellingWords,
  mergeSooner,
]

async function createTables(db: Kysely<Schema>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('feeds')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addUniqueConstraint('feeds_unique', ['kind', 'address'])
    .execute()
  await schema
    .createTable('follows')
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('feed_id', 'integer', (column) => column.notNull().references('feeds.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('follows_key', ['desk', 'feed_id'])
    .execute()
  await schema
    .createTable('outlets')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('articles')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('public_id', 'text', (column) => column.notNull().unique())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('current', 'integer', (column) => column.notNull())
    .addColumn('outlet_id', 'integer', (column) => column.notNull().references('outlets.id'))
    .addColumn('quotation_count', 'integer', (column) => column.notNull())
    .addColumn('story_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text')
    .addColumn('author', 'text')
    .addColumn('url', 'text')
    .addColumn('published', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('articles_key').on('articles').columns(['key', 'current']).execute()
  await schema.createIndex('articles_current').on('articles').column('current').execute()
  await schema.createIndex('articles_story').on('articles').column('story_id').execute()
  const counted = ['current', 'outlet_id', 'id', 'quotation_count'] as const
  await schema
    .createIndex('articles_outlet')
    .on('articles')
    .columns([...counted])
    .execute()
  await schema
    .createTable('feed_articles')
    .addColumn('feed_id', 'integer', (column) => column.notNull().references('feeds.id').onDelete('cascade'))
    .addColumn('article_id', 'bigint', (column) => column.notNull().references('articles.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('feed_articles_key', ['article_id', 'feed_id'])
    .execute()
  await schema
    .createTable('speakers')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('surname', 'text')
    .execute()
  await schema.createIndex('speakers_surname').on('speakers').column('surname').execute()
  await schema
    .createTable('aliases')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('speaker_id', 'integer', (column) => column.notNull().references('speakers.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addUniqueConstraint('aliases_unique', ['speaker_id', 'name'])
    .execute()
  await schema
    .createTable('quotations')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('article_id', 'bigint', (column) => column.notNull().references('articles.id').onDelete('cascade'))
    .addColumn('current', 'integer', (column) => column.notNull())
    .addColumn('start', 'integer', (column) => column.notNull())
    .addColumn('end', 'integer', (column) => column.notNull())
    .addColumn('wording', 'text', (column) => column.notNull())
    .addColumn('speaker_id', 'integer', (column) => column.references('speakers.id'))
    .addColumn('alias_id', 'integer', (column) => column.references('aliases.id'))
    .addColumn('mention_start', 'integer')
    .addColumn('mention_end', 'integer')
    .addColumn('cue_start', 'integer')
    .addColumn('cue_end', 'integer')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('confidence', 'real', (column) => column.notNull())
    .addColumn('statement_id', 'bigint', (column) => column.notNull())
    .execute()
  const spoken = ['speaker_id', 'current', 'article_id', 'alias_id'] as const
  await schema
    .createIndex('quotations_speaker')
    .on('quotations')
    .columns([...spoken])
    .execute()
  await schema.createIndex('quotations_article').on('quotations').column('article_id').execute()
  await schema.createIndex('quotations_statement').on('quotations').column('statement_id').execute()
  await createSearchTables(db)
}

/** What is in the store already came in at a time that nobody knows. */
async function noteArrivals({ schema }: Kysely<Schema>): Promise<void> {
  await schema
    .alterTable('articles')
    .addColumn('added_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await schema.createIndex('articles_added').on('articles').column('added_at').execute()
}

/** Of versions that were replaced before, the time is when the version after them came in. */
async function noteReplacements(db: Kysely<Schema>): Promise<void> {
  const { schema } = db
  await schema
    .alterTable('articles')
    .addColumn('replaced_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await schema
    .alterTable('quotations')
    .addColumn('dropped', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  const after = sql`FROM articles AS later WHERE later.key = old.key AND later.version > old.version ORDER BY later.version`
  await sql`UPDATE articles AS old SET replaced_at = coalesce((SELECT added_at ${after} LIMIT 1), 0)
    WHERE current = 0`.execute(db)
  await sql`UPDATE quotations AS q SET dropped = 1 WHERE current = 0 AND wording NOT IN
    (SELECT wording FROM quotations WHERE article_id =
      (SELECT (SELECT later.id ${after} LIMIT 1) FROM articles AS old WHERE old.id = q.article_id))`.execute(db)
  await sql`CREATE INDEX quotations_dropped ON quotations (speaker_id, article_id) WHERE dropped = 1`.execute(db)
  await createDroppedIndex(db)
}

/** Nothing is known of what is in the store already. */
async function noteCopies({ schema }: Kysely<Schema>): Promise<void> {
  await schema.alterTable('articles').addColumn('language', 'text').execute()
  await schema.alterTable('articles').addColumn('copy_of', 'text').execute()
  const copies = schema.createIndex('articles_copy').on('articles').column('copy_of')
  await copies.where(sql.ref('copy_of'), 'is not', null).execute()
  const foreign = schema.createIndex('articles_foreign').on('articles').columns(['current', 'outlet_id', 'id'])
  await foreign.where(sql.ref('language'), '<>', 'en').execute()
}

/** Nobody counts those of what is in the store already: it is looked at as before. */
async function countTellingWords({ schema }: Kysely<Schema>): Promise<void> {
  await schema
    .alterTable('quotations')
    .addColumn('telling', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}
