import type { Kysely } from 'kysely'
import { runnerPhrases as say } from '../digestPhrases.js'
import type { DigestBook, Order } from '../digests/digest.js'
import { CrierError } from '../errors.js'
import type { BookSchema } from './bookTables.js'
import { digestOf, numberOf, SLOT_COLUMNS, slotOf, wantedRow } from './digestRows.js'
import { holdingOn } from './holding.js'
import { ledgerOn } from './ledger.js'

/** How many digests a desk may have. */
export const MOST_DIGESTS = 99

type Database = Kysely<BookSchema>

/** The tables of digests, and what must be all or nothing. */
export interface DigestTables {
  readonly db: () => Promise<Database>
  /** Runs `work` so that no other process writes meanwhile; nothing of it is written where it fails. */
  readonly atomically: <T>(work: (trx: Database) => Promise<T>) => Promise<T>
}

/** Digests on any database that Kysely speaks to. */
export function digestsOn(tables: DigestTables): DigestBook {
  const { db, atomically } = tables

  async function update(id: string, values: Partial<Changes>): Promise<void> {
    await (await db()).updateTable('digests').set(values).where('id', '=', key(id)).execute()
  }

  return {
    ...ledgerOn(tables),
    ...holdingOn(tables),
    create: (order, { by, at, next }) =>
      atomically(async (trx) => {
        const { count } = await trx
          .selectFrom('digests')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('desk', '=', order.desk)
          .executeTakeFirstOrThrow()
        if (count >= MOST_DIGESTS) throw new CrierError(say.tooMany(MOST_DIGESTS))
        const row = await trx
          .insertInto('digests')
          .values({ ...wantedRow(order), created_by: by, created_at: at, next })
          .returningAll()
          .executeTakeFirstOrThrow()
        return digestOf(row)
      }),
    async find(desk, id) {
      const row = await (await db())
        .selectFrom('digests')
        .selectAll()
        .where('id', '=', key(id))
        .where('desk', '=', desk)
        .executeTakeFirst()
      return row ? digestOf(row) : null
    },
    async list(desk) {
      const all = (await db()).selectFrom('digests').selectAll().orderBy('id')
      const rows = await (desk === undefined ? all : all.where('desk', '=', desk)).execute()
      return rows.map(digestOf)
    },
    change: (id, order: Order, next) =>
      atomically(async (trx) => {
        await trx
          .updateTable('digests')
          .set(wantedRow(order))
          .set('next', (eb) => eb.case().when('paused_at', 'is', null).then(eb.val(next)).else(null).end())
          .where('id', '=', key(id))
          .execute()
        await trx
          .deleteFrom('slots')
          .where('digest_id', '=', key(id))
          .where('state', '=', 'due')
          .where('edition', 'is', null)
          .where('by_hand', '=', 0)
          .execute()
      }),
    async pause(id, { at, why }) {
      await update(id, { paused_at: at, paused_why: why, next: null })
    },
    async resume(id, next) {
      await update(id, { paused_at: null, paused_why: null, next })
    },
    async remove(id) {
      await (await db()).deleteFrom('digests').where('id', '=', key(id)).execute()
    },
    async history(id, limit) {
      const rows = await (await db())
        .selectFrom('slots')
        .select(SLOT_COLUMNS)
        .where('digest_id', '=', key(id))
        .orderBy('due', 'desc')
        .orderBy('by_hand', 'desc')
        .limit(limit)
        .execute()
      return rows.map(slotOf)
    },
    async told(id) {
      const rows = await (await db())
        .selectFrom('told')
        .select(['story_id', 'article_id'])
        .where('digest_id', '=', key(id))
        .orderBy('story_id')
        .orderBy('article_id')
        .execute()
      const stories = new Map<string, string[]>()
      for (const { story_id, article_id } of rows) {
        const articles = stories.get(story_id)
        if (articles) articles.push(article_id)
        else stories.set(story_id, [article_id])
      }
      return stories
    },
  }
}

interface Changes {
  paused_at: number | null
  paused_why: string | null
  next: number | null
}

/** No digest has the number 0. */
function key(id: string): number {
  return numberOf(id) ?? 0
}
