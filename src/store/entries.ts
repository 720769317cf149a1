import type { Kysely } from 'kysely'
import type { FeedBook, WaitingEntry } from '../feeds/feed.js'
import { numberOf } from './digestRows.js'
import type { FeedTables } from './feedBook.js'
import { schedule } from './feedMoves.js'
import { carry } from './feeds.js'
import type { EntryTable } from './feedTables.js'
import { keyHash, saidHash } from './fetches.js'
import { isReadElsewhere, keyOf, noteAddresses, outletOf } from './sameArticle.js'
import type { Schema } from './schema.js'

type Entries = Pick<FeedBook, 'waiting' | 'keepArticle' | 'keepUnchanged' | 'refuse'>
type Database = Kysely<Schema>
type Known = NonNullable<Awaited<ReturnType<typeof knownEntry>>>

/** What came in at a time that nobody knows is new to nobody. */
const UNKNOWN_TIME = 0

/** What of the feeds is to be read, and what became of it. */
export function entriesOn({ db, atomically, saveArticle }: FeedTables): Entries {
  return {
    async waiting(id, now, limit) {
      const rows = await db
        .selectFrom('entries')
        .select(['entry', 'failures', 'is_old', 'etag', 'last_modified', 'readings'])
        .where('feed_id', '=', numberOf(id) ?? 0)
        .where('due_at', '<=', now)
        .orderBy('came_at', 'desc')
        .orderBy('place')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        feedId: id,
        entry: JSON.parse(row.entry ?? ''),
        failures: row.failures,
        isOld: row.is_old === 1,
        etag: row.etag,
        lastModified: row.last_modified,
        readings: row.readings,
      }))
    },
    keepArticle: (waiting, { draft, quotations, addresses, etag, lastModified }, next, now) =>
      atomically(async (trx) => {
        const known = await knownEntry(trx, waiting)
        const feed = await feedOf(trx, waiting)
        const key = await keyOf(trx, { draft, addresses }, known?.article_key ?? null)
        const elsewhere = (await isReadElsewhere(trx, key, known?.id ?? null)) ? await current(trx, key) : undefined
        if (elsewhere !== undefined) {
          await carry(trx, elsewhere.id, [feed.id])
          await noteAddresses(trx, key, addresses, null)
          await settle(trx, waiting, known, null, { state: 'kept', article_key: key })
          return { id: elsewhere.public_id, saved: 'unchanged' as const }
        }
        const outlet = await outletOf(trx, key, feed, draft.outlet)
        const added = waiting.isOld && draft.published === null ? UNKNOWN_TIME : now
        const saved = await saveArticle(trx, { ...draft, key, outlet }, quotations, feed.id, added)
        await noteAddresses(trx, key, addresses, known?.id ?? null)
        const readings = waiting.readings + 1
        const answered = { etag, last_modified: lastModified, article_key: key }
        await settle(trx, waiting, known, next, { ...answered, state: 'kept', readings, failures: 0, why: null })
        return saved
      }),
    keepUnchanged: (waiting, next) =>
      atomically(async (trx) => {
        const readings = waiting.readings + 1
        const known = await knownEntry(trx, waiting)
        await settle(trx, waiting, known, next, { state: 'kept', readings, failures: 0, why: null })
      }),
    refuse: (waiting, { why, next, failures }) =>
      atomically(async (trx) => {
        const known = await knownEntry(trx, waiting)
        const given = { failures, why }
        const state = known?.article_key == null ? 'refused' : 'kept'
        await settle(trx, waiting, known, next, next === null ? { ...given, state } : given)
      }),
  }
}

async function knownEntry(trx: Database, { feedId, entry }: WaitingEntry) {
  return trx
    .selectFrom('entries')
    .select(['id', 'said', 'article_key'])
    .where('feed_id', '=', numberOf(feedId) ?? 0)
    .where('key', '=', keyHash(entry))
    .executeTakeFirst()
}

/** Nothing is settled where the feed says something else by now than what was read. */
async function settle(
  trx: Database,
  { feedId, entry }: WaitingEntry,
  known: Known | undefined,
  next: number | null,
  settled: Partial<Omit<EntryTable, 'id' | 'failures' | 'readings'>> & { failures?: number; readings?: number },
): Promise<void> {
  if (known === undefined || known.said !== saidHash(entry)) return
  const due = next === null ? { due_at: null, entry: null } : { due_at: next }
  await trx
    .updateTable('entries')
    .set({ ...settled, ...due })
    .where('id', '=', known.id)
    .execute()
  await schedule(trx, numberOf(feedId) ?? 0)
}

async function feedOf(trx: Database, { feedId }: WaitingEntry): Promise<{ id: number; outlet: string }> {
  const feed = trx
    .selectFrom('feeds')
    .select(['id', 'outlet'])
    .where('id', '=', numberOf(feedId) ?? 0)
  return feed.executeTakeFirstOrThrow()
}

async function current(trx: Database, key: string): Promise<{ id: number; public_id: string } | undefined> {
  const article = trx.selectFrom('articles').select(['id', 'public_id'])
  return article.where('key', '=', key).where('current', '=', 1).executeTakeFirst()
}
