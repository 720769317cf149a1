import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { ArticleDraft, FoundQuotation } from '../../src/model.js'
import { withoutRepeats } from '../../src/store/repeats.js'
import { saveArticle } from '../../src/store/save.js'
import { saveQuotations } from '../../src/store/saveQuotations.js'
import type { Schema } from '../../src/store/schema.js'
import { openArticles } from '../../src/store/sqlite.js'
import { storyFinder } from '../../src/store/stories.js'
import { type Time, timer } from './clock.js'

export interface Further {
  readonly draft: ArticleDraft
  readonly quotations: readonly FoundQuotation[]
}

export interface Spent {
  /** Without story and quotations. */
  readonly insert: Time[]
  readonly story: Time[]
  readonly quotations: Time[]
  /** To write it all to the file. */
  readonly commit: Time[]
}

/** Saves articles one by one, each in a transaction, as a store does, and says where the time goes; then takes them out again. */
export async function measureAdding(path: string, further: readonly Further[]): Promise<Spent> {
  const { db } = await openArticles(path)
  const spent: Spent = { insert: [], story: [], quotations: [], commit: [] }
  const findStory = storyFinder()
  for (const { draft, quotations } of further) {
    await db.connection().execute(async (trx) => {
      await sql`BEGIN IMMEDIATE`.execute(trx)
      let story: Time = { clock: 0, processor: 0 }
      const timed: typeof findStory = async (...told) => {
        const end = timer()
        const found = await findStory(...told)
        story = end()
        return found
      }
      const inserting = timer()
      const { id: publicId } = await saveArticle(trx, timed, draft, [], 1, 0)
      const { clock, processor } = inserting()
      const tying = timer()
      await saveQuotations(trx, { id: await numberOf(trx, publicId), publicId, ...draft }, withoutRepeats(quotations))
      spent.quotations.push(tying())
      const committing = timer()
      await sql`COMMIT`.execute(trx)
      spent.commit.push(committing())
      spent.insert.push({ clock: clock - story.clock, processor: processor - story.processor })
      spent.story.push(story)
    })
  }
  await remove(db, further)
  await db.destroy()
  return spent
}

async function numberOf(db: Kysely<Schema>, publicId: string): Promise<number> {
  const found = db.selectFrom('articles').select('id').where('public_id', '=', publicId)
  return (await found.executeTakeFirstOrThrow()).id
}

/** So that the next measurement finds the same store. */
async function remove(db: Kysely<Schema>, further: readonly Further[]): Promise<void> {
  const keys = further.map(({ draft }) => draft.key)
  const rows = await db.selectFrom('articles').select('id').where('key', 'in', keys).execute()
  await db.connection().execute(async (trx) => {
    await sql`BEGIN IMMEDIATE`.execute(trx)
    for (const { id } of rows) {
      await sql`DELETE FROM quotation_index WHERE rowid IN (SELECT id FROM quotations WHERE article_id = ${id})`.execute(
        trx,
      )
      await sql`DELETE FROM wording_index WHERE rowid IN (SELECT id FROM quotations WHERE article_id = ${id})`.execute(
        trx,
      )
      await sql`DELETE FROM article_index WHERE rowid = ${id}`.execute(trx)
      await sql`DELETE FROM articles WHERE id = ${id}`.execute(trx)
    }
    await sql`COMMIT`.execute(trx)
  })
}
