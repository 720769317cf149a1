import { beforeEach, describe, expect, test } from 'vitest'
import { poll } from '../../src/feeds/poll.js'
import { aborted, content, entry, failed, feedOf, NOW, surroundings, unchanged } from './fakes.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const FEED = 'https://herald.example/1.xml'
const PAGE = 'https://herald.example/bridge'

let around = surroundings()
const run = (signal = new AbortController().signal) => poll('1', around.parts, signal)

beforeEach(() => {
  around = surroundings()
  around.store.follow('1')
})

describe('a feed that is due', () => {
  test('is fetched, and its entries are read one after another', async () => {
    const { store, internet } = around
    internet.answers.set(FEED, content(feedOf([entry('bridge'), entry('school')])))
    internet.answers.set(PAGE, content('The bridge is open.'))
    internet.answers.set('https://herald.example/school', content('The school is shut.'))
    expect(await run()).toEqual({
      id: '1',
      outlet: 'Herald',
      url: FEED,
      fetched: 'content',
      why: null,
      found: 2,
      added: 2,
      changed: 0,
      unchanged: 0,
      refused: [],
      hasMore: false,
    })
    expect(store.articles.map(({ draft }) => draft.text)).toEqual(['The bridge is open.', 'The school is shut.'])
    expect(store.state('1')).toMatchObject({ lastSuccess: NOW, failures: 0, failingSince: null, error: null })
    expect(store.state('1')?.next).toBeGreaterThan(NOW)
  })

  test('is asked only for what has changed, and remembers so no earlier than it keeps what came', async () => {
    const { store, internet, parts } = around
    internet.answers.set(FEED, content(feedOf([]), { etag: '"1"', lastModified: 'Sat, 21 Nov 2026 08:00:00 GMT' }))
    let isBroken = true
    const book = {
      ...parts.book,
      keepEntries: async (...given: Parameters<typeof parts.book.keepEntries>) =>
        isBroken ? Promise.reject(new Error('Stopped here.')) : parts.book.keepEntries(...given),
    }
    await expect(poll('1', { ...parts, book }, new AbortController().signal)).rejects.toThrow('Stopped here.')
    expect(store.state('1')).toMatchObject({ etag: null, next: NOW })
    isBroken = false
    await run()
    store.follow('1', { ...store.state('1'), next: NOW })
    internet.answers.set(FEED, unchanged)
    expect(await run()).toMatchObject({ fetched: 'unchanged' })
    expect(internet.asked.at(-1)).toMatchObject({ etag: '"1"', lastModified: 'Sat, 21 Nov 2026 08:00:00 GMT' })
    expect(store.state('1')).toMatchObject({ etag: '"1"' })
  })

  test('is left alone in the hours that it asked for, though it says so only when it has changed', async () => {
    const { store, internet, clock } = around
    internet.answers.set(FEED, content(feedOf([], { skipHours: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] })))
    await run()
    internet.answers.set(FEED, unchanged)
    clock.now = NOW + 50 * MINUTE
    store.follow('1', { ...store.state('1'), next: clock.now, interval: 10 * MINUTE })
    await run()
    expect(new Date(store.state('1')?.next ?? 0).toISOString()).toBe('2026-11-21T21:00:00.000Z')
  })

  test('that has moved for good is asked there from then on', async () => {
    const { store, internet } = around
    internet.answers.set(FEED, content(feedOf([]), { movedTo: 'https://herald.example/new.xml' }))
    expect(await run()).toMatchObject({ url: 'https://herald.example/new.xml' })
    expect(store.state('1')?.url).toBe('https://herald.example/new.xml')
  })

  test('that fails is tried again later and later, and says since when', async () => {
    const { store, internet, clock } = around
    internet.answers.set(FEED, failed('Nobody answers there.'))
    expect(await run()).toMatchObject({ fetched: 'failed', why: 'Nobody answers there.' })
    expect(store.state('1')).toMatchObject({ failures: 1, failingSince: NOW, next: NOW + 5 * MINUTE })
    clock.now = NOW + 5 * MINUTE
    await run()
    const tried = { failures: 2, failingSince: NOW, error: 'Nobody answers there.', next: clock.now + 10 * MINUTE }
    expect(store.state('1')).toMatchObject(tried)
  })

  test('whose host wants to be left alone has not failed, and waits for as long', async () => {
    const { store, internet } = around
    internet.answers.set(FEED, failed('Its server rests.', { cause: 'resting', retryAfter: 2 * MINUTE }))
    expect(await run()).toMatchObject({ fetched: 'failed', why: 'Its server rests.' })
    expect(store.state('1')).toMatchObject({ failures: 0, failingSince: null, next: NOW + 2 * MINUTE })
  })

  test('that is no feed fails, and says why', async () => {
    around.internet.answers.set(FEED, content('It is a web page, not a feed.', { etag: '"page"' }))
    expect(await run()).toMatchObject({ fetched: 'failed', why: 'It is a web page, not a feed.' })
    expect(around.store.state('1')).toMatchObject({ etag: null, lastSuccess: null })
  })

  test('that has ended is never asked again', async () => {
    around.internet.answers.set(FEED, failed('It has ended.', { cause: 'gone', status: 410 }))
    expect(await run()).toMatchObject({ fetched: 'gone', why: 'It has ended.' })
    expect(around.store.state('1')).toMatchObject({ isGone: true, next: null })
  })

  test('brings nothing new the first time, and none after a day without success', async () => {
    const { store, internet, clock } = around
    internet.answers.set(FEED, content(feedOf([entry('bridge')])))
    await run()
    clock.now = NOW + 20 * HOUR
    internet.answers.set(FEED, content(feedOf([entry('school')])))
    await run()
    clock.now = NOW + 50 * HOUR
    internet.answers.set(FEED, content(feedOf([entry('council')])))
    await run()
    expect(store.entries('1').map(({ isOld }) => isOld)).toEqual([true, false, true])
  })

  test('is believed about no texts but its own where another site answers for it', async () => {
    const { store, internet } = around
    internet.answers.set(FEED, content(feedOf([entry('bridge', { html: 'False.' })]), { url: 'https://evil.example/' }))
    internet.answers.set(PAGE, content('The bridge is open.'))
    await run()
    expect(store.articles.map(({ draft }) => draft.text)).toEqual(['The bridge is open.'])
  })
})

