/**
 * What is asked of SQLite's full-text search (FTS5). What a user typed gets in as quoted strings only. CROSS
 * JOIN keeps SQLite from asking the index anew for each row of the other table.
 */
import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import { fold, isStopWord, words } from '../language/words.js'
import { type Alike, mostAlike, NEWEST } from './mostAlike.js'
import type { Schema } from './schema.js'
import { speakerToken } from './searchIndex.sqlite.js'

type Database = Kysely<Schema>
export type Condition = Expression<SqlBool>
/** One word of each group must occur; the words of one entry must stand together. */
export type Topic = readonly (readonly string[])[]

const MOST_WORDS = 24
const MOST_TELLING = 2 * MOST_WORDS
const LONGEST_WORD = 64
/**
 * Of what has a word, when something new is to be tied to it: what is common tells little. 1,108 articles come into the same stories, and their
 * quotations into the same statements, as if all were looked at.
 */
const NEWEST_TIED = 200

/**
 * Ids of the articles `a` that meet a condition and tell of the topic; of the newest of them the ones most about it
 * first, or newest first.
 */
export async function findArticles(
  db: Database,
  topic: Topic,
  where: Condition,
  order: 'best' | 'newest',
  limit: number,
): Promise<number[]> {
  const query = topicQuery(topic)
  if (query === null) return []
  const score = order === 'best' ? sql`bm25(article_index, 4, 1)` : sql`0`
  const newest = sql<{ id: number }>`SELECT a.id, ${score} AS score FROM article_index
    CROSS JOIN articles AS a ON a.id = article_index.rowid WHERE article_index MATCH ${query} AND ${where}
    ORDER BY article_index.rowid DESC LIMIT ${order === 'best' ? Math.max(limit, NEWEST) : limit}`
  if (order === 'newest') return ids(db, newest)
  return ids(db, sql<{ id: number }>`SELECT id FROM (${newest}) ORDER BY score, id DESC LIMIT ${limit}`)
}

