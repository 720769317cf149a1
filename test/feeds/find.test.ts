import { beforeEach, describe, expect, test } from 'vitest'
import { findFeeds } from '../../src/feeds/find.js'
import { aborted, content, failed, fakeReader, fakeWeb, feedOf } from './fakes.js'

let internet = fakeWeb()
const wait = (_milliseconds: number, signal?: AbortSignal) => aborted(signal)
const find = (typed: string) => findFeeds(typed, { web: internet.web, reader: fakeReader, wait })
const herald = (more = {}) => content(feedOf([], more))

beforeEach(() => {
  internet = fakeWeb()
})

describe('what is behind an address', () => {
  test('is the feed itself, by the name that it calls itself', async () => {
    internet.answers.set('https://herald.example/feed', herald())
    expect(await find(' https://herald.example/feed ')).toEqual([
      { url: 'https://herald.example/feed', outlet: 'The Wendmouth Herald', site: 'https://herald.example/' },
    ])
  })

  test('is the feed where it answers from', async () => {
    const page = 'https://herald.example/go?to=gazette'
    internet.answers.set(page, content(feedOf([]), { url: 'https://gazette.example/feed' }))
    expect(await find(page)).toMatchObject([{ url: 'https://gazette.example/feed', site: null }])
  })

  test('is a feed that is named after its site where it has no name', async () => {
    internet.answers.set('https://news.herald.example/feed', herald({ title: null }))
    expect(await find('https://news.herald.example/feed')).toMatchObject([{ outlet: 'herald.example' }])
  })

  test('is a feed that speaks for no site but its own', async () => {
    internet.answers.set('https://evil.example/feed', herald())
    expect(await find('https://evil.example/feed')).toMatchObject([{ site: null }])
    const vouched = { web: internet.web, reader: fakeReader, wait, isVouched: true }
    expect(await findFeeds('https://evil.example/feed', vouched)).toMatchObject([
      { site: 'https://herald.example/', isVouched: true },
    ])
  })

  test('is looked for by https, then by http, where only a name is given', async () => {
    internet.answers.set('https://herald.example', failed('Its server takes no connections.'))
    internet.answers.set('http://herald.example', herald())
    expect(await find('herald.example')).toHaveLength(1)
    expect(await find('feed:herald.example')).toHaveLength(1)
  })

  test('are the first five feeds that the page points at, each once, without those that are none', async () => {
    const names = ['1', '2', '2', 'none', '3', '4']
    internet.answers.set('https://herald.example/', content('It is a web page, not a feed.'))
    const urls = names.map((name) => `https://herald.example/${name}`)
    const reader = { ...fakeReader, discover: async () => urls.map((url) => ({ url, title: null, site: null })) }
    for (const url of urls) if (!url.endsWith('none')) internet.answers.set(url, herald())
    const found = await findFeeds('https://herald.example/', { web: internet.web, reader, wait })
    expect(found.map(({ url }) => url)).toEqual(['1', '2', '3'].map((name) => `https://herald.example/${name}`))
  })

  test('is where feeds usually are, where the page points at none', async () => {
    internet.answers.set('https://herald.example/', content('It is a web page, not a feed.'))
    internet.answers.set('https://herald.example/feed', herald())
    const reader = { ...fakeReader, discover: async () => [] }
    const found = await findFeeds('https://herald.example/', { web: internet.web, reader, wait })
    expect(found).toMatchObject([{ url: 'https://herald.example/feed' }])
  })
})

describe('where there is none', () => {
  test.each(['', 'two words', 'ftp://herald.example/feed', 'https://', 'javascript:alert(1)'])(
    'it is told that %j is no address',
    async (typed) => {
      await expect(find(typed)).rejects.toThrow('is no address of a feed or a site')
      expect(internet.asked).toEqual([])
    },
  )

  test('it is told why, without what may be secret', async () => {
    const address = 'https://me:secret@herald.example/feed?key=secret'
    internet.answers.set(address, failed('It is not there (404).'))
    await expect(find(address)).rejects.toThrow(
      /^No feed was found at https:\/\/herald\.example\/feed\. It is not there \(404\)\.$/u,
    )
  })

  test('it is told what to do where the page points at none', async () => {
    internet.answers.set('https://herald.example/', content('It is a web page, not a feed.'))
    const reader = { ...fakeReader, discover: async () => [] }
    const finding = findFeeds('https://herald.example/', { web: internet.web, reader, wait })
    await expect(finding).rejects.toThrow('give the address of the feed itself')
  })

  test('it is given up after 25 seconds', async () => {
    internet.answers.set('https://herald.example/', async ({ signal }) => {
      await aborted(signal)
      return failed('It was given up.')
    })
    const waits: number[] = []
    const over = async (milliseconds: number) => void waits.push(milliseconds)
    const finding = findFeeds('https://herald.example/', { web: internet.web, reader: fakeReader, wait: over })
    await expect(finding).rejects.toThrow('took longer than 25 seconds')
    expect(waits).toEqual([25_000])
  })
})
