/** Where articles came in, and which of it a desk sees. */
import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.js'
import type { Condition } from './search.sqlite.js'
import type { Origin } from './store.js'

/** The number of what holds the samples, or the files; made where there is none. */
export async function feedFor(db: Kysely<Schema>, kind: Origin): Promise<number> {
  const known = await db.selectFrom('feeds').select('id').where('kind', '=', kind).executeTakeFirst()
  if (known !== undefined) return known.id
  return (await db.insertInto('feeds').values({ kind, address: '' }).returning('id').executeTakeFirstOrThrow()).id
}

/** Notes that these feeds carry an article. */
export async function carry(db: Kysely<Schema>, articleId: number, feedIds: Iterable<number>): Promise<void> {
  const rows = [...new Set(feedIds)].map((feed_id) => ({ article_id: articleId, feed_id }))
  await db
    .insertInto('feed_articles')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Given the column that holds an article's id: that the desk sees it. What it follows and the files; the samples until
 * there is either.
 */
export async function visibility(db: Kysely<Schema>, desk: string): Promise<(articleId: string) => Condition> {
  const followed = await db.selectFrom('follows').select('feed_id as id').where('desk', '=', desk).execute()
  const indexed = await db.selectFrom('feeds').select(['id', 'kind']).where('address', '=', '').execute()
  const own = [...followed, ...indexed.filter(({ kind }) => kind === 'files')]
  const seen = own.length > 0 ? own : indexed
  const ids = sql.join(seen.map(({ id }) => sql.lit(id)))
  if (seen.length === 0) return () => sql`1 = 0`
  const others = await sql`SELECT 1 FROM feeds WHERE id NOT IN (${ids}) LIMIT 1`.execute(db)
  if (others.rows.length === 0) return () => sql`1 = 1`
  return (articleId) =>
    sql`EXISTS (SELECT 1 FROM feed_articles AS f WHERE f.article_id = ${sql.ref(articleId)} AND f.feed_id IN (${ids}))`
}
