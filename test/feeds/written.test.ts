import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/articles/refusal.js'
import { feedDate } from '../../src/feeds/dates.js'
import type { ParsedFeed } from '../../src/feeds/entry.js'
import { parseFeed } from '../../src/feeds/parse.js'
import type { Fetched } from '../../src/feeds/reading.js'
import { goldenFeeds } from '../golden/feeds.js'

const URL_OF_FEED = 'https://herald.wendmouth.example/feed'

interface Told {
  readonly id: string
  readonly link: string
  readonly title: string
  readonly author: string
  readonly published: string
  readonly html: string
}

const word = fc.constantFrom(
  'ferry',
  'Größe',
  '<Marigold>',
  'AT&T',
  '“quay”',
  '5 < 6',
  '&amp;',
  '渡轮',
  ']]>',
  "'s",
  '\u{1F6A2}',
)
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const told: fc.Arbitrary<Told> = fc.record({
  id: fc.uuid(),
  link: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
  title: line,
  author: fc.constantFrom('Jo Tresidder', 'Ådne Voß', 'O’Shea & Quill'),
  published: fc
    .date({ min: new Date('1990-01-02'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => `${date.toISOString().slice(0, 19)}.000Z`),
  html: line.map((words) => `<p>${escaped(words)}</p>`),
})
const several = fc.uniqueArray(told, { selector: ({ id }) => id, minLength: 1, maxLength: 5 })

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;')
}

function cdata(text: string): string {
  return `<![CDATA[${text.replace(/\]\]>/gu, ']]]]><![CDATA[>')}]]>`
}

function read(text: string): ParsedFeed {
  return parseFeed({ bytes: Buffer.from(text), type: null, url: URL_OF_FEED })
}

function items(entries: readonly Told[], write: (entry: Told) => string): string {
  return entries.map(write).join('\n')
}

/** How an honest writer puts entries into each format. */
const WRITERS: Readonly<Record<string, (entries: readonly Told[]) => string>> = {
  'RSS 2.0, escaped': (entries) =>
    `<rss version="2.0"><channel>${items(entries, (entry) =>
      [
        `<item><guid isPermaLink="false">${entry.id}</guid><link>${escaped(entry.link)}</link>`,
        `<title>${escaped(escaped(entry.title))}</title><author>x@y.example (${escaped(escaped(entry.author))})</author>`,
        `<pubDate>${new Date(entry.published).toUTCString()}</pubDate><description>${escaped(entry.html)}</description></item>`,
      ].join(''),
    )}</channel></rss>`,
  'RSS 2.0, CDATA': rssInCdata,
  'Atom, html': (entries) =>
    `<feed xmlns="http://www.w3.org/2005/Atom">${items(entries, (entry) =>
      [
        `<entry><id>${entry.id}</id><link href="${escaped(entry.link)}"/><title>${escaped(entry.title)}</title>`,
        `<author><name>${escaped(entry.author)}</name></author><published>${entry.published}</published>`,
        `<content type="html">${escaped(entry.html)}</content></entry>`,
      ].join(''),
    )}</feed>`,
  'Atom, xhtml': (entries) =>
    `<a:feed xmlns:a="http://www.w3.org/2005/Atom">${items(entries, (entry) =>
      [
        `<a:entry><a:id>${entry.id}</a:id><a:link href="${escaped(entry.link)}"/>`,
        `<a:title>${escaped(entry.title)}</a:title><a:author><a:name>${escaped(entry.author)}</a:name></a:author>`,
        `<a:published>${entry.published}</a:published>`,
        `<a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${entry.html}</div></a:content></a:entry>`,
      ].join(''),
    )}</a:feed>`,
  'JSON Feed': (entries) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'x',
      items: entries.map(({ id, link, title, author, published, html }) => ({
        id,
        url: link,
        title,
        authors: [{ name: author }],
        date_published: published,
        content_html: html,
      })),
    }),
}

function rssInCdata(entries: readonly Told[]): string {
  const written = items(entries, (entry) =>
    [
      `<item><guid isPermaLink="false">${entry.id}</guid><link>${cdata(entry.link)}</link>`,
      `<title>${cdata(escaped(entry.title))}</title><d:creator>${cdata(escaped(entry.author))}</d:creator>`,
      `<d:date>${entry.published}</d:date><c:encoded>${cdata(entry.html)}</c:encoded></item>`,
    ].join(''),
  )
  const vocabularies = 'xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"'
  return `<rss version="2.0" ${vocabularies}><channel>${written}</channel></rss>`
}

describe('what is written into a feed comes out of it', () => {
  test.each(Object.entries(WRITERS))('%s', (_, write) => {
    fc.assert(
      fc.property(several, (entries) => {
        const got = read(write(entries)).entries
        const given = entries.map(({ id, ...rest }) => ({ key: id, updated: null, ...rest }))
        expect(got).toEqual(given)
      }),
    )
  })
})

describe('a feed that was damaged on the way', () => {
  const golden = goldenFeeds().filter(({ expected }) => 'feed' in expected)

  test('is read as far as it goes, or refused in a sentence; what comes out is well-formed whatever went in', () => {
    const damage = fc.record({
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(40),
      put: fc.constantFrom('', '<', '>', '&', ']]>', '"', '</item>', '<item>', '\0', '<!--', '<![CDATA['),
    })
    fc.assert(
      fc.property(fc.constantFrom(...golden), fc.array(damage, { maxLength: 5 }), ({ fetched }, damages) => {
        let bytes = Buffer.from(fetched.bytes)
        for (const { from, cut, put } of damages) {
          const at = Math.floor(from * bytes.length)
          bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at + cut)])
        }
        expect(faultsOf({ ...fetched, bytes })).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('gives the entries that are whole, wherever it is cut off', () => {
    const whole = rssInCdata(Array.from({ length: 5 }, (_, at) => toldOf(at)))
    for (let end = whole.indexOf('</item>') + 7; end <= whole.length; end += 1) {
      const { entries } = read(whole.slice(0, end))
      expect(entries).toHaveLength(whole.slice(0, end).split('</item>').length - 1)
    }
  })
})

function toldOf(at: number): Told {
  const published = '2024-03-04T06:15:00.000Z'
  return {
    id: `${at}`,
    link: `https://x.example/${at}`,
    title: 'Ferry',
    author: 'Jo',
    published,
    html: '<p>It runs.</p>',
  }
}

/** What must not come out of any feed, in words; nothing where all is well. */
function faultsOf(fetched: Fetched): string[] {
  try {
    return parseFeed(fetched).entries.flatMap(({ key, link, title, author, published, updated }, at, all) => [
      ...(key !== '' && all.findIndex((each) => each.key === key) === at ? [] : [`key ${key}`]),
      ...(link === null || new URL(link).href === link ? [] : [`link ${link}`]),
      ...[title, author]
        .filter((text) => text !== null && !/^\S(?:[^\p{Cc}]*\S)?$/u.test(text))
        .map((text) => `line ${text}`),
      ...[published, updated].filter((date) => date !== null && feedDate(date) !== date).map((date) => `date ${date}`),
    ])
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return /^It .*\.$/u.test(error.message) ? [] : [error.message]
  }
}
