/** What was fetched, read: feeds to entries, and entries to articles with their quotations. */
import { isoInstant } from '../articles/dates.js'
import { draftOf, type RawArticle } from '../articles/draft.js'
import { htmlText } from '../articles/page/html.js'
import { pageOf } from '../articles/page.js'
import { Refusal } from '../articles/refusal.js'
import { decodeWeb } from '../articles/webText.js'
import type { ArticleDraft } from '../model.js'
import { extractQuotations } from '../quotations/extract.js'
import { inLanguage } from '../quotations/inLanguage.js'
import { bareAddress } from '../web/bareAddress.js'
import { siteOf } from '../web/site.js'
import { discoverFeeds } from './discover.js'
import type { Entry } from './entry.js'
import { isFullText } from './fullText.js'
import { parseFeed } from './parse.js'
import type { EntrySource, Fetched, Reader } from './reading.js'
import { speaksFor } from './site.js'

/** Clocks of newsrooms are seldom wrong by more, and time zones often. Milliseconds. */
const AHEAD = 3_600_000

type ReadEntry = Awaited<ReturnType<Reader['article']>>

/** `now` is the clock of the news. */
export function createReader(now: () => number): Reader {
  return {
    feed: async (fetched) => unlessRefused(() => ({ read: parseFeed(fetched) })),
    discover: async (fetched) => discoverFeeds(fetched),
    article: async (source) => unlessRefused(() => articleOf(source, now())),
  }
}

function unlessRefused<T>(read: () => T): T | { readonly reason: string } {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message }
    throw error
  }
}

/** An article as its page gives it, or the text of the feed. */
interface Found extends Pick<RawArticle, 'text' | 'language'> {
  /** Where it was read; null where the feed gives no address. */
  readonly address: string | null
  readonly canonical: string | null
  readonly title: string | null
  readonly author: string | null
  readonly published: string | null
}

function articleOf({ entry, page, feed }: EntrySource, now: number): ReadEntry {
  const found = page === null ? ofFeed(entry) : ofPage(page)
  if (found === null) return { wants: 'page' }
  const { text, language, address, canonical } = found
  const outlet = address === null || speaksFor(feed, address) ? feed.outlet : siteOf(address)
  const raw = {
    text,
    language,
    outlet,
    title: found.title ?? entry.title,
    author: found.author ?? entry.author,
    url: canonical ?? address,
    published: publishedOf(found.published, entry.published, now),
  }
  const draft = draftOf(raw, { file: feed.url, line: null, outlet })
  const addresses = addressesOf([canonical, address, entry.link])
  const key = addresses[0] ?? `${feed.url}#${entry.key}`
  return { read: { draft: { ...draft, key }, quotations: quotationsOf(draft), addresses } }
}

function ofFeed(entry: Entry): Found | null {
  if (entry.html === null || !isFullText(entry)) return null
  const text = htmlText(entry.html)
  return { text, address: entry.link, canonical: null, title: null, author: null, published: null }
}

function ofPage({ bytes, type, url }: Fetched): Found {
  return { ...pageOf(decodeWeb(bytes, type), { url }), address: url }
}

/** What the page says, where that is a time and not only a day; never what is yet to come. */
function publishedOf(page: string | null, entry: string | null, now: number): string | null {
  const named = /[T ]/u.test(page ?? '') ? [page, entry] : [entry, page]
  return named.find((time) => (isoInstant(time ?? '') ?? Infinity) <= now + AHEAD) ?? null
}

/** A page is believed about addresses of its own site only. */
function addressesOf(urls: readonly (string | null)[]): readonly string[] {
  const known = urls.filter((url) => url !== null)
  const [first = ''] = known
  const own = known.filter((url) => siteOf(url) === siteOf(first))
  return [...new Set(own.flatMap((url) => bareAddress(url) ?? []))]
}

function quotationsOf({ text, title, outlet, language }: ArticleDraft) {
  return inLanguage(extractQuotations(text, { title, outlet }), language)
}
