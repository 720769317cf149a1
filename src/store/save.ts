import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { ArticleDraft, FoundQuotation } from '../model.js'
import { carry, feedFor } from './feeds.js'
import { outletKey } from './filters.js'
import { freeId } from './order.js'
import { saveQuotations } from './saveQuotations.js'
import type { ArticleTable, Schema } from './schema.js'
import { indexArticle, unindexArticle } from './search.sqlite.js'
import type { Origin, Saved } from './store.js'
import type { FindStory } from './stories.js'

type Database = Kysely<Schema>

/** Stores an article, all of it: run it in a transaction. `now` is milliseconds since 1970. */
export async function saveArticle(
  db: Database,
  findStory: FindStory,
  given: ArticleDraft,
  quotations: readonly FoundQuotation[],
  origin: Origin,
  now: number,
): Promise<{ id: string; saved: Saved }> {
  // Half of a surrogate pair cannot be stored as UTF-8.
  const draft = { ...given, text: given.text.replace(/\p{Cs}/gu, '\uFFFD') }
  const id = publicId(draft)
  const feed = await feedFor(db, origin)
  const [same] = await versions(db).where('public_id', '=', id).execute()
  const [previous] = await versions(db).where('key', '=', draft.key).where('current', '=', 1).execute()
  const replaced = previous !== undefined && previous.id !== same?.id ? previous : undefined
  if (same !== undefined && same.current === 1 && (same.key !== draft.key || sameMetadata(same, draft))) {
    if (replaced !== undefined) await retire(db, replaced.id)
    await carry(db, same.id, [feed, ...(await feedsOf(db, replaced?.id))])
    return { id, saved: replaced === undefined ? 'unchanged' : 'changed' }
  }
  const feeds = [feed, ...(await feedsOf(db, replaced?.id)), ...(await feedsOf(db, same?.id))]
  if (replaced !== undefined) await retire(db, replaced.id)
  // Its text is the same, but its date, which its number stands for, may not be.
  if (same !== undefined) await remove(db, same.id)
  const version = replaced === undefined ? (same?.version ?? 1) : replaced.version + 1
  const arrival = { version, added_at: same?.added_at ?? now }
  const article = await insert(db, findStory, draft, id, arrival)
  await carry(db, article, feeds)
  await saveQuotations(db, { id: article, publicId: id, ...draft }, quotations)
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
  const known = db.selectFrom('articles').select(['id', 'key', 'version', 'current', 'added_at'])
  return known.select(['title', 'author', 'url', 'published'])
}

function sameMetadata(row: Pick<ArticleDraft, 'title' | 'author' | 'url' | 'published'>, draft: ArticleDraft): boolean {
  const names = ['title', 'author', 'url', 'published'] as const
  return names.every((name) => row[name] === draft[name])
}

/** A version that has been replaced can still be read, and is found no more. */
async function retire(db: Database, id: number): Promise<void> {
  await unindexArticle(db, id)
  await db.updateTable('articles').set({ current: 0 }).where('id', '=', id).execute()
  await db.updateTable('quotations').set({ current: 0 }).where('article_id', '=', id).execute()
}

async function remove(db: Database, id: number): Promise<void> {
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
  { key, outlet, title, author, url, published, text }: ArticleDraft,
  public_id: string,
  arrival: Pick<ArticleTable, 'version' | 'added_at'>,
): Promise<number> {
  const id = await freeId(published, async (from, before) => {
    const highest = db.selectFrom('articles').select(({ fn }) => fn.max<number | null>('id').as('id'))
    return (await highest.where('id', '>=', from).where('id', '<', before).executeTakeFirst())?.id ?? null
  })
  const story_id = await findStory(db, { id, publicId: public_id, title, text })
  const row = { id, public_id, key, ...arrival, current: 1 as const, story_id, quotation_count: 0 }
  const outlet_id = await outletFor(db, outlet)
  await db
    .insertInto('articles')
    .values({ ...row, outlet_id, title, author, url, published, text })
    .execute()
  await indexArticle(db, id, title, text)
  return id
}

async function outletFor(db: Database, name: string): Promise<number> {
  const key = outletKey(name)
  const known = await db.selectFrom('outlets').select('id').where('key', '=', key).executeTakeFirst()
  if (known !== undefined) return known.id
  return (await db.insertInto('outlets').values({ key, name }).returning('id').executeTakeFirstOrThrow()).id
}
