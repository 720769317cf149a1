import { oneLine } from '../articles/normalise.js'
import { Refusal } from '../articles/refusal.js'
import { feedRefusals } from '../feedPhrases.js'
import { absolute } from './addresses.js'
import { feedDate } from './dates.js'
import type { ParsedFeed } from './entry.js'
import { fullest, keyed, MOST_ENTRIES, type RawEntry } from './rawEntry.js'
import { htmlOfPlain } from './xmlText.js'

/** A JSON Feed, version 1.0 or 1.1 (jsonfeed.org). Throws a Refusal where it is none. */
export function parseJsonFeed(source: string, url: string): ParsedFeed {
  const feed = parsed(source)
  const items = field(feed, 'items')
  const isFeed = Array.isArray(items) && (textOf(feed, 'version').includes('jsonfeed') || textOf(feed, 'title') !== '')
  if (!isFeed) throw new Refusal(feedRefusals.otherJson)
  const author = authorsOf(feed)
  const raw = items.slice(0, MOST_ENTRIES).map((item: unknown) => entryOf(item, url))
  return {
    title: oneLine(textOf(feed, 'title')),
    site: absolute(textOf(feed, 'home_page_url'), url),
    ttl: null,
    skipHours: [],
    skipDays: [],
    entries: keyed(raw.map((entry) => ({ ...entry, author: entry.author ?? author }))),
  }
}

function entryOf(item: unknown, url: string): RawEntry {
  const updated = feedDate(textOf(item, 'date_modified'))
  const texts = [
    textOf(item, 'content_html'),
    htmlOfPlain(textOf(item, 'content_text')),
    htmlOfPlain(textOf(item, 'summary')),
  ]
  return {
    id: textOf(item, 'id'),
    link: absolute(textOf(item, 'url'), url) ?? absolute(textOf(item, 'external_url'), url),
    title: oneLine(textOf(item, 'title')),
    author: authorsOf(item),
    published: feedDate(textOf(item, 'date_published')) ?? updated,
    updated,
    html: fullest(texts),
  }
}

/** `authors` of version 1.1, or the one `author` of version 1.0. */
function authorsOf(value: unknown): string | null {
  const authors = field(value, 'authors')
  const all: readonly unknown[] = Array.isArray(authors) ? authors.slice(0, 20) : [field(value, 'author')]
  return [...new Set(all.flatMap((author) => oneLine(textOf(author, 'name')) ?? []))].join(', ') || null
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    throw new Refusal(/\}\s*$/u.test(source.slice(-100)) ? feedRefusals.brokenJson : feedRefusals.breaksOff)
  }
}

function textOf(value: unknown, name: string): string {
  const found = field(value, name)
  return typeof found === 'string' ? found.trim() : typeof found === 'number' ? String(found) : ''
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}
