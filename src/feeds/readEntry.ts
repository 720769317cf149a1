/** An entry becomes an article: from its own text where the feed gives all of it, else from the page behind its link. */

import { pollPhrases as say } from '../pollPhrases.js'
import type { Content, Web } from '../web/web.js'
import type { FeedBook, FeedState, WaitingEntry } from './feed.js'
import type { Reader } from './reading.js'
import { nextReading, nextTry } from './schedule.js'
import { speaksFor } from './site.js'

export interface EntryParts {
  readonly book: FeedBook
  readonly web: Web
  readonly reader: Reader
  /** The clock of the news. */
  readonly now: () => number
}

export type EntryOutcome = { readonly saved: 'added' | 'changed' | 'unchanged' } | { readonly refused: string }

type Feed = Pick<FeedState, 'url' | 'outlet' | 'site'>

/** Reads an entry and settles it; null where it was stopped, and the entry waits on. */
export async function readEntry(
  waiting: WaitingEntry,
  feed: Feed,
  parts: EntryParts,
  signal: AbortSignal,
): Promise<EntryOutcome | null> {
  const { entry } = waiting
  if (entry.html !== null && (entry.link === null || speaksFor(feed, entry.link))) {
    const reading = await parts.reader.article({ entry, page: null, feed })
    if (signal.aborted) return null
    if ('read' in reading) return keep(waiting, { ...reading.read, etag: null, lastModified: null }, null, parts)
    if ('reason' in reading) return refuse(waiting, reading.reason, null, parts)
  }
  if (entry.link === null) return refuse(waiting, say.noText, null, parts)
  const { etag, lastModified } = waiting
  const got = await parts.web.get(entry.link, { as: 'page', etag, lastModified, signal })
  if (signal.aborted) return null
  if (got.kind === 'content') return readPage(waiting, got, feed, parts, signal)
  if (got.kind === 'unchanged') {
    await parts.book.keepUnchanged(waiting, again(waiting, entry.published, parts.now()))
    return { saved: 'unchanged' }
  }
  if (got.cause === 'resting') {
    // Else all pages of a host that answers few at a time would be given up, most of them never asked for.
    const { failures } = waiting
    await parts.book.refuse(waiting, { why: got.why, next: parts.now() + (got.retryAfter ?? 0), failures })
    return { refused: got.why }
  }
  // Papers announce pages before they are there.
  const mayCome = got.cause === 'passing' || got.status === 404
  const next = mayCome ? nextTry(waiting.failures, got.retryAfter, parts.now()) : null
  return refuse(waiting, got.why, next, parts)
}

async function readPage(
  waiting: WaitingEntry,
  page: Content,
  feed: Feed,
  parts: EntryParts,
  signal: AbortSignal,
): Promise<EntryOutcome | null> {
  const reading = await parts.reader.article({ entry: waiting.entry, page, feed })
  if (signal.aborted) return null
  if (!('read' in reading)) return refuse(waiting, 'reason' in reading ? reading.reason : say.noText, null, parts)
  const { etag, lastModified } = page
  const next = again(waiting, reading.read.draft.published, parts.now())
  return keep(waiting, { ...reading.read, etag, lastModified }, next, parts)
}

function again({ readings }: WaitingEntry, published: string | null, now: number): number | null {
  return nextReading(readings + 1, published === null ? null : Date.parse(published), now)
}

async function keep(
  waiting: WaitingEntry,
  read: Parameters<FeedBook['keepArticle']>[1],
  next: number | null,
  { book, now }: EntryParts,
): Promise<EntryOutcome> {
  const { saved } = await book.keepArticle(waiting, read, next, now())
  return { saved }
}

async function refuse(
  waiting: WaitingEntry,
  why: string,
  next: number | null,
  { book }: EntryParts,
): Promise<EntryOutcome> {
  await book.refuse(waiting, { why, next, failures: waiting.failures + 1 })
  return { refused: why }
}
