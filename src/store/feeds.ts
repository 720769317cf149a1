/** Where articles came in, and which of it a desk sees. */
import { type Kysely, sql } from 'kysely'
import type { FeedKind, Schema } from './schema.js'
import type { Condition } from './search.sqlite.js'
import type { Origin } from './store.js'

/** The id of the feed for an origin, made where there is none. */
export async function feedFor(db: Kysely<Schema>, origin: Origin): Promise<number> {
  const kind: FeedKind = typeof origin === 'string' ? origin : 'address'
  const address = typeof origin === 'string' ? '' : origin.feed
  const known = await db
    .selectFrom('feeds')
    .select('id')
    .where('kind', '=', kind)
    .where('address', '=', address)
    .executeTakeFirst()
  if (known !== undefined) return known.id
  return (await db.insertInto('feeds').values({ kind, address }).returning('id').executeTakeFirstOrThrow()).id
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
  const feeds = await db
    .selectFrom('feeds')
    .leftJoin('follows', (join) => join.onRef('follows.feed_id', '=', 'feeds.id').on('follows.desk', '=', desk))
    .select(['feeds.id', 'feeds.kind', 'follows.desk'])
    .execute()
  const own = feeds.filter((feed) => feed.kind === 'files' || feed.desk !== null)
  const seen = own.length > 0 ? own : feeds.filter((feed) => feed.kind === 'samples')
  if (seen.length === feeds.length) return () => sql`1 = 1`
  if (seen.length === 0) return () => sql`1 = 0`
  const ids = sql.join(seen.map((feed) => sql.lit(feed.id)))
  return (articleId) =>
    sql`EXISTS (SELECT 1 FROM feed_articles AS f WHERE f.article_id = ${sql.ref(articleId)} AND f.feed_id IN (${ids}))`
}