describe('an entry', () => {
  const withEntry = (more: Parameters<typeof entry>[1]): void => {
    around.internet.answers.set(FEED, content(feedOf([entry('bridge', more)])))
  }

  test('whose whole text is in the feed needs no page', async () => {
    withEntry({ html: 'The bridge is open.' })
    expect(await run()).toMatchObject({ added: 1 })
    expect(around.internet.urls()).toEqual([FEED])
  })

  test('of another site is read there, whatever the feed says', async () => {
    withEntry({ html: 'The bridge is open.', link: 'https://gazette.example/bridge' })
    around.internet.answers.set('https://gazette.example/bridge', content('The bridge is shut.'))
    await run()
    expect(around.store.articles.map(({ draft }) => draft.text)).toEqual(['The bridge is shut.'])
  })

  test('of a site that somebody vouched for needs no page', async () => {
    withEntry({ html: 'The bridge is open.', link: 'https://gazette.example/bridge' })
    around.store.follow('1', { site: 'https://www.gazette.example/' })
    await run()
    expect(around.internet.urls()).toEqual([FEED])
  })

  test('that begins only in the feed is read from its page', async () => {
    withEntry({ html: 'The bridge…' })
    around.internet.answers.set(PAGE, content('The bridge is open.', { etag: '"b"' }))
    await run()
    expect(around.store.articles.map(({ draft, etag }) => [draft.text, etag])).toEqual([['The bridge is open.', '"b"']])
    expect(around.internet.asked.map(({ as }) => as)).toEqual(['feed', 'page'])
  })

  test('with neither address nor text is refused in words', async () => {
    withEntry({ link: null, html: 'The bridge…' })
    expect((await run())?.refused).toEqual([expect.stringContaining('no address')])
    expect(around.store.entries('1')[0]?.next).toBeNull()
  })

  test('whose page fails for now is tried again, up to four times', async () => {
    withEntry({})
    around.internet.answers.set(PAGE, failed('Nobody answers there.'))
    expect(await run()).toMatchObject({ added: 0, refused: ['Nobody answers there.'] })
    const waits: number[] = []
    for (let next = around.store.entries('1')[0]?.next; next; next = around.store.entries('1')[0]?.next) {
      waits.push((next - around.clock.now) / MINUTE)
      around.clock.now = next
      around.store.follow('1', { next: null })
      await run()
    }
    expect(waits).toEqual([5, 30, 180, 720])
  })

  test('whose host wants to be left alone is not given up, however often that is', async () => {
    withEntry({})
    const { internet, clock, store } = around
    internet.answers.set(PAGE, failed('Its server rests.', { cause: 'resting', retryAfter: 2 * MINUTE }))
    for (let times = 0; times < 10; times += 1) {
      expect(await run()).toMatchObject({ refused: ['Its server rests.'] })
      clock.now += 2 * MINUTE
      expect(store.entries('1')).toMatchObject([{ next: clock.now, failures: 0 }])
      store.follow('1', { next: null })
    }
  })

  test('whose page refuses is given up', async () => {
    withEntry({})
    around.internet.answers.set(PAGE, failed('robots.txt forbids it.', { cause: 'refused' }))
    await run()
    expect(around.store.entries('1')).toMatchObject([{ next: null, why: 'robots.txt forbids it.' }])
  })

  test('whose page is not there yet is tried again', async () => {
    withEntry({})
    around.internet.answers.set(PAGE, failed('It is not there (404).', { cause: 'refused', status: 404 }))
    await run()
    expect(around.store.entries('1')).toMatchObject([{ next: NOW + 5 * MINUTE, why: 'It is not there (404).' }])
  })

  test('is looked at again an hour, six hours and a day after, and asked only for what has changed', async () => {
    withEntry({ published: '2026-11-21T08:30:00Z' })
    around.internet.answers.set(PAGE, content('The bridge is open.', { etag: '"b"' }))
    await run()
    around.internet.answers.set(PAGE, unchanged)
    const times: number[] = []
    for (let next = around.store.entries('1')[0]?.next; next; next = around.store.entries('1')[0]?.next) {
      times.push((next - NOW) / HOUR)
      around.clock.now = next
      around.store.follow('1', { next: null })
      expect(await run()).toMatchObject({ fetched: null, unchanged: 1 })
      expect(around.internet.asked.at(-1)).toMatchObject({ url: PAGE, etag: '"b"' })
    }
    expect(times).toEqual([1, 6, 24])
  })

  test('that fails as nobody foresaw stops no other, and the log says where, without what may be a secret', async () => {
    const entries = [entry('bridge', { link: `${PAGE}?key=secret` }), entry('school', { html: 'The school is shut.' })]
    around.internet.answers.set(FEED, content(feedOf(entries)))
    around.internet.answers.set(`${PAGE}?key=secret`, () => Promise.reject(new Error('Unforeseen.')))
    expect(await run()).toMatchObject({ added: 1, refused: [expect.stringContaining('abc123')] })
    expect(around.logged).toMatchObject([{ id: 'abc123', feed: '1', address: PAGE }])
  })
})

