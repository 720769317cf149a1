import type { ExpressionBuilder, UpdateObject } from 'kysely'
import type { DigestBook, Settled } from '../digests/digest.js'
import type { BookSchema } from './bookTables.js'
import { digestOf, workOf } from './digestRows.js'
import type { DigestTables } from './digests.js'
import { later } from './ledger.js'

type Holding = Pick<DigestBook, 'claim' | 'renew' | 'keepEdition' | 'keepPosted' | 'settle' | 'postpone'>

type Values = UpdateObject<BookSchema, 'slots'>
type Change = Values | ((eb: ExpressionBuilder<BookSchema, 'slots'>) => Values)

/** Who works at a slot, how far that came, and what became of it. */
export function holdingOn({ db, atomically }: DigestTables): Holding {
  /** Changes a slot, unless its holder has lost it; gives whether it did. */
  async function change(slotId: number, holder: string, to: Change): Promise<boolean> {
    const changed = (await db()).updateTable('slots').set(to).where('id', '=', slotId).where('holder', '=', holder)
    return (await changed.executeTakeFirst()).numUpdatedRows > 0n
  }

  return {
    async claim({ holder, now, until, limit, platforms }) {
      const claimed = await (await db())
        .updateTable('slots')
        .set((eb) => ({ state: 'claimed', holder, free_at: until, attempts: eb('attempts', '+', 1) }))
        // Only rows that were updated come back, so that this one statement is the whole decision.
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('slots as free')
            .select('free.id')
            .where('free.free_at', '<=', now)
            .where((free) => {
              const older = free
                .selectFrom('slots as older')
                .select('older.id')
                .whereRef('older.digest_id', '=', 'free.digest_id')
                .whereRef('older.id', '<', 'free.id')
                .where('older.free_at', 'is not', null)
              const digest = free
                .selectFrom('digests')
                .select('digests.id')
                .whereRef('digests.id', '=', 'free.digest_id')
                .where('digests.platform', 'in', platforms)
              return free.and([free.not(free.exists(older)), free.exists(digest)])
            })
            .orderBy('free.free_at')
            .orderBy('free.id')
            .limit(limit),
        )
        .returningAll()
        .execute()
      if (claimed.length === 0) return []
      const ids = [...new Set(claimed.map(({ digest_id }) => digest_id))]
      const rows = await (await db()).selectFrom('digests').selectAll().where('id', 'in', ids).execute()
      const digests = new Map(rows.map((row) => [row.id, digestOf(row)]))
      return claimed
        .toSorted((a, b) => a.due - b.due || a.id - b.id)
        .flatMap((row) => {
          const digest = digests.get(row.digest_id)
          return digest ? [workOf(row, digest)] : []
        })
    },
    async renew(holder, slotIds, until) {
      await (await db())
        .updateTable('slots')
        .set({ free_at: until })
        .where('id', 'in', slotIds)
        .where('holder', '=', holder)
        .execute()
    },
    keepEdition: (slotId, holder, edition) => change(slotId, holder, { edition: JSON.stringify(edition) }),
    keepPosted: (slotId, holder, messageId) =>
      change(slotId, holder, (eb) => ({
        posted: eb.fn<string>('json_insert', ['posted', eb.val('$[#]'), eb.val(messageId)]),
      })),
    settle: (slotId, holder, settled) =>
      atomically(async (trx) => {
        const row = await trx
          .updateTable('slots')
          .set(closed(settled))
          .where('id', '=', slotId)
          .where('holder', '=', holder)
          .returning('digest_id')
          .executeTakeFirst()
        if (row === undefined) return false
        const { at, told = [], toldUntil } = settled
        const rows = told.flatMap(({ storyId, articleIds }) =>
          articleIds.map((id) => ({ digest_id: row.digest_id, story_id: storyId, article_id: id, at })),
        )
        if (rows.length > 0)
          await trx
            .insertInto('told')
            .values(rows)
            .onConflict((conflict) => conflict.columns(['digest_id', 'story_id', 'article_id']).doNothing())
            .execute()
        if (toldUntil !== undefined)
          await trx.updateTable('digests').set('told_until', later(toldUntil)).where('id', '=', row.digest_id).execute()
        return true
      }),
    async postpone(slotId, holder, notBefore) {
      await change(slotId, holder, { state: 'due', holder: null, free_at: notBefore })
    },
  }
}

/** A slot that is settled is nobody's, and its edition is not needed any more. */
function closed({ state, at, why, stories }: Settled): Values {
  return {
    state,
    why: why ?? null,
    stories: stories ?? null,
    settled_at: at,
    holder: null,
    free_at: null,
    edition: null,
  }
}
