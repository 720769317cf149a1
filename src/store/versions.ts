/** Versions of articles: which a desk sees, which came before and after, and what their quotations were. */
import { type Kysely, sql } from 'kysely'
import { visibility } from './feeds.js'
import { narrowed } from './filters.js'
import { articleOf, quotationsByNumber, selectArticles } from './rows.js'
import type { Schema } from './schema.js'
import { type Condition, droppedSharing } from './search.sqlite.js'
import { indexDropped, unindexDropped } from './searchIndex.sqlite.js'
import { foldedSpeakers, speakersNamed } from './speakers.js'
import type { Archive, ArticleVersion, ReplacedQuotation } from './store.js'

type Database = Kysely<Schema>
type Visible = (articleId: string) => Condition

/** Notes which quotations of a version that has just been replaced are not in the one in its place in the same words. */
export async function noteDropped(db: Database, old: number, current: number): Promise<void> {
  const kept = db.selectFrom('quotations').select('wording').where('article_id', '=', current)
  const gone = db.updateTable('quotations').set({ dropped: 1 }).where('article_id', '=', old)
  await gone.where('wording', 'not in', kept).execute()
  await indexDropped(db, old)
}

/** Before a version is removed. */
export async function forgetDropped(db: Database, id: number): Promise<void> {
  await unindexDropped(db, id)
}

/** Given the column that holds the id of any version: that the desk sees it, or the version in its place. */
export async function versionsSeen(db: Database, desk: string): Promise<Visible> {
  const visible = await visibility(db, desk)
  return (articleId) =>
    sql`(${visible(articleId)} OR EXISTS (SELECT 1 FROM articles AS old CROSS JOIN articles AS now
      ON now.key = old.key AND now.current = 1 WHERE old.id = ${sql.ref(articleId)} AND ${visible('now.id')}))`
}

export function versionsOn(db: Database, desk: string): Pick<Archive, 'earlier' | 'laterThan' | 'quotationsReplaced'> {
  return {
    async earlier(ids) {
      const rows = await pairs(db, await visibility(db, desk))
        .where('now.public_id', 'in', [...ids])
        .orderBy('a.version', 'desc')
        .execute()
      const found = new Map<string, ArticleVersion[]>()
      for (const row of rows) found.set(row.now_id, [...(found.get(row.now_id) ?? []), versionOf(row)])
      return found
    },

    async laterThan(ids) {
      const visible = await visibility(db, desk)
      const rows = await selectVersions(db)
        .innerJoin('articles as old', 'old.key', 'a.key')
        .select('old.public_id as old_id')
        .where('old.public_id', 'in', [...ids])
        .where('old.current', '=', 0)
        .where('a.current', '=', 1)
        .where(visible('a.id'))
        .execute()
      return new Map(rows.map((row) => [row.old_id, versionOf(row)]))
    },

    async quotationsReplaced(by, limit) {
      const seen = await versionsSeen(db, desk)
      if ('words' in by) return replaced(db, await droppedSharing(db, by.words, seen('q.article_id'), limit))
      const dropped = db
        .selectFrom('quotations as q')
        .innerJoin('articles as a', 'a.id', 'q.article_id')
        .select('q.id')
        .where('q.dropped', '=', 1)
        .orderBy('a.replaced_at', 'desc')
        .orderBy('q.article_id', 'desc')
        .orderBy('q.start')
        .limit(limit)
      const numbers = async (query: typeof dropped) => (await query.execute()).map(({ id }) => id)
      if ('articles' in by) {
        const old = pairs(db, await visibility(db, desk)).where('now.public_id', 'in', [...by.articles])
        const ids = (await old.clearSelect().select('a.id').execute()).map(({ id }) => id)
        return replaced(db, await numbers(dropped.where('q.article_id', 'in', ids)))
      }
      const speakers =
        'named' in by
          ? (await speakersNamed(db, seen, by.named, 'dropped')).map(({ id }) => id)
          : await foldedSpeakers(db, seen, by.speakers, 'either')
      const where = await narrowed(db, seen, by.filter ?? {})
      return replaced(db, await numbers(dropped.where('q.speaker_id', 'in', speakers).where(seen('a.id')).where(where)))
    },
  }
}

/** Replaced versions `a`, each beside the current version `now` of the same article. */
function pairs(db: Database, visible: Visible) {
  return selectVersions(db)
    .innerJoin('articles as now', 'now.key', 'a.key')
    .select('now.public_id as now_id')
    .where('now.current', '=', 1)
    .where('a.current', '=', 0)
    .where(visible('now.id'))
}

function selectVersions(db: Database) {
  return selectArticles(db).select(['a.version', 'a.added_at', 'a.current', 'a.replaced_at'])
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof selectVersions>['execute']>>[number]

function versionOf(row: VersionRow): ArticleVersion {
  const { version, added_at: arrived, current, replaced_at } = row
  return { ...articleOf(row), version, arrived, until: current === 1 ? null : replaced_at }
}

/** Replaced quotations by their numbers, in the order given. */
async function replaced(db: Database, numbers: readonly number[]): Promise<ReplacedQuotation[]> {
  const found = await quotationsByNumber(db, numbers)
  const rows = await db
    .selectFrom('articles as a')
    .leftJoin('articles as now', (join) => join.onRef('now.key', '=', 'a.key').on('now.current', '=', 1))
    .select(['a.public_id', 'a.replaced_at', 'now.public_id as now_id'])
    .where('a.public_id', 'in', [...new Set(found.map(({ article }) => article.id))])
    .execute()
  const versions = new Map(rows.map((row) => [row.public_id, row]))
  return found.map((one) => {
    const version = versions.get(one.article.id)
    return { ...one, until: version?.replaced_at ?? 0, currentId: version?.now_id ?? null }
  })
}
