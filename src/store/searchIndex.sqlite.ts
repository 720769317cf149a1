/** What SQLite's full-text search (FTS5) is given to find by: its tables, and what goes into them and out. */
import { type Kysely, sql } from 'kysely'
import { fold } from '../language/words.js'
import type { Schema } from './schema.js'

type Database = Kysely<Schema>

const STEMMED = "tokenize = 'porter unicode61 remove_diacritics 2'"

export async function createSearchTables(db: Database): Promise<void> {
  const tables = [
    `article_index USING fts5(title, text, content = '', contentless_delete = 1, ${STEMMED})`,
    `article_terms USING fts5vocab(article_index, row)`,
    `quotation_index USING fts5(words, passage, speaker, content = '', contentless_delete = 1, ${STEMMED})`,
    `name_index USING fts5(name, content = '', prefix = '1 2 3')`,
    `name_trigrams USING fts5(name, content = '', tokenize = 'trigram')`,
  ]
  for (const table of tables) await sql.raw(`CREATE VIRTUAL TABLE ${table}`).execute(db)
}

/** Quotations of replaced versions that the version after them does not print. */
export async function createDroppedIndex(db: Database): Promise<void> {
  const table = `dropped_index USING fts5(words, content = '', contentless_delete = 1, ${STEMMED})`
  await sql.raw(`CREATE VIRTUAL TABLE ${table}`).execute(db)
  await sql`INSERT INTO dropped_index (rowid, words) SELECT id, wording FROM quotations WHERE dropped = 1`.execute(db)
}

/** The words of quotations by themselves: among those of the passages around them they are found far more slowly. */
export async function createWordingIndex(db: Database): Promise<void> {
  await sql
    .raw(`CREATE VIRTUAL TABLE wording_index USING fts5(words, content = '', contentless_delete = 1, ${STEMMED})`)
    .execute(db)
  await sql`INSERT INTO wording_index (rowid, words) SELECT id, wording FROM quotations WHERE current = 1`.execute(db)
}

/**
 * Each article that is stored adds a segment to an index, and a word is looked for in all of them: in so few that finding what a new article
 * is to be tied to takes two thirds of the time, and to store it no longer. https://www.sqlite.org/fts5.html#the_automerge_configuration_option
 */
export async function mergeSooner(db: Database): Promise<void> {
  for (const index of ['article_index', 'quotation_index', 'wording_index'])
    for (const [option, segments] of Object.entries({ automerge: 2, crisismerge: 4 }))
      await sql`INSERT INTO ${sql.raw(index)} (${sql.raw(index)}, rank) VALUES (${option}, ${sql.lit(segments)})`.execute(
        db,
      )
}

export async function indexArticle(db: Database, id: number, title: string | null, text: string): Promise<void> {
  await sql`INSERT INTO article_index (rowid, title, text) VALUES (${id}, ${title ?? ''}, ${text})`.execute(db)
}

export interface IndexedQuotation {
  readonly id: number
  readonly words: string
  readonly passage: string
  readonly speakerId: number | null
}

export async function indexQuotations(db: Database, quotations: readonly IndexedQuotation[]): Promise<void> {
  const rows = JSON.stringify(
    quotations.map(({ id, words, passage, speakerId }) => [
      id,
      words,
      passage,
      speakerId === null ? '' : speakerToken(speakerId),
    ]),
  )
  await sql`INSERT INTO quotation_index (rowid, words, passage, speaker)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${rows})`.execute(db)
  await sql`INSERT INTO wording_index (rowid, words)
    SELECT value ->> 0, value ->> 1 FROM json_each(${rows})`.execute(db)
}

/** An article and its quotations are found no more. */
export async function unindexArticle(db: Database, id: number): Promise<void> {
  const own = sql`SELECT id FROM quotations WHERE article_id = ${id} AND current = 1`
  await sql`DELETE FROM quotation_index WHERE rowid IN (${own})`.execute(db)
  await sql`DELETE FROM wording_index WHERE rowid IN (${own})`.execute(db)
  await sql`DELETE FROM article_index WHERE rowid = ${id}`.execute(db)
}

export async function indexDropped(db: Database, articleId: number): Promise<void> {
  await sql`INSERT INTO dropped_index (rowid, words)
    SELECT id, wording FROM quotations WHERE article_id = ${articleId} AND dropped = 1`.execute(db)
}

export async function unindexDropped(db: Database, articleId: number): Promise<void> {
  await sql`DELETE FROM dropped_index
    WHERE rowid IN (SELECT id FROM quotations WHERE article_id = ${articleId} AND dropped = 1)`.execute(db)
}

export async function indexName(db: Database, aliasId: number, name: string): Promise<void> {
  await sql`INSERT INTO name_index (rowid, name) VALUES (${aliasId}, ${fold(name)})`.execute(db)
  await sql`INSERT INTO name_trigrams (rowid, name) VALUES (${aliasId}, ${fold(name)})`.execute(db)
}

/** The word that a speaker is found by. */
export function speakerToken(id: number): string {
  return `spk${id}`
}
