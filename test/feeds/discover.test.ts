import { describe, expect, test } from 'vitest'
import { commonFeedAddresses, discoverFeeds } from '../../src/feeds/discover.js'

const PAGE = 'https://herald.wendmouth.example/news/today.html'

function found(html: string, type: string | null = 'text/html'): string[] {
  return discoverFeeds({ bytes: Buffer.from(html), type, url: PAGE }).map(({ url }) => url)
}

function link(href: string, type = 'application/rss+xml', more = ''): string {
  return `<link rel="alternate" type="${type}" href="${href}" ${more}>`
}

describe('the feeds that a page points at', () => {
  test('are those that it calls alternate, of any kind, in its order', () => {
    const html = `<html><head>${link('/rss')}${link('../atom', 'application/atom+xml')}${link('https://feeds.example/h', 'application/feed+json')}
      ${link('feed.rdf', 'Application/RDF+XML; charset=utf-8')}${link('/feed.json', 'application/json')}</head></html>`
    expect(found(html)).toEqual([
      'https://herald.wendmouth.example/rss',
      'https://herald.wendmouth.example/atom',
      'https://feeds.example/h',
      'https://herald.wendmouth.example/news/feed.rdf',
      'https://herald.wendmouth.example/feed.json',
    ])
  })

  test('come with their titles', () => {
    const html = link('/rss', 'application/rss+xml', 'title=" Wendmouth &amp;\n District "')
    expect(discoverFeeds({ bytes: Buffer.from(html), type: null, url: PAGE })).toEqual([
      { url: 'https://herald.wendmouth.example/rss', title: 'Wendmouth & District', site: PAGE },
    ])
  })

  test('are each named once, and those of comments come last', () => {
    const html = `${link('/comments/feed', undefined, 'title="Herald » Comments Feed"')}${link('/feed')}${link('/feed')}`
    expect(found(html)).toEqual([
      'https://herald.wendmouth.example/feed',
      'https://herald.wendmouth.example/comments/feed',
    ])
  })

  test('stand relative to the base of the page, the first of them', () => {
    const html = `<base href="/elsewhere/"><base href="/not/">${link('rss')}`
    expect(found(html)).toEqual(['https://herald.wendmouth.example/elsewhere/rss'])
  })

  test('are read in any case and order of words, with any quotation marks', () => {
    const html = `<LINK HREF='/a' REL='Alternate home' TYPE='application/rss+xml'/><link href=/b type=application/atom+xml rel=alternate>`
    expect(found(html)).toEqual(['https://herald.wendmouth.example/a', 'https://herald.wendmouth.example/b'])
  })

  test('may stand in the body, and in a page in another encoding', () => {
    const html = Buffer.from(`<body><p>${link('/feed', undefined, 'title="Größe"')}</body>`, 'utf16le')
    const page = { bytes: Buffer.concat([Buffer.of(0xff, 0xfe), html]), type: null, url: PAGE }
    expect(discoverFeeds(page)[0]?.title).toBe('Größe')
  })

  test.each([
    ['a comment', `<!-- ${link('/old')} -->`],
    ['a script', `<script>const a = '${link('/old')}'</script>`],
    ['a template', `<template>${link('/old')}</template>`],
    ['a style sheet', '<link rel="stylesheet" type="text/css" href="/a.css">'],
    ['another language', '<link rel="alternate" hreflang="de" href="/de/">'],
    ['the programming interface of a blog', link('/wp-json/wp/v2/pages/1', 'application/json')],
    ['a description for embedding', link('/oembed/1.0/embed?url=x', 'application/json+oembed')],
    ['what cannot be fetched', link('javascript:void(0)')],
  ])('are not in %s', (_, html) => {
    expect(found(html)).toEqual([])
  })

  test('are none where the page is a feed itself, whatever it is sent as', () => {
    const feed = `<rss><channel><title>Herald</title>${link('/rss')}<item><title>a</title></item></channel></rss>`
    expect(found(feed)).toEqual([])
  })

  test('are none where there is nothing to read', () => {
    expect(found('')).toEqual([])
    expect(found('{"items": []}')).toEqual([])
  })
})

test('where a page names no feed, the usual places are tried', () => {
  expect(commonFeedAddresses(PAGE)).toContain('https://herald.wendmouth.example/feed')
  expect(commonFeedAddresses(PAGE)).toHaveLength(8)
})
