import { type Kysely, type SqlBool, sql } from 'kysely'
import { fold, words } from '../language/words.js'
import { visibility } from './feeds.js'
import { firstIdAt } from './order.js'
import type { Schema } from './schema.js'
import type { Condition } from './search.sqlite.js'
import type { Filter } from './store.js'

/** That an article `a` is current, seen by the desk and fits a filter but for its topic. */
export async function fitting(db: Kysely<Schema>, desk: string, { outlet, since }: Filter): Promise<Condition> {
  const visible = await visibility(db, desk)
  const conditions = [sql`a.current = 1`, visible('a.id')]
  if (since !== undefined) conditions.push(sql`a.id >= ${firstIdAt(since)}`)
  if (outlet !== undefined) conditions.push(sql`a.outlet_id IN (${sql.join(await outletsNamed(db, outlet))})`)
  return sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`
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