test('a feed that never stops giving has others wait for 200 entries, and loses none', async () => {
  const entries = Array.from({ length: 450 }, (_, at) => entry(`item-${at}`))
  around.internet.answers.set(FEED, content(feedOf(entries)))
  for (const { link } of entries) around.internet.answers.set(link ?? '', content('News.'))
  const goes = [await run(), await run(), await run()]
  expect(goes.map((polled) => [polled?.added, polled?.hasMore])).toEqual([
    [200, true],
    [200, true],
    [50, false],
  ])
})

describe('one process at a time', () => {
  test('is at a feed', async () => {
    await around.claims.claim('feed:1', 'another', NOW, NOW + MINUTE)
    expect(await run()).toMatchObject({ fetched: 'held' })
    expect(around.internet.asked).toEqual([])
  })

  test('sees what another did before', async () => {
    const { parts, store } = around
    // It comes to its end between the look for what is due and the claim.
    store.follow('1', { next: NOW + HOUR })
    expect(await poll('1', parts, new AbortController().signal)).toMatchObject({ fetched: null })
    expect(around.internet.asked).toEqual([])
  })

  test('gives it up when it is done, and when it fails', async () => {
    await run()
    expect([...around.claims.held]).toEqual([])
    around.internet.answers.set(FEED, () => Promise.reject(new Error('Unforeseen.')))
    around.store.follow('1')
    await expect(run()).rejects.toThrow('Unforeseen.')
    expect([...around.claims.held]).toEqual([])
  })

  test('breaks off where another has taken over, and settles nothing', async () => {
    const { clock, parts, internet, store, claims } = around
    const wait = async (milliseconds: number, signal?: AbortSignal) => {
      if (signal?.aborted) return
      // The machine sleeps, and meanwhile the claim runs out.
      clock.now += 10 * milliseconds
      await claims.claim('feed:1', 'another', clock.now, clock.now + MINUTE)
    }
    internet.answers.set(FEED, async ({ signal }) => aborted(signal).then(() => failed('It was broken off.')))
    await poll('1', { ...parts, wait }, new AbortController().signal)
    expect(store.state('1')).toMatchObject({ failures: 0, next: NOW })
    expect([...claims.held.values()]).toEqual(['another'])
  })

  test('breaks off when it is told to stop, and nothing is lost', async () => {
    const stop = new AbortController()
    around.internet.answers.set(FEED, content(feedOf([entry('bridge')])))
    around.internet.answers.set(PAGE, async () => {
      stop.abort()
      return failed('It was broken off.')
    })
    expect(await run(stop.signal)).toMatchObject({ found: 1, refused: [], hasMore: true })
    expect(around.store.entries('1')).toMatchObject([{ failures: 0, next: NOW }])
  })
})
