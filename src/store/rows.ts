/** Rows of the store as the nouns of the model. */
import type { Kysely } from 'kysely'
import { type Article, cut, type Quotation, type Span } from '../model.js'
import type { Schema } from './schema.js'
import type { StoredQuotation } from './store.js'

/** Articles by their numbers in the store, in the order given. */
export async function articlesByNumber(db: Kysely<Schema>, numbers: readonly number[]): Promise<Article[]> {
  const rows = await selectArticles(db)
    .where('a.id', 'in', [...numbers])
    .execute()
  const found = new Map(rows.map((row) => [row.number, articleOf(row)]))
  return numbers.flatMap((number) => found.get(number) ?? [])
}

export function selectArticles(db: Kysely<Schema>) {
  return db
    .selectFrom('articles as a')
    .innerJoin('outlets as o', 'o.id', 'a.outlet_id')
    .select(['a.id as number', 'a.public_id', 'a.key', 'a.title', 'a.author', 'a.url', 'a.published', 'a.text'])
    .select(['a.story_id', 'a.language', 'a.copy_of', 'o.name as outlet'])
}

type ArticleRow = Awaited<ReturnType<ReturnType<typeof selectArticles>['execute']>>[number]

export function articleOf(row: ArticleRow): Article {
  const { public_id: id, key, outlet, title, author, url, published, language, copy_of: copyOf, text } = row
  const known = { ...(language === null ? {} : { language }), ...(copyOf === null ? {} : { copyOf }) }
  return { id, key, outlet, title, author, url, published, ...known, text }
}

/** Quotations by their numbers in the store, in the order given. */
export async function quotationsByNumber(db: Kysely<Schema>, numbers: readonly number[]): Promise<StoredQuotation[]> {
  const rows = await db
    .selectFrom('quotations as q')
    .leftJoin('aliases', 'aliases.id', 'q.alias_id')
    .leftJoin('speakers', 'speakers.id', 'q.speaker_id')
    .selectAll('q')
    .select(['aliases.name', 'speakers.kind'])
    .where('q.id', 'in', [...numbers])
    .execute()
  const of = [...new Set(rows.map((row) => row.article_id))]
  const articles = new Map((await articlesByNumber(db, of)).map((article, at) => [of[at], article]))
  const found = new Map<number, StoredQuotation>()
  for (const row of rows) {
    const article = articles.get(row.article_id)
    if (article === undefined) continue
    const mention = span(row.mention_start, row.mention_end)
    const quotation: Quotation = {
      ...cut(article, row),
      speaker:
        row.name !== null && row.kind !== null && mention ? { name: row.name, kind: row.kind, ...mention } : null,
      cue: span(row.cue_start, row.cue_end),
      channel: row.channel,
    }
    found.set(row.id, { id: row.id, statementId: row.statement_id, speakerId: row.speaker_id, article, quotation })
  }
  return numbers.flatMap((number) => found.get(number) ?? [])
}

function span(start: number | null, end: number | null): Span | null {
  return start === null || end === null ? null : { start, end }
}
