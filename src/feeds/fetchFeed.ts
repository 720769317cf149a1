/** A feed is fetched, and what came of it is kept. */

import { siteOf } from '../web/site.js'
import type { Content, Failed, Unchanged, Web } from '../web/web.js'
import type { ParsedFeed } from './entry.js'
import type { FeedBook, FeedChange, FeedState } from './feed.js'
import type { Polled } from './polled.js'
import type { Reader } from './reading.js'
import { type Fetched, isAfterOutage, nextAttempt, nextFetch } from './schedule.js'

export interface FetchParts {
  readonly book: FeedBook
  readonly web: Web
  readonly reader: Reader
  /** The clock of the news. */
  readonly now: () => number
  readonly random: () => number
}

type Outcome = Pick<Polled, 'fetched' | 'why' | 'found'>

export const NOT_FETCHED: Outcome = { fetched: null, why: null, found: 0 }

/** Fetches a feed once. What came is kept together with the mark that it came, so that nothing is left out when this is stopped anywhere. */
export async function fetchFeed(state: FeedState, parts: FetchParts, signal: AbortSignal): Promise<Outcome> {
  const { url, etag, lastModified } = state
  const got = await parts.web.get(url, { as: 'feed', etag, lastModified, signal })
  if (signal.aborted) return NOT_FETCHED
  if (got.kind === 'failed') return keepFailure(state, got, parts)
  if (got.kind === 'unchanged') {
    await parts.book.change(
      state.id,
      worked(state, got, { found: 0, dates: [], ttl: null, skipped: state.skipped }, parts.now()),
    )
    return { ...NOT_FETCHED, fetched: 'unchanged' }
  }
  const reading = await parts.reader.feed(got)
  if (signal.aborted) return NOT_FETCHED
  if ('read' in reading) return keepContent(state, got, reading.read, parts)
  return keepFailure(state, { cause: 'passing', why: reading.reason, retryAfter: null }, parts)
}

async function keepContent(state: FeedState, got: Content, feed: ParsedFeed, parts: FetchParts): Promise<Outcome> {
  const { book } = parts
  const { etag, lastModified } = got
  const now = parts.now()
  const dates = feed.entries.map(({ published }) => Date.parse(published ?? '')).filter((date) => date <= now)
  const skipped = { hours: feed.skipHours, days: feed.skipDays }
  const told = { ttl: feed.ttl, skipped, dates, found: 0 }
  // Where another site answers, its texts are not those of the pages that they name.
  const isOwn = siteOf(got.url) === siteOf(state.url)
  const entries = isOwn ? feed.entries : feed.entries.map((entry) => ({ ...entry, html: null }))
  const change = { ...worked(state, got, told, now), etag, lastModified, skipped }
  const found = await book.keepEntries(state.id, entries, isAfterOutage(state, now), change, now)
  // How many are new is known only now. Stopped before this, it rests longer once.
  if (found > 0) await book.change(state.id, rhythm(state, got, { ...told, found }, now))
  return { fetched: 'content', why: null, found }
}

type Told = Omit<Fetched, 'freshFor'>

function worked(state: FeedState, got: Content | Unchanged, told: Told, now: number): FeedChange {
  const moved = got.movedTo === null ? {} : { url: got.movedTo }
  return {
    ...moved,
    ...rhythm(state, got, told, now),
    lastSuccess: now,
    failures: 0,
    failingSince: null,
    error: null,
  }
}

function rhythm(state: FeedState, { freshFor }: Content | Unchanged, told: Told, now: number) {
  return nextFetch(state, { ...told, freshFor }, now)
}

export async function keepFailure(
  state: FeedState,
  { cause, why, retryAfter }: Pick<Failed, 'cause' | 'why' | 'retryAfter'>,
  { book, now, random }: FetchParts,
): Promise<Outcome> {
  const at = now()
  const failed = { error: why, failures: state.failures + 1, failingSince: state.failingSince ?? at }
  if (cause === 'resting') await book.change(state.id, { next: at + (retryAfter ?? 0) })
  else if (cause === 'gone') await book.change(state.id, { ...failed, isGone: true, next: null })
  else await book.change(state.id, { ...failed, next: nextAttempt(state, { cause, retryAfter }, at, random) })
  return { fetched: cause === 'gone' ? 'gone' : 'failed', why, found: 0 }
}
