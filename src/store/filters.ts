import { type Kysely, type SqlBool, sql } from 'kysely'
import { fold, words } from '../language/words.js'
import { visibility } from './feeds.js'
import { firstIdAfter, firstIdAt } from './order.js'
import type { Schema } from './schema.js'
import type { Condition } from './search.sqlite.js'
import { foldedSpeakers } from './speakers.js'
import type { Filter } from './store.js'

/** That an article `a` is current, seen by the desk and fits a filter but for its topic. */
export async function fitting(db: Kysely<Schema>, desk: string, filter: Filter): Promise<Condition> {
  const visible = await visibility(db, desk)
  // Without the plus, SQLite would walk all current articles in the place of these stories' or speakers'.
  const current = filter.stories || filter.speakers ? sql`+a.current` : sql`a.current`
  return sql<SqlBool>`(${current} = 1 AND ${visible('a.id')} AND ${await narrowed(db, visible, filter)})`
}

/** That any version `a` of an article fits a filter but for its topic. */
export async function narrowed(
  db: Kysely<Schema>,
  visible: (articleId: string) => Condition,
  filter: Filter,
): Promise<Condition> {
  const { outlet, outlets, since, after, until, arrivedAfter, stories, speakers } = filter
  const conditions: Condition[] = [sql`1 = 1`]
  if (since !== undefined) conditions.push(sql<SqlBool>`a.id >= ${firstIdAt(since)}`)
  if (after !== undefined) conditions.push(await publishedAfter(db, after))
  if (until !== undefined)
    conditions.push(sql`a.id < ${firstIdAfter(until)} AND (NOT ${UNDATED} OR a.added_at <= ${until})`)
  if (arrivedAfter !== undefined)
    conditions.push(sql`(a.added_at > ${arrivedAfter} OR a.id >= ${firstIdAfter(arrivedAfter)})`)
  if (stories !== undefined) conditions.push(sql`a.story_id IN (${sql.join([...stories])})`)
  if (speakers !== undefined) {
    const ids = await foldedSpeakers(db, visible, speakers)
    conditions.push(
      sql`a.id IN (SELECT article_id FROM quotations WHERE speaker_id IN (${sql.join(ids)}) AND current = 1)`,
    )
  }
  if (outlet !== undefined) conditions.push(await isOfOne(db, [outlet]))
  if (outlets !== undefined) conditions.push(await isOfOne(db, outlets))
  return sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`
}

const UNDATED = sql`a.id BETWEEN ${sql.lit(firstIdAt(null))} AND ${sql.lit(firstIdAfter(0) - 1)}`

/** SQLite walks no further back than the first of two ids; what is undated lies before all, and seldom came in lately. */
async function publishedAfter(db: Kysely<Schema>, time: number): Promise<Condition> {
  const { rows } = await sql`SELECT 1 FROM articles AS a WHERE ${UNDATED} AND a.added_at > ${time} LIMIT 1`.execute(db)
  const dated = sql<SqlBool>`a.id >= ${firstIdAfter(time)}`
  return rows.length === 0 ? dated : sql<SqlBool>`(${dated} OR (${UNDATED} AND a.added_at > ${time}))`
}

async function isOfOne(db: Kysely<Schema>, outlets: readonly string[]): Promise<Condition> {
  const found = await Promise.all(outlets.map((outlet) => outletsNamed(db, outlet)))
  return sql<SqlBool>`a.outlet_id IN (${sql.join(found.flat())})`
}

/** What is the same in two spellings of an outlet's name: "The Guardian" and "guardian". */
export function outletKey(name: string): string {
  return fold(name)
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/^the (?=.)/u, '')
}

/** The outlet of this name; where there is none, those whose names have all its words. */
async function outletsNamed(db: Kysely<Schema>, asked: string): Promise<number[]> {
  const outlets = await db.selectFrom('outlets').select(['id', 'key']).execute()
  const key = outletKey(asked)
  const exact = outlets.filter((outlet) => outlet.key === key)
  if (exact.length > 0) return exact.map(({ id }) => id)
  const parts = words(key).map((word) => word.text)
  if (parts.length === 0) return []
  const has = (name: string): boolean => {
    const own = new Set(words(name).map((word) => word.text))
    return parts.every((part) => own.has(part))
  }
  return outlets.filter((outlet) => has(outlet.key)).map(({ id }) => id)
}
