/** Parsers of feeds that could be taken, each with what it gives as rows that can be compared. Their own words for fields are mapped fairly. */
import { decodeHTMLStrict } from 'entities'
import { parseFeed as parseByFeedsmith } from 'feedsmith'
import { parseFeed as parseByHtmlparser2 } from 'htmlparser2'
import RssParser from 'rss-parser'
import { decodeWeb } from '../../src/articles/webText.js'
import { parseFeed } from '../../src/feeds/parse.js'
import type { Fetched } from '../../src/feeds/reading.js'

export interface Row {
  readonly link: string | null
  readonly title: string | null
  readonly published: string | null
  readonly html: string | null
}

/** Gives null where it refuses a feed. */
export type Candidate = (fetched: Fetched) => Promise<readonly Row[] | null>

const rssParser = new RssParser()

export const CANDIDATES: Readonly<Record<string, Candidate>> = {
  ours: async (fetched) => parseFeed(fetched).entries,
  feedsmith: async ({ bytes }) => byFeedsmith(plain(bytes)),
  'rss-parser': async ({ bytes }) => byRssParser(plain(bytes)),
  htmlparser2: async ({ bytes }) => byHtmlparser2(plain(bytes)),
  'feedsmith, repaired': async (fetched) => byFeedsmith(repaired(fetched)),
  'rss-parser, repaired': async (fetched) => byRssParser(repaired(fetched)),
  'htmlparser2, repaired': async (fetched) => byHtmlparser2(repaired(fetched)),
}

function plain(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString()
}

/** As much as can be mended before a parser sees it: the encoding, what stands before, controls, bare ampersands, entities of HTML. */
function repaired({ bytes, type }: Fetched): string {
  const text = decodeWeb(bytes, type)
  const start = /<\?xml|<(?:\w+:)?(?:rss|rdf|feed|channel)\b|\{/iu.exec(text)?.index ?? 0
  return text
    .slice(start)
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
    .replace(/&(?!#|(?:amp|lt|gt|quot|apos);)[a-z]\w{1,20};/giu, (entity) => decodeHTMLStrict(entity))
    .replace(/&(?!#\w{1,8};|(?:amp|lt|gt|quot|apos);)/giu, '&amp;')
}

function byFeedsmith(text: string): Row[] {
  const { feed } = parseByFeedsmith(text)
  const items = listOf(at(feed, 'items') ?? at(feed, 'entries'))
  return items.map((item) => {
    const links = listOf(at(item, 'links'))
    const pages = links.filter((link) => (at(link, 'rel') ?? 'alternate') === 'alternate')
    const html = pages.find((link) => (at(link, 'type') ?? 'text/html') === 'text/html') ?? pages[0]
    return rowOf(
      [at(item, 'link'), at(html, 'href'), at(item, 'url'), at(item, 'external_url'), at(at(item, 'guid'), 'value')],
      [at(item, 'title'), at(at(item, 'title'), 'value'), listOf(at(at(item, 'dc'), 'titles'))[0]],
      [
        ...['pubDate', 'published', 'date_published', 'updated'].map((name) => at(item, name)),
        listOf(at(at(item, 'dc'), 'dates'))[0],
        listOf(at(at(item, 'dcterms'), 'issued'))[0],
      ],
      [
        at(at(item, 'content'), 'encoded'),
        at(at(item, 'content'), 'value'),
        at(item, 'description'),
        at(at(item, 'summary'), 'value'),
        at(item, 'content_html'),
        at(item, 'content_text'),
      ],
    )
  })
}

async function byRssParser(text: string): Promise<Row[]> {
  const { items } = await rssParser.parseString(text)
  return items.map((item: unknown) =>
    rowOf(
      [at(item, 'link'), at(item, 'guid')],
      [at(item, 'title')],
      [at(item, 'isoDate'), at(item, 'pubDate'), at(item, 'date')],
      [at(item, 'content:encoded'), at(item, 'content'), at(item, 'summary')],
    ),
  )
}

function byHtmlparser2(text: string): Row[] | null {
  const feed = parseByHtmlparser2(text)
  return (
    feed &&
    feed.items.map((item) => {
      const date = item.pubDate && !Number.isNaN(item.pubDate.getTime()) ? item.pubDate.toISOString() : undefined
      return rowOf([item.link], [item.title], [date], [item.description])
    })
  )
}

function rowOf(link: unknown[], title: unknown[], published: unknown[], html: unknown[]): Row {
  const first = (values: unknown[]): string | null => values.find((value) => typeof value === 'string') ?? null
  const longest = html.filter((value) => typeof value === 'string').toSorted((a, b) => b.length - a.length)
  return { link: first(link), title: first(title), published: first(published), html: longest[0] ?? null }
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
