import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Entry } from '../feeds/entry.js'
import type { FeedBook } from '../feeds/feed.js'
import type { FeedTables } from './feedBook.js'
import { changeFeed, livingFeed, schedule } from './feedMoves.js'
import { stateOf } from './feedRows.js'
import type { Schema } from './schema.js'

type Fetches = Pick<FeedBook, 'due' | 'nextDue' | 'state' | 'keepEntries' | 'change'>

/** A feed's settled entries that it does not list any more are remembered up to this many, those that came last. */
const REMEMBERED = 5000

/** When feeds are fetched, and what they say. */
export function fetchesOn({ db, atomically }: FeedTables): Fetches {
  return {
    async due(now, limit) {
      const due = db.selectFrom('feeds').select('id').where('due_at', '<=', now)
      const rows = await due.orderBy('due_at').orderBy('id').limit(limit).execute()
      return rows.map(({ id }) => String(id))
    },
    async nextDue() {
      const first = db.selectFrom('feeds').select('due_at').where('due_at', 'is not', null).orderBy('due_at')
      return (await first.limit(1).executeTakeFirst())?.due_at ?? null
    },
    async state(id) {
      const own = await livingFeed(db, id)
      const row = await db
        .selectFrom('feeds')
        .selectAll()
        .where('id', '=', own ?? 0)
        .executeTakeFirst()
      return row === undefined ? null : stateOf(row)
    },
    change: (id, change) =>
      atomically(async (trx) => {
        const known = await livingFeed(trx, id)
        if (known !== null) await schedule(trx, await changeFeed(trx, known, change))
      }),
    keepEntries: (id, entries, isOld, change, now) =>
      atomically(async (trx) => {
        const known = await livingFeed(trx, id)
        if (known === null) return 0
        const feed = await changeFeed(trx, known, change)
        const kept = await keep(trx, feed, entries, { came_at: now, is_old: isOld ? 1 : 0 })
        if (kept > 0) await forget(trx, feed, entries)
        await schedule(trx, feed)
        return kept
      }),
  }
}

/** Writes what is new or changed, and nothing else. */
async function keep(
  trx: Kysely<Schema>,
  feed_id: number,
  entries: readonly Entry[],
  came: { readonly came_at: number; readonly is_old: 0 | 1 },
): Promise<number> {
  const byKey = new Map<string, { entry: Entry; place: number }>()
  for (const [place, entry] of entries.entries()) {
    // What a feed lists twice under one name is what it says first: the other would be a change at each fetch.
    if (!byKey.has(keyHash(entry))) byKey.set(keyHash(entry), { entry, place })
  }
  const known = await saidBefore(trx, feed_id, [...byKey.keys()])
  let kept = 0
  for (const [key, { entry, place }] of byKey) {
    const said = saidHash(entry)
    if (known.get(key) === said) continue
    const told = { ...came, place, said, entry: JSON.stringify(entry), due_at: came.came_at, failures: 0 }
    // Read in full, whatever the page was answered with last.
    const anew = { ...told, state: 'waiting' as const, etag: null, last_modified: null, why: null }
    await trx
      .insertInto('entries')
      .values({ feed_id, key, ...anew })
      .onConflict((conflict) => conflict.columns(['feed_id', 'key']).doUpdateSet(anew))
      .execute()
    kept += 1
  }
  return kept
}

async function saidBefore(trx: Kysely<Schema>, feed: number, keys: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{
    key: string
    said: string
  }>`SELECT e.key, e.said FROM json_each(${JSON.stringify(keys)}) AS listed
    CROSS JOIN entries AS e ON e.feed_id = ${feed} AND e.key = listed.value`.execute(trx)
  return new Map(rows.map(({ key, said }) => [key, said]))
}

async function forget(trx: Kysely<Schema>, feed: number, listed: readonly Entry[]): Promise<void> {
  const keys = JSON.stringify(listed.map(keyHash))
  await sql`DELETE FROM entries WHERE id IN (SELECT id FROM entries
    WHERE feed_id = ${feed} AND due_at IS NULL AND key NOT IN (SELECT value FROM json_each(${keys}))
    ORDER BY id DESC LIMIT -1 OFFSET ${REMEMBERED})`.execute(trx)
}

export function keyHash({ key }: Entry): string {
  return hash(key)
}

/** Of what makes an entry another one to read: its words, not the markup around them, which some feeds make anew each time. */
export function saidHash({ link, title, html, updated }: Entry): string {
  return hash(JSON.stringify([link, title, html?.replace(/<[^<>]*>/gu, ' ') ?? null, updated]))
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
