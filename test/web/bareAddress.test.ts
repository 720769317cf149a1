import { assert, property, webUrl } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareAddress } from '../../src/web/bareAddress.js'
import { siteOf } from '../../src/web/site.js'

describe('an article has one address', () => {
  test.each([
    ['http://Wendmouth.Example:80/Ferry', 'https://wendmouth.example/Ferry'],
    ['https://wendmouth.example.:443', 'https://wendmouth.example/'],
    ['https://me:hush@wendmouth.example/a#comments', 'https://wendmouth.example/a'],
    ['https://bücher.example/%7ewend/%c3%a9?q=%2f', 'https://xn--bcher-kva.example/~wend/%C3%A9?q=%2F'],
    ['https://wendmouth.example/é', 'https://wendmouth.example/%C3%A9'],
    ['http://wendmouth.example:8080/a', 'http://wendmouth.example:8080/a'],
    ['http://[::1]:8080/a', 'http://[::1]:8080/a'],
    ['https://[2A00::1]/a', 'https://[2a00::1]/a'],
    ['https://wendmouth.example/a/../b/./c', 'https://wendmouth.example/b/c'],
    ['  https://wendmouth.example/a\n', 'https://wendmouth.example/a'],
    ['https://wendmouth.example/#!/ferry', 'https://wendmouth.example/#!/ferry'],
  ])('%s', (url, bare) => expect(bareAddress(url)).toBe(bare))

  test.each([
    ['utm_source=rss&UTM_Medium=x', ''],
    ['id=7&utm_campaign=a&p=2&fbclid=x', '?id=7&p=2'],
    ['b=2&a=1&b=1', '?b=2&a=1&b=1'],
    ['gclid=1&CMP=share&at_medium=RSS&at_campaign=rss&ocid=x&smid=tw&ns_campaign=y&mc_cid=1&igshid=2&ref_src=t', ''],
    ['ref=home&source=rss&cid=4&v=1', '?ref=home&source=rss&cid=4&v=1'],
    ['pk_campaign=x&pk_id=4', '?pk_id=4'],
    ['', ''],
    ['&&', ''],
    ['q=a+b%20c&utm_x', '?q=a+b%20c'],
    ['amp=1', ''],
    ['amp', ''],
    ['a=1&outputType=amp', '?a=1'],
    ['amp=12', '?amp=12'],
  ])('?%s is ?%s', (query, kept) => {
    expect(bareAddress(`https://wendmouth.example/a?${query}`)).toBe(`https://wendmouth.example/a${kept}`)
  })

  test.each([
    ['https://wendmouth.example/2018/ferry-is-back/amp/', 'https://wendmouth.example/2018/ferry-is-back/'],
    ['https://wendmouth.example/ferry-is-back/amp', 'https://wendmouth.example/ferry-is-back'],
    ['https://wendmouth.example/guitar/amp', 'https://wendmouth.example/guitar/amp'],
    ['https://wendmouth.example/amp', 'https://wendmouth.example/amp'],
    ['https://amp.wendmouth.example/a', 'https://www.wendmouth.example/a'],
    ['https://amp.wend.wendmouth.example/a', 'https://amp.wend.wendmouth.example/a'],
    ['https://www.google.com/amp/s/amp.wendmouth.example/a?amp_js_v=0', 'https://www.wendmouth.example/a'],
    ['https://google.co.uk/amp/wendmouth.example/a', 'https://wendmouth.example/a'],
    ['https://wend-example.cdn.ampproject.org/c/s/wend.example/a-1/amp/', 'https://wend.example/a-1/'],
    ['https://www.google.com/amp/', 'https://www.google.com/amp/'],
    ['https://www.google.com/amp/s/localhost/a', 'https://www.google.com/amp/s/localhost/a'],
    ['https://google.wendmouth.example/amp/s/wend.example/a', 'https://google.wendmouth.example/amp/s/wend.example/a'],
  ])('AMP: %s', (url, bare) => expect(bareAddress(url)).toBe(bare))

  test.each([
    'javascript:alert(1)',
    'mailto:desk@wendmouth.example',
    'ftp://wendmouth.example/a',
    '/a',
    '',
    'http://',
    'http://[fe80::1%25eth0]/',
    'tag:wendmouth.example,2018:1',
  ])('%s is none', (url) => expect(bareAddress(url)).toBeNull())

  test('a bare address stays as it is', () => {
    const urls = webUrl({ withQueryParameters: true, withFragments: true })
    assert(
      property(urls, (url) => {
        const bare = bareAddress(url) ?? ''
        expect(bareAddress(bare)).toBe(bare)
      }),
    )
  })

  test('long and hostile ones take no time', () => {
    const pieces = ['a', '/', '&', '%', '%41', 'amp/', 'utm_a&', '.', '?'].map((piece) =>
      piece.repeat(1e6 / piece.length),
    )
    const urls = pieces.flatMap((piece) => ['/', '/?', '/amp/'].map((path) => `https://www.google.com${path}${piece}`))
    expect(urls.filter((url) => bareAddress(url) === null)).toEqual([])
    for (const piece of ['a', 'a.', 'amp.', '-', 'é', '1.']) {
      const url = `https://${piece.repeat(1e5)}wendmouth.example/`
      expect([bareAddress(url), siteOf(url)]).toHaveLength(2)
    }
  })
})

describe('the site of', () => {
  test.each([
    ['https://news.wendmouth.co.uk/a', 'wendmouth.co.uk'],
    ['http://Feed-17.EXAMPLE:8080/', 'feed-17.example'],
    ['https://a.feed-17.example./', 'feed-17.example'],
    ['https://wend.blogspot.com/', 'wend.blogspot.com'],
    ['https://other.github.io/', 'other.github.io'],
    ['https://github.io/', 'github.io'],
    ['http://127.0.0.1:8080/a', '127.0.0.1:8080'],
    ['http://2130706433:8080/a', '127.0.0.1:8080'],
    ['http://[::1]:8080/a', '[::1]:8080'],
    ['http://localhost:3000/', 'localhost:3000'],
    ['https://localhost/', 'localhost'],
    ['mailto:a@wendmouth.example', 'mailto:a@wendmouth.example'],
    ['not an address', 'not an address'],
  ])('%s is %s', (url, site) => expect(siteOf(url)).toBe(site))
})