export async function countArticles(db: Database, topic: Topic, where: Condition): Promise<number> {
  const query = topicQuery(topic)
  if (query === null) return 0
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM article_index
    CROSS JOIN articles AS a ON a.id = article_index.rowid WHERE article_index MATCH ${query} AND ${where}`.execute(db)
  return rows[0]?.n ?? 0
}

/**
 * Ids of articles between two ids that share the most of these words by weight, best first; of those with a common word the newest. FTS5's own ranking would count each
 * word's articles over the whole store.
 */
export async function articlesSharing(
  db: Database,
  shared: readonly { word: string; weight: number }[],
  [from, before]: readonly [number, number],
  limit: number,
): Promise<number[]> {
  const asked = JSON.stringify(shared.map(({ word }) => quoted(word)))
  const lists = await idLists(
    db,
    sql`SELECT (SELECT json_group_array(rowid) FROM (
      SELECT rowid FROM article_index WHERE article_index MATCH asked.value AND rowid BETWEEN ${from} AND ${before}
      ORDER BY rowid DESC LIMIT ${NEWEST_TIED}
    )) AS found FROM json_each(${asked}) AS asked ORDER BY asked.key`,
  )
  const scores = new Map<number, number>()
  for (const [at, { weight }] of shared.entries())
    for (const id of lists[at] ?? []) scores.set(id, (scores.get(id) ?? 0) + weight * weight)
  const best = [...scores].toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || b - a)
  return best.slice(0, limit).map(([id]) => id)
}

/** Ids of quotations `q` of these speakers, in articles `a`, whose passages tell of the topic, newest first. */
export async function findQuotations(
  db: Database,
  speakerIds: readonly number[],
  topic: Topic,
  where: Condition,
  limit: number,
): Promise<number[]> {
  const about = topicQuery(topic)
  if (about === null || speakerIds.length === 0) return []
  const speakers = anyOf(speakerIds.map(speakerToken))
  const query = `{speaker} : (${speakers}) AND {words passage} : (${about})`
  return ids(
    db,
    sql<{ id: number }>`SELECT q.id FROM quotation_index CROSS JOIN quotations AS q ON q.id = quotation_index.rowid
      CROSS JOIN articles AS a ON a.id = q.article_id
      WHERE quotation_index MATCH ${query} AND ${where} ORDER BY q.article_id DESC, q.start LIMIT ${limit}`,
  )
}

/** Ids of quotations `q` that share the rarer of these words, most alike first. */
export async function quotationsSharing(
  db: Database,
  text: string,
  where: Condition,
  limit: number,
): Promise<number[]> {
  return sharing(db, 'wording_index', text, where, limit)
}

/** The same of quotations of replaced versions that the version after them does not print. */
export async function droppedSharing(db: Database, text: string, where: Condition, limit: number): Promise<number[]> {
  return sharing(db, 'dropped_index', text, where, limit)
}

type WordingIndex = 'wording_index' | 'dropped_index'

async function sharing(
  db: Database,
  index: WordingIndex,
  text: string,
  where: Condition,
  limit: number,
): Promise<number[]> {
  const [all = []] = await alike(db, index, [text], 2 * Math.max(limit, NEWEST), NEWEST, () => true)
  const best = all.map(({ id }) => id)
  const first = await fittingQuotations(db, best.slice(0, 2 * limit), where, limit)
  if (first.length >= limit || best.length <= 2 * limit) return first
  return fittingQuotations(db, best.slice(0, 2 * NEWEST), where, limit)
}

/**
 * For each text, so many quotations that share the rarer of its words, most alike first, of those that are wanted for the text at this place,
 * each with how many words it shares with the text, or can. Texts that share words are best asked for together.
 */
export async function quotationsAlike(
  db: Database,
  texts: readonly string[],
  limit: number,
  isWanted: (id: number, at: number) => boolean,
): Promise<Alike[][]> {
  return alike(db, 'wording_index', texts, limit, NEWEST_TIED, isWanted)
}

async function alike(
  db: Database,
  index: WordingIndex,
  texts: readonly string[],
  limit: number,
  newest: number,
  isWanted: (id: number, at: number) => boolean,
): Promise<Alike[][]> {
  const runs = texts.map(tellingRuns)
  const distinct = [...new Set(runs.flat())]
  const found = await quotationsWith(db, index, distinct, newest)
  const having = new Map(distinct.map((run, at) => [run, found[at] ?? []]))
  return runs.map((own, at) => {
    const lists = own.map((run) => having.get(run) ?? [])
    const most = mostAlike(lists, limit, (id) => isWanted(id, at), newest)
    // Of a text so long not all words were looked for.
    return own.length < MOST_TELLING ? most : most.map(({ id }) => ({ id, shared: Number.POSITIVE_INFINITY }))
  })
}

/** Words of which none tells anything are looked for as they stand, one after the other. */
function tellingRuns(text: string): string[] {
  const all = searchable(text, 4 * MOST_WORDS)
  const telling = all.filter((word) => !isStopWord(word)).slice(0, MOST_TELLING)
  return telling.length > 0 ? telling : all.length > 0 ? [all.join(' ')] : []
}

/** The first of these that meet a condition. SQLite looks at each before it keeps to the limit. */
async function fittingQuotations(
  db: Database,
  best: readonly number[],
  where: Condition,
  limit: number,
): Promise<number[]> {
  return ids(
    db,
    sql<{ id: number }>`SELECT q.id FROM json_each(${JSON.stringify(best)}) AS best
      CROSS JOIN quotations AS q ON q.id = best.value WHERE ${where} ORDER BY best.key LIMIT ${limit}`,
  )
}

/** The newest quotations with each of these runs of words. */
async function quotationsWith(
  db: Database,
  index: WordingIndex,
  runs: readonly string[],
  newest: number,
): Promise<number[][]> {
  const asked = JSON.stringify(runs.map(quoted))
  return idLists(
    db,
    sql`SELECT (SELECT json_group_array(rowid) FROM (
      SELECT rowid FROM ${sql.raw(index)} WHERE ${sql.raw(index)} MATCH asked.value ORDER BY rowid DESC LIMIT ${newest}
    )) AS found FROM json_each(${asked}) AS asked ORDER BY asked.key`,
  )
}

/** Many short lists at once: a query for each takes longer, and so does a row for each id. */
async function idLists(db: Database, query: RawBuilder<unknown>): Promise<number[][]> {
  const { rows } = await query.$castTo<{ found: string }>().execute(db)
  return rows.map((row): number[] => JSON.parse(row.found))
}

/** Ids of aliases with all these words, newest first; the last word may be a beginning, or there be none at all. */
export async function aliasesWith(
  db: Database,
  text: string,
  last: 'word' | 'prefix',
  limit: number,
): Promise<number[]> {
  const parts = searchable(fold(text)).map(quoted)
  if (parts.length === 0 && last === 'word') return []
  if (parts.length === 0) return ids(db, sql<{ id: number }>`SELECT id FROM aliases ORDER BY id DESC LIMIT ${limit}`)
  const query = parts.join(' AND ') + (last === 'prefix' ? ' *' : '')
  return ids(
    db,
    sql<{
      id: number
    }>`SELECT rowid AS id FROM name_index WHERE name_index MATCH ${query} ORDER BY rowid DESC LIMIT ${limit}`,
  )
}

/** Ids of aliases that share runs of three letters with a name, most alike first. */
export async function aliasesLike(db: Database, name: string, limit: number): Promise<number[]> {
  const letters = Array.from(fold(name).slice(0, LONGEST_WORD))
  const trigrams = new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')))
  if (trigrams.size === 0) return []
  return ids(
    db,
    sql<{ id: number }>`SELECT rowid AS id FROM name_trigrams WHERE name_trigrams MATCH ${anyOf([...trigrams])}
      ORDER BY bm25(name_trigrams) LIMIT ${limit}`,
  )
}

/** How many current articles have each of these words, or another of its stem, by the word as given. */
export async function frequencies(
  db: Database,
  asked: readonly string[],
  where: Condition,
): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const word of new Set(asked)) {
    const query = quoted(searchable(word).join(' '))
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM article_index
      WHERE article_index MATCH ${query} AND ${where}`.execute(db)
    found.set(word, rows[0]?.n ?? 0)
  }
  return found
}

