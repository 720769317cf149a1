/** Rows of what is followed as what they stand for. */
import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Feed, FeedState } from '../feeds/feed.js'
import { fold } from '../language/words.js'
import type { FeedTable } from './feedTables.js'
import type { Schema } from './schema.js'

interface FeedRow extends Pick<FeedTable, 'site' | 'error' | 'failing_since' | 'last_success' | 'next_at'> {
  id: number
  url: string
  outlet: string
  gone: 0 | 1
  articles: number
  waiting: number
  /** JSON. */
  desks: string
}

/** The feeds whose ids a query gives, by outlet, then address. One statement, so that all is of one moment. */
export async function feedsAmong(db: Kysely<Schema>, ids: RawBuilder<unknown>): Promise<Feed[]> {
  // An article that was replaced is still there to be read, and is no article more. Few were, so that their index is small.
  const { rows } = await sql<FeedRow>`
    SELECT f.id, f.address AS url, f.outlet, f.site, f.gone, f.error, f.failing_since, f.last_success, f.next_at,
      (SELECT count(*) FROM feed_articles AS c WHERE c.feed_id = f.id
        AND NOT EXISTS (SELECT 1 FROM articles AS a INDEXED BY articles_current
          WHERE a.current = 0 AND a.id = c.article_id)) AS articles,
      (SELECT count(*) FROM entries AS e WHERE e.feed_id = f.id AND e.due_at IS NOT NULL AND e.state = 'waiting')
        AS waiting,
      (SELECT json_group_array(desk) FROM (SELECT desk FROM follows WHERE feed_id = f.id ORDER BY desk)) AS desks
    FROM feeds AS f WHERE f.kind = 'address' AND f.id IN (${ids})`.execute(db)
  const named = rows.map((row) => ({ feed: feedOf(row), name: fold(row.outlet) }))
  return named
    .toSorted((a, b) => order(a.name, b.name) || order(a.feed.url, b.feed.url) || Number(a.feed.id) - Number(b.feed.id))
    .map(({ feed }) => feed)
}

function feedOf(row: FeedRow): Feed {
  return {
    id: String(row.id),
    url: row.url,
    outlet: row.outlet,
    site: row.site,
    status: row.gone === 1 ? 'gone' : row.failing_since === null ? 'ok' : 'failing',
    error: row.error,
    failingSince: row.failing_since,
    lastSuccess: row.last_success,
    next: row.next_at,
    articles: row.articles,
    waiting: row.waiting,
    desks: JSON.parse(row.desks),
  }
}

export function stateOf(row: Selectable<FeedTable>): FeedState {
  return {
    id: String(row.id),
    url: row.address,
    outlet: row.outlet,
    site: row.site,
    etag: row.etag,
    lastModified: row.last_modified,
    interval: row.interval,
    skipped: row.skipped === null ? { hours: [], days: [] } : JSON.parse(row.skipped),
    failures: row.failures,
    failingSince: row.failing_since,
    lastSuccess: row.last_success,
    next: row.next_at,
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
