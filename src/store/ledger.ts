import type { ExpressionBuilder, OnConflictBuilder } from 'kysely'
import type { DigestBook } from '../digests/digest.js'
import type { BookSchema } from './bookTables.js'
import { digestOf, numberOf, SLOT_COLUMNS, slotOf } from './digestRows.js'
import type { DigestTables } from './digests.js'

type Ledger = Pick<DigestBook, 'overdue' | 'plan' | 'order' | 'scheduled' | 'setBack' | 'freeAfter' | 'forget'>

/** Before all that is free from some time on. */
const AT_ONCE = 0

const oneRow = (conflict: OnConflictBuilder<BookSchema, 'slots'>) =>
  conflict.columns(['digest_id', 'due', 'by_hand']).doNothing()

/** The later of what stands there and this time. */
export function later(time: number) {
  return (eb: ExpressionBuilder<BookSchema, 'digests'>) =>
    eb.case().when('told_until', '>=', time).then(eb.ref('told_until')).else(time).end()
}

/** Which slots there are, and when. Each method looks at a few rows by an index, however many there are. */
export function ledgerOn({ db, atomically }: DigestTables): Ledger {
  return {
    async overdue(platforms, now, limit) {
      const rows = await (await db())
        .selectFrom('digests')
        .selectAll()
        .where('next', '<=', now)
        .where('platform', 'in', platforms)
        .orderBy('next')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(digestOf)
    },
    plan: (digest, { at, slots, next, skippedUntil }, freeAt) =>
      atomically(async (trx) => {
        const moved = await trx
          .updateTable('digests')
          .set({ next })
          .$if(skippedUntil !== null, (update) => update.set('told_until', later(skippedUntil ?? 0)))
          .where('id', '=', Number(digest.id))
          .where('next', '=', digest.next)
          .executeTakeFirst()
        if (moved.numUpdatedRows === 0n) return false
        const rows = slots.map(({ due, state, why }) => ({
          digest_id: Number(digest.id),
          due,
          by_hand: 0 as const,
          state,
          why,
          free_at: state === 'due' ? Math.min(due, freeAt) : null,
          settled_at: state === 'due' ? null : at,
        }))
        if (rows.length > 0) await trx.insertInto('slots').values(rows).onConflict(oneRow).execute()
        return true
      }),
    order: (id, now) =>
      atomically(async (trx) => {
        const digest = numberOf(id) ?? 0
        await trx
          .updateTable('slots')
          .set({ free_at: AT_ONCE })
          .where('digest_id', '=', digest)
          .where('state', '=', 'due')
          .execute()
        await trx
          .insertInto('slots')
          .values({ digest_id: digest, due: now, by_hand: 1, state: 'due', free_at: AT_ONCE })
          .onConflict(oneRow)
          .execute()
        const row = await trx
          .selectFrom('slots')
          .select(SLOT_COLUMNS)
          .where('digest_id', '=', digest)
          .where('due', '=', now)
          .where('by_hand', '=', 1)
          .executeTakeFirstOrThrow()
        return slotOf(row)
      }),
    async scheduled(after, limit) {
      const rows = await (await db())
        .selectFrom('digests')
        .selectAll()
        .where('id', '>', Number(after ?? 0))
        .where('next', 'is not', null)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(digestOf)
    },
    setBack: (digest, now, next) =>
      atomically(async (trx) => {
        const id = Number(digest.id)
        const moved = await trx
          .updateTable('digests')
          .set({ next })
          .set('told_until', (eb) => eb.case().when('told_until', '>', now).then(now).else(eb.ref('told_until')).end())
          .where('id', '=', id)
          .where('next', '=', digest.next)
          .executeTakeFirst()
        if (moved.numUpdatedRows === 0n) return false
        await trx
          .deleteFrom('slots')
          .where('digest_id', '=', id)
          .where('due', '>', now)
          .where('state', '=', 'late')
          .execute()
        return true
      }),
    async freeAfter(latest, now) {
      await (await db()).updateTable('slots').set({ free_at: now }).where('free_at', '>', latest).execute()
    },
    async forget(before, limit) {
      const slots = (eb: ExpressionBuilder<BookSchema, 'slots'>) =>
        eb.selectFrom('slots as old').select('old.id').where('old.settled_at', '<', before).limit(limit)
      const forgotten = await (await db()).deleteFrom('slots').where('id', 'in', slots).executeTakeFirst()
      const told = (eb: ExpressionBuilder<BookSchema, 'told'>) =>
        eb
          .selectFrom('told as old')
          .select(['old.digest_id', 'old.story_id', 'old.article_id'])
          .where('old.at', '<', before)
          .limit(limit)
      const untold = await (await db())
        .deleteFrom('told')
        .where((eb) =>
          eb(
            eb.refTuple('digest_id', 'story_id', 'article_id'),
            'in',
            told(eb).$asTuple('digest_id', 'story_id', 'article_id'),
          ),
        )
        .executeTakeFirst()
      return Number(forgotten.numDeletedRows + untold.numDeletedRows)
    },
  }
}