/** How many current articles have each of these stems, by stem. */
export async function termCounts(db: Database, stems: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ term: string; doc: number }>`SELECT term, doc FROM article_terms
    WHERE term IN (SELECT value FROM json_each(${JSON.stringify(stems)}))`.execute(db)
  return new Map(rows.map(({ term, doc }) => [term, doc]))
}

/** Stems that begin with this letter, of these lengths, with how many current articles have each, whoever sees them. */
export async function stemsBeginning(
  db: Database,
  letter: string,
  [shortest, longest]: readonly [number, number],
): Promise<{ term: string; doc: number }[]> {
  const { rows } = await sql<{ term: string; doc: number }>`SELECT term, doc FROM article_terms
    WHERE term >= ${letter} AND term < ${`${letter}\uffff`} AND length(term) BETWEEN ${shortest} AND ${longest}`.execute(
    db,
  )
  return rows
}

/** The words of a text as a person would look for them, each once. */
function searchable(text: string, most = MOST_WORDS): string[] {
  const found = words(text.slice(0, most * LONGEST_WORD)).map((word) => fold(word.text).replace(/'s?$/u, ''))
  return [...new Set(found.map((word) => word.slice(0, LONGEST_WORD)))].slice(0, most)
}

/** Stop words narrow nothing and cost most, so a group of nothing else counts only where there is no other. */
function topicQuery(topic: Topic): string | null {
  const groups = topic.map((group) => group.map((entry) => searchable(entry)).filter((entry) => entry.length > 0))
  const filled = groups.filter((group) => group.length > 0).slice(0, MOST_WORDS)
  const telling = filled.map((group) => group.filter((entry) => entry.some((word) => !isStopWord(word))))
  const used = telling.some((group) => group.length > 0) ? telling.filter((group) => group.length > 0) : filled
  if (used.length === 0) return null
  return used.map((group) => `(${anyOf(group.slice(0, MOST_WORDS).map((entry) => entry.join(' ')))})`).join(' AND ')
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function anyOf(texts: readonly string[]): string {
  return texts.map(quoted).join(' OR ')
}

async function ids(db: Database, query: RawBuilder<{ id: number }>): Promise<number[]> {
  const { rows } = await query.execute(db)
  return rows.map(({ id }) => id)
}
