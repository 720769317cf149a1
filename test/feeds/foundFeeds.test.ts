import { expect, test } from 'vitest'
import { foundFeeds } from '../../src/feeds/foundFeeds.js'
import type { Asked, Content, Web } from '../../src/web/web.js'

const URL = 'https://herald.example/feed'
const FEED: Asked = { as: 'feed' }

function content(etag: string): Content {
  const about = { kind: 'content', url: URL, type: null, lastModified: null, movedTo: null, freshFor: null } as const
  return { ...about, bytes: new Uint8Array(), etag }
}

function setUp() {
  const asked: string[] = []
  const web: Web = {
    get: async (url) => {
      asked.push(url)
      return content('later')
    },
  }
  let time = 0
  const found = foundFeeds(web, () => time)
  const tagOf = async (url: string, how: Asked = FEED) => {
    const got = await found.web.get(url, how)
    return got.kind === 'content' ? got.etag : null
  }
  return { asked, found, tagOf, later: (by: number) => void (time += by) }
}

test('what a feed was found by is read first, and asked for no more', async () => {
  const { asked, found, tagOf } = setUp()
  found.keep(URL, { ...content('found'), movedTo: URL })
  expect(await found.web.get(URL, FEED)).toEqual(content('found'))
  expect(asked).toEqual([])
  expect(await tagOf(URL)).toBe('later')
})

test('it is for who reads the feed for the first time, and soon', async () => {
  const { found, tagOf, later } = setUp()
  found.keep(URL, content('found'))
  expect(await tagOf(URL, { as: 'page' })).toBe('later')
  expect(await tagOf(URL, { as: 'feed', etag: '"1"' })).toBe('later')
  expect(await tagOf('https://other.example/feed')).toBe('later')
  later(60_000)
  expect(await tagOf(URL)).toBe('later')
})

test('only the last few are kept', async () => {
  const { found, tagOf } = setUp()
  for (let at = 0; at < 11; at += 1) found.keep(`${URL}/${at}`, content('found'))
  expect(await tagOf(`${URL}/0`)).toBe('later')
  expect(await tagOf(`${URL}/1`)).toBe('found')
})
