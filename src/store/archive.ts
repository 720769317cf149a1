import { type Kysely, sql } from 'kysely'
import { fold } from '../language/words.js'
import type { Article } from '../model.js'
import { visibility } from './feeds.js'
import { fitting } from './filters.js'
import { headlineWords } from './headlines.js'
import { wordsNear } from './nearWords.js'
import { articleOf, articlesByNumber, quotationsByNumber, selectArticles } from './rows.js'
import type { Schema } from './schema.js'
import {
  type Condition,
  countArticles,
  findArticles,
  findQuotations,
  frequencies,
  quotationsSharing,
} from './search.sqlite.js'
import { foldedSpeakers, namesBeginning, speakersNamed, speakersNear } from './speakers.js'
import type { Archive, Filter, OutletRow } from './store.js'
import { versionsOn, versionsSeen } from './versions.js'

/** So many of the newest are looked through for words to suggest. */
const HEADLINES = 500

/** What a desk sees of the store. */
export function archiveOf(db: Kysely<Schema>, desk: string): Archive {
  const visible = () => visibility(db, desk)

  async function articles(filter: Filter, order: 'best' | 'newest', limit: number): Promise<Article[]> {
    const where = await fitting(db, desk, filter)
    if (filter.about !== undefined) {
      return articlesByNumber(db, await findArticles(db, filter.about, where, order, limit))
    }
    const rows = await selectArticles(db).where(where).orderBy('a.id', 'desc').limit(limit).execute()
    return rows.map(articleOf)
  }

  return {
    ...versionsOn(db, desk),

    async count(filter = {}) {
      const where = await fitting(db, desk, filter)
      if (filter.about !== undefined) return countArticles(db, filter.about, where)
      const counted = db.selectFrom('articles as a').where(where)
      return (await counted.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
    },

    async outlets() {
      return outletRows(db, desk)
    },

    async article(id) {
      const seen = (await versionsSeen(db, desk))('a.id')
      const row = await selectArticles(db).where('a.public_id', '=', id).where(seen).executeTakeFirst()
      return row === undefined ? null : articleOf(row)
    },

    async listed(filter, limit) {
      const where = await fitting(db, desk, filter)
      const rows = db
        .selectFrom('articles as a')
        .innerJoin('outlets as o', 'o.id', 'a.outlet_id')
        .select([
          'a.public_id as id',
          'a.story_id as storyId',
          'o.name as outlet',
          'a.url',
          'a.published',
          'a.added_at as arrived',
        ])
      if (filter.about === undefined) return rows.where(where).orderBy('a.id', 'desc').limit(limit).execute()
      const numbers = await findArticles(db, filter.about, where, 'newest', limit)
      return rows.where('a.id', 'in', numbers).orderBy('a.id', 'desc').execute()
    },

    async articles(ids) {
      const rows = await selectArticles(db)
        .where('a.public_id', 'in', [...ids])
        .where((await versionsSeen(db, desk))('a.id'))
        .execute()
      const found = new Map(rows.map((row) => [row.public_id, articleOf(row)]))
      return ids.flatMap((id) => found.get(id) ?? [])
    },

    newest: (filter, limit) => articles(filter, 'newest', limit),
    search: (filter, limit) => articles(filter, 'best', limit),
    speakersNamed: async (words) => speakersNamed(db, await visible(), words),
    speakersNear: async (words, limit) => speakersNear(db, await visible(), words, limit),

    wordsNear: (word, limit) =>
      wordsNear(db, (stem, most) => articles({ about: [[stem]] }, 'newest', most), word, limit),

    async namesBeginning(prefix, limit) {
      const begins = (name: string): boolean => ` ${fold(name)}`.includes(` ${fold(prefix).trim()}`)
      const outlets = (await outletRows(db, desk)).map(({ outlet }) => outlet).filter(begins)
      return [...(await namesBeginning(db, await visible(), prefix, limit)), ...outlets].slice(0, limit)
    },

    async topicsBeginning(prefix, limit) {
      const where = await fitting(db, desk, {})
      const newest = db.selectFrom('articles as a').select('a.title').where(where).orderBy('a.id', 'desc')
      const rows = await newest.where('a.title', 'is not', null).limit(HEADLINES).execute()
      return headlineWords(
        rows.flatMap(({ title }) => title ?? []),
        prefix,
        limit,
      )
    },

    async quotationsOf(speakerIds, filter, limit) {
      const where = await fitting(db, desk, filter)
      const ids = await foldedSpeakers(db, await visible(), speakerIds)
      if (ids.length === 0) return []
      if (filter.about !== undefined) {
        return quotationsByNumber(db, await findQuotations(db, ids, filter.about, where, limit))
      }
      return quotationsByNumber(db, await newestOf(db, ids, where, limit))
    },

    async quotationsIn(articleIds) {
      const rows = await db
        .selectFrom('quotations as q')
        .innerJoin('articles as a', 'a.id', 'q.article_id')
        .select('q.id')
        .where('a.public_id', 'in', [...articleIds])
        .where((await versionsSeen(db, desk))('a.id'))
        .orderBy('q.article_id', 'desc')
        .orderBy('q.start')
        .execute()
      return quotationsByNumber(
        db,
        rows.map(({ id }) => id),
      )
    },

    async quotationsLike(words, limit) {
      return quotationsByNumber(db, await quotationsSharing(db, words, (await visible())('q.article_id'), limit))
    },

    async storiesOf(articleIds) {
      const seen = (await visible())('a.id')
      const asked = await db
        .selectFrom('articles as a')
        .select(['public_id', 'story_id'])
        .where('public_id', 'in', [...articleIds])
        .where(seen)
        .execute()
      const storyOf = new Map(asked.map((row) => [row.public_id, row.story_id]))
      const ids = [...new Set(articleIds.flatMap((id) => storyOf.get(id) ?? []))]
      // Without the plus, SQLite would walk all current articles in the place of these stories'.
      const told = selectArticles(db).where('a.story_id', 'in', ids).where(sql`+a.current`, '=', 1).where(seen)
      const rows = (await told.execute()).toSorted((a, b) => b.number - a.number)
      return ids.map((id) => ({ id, articles: rows.filter((row) => row.story_id === id).map(articleOf) }))
    },

    async documentFrequencies(words) {
      return frequencies(db, words, (await visible())('article_index.rowid'))
    },
  }
}

async function outletRows(db: Kysely<Schema>, desk: string): Promise<OutletRow[]> {
  const rows = await db
    .selectFrom('articles as a')
    .innerJoin('outlets as o', 'o.id', 'a.outlet_id')
    .select(['o.id', 'o.name as outlet', ({ fn }) => fn.countAll<number>().as('articles')])
    .select(({ fn }) => [fn.sum<number>('a.quotation_count').as('quotations'), fn.max('a.id').as('newest')])
    .where(await fitting(db, desk, {}))
    .groupBy('o.id')
    .orderBy('articles', 'desc')
    .orderBy('o.key')
    .execute()
  const foreign = await db
    .selectFrom('articles as a')
    .select(['a.outlet_id', ({ fn }) => fn.countAll<number>().as('articles')])
    .where('a.language', '<>', 'en')
    .where(await fitting(db, desk, {}))
    .groupBy('a.outlet_id')
    .execute()
  const foreignOf = new Map(foreign.map(({ outlet_id, articles }) => [outlet_id, articles]))
  const newest = await db
    .selectFrom('articles')
    .select(['id', 'published'])
    .where(
      'id',
      'in',
      rows.map((row) => row.newest),
    )
    .execute()
  const published = new Map(newest.map((row) => [row.id, row.published]))
  return rows.map(({ id, newest: last, ...row }) => {
    return { ...row, newest: published.get(last) ?? null, foreign: foreignOf.get(id) ?? 0 }
  })
}

/** Speaker by speaker, since the index of each one's quotations has the newest at its end. */
async function newestOf(
  db: Kysely<Schema>,
  speakerIds: readonly number[],
  where: Condition,
  limit: number,
): Promise<number[]> {
  const found: { id: number; article_id: number; start: number }[] = []
  for (const speaker of speakerIds) {
    const said = db
      .selectFrom('quotations as q')
      .innerJoin('articles as a', 'a.id', 'q.article_id')
      .select(['q.id', 'q.article_id', 'q.start'])
      .where('q.speaker_id', '=', speaker)
      .where('q.current', '=', 1)
      .where(where)
    found.push(...(await said.orderBy('q.article_id', 'desc').orderBy('q.start').limit(limit).execute()))
  }
  const newest = found.toSorted((a, b) => b.article_id - a.article_id || a.start - b.start)
  return newest.slice(0, limit).map(({ id }) => id)
}
