import { describe, expect, test } from 'vitest'
import { createReader } from '../../src/feeds/reader.js'
import type { EntrySource } from '../../src/feeds/reading.js'
import { entry, NOW } from './fakes.js'

const reader = createReader(() => NOW)
const FEED = { url: 'https://herald.example/feed', outlet: 'The Wendmouth Herald', site: null }
const PARAGRAPHS = [
  'The bridge over the harbour was opened again on Friday, three months after the storm that had closed it to carts and people.',
  '“We walked around the bay every morning, and nobody will miss it,” said Mary Holt, who keeps the bakery at the northern end.',
  'The council paid 40,000 pounds for the repair, and expects the older planks to be replaced before the next winter comes.',
]
const HTML = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join('')

const bytesOf = (html: string) => new TextEncoder().encode(html)
const page = (head = '', url = 'https://herald.example/bridge') => ({
  bytes: bytesOf(`<html><head>${head}</head><body><article><h1>The bridge is open</h1>${HTML}</article></body></html>`),
  type: 'text/html',
  url,
})

async function read(source: Partial<EntrySource>) {
  const reading = await reader.article({ entry: entry('bridge'), page: page(), feed: FEED, ...source })
  if (!('read' in reading)) throw new Error(JSON.stringify(reading))
  return reading.read
}

describe('an article', () => {
  test('has its words, title, address and quotations from its page', async () => {
    const { draft, quotations } = await read({})
    expect(draft).toMatchObject({ title: 'The bridge is open', url: 'https://herald.example/bridge' })
    expect(draft.text).toContain(PARAGRAPHS[2])
    expect(quotations).toMatchObject([{ speaker: { name: 'Mary Holt' } }])
    for (const { start, end, text } of quotations) expect(draft.text.slice(start, end)).toBe(text)
  })

  test('is of the outlet of its feed where its page is of the site of the feed', async () => {
    expect((await read({})).draft.outlet).toBe('The Wendmouth Herald')
    const elsewhere = page('<meta property="og:site_name" content="Herald">', 'https://www.gazette.example/bridge')
    expect((await read({ page: elsewhere })).draft.outlet).toBe('gazette.example')
    const vouched = { ...FEED, site: 'https://gazette.example/' }
    expect((await read({ page: elsewhere, feed: vouched })).draft.outlet).toBe('The Wendmouth Herald')
  })

  test('is known by the addresses of its page’s site alone', async () => {
    const canonical = '<link rel="canonical" href="https://herald.example/2026/bridge">'
    const { addresses } = await read({ page: page(canonical, 'https://herald.example/bridge?utm_source=feed') })
    expect(addresses).toHaveLength(2)
    const redirected = await read({ page: page('', 'https://gazette.example/bridge') })
    expect(redirected.addresses.filter((address) => address.includes('herald'))).toEqual([])
  })

  test.each([
    ['its page names a time', '2026-11-21T07:30:00Z', '2026-11-21T08:00:00Z', '2026-11-21T07:30:00Z'],
    ['its page names a day alone', '2026-11-21', '2026-11-21T08:00:00Z', '2026-11-21T08:00:00Z'],
    ['its page alone names a day', '2026-11-20', null, '2026-11-20'],
    ['its page names what is to come', '2026-11-22T08:00:00Z', '2026-11-21T08:00:00Z', '2026-11-21T08:00:00Z'],
    ['all is to come', '2026-11-22T08:00:00Z', '2026-11-23T08:00:00Z', null],
    ['its clock is a little ahead', '2026-11-21T09:50:00Z', null, '2026-11-21T09:50:00Z'],
  ])('has the time that it was published at where %s', async (_where, onPage, inFeed, published) => {
    const named = page(`<meta property="article:published_time" content="${onPage}">`)
    expect((await read({ entry: entry('bridge', { published: inFeed }), page: named })).draft.published).toBe(published)
  })

  test('that no page and no whole text is given of wants its page', async () => {
    const short = entry('bridge', { html: '<p>The bridge…</p>' })
    expect(await reader.article({ entry: short, page: null, feed: FEED })).toEqual({ wants: 'page' })
  })

  test('is read from the feed where all of it is there', async () => {
    const whole = entry('bridge', { html: HTML.repeat(4), title: 'The bridge is open', author: 'Ada Brandt' })
    const { draft } = await read({ entry: whole, page: null })
    expect(draft).toMatchObject({ title: 'The bridge is open', author: 'Ada Brandt', outlet: FEED.outlet })
    expect(draft.text).toContain(PARAGRAPHS[1])
  })

  test('is known by its feed where it has no address', async () => {
    const nowhere = entry('bridge', { html: HTML.repeat(4), link: null })
    const { draft, addresses } = await read({ entry: nowhere, page: null })
    expect(draft).toMatchObject({ key: 'https://herald.example/feed#bridge', url: null })
    expect(addresses).toEqual([])
  })

  test('is refused in words where a page holds none', async () => {
    const empty = {
      bytes: bytesOf('<html><body></body></html>'),
      type: null,
      url: 'https://herald.example/',
    }
    expect(await reader.article({ entry: entry('bridge'), page: empty, feed: FEED })).toMatchObject({
      reason: expect.stringMatching(/\.$/u),
    })
  })
})

test('a feed is read, or refused in words', async () => {
  const feed = '<rss><channel><title>Herald</title><item><guid>1</guid><title>Bridge</title></item></channel></rss>'
  const url = 'https://herald.example/feed'
  expect(await reader.feed({ bytes: bytesOf(feed), type: null, url })).toMatchObject({ read: { title: 'Herald' } })
  expect(await reader.feed(page())).toEqual({ reason: 'It is a web page, not a feed.' })
})
