import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StoreError } from '../../src/errors.js'
import type { Entry } from '../../src/feeds/entry.js'
import type { Feed, NewFeed, ReadArticle, WaitingEntry } from '../../src/feeds/feed.js'
import type { ArticleDraft } from '../../src/model.js'
import type { Store } from '../../src/store/store.js'

const HERALD: NewFeed = {
  url: 'https://herald.example/feed',
  outlet: 'Wendmouth Herald',
  site: 'https://herald.example/',
}
const WIRE: NewFeed = { url: 'https://wire.example/rss', outlet: 'The Wire', site: null }
const DAY = 86_400_000

/** What every keeper of feeds must do, whatever it is built on. `open` gives a new and empty store. */
export function feedsContract(open: () => Promise<Store>): void {
  let store: Store
  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  const follow = async (feed = HERALD, desk = 'one', now = 1000): Promise<Feed> =>
    (await store.feeds.follow(desk, feed, 'U1', now)).feed
  const found = async (id: string, desk = 'one'): Promise<Feed> => {
    const feed = await store.feeds.find(desk, id)
    if (!feed) throw new Error(`There is no feed ${id}.`)
    return feed
  }
  const waiting = async (id: string, now = 9000, limit = 99) => store.feeds.waiting(id, now, limit)
  const keys = async (id: string, now = 9000, limit = 99) =>
    (await waiting(id, now, limit)).map(({ entry }) => entry.key)
  const first = async (id: string, now = 9000): Promise<WaitingEntry> => {
    const [one] = await waiting(id, now)
    if (!one) throw new Error('There is nothing to read.')
    return one
  }
  const keep = async (id: string, entries: readonly Entry[], now = 2000) =>
    store.feeds.keepEntries(id, entries, false, {}, now)
  /** Reads the first entry that waits as an article. */
  const read = async (id: string, draft: Partial<ArticleDraft> = {}, more: Partial<ReadArticle> = {}, now = 9000) =>
    store.feeds.keepArticle(await first(id, now), articleOf(draft, more), null, now)
  /** A feed that has brought this article. */
  async function brought(feed = HERALD, draft: Partial<ArticleDraft> = {}, more: Partial<ReadArticle> = {}) {
    const { id } = await follow(feed)
    await keep(id, [entryOf('a')])
    const { id: article, saved } = await read(id, { outlet: feed.outlet, ...draft }, more)
    return { id, article, saved }
  }
  const texts = async (desk = 'one') => (await store.archive(desk).newest({}, 99)).map(({ text }) => text)

  describe('a feed', () => {
    test('is kept as it was followed, and due at once', async () => {
      const { feed, isNew } = await store.feeds.follow('one', HERALD, 'U1', 1000)
      expect(isNew).toBe(true)
      expect(feed).toEqual({
        ...HERALD,
        id: feed.id,
        status: 'ok',
        error: null,
        failingSince: null,
        lastSuccess: null,
        next: 1000,
        articles: 0,
        waiting: 0,
        desks: ['one'],
      })
      expect(await store.feeds.list('one')).toEqual([feed])
      expect(await store.feeds.due(999, 9)).toEqual([])
      expect(await store.feeds.due(1000, 9)).toEqual([feed.id])
      expect(await store.feeds.state(feed.id)).toEqual({
        ...HERALD,
        id: feed.id,
        etag: null,
        lastModified: null,
        interval: null,
        skipped: { hours: [], days: [] },
        failures: 0,
        failingSince: null,
        lastSuccess: null,
        next: 1000,
      })
    })

    test('is one, whoever follows it and however often', async () => {
      const { id } = await follow()
      await store.feeds.change(id, { next: 50_000 })
      const again = await store.feeds.follow('two', { ...HERALD, url: 'HTTPS://Herald.example/feed#top' }, null, 3000)
      expect(again).toMatchObject({ isNew: true, feed: { id, desks: ['one', 'two'], next: 3000 } })
      expect(await store.feeds.follow('two', HERALD, null, 4000)).toMatchObject({ isNew: false })
      expect(await store.feeds.list()).toHaveLength(1)
    })

    test('keeps its name and site, unless whoever runs Crier gives others', async () => {
      const { id } = await follow()
      const other = { url: HERALD.url, outlet: 'Mirror of Ostermouth', site: 'https://mirror.example/' }
      expect(await follow(other, 'two')).toMatchObject({ outlet: HERALD.outlet, site: HERALD.site })
      await store.feeds.follow('two', { ...other, isVouched: true }, null, 1)
      expect(await found(id)).toMatchObject({ outlet: other.outlet, site: other.site })
    })

    test('is found by its own desk alone, by its id and any address it has had', async () => {
      const { id } = await follow()
      await store.feeds.change(id, { url: 'https://herald.example/all.xml' })
      for (const asked of [id, HERALD.url, 'herald.example/feed', 'https://herald.example/all.xml'])
        expect((await store.feeds.find('one', asked))?.url).toBe('https://herald.example/all.xml')
      expect(await store.feeds.find('two', id)).toBeNull()
      for (const asked of ['', '0', `0${id}`, ` ${id}`, '٣', '9'.repeat(40), 'https://nowhere.example/', "' OR 1"])
        expect(await store.feeds.find('one', asked)).toBeNull()
    })

    test('stays when nobody follows it any more, and is not looked at', async () => {
      const { id } = await brought()
      await keep(id, [entryOf('b')])
      expect(await store.feeds.unfollow('one', id)).toBe(true)
      expect(await store.feeds.unfollow('one', id)).toBe(false)
      expect(await store.feeds.unfollow('one', '99')).toBe(false)
      expect(await store.feeds.due(99_000, 9)).toEqual([])
      expect(await store.feeds.nextDue()).toBeNull()
      expect(await store.feeds.list()).toEqual([])
      expect(await store.feeds.find('one', id)).toBeNull()
      expect(await texts()).toEqual([])
      const again = await follow()
      expect(again).toMatchObject({ id, articles: 1, waiting: 1 })
      expect(await texts()).toHaveLength(1)
    })

    test('never gets the number of another', async () => {
      const ids = [await follow(), await follow(WIRE)].map(({ id }) => id)
      await store.feeds.change(ids[1] ?? '', { url: HERALD.url })
      await store.save(articleOf().draft, [], 'files')
      const third = await follow({ ...WIRE, url: 'https://third.example/' })
      expect(ids).not.toContain(third.id)
    })

    test('comes by outlet, then address', async () => {
      for (const [outlet, url] of [
        ['wire', 'https://b.example/'],
        ['Wire', 'https://a.example/'],
        ['Élan', 'https://c.example/'],
      ] as const)
        await follow({ url, outlet, site: null })
      expect((await store.feeds.list('one')).map(({ url }) => url.slice(8, 9))).toEqual(['c', 'a', 'b'])
    })
  })

  describe('what falls due', () => {
    test('is a fetch or an entry to read, longest due first', async () => {
      const herald = await follow(HERALD, 'one', 3000)
      const wire = await follow(WIRE, 'one', 2000)
      expect(await store.feeds.due(9000, 9)).toEqual([wire.id, herald.id])
      expect(await store.feeds.due(9000, 1)).toEqual([wire.id])
      await store.feeds.change(wire.id, { next: 8000 })
      expect(await store.feeds.nextDue()).toBe(3000)
      await store.feeds.keepEntries(herald.id, [entryOf('a')], false, { next: 9000 }, 4000)
      expect(await store.feeds.nextDue()).toBe(4000)
      expect(await store.feeds.due(5000, 9)).toEqual([herald.id])
      await read(herald.id)
      expect(await store.feeds.due(5000, 9)).toEqual([])
      expect(await store.feeds.nextDue()).toBe(8000)
    })

    test('is not a feed that is gone, but what of it is to be read; followed anew, it is tried again', async () => {
      const { id } = await follow()
      await keep(id, [entryOf('a')])
      await store.feeds.change(id, { isGone: true, error: 'It has ended.', next: 1 })
      expect(await found(id)).toMatchObject({ status: 'gone', next: null, error: 'It has ended.' })
      expect(await store.feeds.due(9000, 9)).toEqual([id])
      await read(id)
      expect(await store.feeds.due(9e12, 9)).toEqual([])
      await follow(HERALD, 'two', 7000)
      expect(await store.feeds.due(7000, 9)).toEqual([id])
      expect(await found(id)).toMatchObject({ status: 'ok', next: 7000 })
    })
  })

  describe('a change', () => {
    test('leaves out what stays', async () => {
      const { id } = await follow()
      const all = {
        etag: '"1"',
        lastModified: 'Mon',
        interval: 60,
        skipped: { hours: [1], days: [6] },
        failures: 2,
        failingSince: 5,
        lastSuccess: 4,
      }
      await store.feeds.change(id, { ...all, error: 'It is slow.', next: 8000 })
      await store.feeds.change(id, { etag: null })
      await store.feeds.change(id, {})
      await store.feeds.change('99', { failures: 1 })
      expect(await store.feeds.state(id)).toMatchObject({ ...all, etag: null, next: 8000 })
      expect(await found(id)).toMatchObject({
        status: 'failing',
        error: 'It is slow.',
        failingSince: 5,
        lastSuccess: 4,
      })
    })

    test('of address at one host keeps what is to be read; to another, what was said is not believed there', async () => {
      const { id } = await brought()
      await keep(id, [entryOf('b')])
      await store.feeds.change(id, { etag: '"1"', url: 'https://herald.example/new' })
      expect(await keys(id)).toEqual(['b'])
      await store.feeds.change(id, { url: 'https://bbc.example/feed' })
      expect(await keys(id)).toEqual([])
      expect(await store.feeds.state(id)).toMatchObject({ url: 'https://bbc.example/feed', etag: null })
      expect(await keep(id, [entryOf('a'), entryOf('b')])).toBe(1)
    })

    test('to the address of another feed makes the two one', async () => {
      const { id: old } = await brought()
      await keep(old, [entryOf('b')])
      const { id } = await follow(WIRE, 'two')
      await store.feeds.change(id, { isGone: true })
      const kept = await store.feeds.keepEntries(old, [entryOf('c')], false, { url: WIRE.url, next: 8000 }, 5000)
      expect(kept).toBe(1)
      expect(await store.feeds.list()).toMatchObject([{ id, url: WIRE.url, status: 'ok', desks: ['one', 'two'] }])
      expect(await keys(id)).toEqual(['c'])
      for (const asked of [old, HERALD.url, WIRE.url]) expect((await found(asked)).id).toBe(id)
      expect(await store.feeds.due(9000, 9)).toEqual([id])
      expect(await store.feeds.state(old)).toEqual(await store.feeds.state(id))
      // Nobody can send a feed of their own there to show its followers news of theirs.
      expect([await texts('one'), await texts('two')]).toEqual([[TEXT], []])
      expect(await store.feeds.unfollow('one', old)).toBe(true)
      expect(await texts('one')).toEqual([])
      expect((await follow()).id).toBe(id)
    })

    test('there and back again ends where it began', async () => {
      const { id } = await follow()
      const other = await follow(WIRE)
      await store.feeds.change(id, { url: WIRE.url })
      await store.feeds.change(other.id, { url: HERALD.url })
      await store.feeds.change(other.id, { url: WIRE.url })
      await store.feeds.change(other.id, { url: HERALD.url })
      expect(await store.feeds.list()).toMatchObject([{ id: other.id, url: HERALD.url }])
    })
  })

  describe('entries', () => {
    test('that are new or say something else are to be read, in the order of the feed', async () => {
      const { id } = await follow()
      const [a, b, c] = [entryOf('a'), entryOf('b'), entryOf('c')]
      expect(await store.feeds.keepEntries(id, [a, b], true, { etag: '"1"', next: 7000 }, 2000)).toBe(2)
      expect(await store.feeds.state(id)).toMatchObject({ etag: '"1"', next: 7000 })
      expect(await waiting(id)).toEqual(
        [a, b].map((entry) => ({
          feedId: id,
          entry,
          failures: 0,
          isOld: true,
          etag: null,
          lastModified: null,
          readings: 0,
        })),
      )
      expect(await waiting(id, 1999)).toEqual([])
      expect(await keep(id, [c, a, b], 3000)).toBe(1)
      expect(await keys(id)).toEqual(['c', 'a', 'b'])
      expect(await keys(id, 9000, 2)).toEqual(['c', 'a'])
      expect((await found(id)).waiting).toBe(3)
    })

    test('are read once, unless they change in their words, dates or links', async () => {
      const { id } = await brought()
      const a = entryOf('a')
      expect(await keep(id, [a, a])).toBe(0)
      expect(await keep(id, [])).toBe(0)
      expect(await keep(id, [{ ...a, author: 'Ada Quill', html: '<p class="x7">a</p>' }])).toBe(0)
      const changes = [{ html: '<p>b</p>' }, { title: 'b' }, { link: 'https://b.example/' }, { updated: '2031-05-05' }]
      for (const [n, change] of changes.entries()) {
        expect(await keep(id, [{ ...a, ...change }])).toBe(1)
        expect(await first(id)).toMatchObject({ entry: change, readings: 1 + 2 * n, etag: null })
        await read(id)
        expect(await keep(id, [a])).toBe(1)
        await read(id)
      }
    })

    test('that a feed lists twice under one name are what it says first', async () => {
      const { id } = await follow()
      const twice = [entryOf('a'), { ...entryOf('a'), title: 'Another' }]
      expect(await keep(id, twice)).toBe(1)
      expect((await first(id)).entry.title).toBe('a')
      await read(id)
      expect(await keep(id, twice)).toBe(0)
    })

    test('may be called anything', async () => {
      const { id } = await follow()
      const names = ['', '\u0000', '\uD800', "'; DROP TABLE entries", '€'.repeat(100_000), '﷽']
      expect(
        await keep(
          id,
          names.map((name) => entryOf(name)),
        ),
      ).toBe(names.length)
      expect((await keys(id)).length).toBe(names.length)
    })

    test('that are settled are forgotten where a feed has thousands, and those it still lists never', async () => {
      const { id } = await follow()
      const listed = entryOf('listed')
      await keep(id, [listed])
      await read(id)
      const many = Array.from({ length: 5001 }, (_, n) => entryOf(`${n}`))
      await keep(id, many)
      for (const one of await waiting(id, 9000, 6000))
        await store.feeds.refuse(one, { why: 'No.', next: null, failures: 1 })
      expect(await keep(id, [listed, entryOf('new')])).toBe(1)
      expect(await keep(id, [...many.slice(0, 2), listed])).toBe(1)
      expect((await waiting(id)).map(({ entry }) => entry.key)).toContain('0')
    })

    test('are kept with the change or not at all', async () => {
      const { id } = await follow()
      const broken = store.feeds.keepEntries(id, [entryOf('a')], false, { etag: '"1"', failures: Number.NaN }, 2000)
      await expect(broken).rejects.toThrow(StoreError)
      expect(await waiting(id)).toEqual([])
      expect((await store.feeds.state(id))?.etag).toBeNull()
      expect(await keep('99', [entryOf('a')])).toBe(0)
    })
  })

  describe('an entry that was read', () => {
    test('is an article of its feed, and settled', async () => {
      const { id, saved, article } = await brought()
      expect(saved).toBe('added')
      expect(await texts()).toEqual([TEXT])
      expect((await store.archive('one').article(article))?.text).toBe(TEXT)
      expect(await found(id)).toMatchObject({ articles: 1, waiting: 0 })
      expect(await waiting(id, 9e12)).toEqual([])
    })

    test('is looked at again when that was asked for, with what its page was answered with', async () => {
      const { id } = await follow()
      await keep(id, [entryOf('a')])
      const answered = { etag: '"7"', lastModified: 'Mon' }
      await store.feeds.keepArticle(await first(id), articleOf({}, answered), 20_000, 9000)
      expect(await found(id)).toMatchObject({ waiting: 0 })
      expect(await waiting(id, 19_999)).toEqual([])
      expect(await first(id, 20_000)).toMatchObject({ entry: entryOf('a'), ...answered, readings: 1 })
      await store.feeds.keepUnchanged(await first(id, 20_000), 30_000)
      expect(await first(id, 30_000)).toMatchObject({ ...answered, readings: 2 })
      await store.feeds.keepUnchanged(await first(id, 30_000), null)
      expect(await waiting(id, 9e12)).toEqual([])
      expect(await keep(id, [entryOf('a')])).toBe(0)
    })

    test('and cannot be saved whole is neither saved nor settled', async () => {
      const { id } = await follow()
      await keep(id, [entryOf('a')])
      const span = { start: 0, end: 4 }
      const quotation = { ...span, text: TEXT.slice(0, 4), speaker: null, cue: null, channel: 'spoken' as const }
      await expect(read(id, {}, { quotations: [{ ...quotation, confidence: Number.NaN }] })).rejects.toThrow(StoreError)
      expect(await texts()).toEqual([])
      expect(await keys(id)).toEqual(['a'])
      expect((await read(id)).saved).toBe('added')
    })

    test('and has changed meanwhile is to be read again', async () => {
      const { id } = await follow()
      await keep(id, [entryOf('a')])
      const before = await first(id)
      const changed = { ...entryOf('a'), html: '<p>Corrected</p>' }
      await keep(id, [changed])
      await store.feeds.keepArticle(before, articleOf(), null, 9000)
      await store.feeds.refuse(before, { why: 'No.', next: null, failures: 1 })
      expect((await first(id)).entry).toEqual(changed)
    })

    test('came at a time that nobody knows where it is old and has no date', async () => {
      const { id } = await follow()
      await store.feeds.keepEntries(id, [entryOf('a'), entryOf('b')], true, {}, 2000)
      await read(id, { key: 'a', text: 'Undated and old.', published: null }, { addresses: ['a.example/a'] })
      await read(id, { key: 'b', text: 'Dated and old.' }, { addresses: ['a.example/b'] })
      await keep(id, [entryOf('c')])
      await read(id, { key: 'c', text: 'Undated and new.', published: null }, { addresses: ['a.example/c'] })
      const listed = await store.archive('one').listed({}, 9)
      expect(listed.map(({ arrived, published }) => [arrived, published])).toEqual([
        [9000, '2031-05-02'],
        [9000, null],
        [0, null],
      ])
    })

    test('cannot be read: why is noted, and when it is tried again', async () => {
      const { id } = await follow()
      await keep(id, [entryOf('a')])
      await store.feeds.refuse(await first(id), { why: 'It is slow.', next: 20_000, failures: 1 })
      expect(await waiting(id, 19_999)).toEqual([])
      expect((await found(id)).waiting).toBe(1)
      expect(await first(id, 20_000)).toMatchObject({ failures: 1 })
      await store.feeds.refuse(await first(id, 20_000), { why: 'It is for subscribers.', next: null, failures: 2 })
      expect(await waiting(id, 9e12)).toEqual([])
      expect(await found(id)).toMatchObject({ waiting: 0, articles: 0 })
      expect(await keep(id, [entryOf('a')])).toBe(0)
    })
  })

  describe('the same article', () => {
    const at = (...addresses: string[]) => ({ addresses: addresses.map((address) => `https://${address}`) })

    test('brought by two feeds is stored once, and seen by who follows either', async () => {
      const { id } = await brought(HERALD, {}, at('herald.example/a', 'herald.example/?p=1'))
      const wire = await follow(WIRE, 'two')
      await keep(wire.id, [entryOf('x')])
      const again = await read(wire.id, { outlet: 'herald.example', text: `${TEXT} ` }, at('herald.example/?p=1'))
      expect(again.saved).toBe('unchanged')
      expect([await texts('one'), await texts('two')]).toEqual([[TEXT], [TEXT]])
      expect((await found(wire.id, 'two')).articles).toBe(1)
      expect((await found(id)).articles).toBe(1)
      expect((await store.archive('two').newest({}, 1))[0]?.outlet).toBe(HERALD.outlet)
    })

    test('is read from one feed only, until nobody follows that', async () => {
      const { id } = await brought(HERALD, {}, at('herald.example/a'))
      const wire = await follow(WIRE, 'two')
      const other = async (text: string) => {
        await keep(wire.id, [{ ...entryOf('x'), title: text }])
        return (await read(wire.id, { text, outlet: 'herald.example' }, at('herald.example/a'))).saved
      }
      expect(await other('Otherwise cut.')).toBe('unchanged')
      await store.feeds.unfollow('one', id)
      expect(await other('Corrected.')).toBe('changed')
      expect(await texts('two')).toEqual(['Corrected.'])
      await follow()
      expect(await texts('one')).toEqual(['Corrected.'])
    })

    test('gets the name of its outlet from the first feed that is the outlet’s own', async () => {
      const outlets = ['herald.example', HERALD.outlet, 'Herald World']
      for (const [n, outlet] of outlets.entries()) {
        const { id } = await follow({
          ...HERALD,
          url: `https://feed${n}.example/`,
          outlet: n === 0 ? 'Reader' : outlet,
        })
        await keep(id, [entryOf('x')])
        await read(id, { outlet, text: `Text ${n}.` }, at('herald.example/a'))
        expect((await store.archive('one').newest({}, 9)).map((article) => [article.outlet, article.text])).toEqual([
          [outlets[Math.min(n, 1)], `Text ${n}.`],
        ])
        await store.feeds.unfollow('one', id)
      }
    })

    test('stays itself when its address changes at its site, and nowhere else', async () => {
      const { id } = await brought(HERALD, {}, at('herald.example/a'))
      const moved = async (address: string) => {
        await keep(id, [{ ...entryOf('a'), link: `https://${address}` }])
        return (await read(id, { text: `Now at ${address}.` }, at(address))).saved
      }
      expect(await moved('www.herald.example/b')).toBe('changed')
      expect(await moved('victim.example/c')).toBe('added')
      expect(await texts()).toEqual(['Now at www.herald.example/b.', 'Now at victim.example/c.'].toReversed())
    })

    test('is not taken over by an address of another site', async () => {
      await brought(HERALD, {}, at('herald.example/a'))
      const other = await follow(WIRE, 'two')
      await keep(other.id, [entryOf('x')])
      const fake = await read(other.id, { outlet: 'The Wire', text: 'Fake.' }, at('wire.example/x', 'herald.example/a'))
      expect(fake.saved).toBe('added')
      expect(await texts('one')).toEqual([TEXT])
    })

    test('comes back to what it said before', async () => {
      const { id, article } = await brought(HERALD, {}, at('herald.example/a'))
      for (const text of ['Changed.', TEXT]) {
        await keep(id, [{ ...entryOf('a'), html: text }])
        expect((await read(id, { text }, at('herald.example/a'))).saved).toBe('changed')
        expect(await texts()).toEqual([text])
      }
      expect((await store.archive('one').newest({}, 9)).map((one) => one.id)).toEqual([article])
      expect((await found(id)).articles).toBe(1)
    })
  })

  describe('failing', () => {
    test('is told once to whoever follows it by name, and again when it has worked and failed anew', async () => {
      const { id } = await follow()
      await follow(HERALD, 'two')
      await store.feeds.follow('local', HERALD, null, 1000)
      await store.feeds.change(id, { failures: 9, failingSince: 5 * DAY, error: 'It is slow.' })
      const failing = async (before: number) =>
        (await store.feeds.failing(before)).map(({ feed, desk, followedBy }) => [feed.id, desk, followedBy])
      expect(await failing(5 * DAY)).toEqual([])
      expect(await failing(6 * DAY)).toEqual([
        [id, 'one', 'U1'],
        [id, 'two', 'U1'],
      ])
      await store.feeds.told('one', id)
      expect(await failing(6 * DAY)).toEqual([[id, 'two', 'U1']])
      await store.feeds.change(id, { failures: 0, failingSince: null, error: null })
      expect(await failing(6 * DAY)).toEqual([])
      await store.feeds.change(id, { failures: 1, failingSince: 7 * DAY })
      expect(await failing(8 * DAY)).toHaveLength(2)
      await store.feeds.unfollow('two', id)
      expect(await failing(8 * DAY)).toHaveLength(1)
    })
  })
}

const TEXT = 'The ferry of Wendmouth sails again.'

function entryOf(key: string): Entry {
  const texts = { title: key.slice(0, 99), html: `<p>${key.slice(0, 99)}</p>` }
  return { key, link: `https://herald.example/${key.length}`, ...texts, author: null, published: null, updated: null }
}

function articleOf(draft: Partial<ArticleDraft> = {}, more: Partial<ReadArticle> = {}): ReadArticle {
  const named = { key: 'a', outlet: HERALD.outlet, title: null, author: null, url: null }
  const whole = { ...named, published: '2031-05-02', text: TEXT, ...draft }
  return { draft: whole, quotations: [], addresses: [], etag: null, lastModified: null, ...more }
}
