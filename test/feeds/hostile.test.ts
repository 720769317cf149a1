import { describe, expect, test } from 'vitest'
import { discoverFeeds } from '../../src/feeds/discover.js'
import { isFullText } from '../../src/feeds/fullText.js'
import { readOpml } from '../../src/feeds/opml.js'
import { parseFeed } from '../../src/feeds/parse.js'
import type { Fetched } from '../../src/feeds/reading.js'

const MUCH = 500_000

function fetched(text: string): Fetched {
  return { bytes: Buffer.from(text), type: null, url: 'https://herald.wendmouth.example/feed' }
}

function much(of: string): string {
  return of.repeat(MUCH / of.length)
}

/** What would take minutes, or all memory there is, if it took time or memory that grows with the square. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['one tag', much('<a>')],
  ['end tags of nothing', `<p><b>${much('</a>')}</b></p>`],
  ['empty tags', much('<a/>')],
  ['empty tags among words', much('<a/>x')],
  ['deep nesting', `${'<d>'.repeat(100_000)}x${'</d>'.repeat(100_000)}`],
  ['deep nesting with ends of others', `${'<b>'.repeat(1_000)}${much('</a>')}`],
  ['tags without end', much('<a ')],
  ['brackets', much('<')],
  ['brackets and signs', much('<!')],
  ['comments without end', much('<!-- ')],
  ['CDATA in CDATA', much('<![CDATA[')],
  ['CDATA without end', `<![CDATA[${much(']]')}`],
  ['ampersands', much('&')],
  ['escaped tags', much('&lt;b ')],
  ['twice escaped tags', much('&amp;lt;p ')],
  ['line ends', `a${much('\n ')}b`],
  ['prefixes', much('<x:y xmlns:x="z"/>')],
  ['scripts without end', much('<script>')],
  ['figures without end', much('<figure>')],
  ['words of teasers', much('the post ')],
  ['addresses', much('a@b ')],
]

describe('a feed that means harm', () => {
  test.each(HOSTILE)('cannot take long with %s, wherever they stand', (_, harm) => {
    for (const name of ['title', 'link', 'author', 'pubDate', 'description']) {
      const items = `<item><title>Ferry</title></item><item><${name}>${harm}</${name}></item>`
      const { entries } = parseFeed(fetched(`<rss><channel>${items}</channel></rss>`))
      expect(entries[0]?.title).toBe('Ferry')
      expect(entries.length).toBeLessThanOrEqual(2)
      expect(entries[1]?.title?.length ?? 0).toBeLessThanOrEqual(1_001)
    }
  })

  test.each(HOSTILE)('cannot hold up other readers with %s', (_, harm) => {
    expect(discoverFeeds(fetched(`<html><head>${harm}`))).toEqual([])
    expect(readOpml(Buffer.from(`<opml><body>${harm}`))).toEqual([])
    expect(typeof isFullText({ html: harm })).toBe('boolean')
  })

  test('has no more than its first thousand entries read', () => {
    const items = Array.from({ length: 100_000 }, (_, at) => `<item><guid>${at}</guid></item>`)
    const { entries } = parseFeed(fetched(`<rss><channel>${items.join('')}</channel></rss>`))
    expect(entries).toHaveLength(1_000)
    expect(entries.at(-1)?.key).toBe('999')
  })

  test('goes on behind what is too deep: the next entry is whole', () => {
    const deep = `<item><title>Deep</title><description>${'<d>'.repeat(100_000)}</description></item>`
    const { entries } = parseFeed(fetched(`<rss><channel>${deep}<item><title>Ferry</title></item></channel></rss>`))
    expect(entries.map(({ title }) => title)).toEqual(['Deep', 'Ferry'])
  })

  test('keeps an entry whose depth never ends, where the entry itself does', () => {
    const deep = `<item><title>Deep</title><description>${'<d>'.repeat(200)}</description></item>`
    expect(parseFeed(fetched(`<rss><channel>${deep}</channel></rss>`)).entries).toHaveLength(1)
  })

  test('names no file, and nothing that is fetched', () => {
    const { entries } = parseFeed(
      fetched(
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY % y SYSTEM "http://169.254.169.254/">%y;]>' +
          '<rss><channel><item><title>&x;</title></item></channel></rss>',
      ),
    )
    expect(entries[0]?.title).toBe('&x;')
  })
})
