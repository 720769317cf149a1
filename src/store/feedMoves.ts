/** What changes about a feed, where it moves to among it. */
import { type Kysely, sql } from 'kysely'
import type { FeedChange } from '../feeds/feed.js'
import { numberOf } from './digestRows.js'
import type { Schema } from './schema.js'

type Database = Kysely<Schema>

/** What is the same in two spellings of an address of a feed; the text itself where it is none. */
export function addressKey(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  url.hash = ''
  return url.href
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}

/** The number of a feed, or of the one that it has become a part of; null where there is no such feed. */
export async function livingFeed(db: Database, id: string): Promise<number | null> {
  const row = await db
    .selectFrom('feeds')
    .select(['id', 'merged_into'])
    .where('id', '=', numberOf(id) ?? 0)
    .where('kind', 'in', ['address', 'merged'])
    .executeTakeFirst()
  return row === undefined ? null : (row.merged_into ?? row.id)
}

/** When a feed is to be looked at next: run it wherever its fetch, its entries or its followers change. */
export async function schedule(trx: Database, id: number): Promise<void> {
  await sql`UPDATE feeds SET due_at = CASE WHEN EXISTS (SELECT 1 FROM follows WHERE feed_id = ${id}) THEN (
      SELECT min(coalesce(next_at, entry_at), coalesce(entry_at, next_at)) FROM (
        SELECT min(due_at) AS entry_at FROM entries WHERE feed_id = ${id} AND due_at IS NOT NULL)) END
    WHERE id = ${id}`.execute(trx)
}

/** Gives the number of the feed, which is another where it has moved to the address of another. */
export async function changeFeed(trx: Database, id: number, change: FeedChange): Promise<number> {
  const { url, isGone } = change
  const own = url === undefined ? id : await move(trx, id, url)
  const values = {
    etag: change.etag,
    last_modified: change.lastModified,
    interval: change.interval,
    skipped: change.skipped && JSON.stringify(change.skipped),
    failures: change.failures,
    failing_since: change.failingSince,
    last_success: change.lastSuccess,
    error: change.error,
    next_at: isGone === true ? null : change.next,
    gone: isGone === undefined ? undefined : isGone ? (1 as const) : (0 as const),
  }
  if (Object.values(values).some((value) => value !== undefined))
    await trx.updateTable('feeds').set(values).where('id', '=', own).execute()
  return own
}

async function move(trx: Database, id: number, url: string): Promise<number> {
  const from = await trx.selectFrom('feeds').select('address').where('id', '=', id).executeTakeFirstOrThrow()
  const address = addressKey(url)
  const holder = await trx
    .selectFrom('feed_addresses')
    .select('feed_id')
    .where('address', '=', address)
    .executeTakeFirst()
  if (holder !== undefined && holder.feed_id !== id) {
    await merge(trx, id, holder.feed_id)
    return holder.feed_id
  }
  if (holder === undefined) await trx.insertInto('feed_addresses').values({ address, feed_id: id }).execute()
  await trx.updateTable('feeds').set({ address: url }).where('id', '=', id).execute()
  if (hostOf(from.address) !== hostOf(url)) await distrust(trx, id)
  return id
}

/**
 * What a feed has said and nobody has read yet is not believed at another host: it would speak for that. What still holds is in the feed there
 * too, and is asked for in full.
 */
async function distrust(trx: Database, id: number): Promise<void> {
  await trx.deleteFrom('entries').where('feed_id', '=', id).where('state', '=', 'waiting').execute()
  await trx
    .updateTable('entries')
    .set({ due_at: null, entry: null })
    .where('feed_id', '=', id)
    .where('due_at', 'is not', null)
    .execute()
  await trx.updateTable('feeds').set({ etag: null, last_modified: null }).where('id', '=', id).execute()
}

/**
 * One feed becomes a part of another. Who followed it follows the other too, and still sees what it brought; who followed only the other
 * does not, or anybody could show them news by sending a feed of their own there.
 */
async function merge(trx: Database, id: number, into: number): Promise<void> {
  await sql`INSERT INTO follows (desk, feed_id, followed_by, followed_at)
    SELECT desk, ${into}, followed_by, followed_at FROM follows WHERE feed_id = ${id}
    ON CONFLICT DO NOTHING`.execute(trx)
  await distrust(trx, id)
  await trx.updateTable('feed_addresses').set({ feed_id: into }).where('feed_id', '=', id).execute()
  await trx
    .updateTable('feeds')
    .set({ kind: 'merged', address: String(id), merged_into: into, next_at: null, due_at: null })
    .where('id', '=', id)
    .execute()
  await trx.updateTable('feeds').set({ merged_into: into }).where('merged_into', '=', id).execute()
  // It answers, whatever it did before.
  await trx.updateTable('feeds').set({ gone: 0 }).where('id', '=', into).execute()
}
