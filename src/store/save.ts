import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { ArticleDraft, FoundQuotation } from '../model.js'
import { tieCopies } from './copies.js'
import { carry } from './feeds.js'
import { outletKey } from './filters.js'
import { freeId } from './order.js'
import { withoutRepeats } from './repeats.js'
import { saveQuotations } from './saveQuotations.js'
import type { ArticleTable, Schema } from './schema.js'
import { indexArticle, unindexArticle } from './searchIndex.sqlite.js'
import type { Saved } from './store.js'
import type { FindStory } from './stories.js'
import { forgetDropped, noteDropped } from './versions.js'

type Database = Kysely<Schema>

/** `saveArticle` with the memory of the store that it is a part of. */
export type SaveArticle = (
  trx: Database,
  draft: ArticleDraft,
  quotations: readonly FoundQuotation[],
  feed: number,
  now: number,
) => Promise<{ id: string; saved: Saved }>

/** Stores an article that a feed brought, all of it: run it in a transaction. `now` is milliseconds since 1970, or 0 where it is unknown. */
export async function saveArticle(
  db: Database,
  findStory: FindStory,
  given: ArticleDraft,
  quotations: readonly FoundQuotation[],
  feed: number,
  now: number,
): Promise<{ id: string; saved: Saved }> {
  // Half of a surrogate pair cannot be stored as UTF-8.
  const draft = { ...given, text: given.text.replace(/\p{Cs}/gu, '\uFFFD') }
  const id = publicId(draft)
  const [same] = await versions(db).where('public_id', '=', id).execute()
  const [previous] = await versions(db).where('key', '=', draft.key).where('current', '=', 1).execute()
  const replaced = previous !== undefined && previous.id !== same?.id ? previous : undefined
  if (same !== undefined && same.current === 1 && (same.key !== draft.key || sameMetadata(same, draft))) {
    if (replaced !== undefined) {
      await retire(db, replaced.id, now)
      await noteDropped(db, replaced.id, same.id)
    }
    await carry(db, same.id, [feed, ...(await feedsOf(db, replaced?.id))])
    const { language = null } = draft
    if (language !== null && language !== same.language)
      await db.updateTable('articles').set({ language }).where('id', '=', same.id).execute()
    return { id, saved: replaced === undefined ? 'unchanged' : 'changed' }
  }
  const feeds = [feed, ...(await feedsOf(db, replaced?.id)), ...(await feedsOf(db, same?.id))]
  if (replaced !== undefined) await retire(db, replaced.id, now)
  // Its text is the same, but its date, which its number stands for, may not be.
  if (same !== undefined) await remove(db, same.id)
  const version = replaced === undefined ? (same?.version ?? 1) : replaced.version + 1
  const arrival = { version, added_at: same?.added_at ?? now }
  const own = withoutRepeats(quotations)
  const article = await insert(db, findStory, draft, own.length, id, arrival, replaced?.public_id ?? null)
  await carry(db, article, feeds)
  await saveQuotations(db, { id: article, publicId: id, ...draft }, own)
  if (replaced !== undefined) await noteDropped(db, replaced.id, article)
  const isKnown = replaced !== undefined || same?.key === draft.key
  return { id, saved: isKnown ? 'changed' : 'added' }
}

/** Twelve letters and digits that the same words of the same outlet have on every machine. */
function publicId({ outlet, text }: ArticleDraft): string {
  const hash = createHash('sha256')
    .update(`${outletKey(outlet)}\n${text}`)
    .digest()
  return [...hash.subarray(0, 12)].map((byte) => (byte % 32).toString(32)).join('')
}

function versions(db: Database) {
  const known = db.selectFrom('articles').select(['id', 'public_id', 'key', 'version', 'current', 'added_at'])
  return known.select(['title', 'author', 'url', 'published', 'language'])
}

function sameMetadata(row: Pick<ArticleDraft, 'title' | 'author' | 'url' | 'published'>, draft: ArticleDraft): boolean {
  const names = ['title', 'author', 'url', 'published'] as const
  return names.every((name) => row[name] === draft[name])
}

/** A version that has been replaced can still be read, and is found no more. */
async function retire(db: Database, id: number, now: number): Promise<void> {
  await unindexArticle(db, id)
  await db.updateTable('articles').set({ current: 0, replaced_at: now }).where('id', '=', id).execute()
  await db.updateTable('quotations').set({ current: 0 }).where('article_id', '=', id).execute()
}

async function remove(db: Database, id: number): Promise<void> {
  await forgetDropped(db, id)
  await unindexArticle(db, id)
  await db.deleteFrom('articles').where('id', '=', id).execute()
}

async function feedsOf(db: Database, article: number | undefined): Promise<number[]> {
  if (article === undefined) return []
  const rows = await db.selectFrom('feed_articles').select('feed_id').where('article_id', '=', article).execute()
  return rows.map((row) => row.feed_id)
}

async function insert(
  db: Database,
  findStory: FindStory,
  { key, outlet, title, author, url, published, language = null, text }: ArticleDraft,
  quotation_count: number,
  public_id: string,
  arrival: Pick<ArticleTable, 'version' | 'added_at'>,
  replaced: string | null,
): Promise<number> {
  const id = await freeId(published, async (from, before) => {
    const highest = db.selectFrom('articles').select(({ fn }) => fn.max<number | null>('id').as('id'))
    return (await highest.where('id', '>=', from).where('id', '<', before).executeTakeFirst())?.id ?? null
  })
  const outlet_id = await outletFor(db, outlet)
  const { story: story_id, copies } = await findStory(db, { id, publicId: public_id, outletId: outlet_id, title, text })
  const row = { id, public_id, key, ...arrival, current: 1 as const, story_id, quotation_count, copy_of: null }
  await db
    .insertInto('articles')
    .values({ ...row, outlet_id, title, author, url, published, language, text })
    .execute()
  await indexArticle(db, id, title, text)
  await tieCopies(db, { id, publicId: public_id, outlet }, copies, replaced)
  return id
}

async function outletFor(db: Database, name: string): Promise<number> {
  const key = outletKey(name)
  const known = await db.selectFrom('outlets').select('id').where('key', '=', key).executeTakeFirst()
  if (known !== undefined) return known.id
  return (await db.insertInto('outlets').values({ key, name }).returning('id').executeTakeFirstOrThrow()).id
}
