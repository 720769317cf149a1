import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/articles/refusal.js'
import { readOpml, writeOpml } from '../../src/feeds/opml.js'

const HERALD = {
  url: 'https://herald.wendmouth.example/feed',
  title: 'Wendmouth Herald',
  site: 'https://herald.wendmouth.example/',
}

function read(text: string): string[] {
  return readOpml(Buffer.from(text)).map(({ url }) => url)
}

describe('a list of feeds (OPML)', () => {
  test('is read as readers of feeds write it: in folders, with names and sites', () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
      <opml version="1.0"><head><title>Mine</title></head><body>
        <outline text="Town" title="Town">
          <outline text="Papers"><outline type="rss" text="x" title="Wendmouth Herald" xmlUrl="${HERALD.url}" htmlUrl="${HERALD.site}"/></outline>
        </outline>
        <outline text="Albion &amp; Courier" xmlUrl="https://courier.albion.example/rss?a=1&amp;b=2"/>
      </body></opml>`
    expect(readOpml(Buffer.from(text))).toEqual([
      HERALD,
      { url: 'https://courier.albion.example/rss?a=1&b=2', title: 'Albion & Courier', site: null },
    ])
  })

  test('names each feed once, in any case, and leaves out what cannot be fetched', () => {
    const text = `<OPML><BODY><OUTLINE TEXT="A" XMLURL="https://a.example/feed"/><outline text="Again" xmlurl="https://a.example/feed"/>
      <outline xmlURL='feed:https://b.example/feed'/><outline xmlUrl="feed://c.example/feed"/><outline xmlUrl="file:///etc/passwd"/>
      <outline xmlUrl="/feed"/><outline xmlUrl=""/></BODY></OPML>`
    expect(readOpml(Buffer.from(text))[0]?.title).toBe('A')
    expect(read(text)).toEqual(['https://a.example/feed', 'https://b.example/feed', 'http://c.example/feed'])
  })

  test('may be broken: bare ampersands, junk before it, no end', () => {
    expect(
      read('\n\n<opml><body><outline text="A & B" xmlUrl="https://a.example/?x=1&y=2"><outline xmlUrl="https://b.exa'),
    ).toEqual(['https://a.example/?x=1&y=2'])
  })

  test.each(['<rss><channel/></rss>', 'words', '<html><body></body></html>', '{"opml": 1}'])('%s is none', (text) => {
    expect(() => read(text)).toThrow(new Refusal('It is no list of feeds (OPML).'))
  })

  test('is written so that it is read again as it was', () => {
    const line = fc.string({ unit: 'binary' }).map((words) => words.replace(/[\s\p{C}]+/gu, ' ').trim() || null)
    const feed = fc.record({ url: fc.webUrl({ withQueryParameters: true }), title: line, site: fc.option(fc.webUrl()) })
    fc.assert(
      fc.property(
        fc.uniqueArray(feed, { selector: ({ url }) => new URL(url).href }),
        fc.string({ unit: 'binary' }),
        (feeds, title) => {
          const expected = feeds.map((each) => ({
            url: new URL(each.url).href,
            title: each.title ?? each.url,
            site: each.site === null ? null : new URL(each.site).href,
          }))
          expect(readOpml(Buffer.from(writeOpml(title, feeds)))).toEqual(expected)
        },
      ),
    )
  })

  test('holds no markup of the names in it', () => {
    const text = writeOpml('<b>Mine</b>', [{ ...HERALD, title: '"><outline xmlUrl="https://evil.example/' }])
    expect(read(text)).toEqual([HERALD.url])
    expect(text).toContain('<title>&lt;b&gt;Mine&lt;/b&gt;</title>')
  })
})
