import type { Kysely } from 'kysely'
import type { Book } from '../book.js'
import type { BookSchema } from './bookTables.js'

/** The book on any database that Kysely speaks to. `db` opens it at its first use. */
export function bookOn(db: () => Promise<Kysely<BookSchema>>): Book {
  return {
    async claim(key, holder, now, until) {
      const inserted = (await db())
        .insertInto('claims')
        .values({ key, holder, until, done_at: null })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ holder, until })
            .where('claims.done_at', 'is', null)
            .where((eb) => eb.or([eb('claims.holder', '=', holder), eb('claims.until', '<=', now)])),
        )
      // Only a row that was inserted or updated comes back, so that this one statement is the whole decision.
      if ((await inserted.returning('key').execute()).length > 0) return 'mine'
      const row = await (await db()).selectFrom('claims').select('done_at').where('key', '=', key).executeTakeFirst()
      return row && row.done_at !== null ? 'done' : 'held'
    },
    async finish(key, now) {
      const row = { key, holder: '', until: now, done_at: now }
      await (await db())
        .insertInto('claims')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({ done_at: now }).where('claims.done_at', 'is', null),
        )
        .execute()
    },
    async release(key, holder) {
      await (await db())
        .deleteFrom('claims')
        .where('key', '=', key)
        .where('holder', '=', holder)
        .where('done_at', 'is', null)
        .execute()
    },
    async forget(before) {
      const claims = await (await db())
        .deleteFrom('claims')
        .where((eb) =>
          eb.or([eb('done_at', '<', before), eb.and([eb('done_at', 'is', null), eb('until', '<', before)])]),
        )
        .executeTakeFirst()
      const lines = await (await db()).deleteFrom('lines').where('until', '<', before).executeTakeFirst()
      const posts = await (await db()).deleteFrom('posts').where('begun', '<', before).executeTakeFirst()
      return Number(claims.numDeletedRows + lines.numDeletedRows + posts.numDeletedRows)
    },

    async post(key) {
      const row = await (await db())
        .selectFrom('posts')
        .select(['begun', 'message_id'])
        .where('key', '=', key)
        .executeTakeFirst()
      return row ? { begun: row.begun, messageId: row.message_id } : null
    },
    async beginPost(key, now) {
      await (await db())
        .insertInto('posts')
        .values({ key, begun: now, message_id: null })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute()
    },
    async keepPost(key, messageId) {
      await (await db()).updateTable('posts').set({ message_id: messageId }).where('key', '=', key).execute()
    },
    async dropPost(key) {
      await (await db()).deleteFrom('posts').where('key', '=', key).where('message_id', 'is', null).execute()
    },

    async lastLine(conversation, now) {
      const row = await (await db())
        .selectFrom('lines')
        .select('line')
        .where('conversation', '=', conversation)
        .where('until', '>', now)
        .executeTakeFirst()
      return row?.line ?? null
    },
    async remember(conversation, line, until) {
      await (await db())
        .insertInto('lines')
        .values({ conversation, line, until })
        .onConflict((conflict) => conflict.column('conversation').doUpdateSet({ line, until }))
        .execute()
    },

    async keepButtons(buttons, now) {
      if (buttons.length === 0) return
      const rows = buttons.map(({ id, desk, asker, kind, line, part }) => ({
        id,
        desk,
        asker,
        kind,
        line,
        part,
        made_at: now,
      }))
      await (await db())
        .insertInto('buttons')
        .values(rows)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
    },
    async button(id) {
      const columns = ['id', 'desk', 'asker', 'kind', 'line', 'part'] as const
      const row = await (await db()).selectFrom('buttons').select(columns).where('id', '=', id).executeTakeFirst()
      return row ?? null
    },

    async put(kind, key, value) {
      await (await db())
        .insertInto('entries')
        .values({ kind, key, value })
        .onConflict((conflict) => conflict.columns(['kind', 'key']).doUpdateSet({ value }))
        .execute()
    },
    async get(kind, key) {
      const row = await (await db())
        .selectFrom('entries')
        .select('value')
        .where('kind', '=', kind)
        .where('key', '=', key)
        .executeTakeFirst()
      return row?.value ?? null
    },
    async remove(kind, key) {
      await (await db()).deleteFrom('entries').where('kind', '=', kind).where('key', '=', key).execute()
    },
    async keys(kind) {
      const rows = await (await db())
        .selectFrom('entries')
        .select('key')
        .where('kind', '=', kind)
        .orderBy('key')
        .execute()
      return rows.map(({ key }) => key)
    },
  }
}
