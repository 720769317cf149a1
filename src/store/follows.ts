import { type Kysely, sql } from 'kysely'
import type { Feed, FeedBook, NewFeed } from '../feeds/feed.js'
import { numberOf } from './digestRows.js'
import type { FeedTables } from './feedBook.js'
import { addressKey, livingFeed, schedule } from './feedMoves.js'
import { feedsAmong } from './feedRows.js'
import type { Schema } from './schema.js'

type Follows = Pick<FeedBook, 'follow' | 'unfollow' | 'list' | 'find' | 'failing' | 'told'>

/** Who follows what, and is told what of it. */
export function followsOn({ db, atomically }: FeedTables): Follows {
  return {
    follow: (desk, feed, by, now) =>
      atomically(async (trx) => {
        const id = (await feedAt(trx, feed.url)) ?? (await make(trx, feed))
        if (feed.isVouched === true)
          await trx.updateTable('feeds').set({ outlet: feed.outlet, site: feed.site }).where('id', '=', id).execute()
        const added = await trx
          .insertInto('follows')
          .values({ desk, feed_id: id, followed_by: by, followed_at: now, told_at: null })
          .onConflict((conflict) => conflict.doNothing())
          .returning('feed_id')
          .execute()
        await trx.updateTable('feeds').set({ next_at: now, gone: 0 }).where('id', '=', id).execute()
        await schedule(trx, id)
        const [followed] = await feedsAmong(trx, sql`SELECT ${id}`)
        if (followed === undefined) throw new Error(`There is no feed ${id}.`)
        return { feed: followed, isNew: added.length > 0 }
      }),
    unfollow: (desk, id) =>
      atomically(async (trx) => {
        const own = await livingFeed(trx, id)
        if (own === null) return false
        const feeds = sql<number>`(SELECT id FROM feeds WHERE id = ${own} OR merged_into = ${own})`
        const removed = await trx
          .deleteFrom('follows')
          .where('desk', '=', desk)
          .where('feed_id', 'in', feeds)
          .returning('feed_id')
          .execute()
        await schedule(trx, own)
        return removed.length > 0
      }),
    list: async (desk) =>
      feedsAmong(
        db,
        desk === undefined ? sql`SELECT feed_id FROM follows` : sql`SELECT feed_id FROM follows WHERE desk = ${desk}`,
      ),
    async find(desk, idOrAddress) {
      const found = (await livingFeed(db, idOrAddress)) ?? (await feedAt(db, idOrAddress))
      return (
        (await feedsAmong(db, sql`SELECT feed_id FROM follows WHERE desk = ${desk} AND feed_id = ${found}`))[0] ?? null
      )
    },

    async failing(before) {
      const rows = await db
        .selectFrom('feeds as f')
        .innerJoin('follows as w', 'w.feed_id', 'f.id')
        .select(['f.id', 'w.desk', 'w.followed_by'])
        .where('f.kind', '=', 'address')
        .where('f.gone', '=', 0)
        .where('f.failing_since', '<', before)
        .where(sql`w.told_at`, 'is distinct from', sql.ref('f.failing_since'))
        .orderBy('f.id')
        .orderBy('w.desk')
        .execute()
      const ids = [...new Set(rows.map(({ id }) => id))]
      const feeds = new Map<string, Feed>()
      for (const feed of await feedsAmong(db, sql`SELECT value FROM json_each(${JSON.stringify(ids)})`))
        feeds.set(feed.id, feed)
      return rows.flatMap(({ id, desk, followed_by: followedBy }) => {
        const feed = feeds.get(String(id))
        return feed === undefined || followedBy === null ? [] : { feed, desk, followedBy }
      })
    },
    async told(desk, id) {
      await db
        .updateTable('follows')
        .set({ told_at: sql`(SELECT failing_since FROM feeds WHERE id = ${numberOf(id)})` })
        .where('desk', '=', desk)
        .where('feed_id', '=', numberOf(id) ?? 0)
        .execute()
    },
  }
}

/** The id of the feed that has this address, or has had it; people leave out how an address begins. */
async function feedAt(db: Kysely<Schema>, address: string): Promise<number | null> {
  const asked = [address, `https://${address}`, `http://${address}`].map(addressKey)
  const rows = await db.selectFrom('feed_addresses').selectAll().where('address', 'in', asked).execute()
  const known = new Map(rows.map((row) => [row.address, row.feed_id]))
  return asked.map((one) => known.get(one)).find((id) => id !== undefined) ?? null
}

async function make(trx: Kysely<Schema>, { url, outlet, site }: NewFeed): Promise<number> {
  const { id } = await trx
    .insertInto('feeds')
    .values({ kind: 'address', address: url, outlet, site })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('feed_addresses')
    .values({ address: addressKey(url), feed_id: id })
    .execute()
  return id
}
