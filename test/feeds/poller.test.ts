import { beforeEach, describe, expect, test } from 'vitest'
import { StoreError } from '../../src/errors.js'
import type { Polled } from '../../src/feeds/polled.js'
import { createPoller, type PollerParts } from '../../src/feeds/poller.js'
import { aborted, content, entry, feedOf, NOW, surroundings, unchanged } from './fakes.js'

const HOUR = 3_600_000
const addressOf = (id: string) => `https://herald.example/${id}.xml`

let around = surroundings()
let polled: Polled[] = []
const poller = (more: Partial<PollerParts> = {}) =>
  createPoller({ ...around.parts, onPolled: (one) => polled.push(one), ...more })

beforeEach(() => {
  around = surroundings()
  polled = []
})

function follow(...ids: string[]): void {
  for (const id of ids) {
    around.store.follow(id)
    around.internet.answers.set(addressOf(id), content(feedOf([])))
  }
}

describe('what is due', () => {
  test('is looked at once, longest due first, and then nothing is', async () => {
    follow('1', '2', '3')
    around.store.follow('2', { next: NOW - HOUR })
    around.store.follow('3', { next: NOW + HOUR })
    expect((await poller({ concurrency: 1 }).runDue()).map(({ id }) => id)).toEqual(['2', '1'])
    expect(around.internet.urls()).toEqual([addressOf('2'), addressOf('1')])
    expect(await poller().runDue()).toEqual([])
  })

  test('of some feeds alone is looked at where they are named', async () => {
    follow('1', '2')
    expect((await poller().runDue(['2'])).map(({ id }) => id)).toEqual(['2'])
  })

  test('is read to its end, and told as one', async () => {
    const entries = Array.from({ length: 450 }, (_, at) => entry(`item-${at}`, { html: 'News.' }))
    around.store.follow('1')
    around.internet.answers.set(addressOf('1'), content(feedOf(entries)))
    expect(await poller().runDue()).toMatchObject([{ fetched: 'content', found: 450, added: 450, hasMore: false }])
    expect(polled).toHaveLength(3)
  })

  test('is looked at side by side, but by no more than so many', async () => {
    follow('1', '2', '3', '4', '5')
    let atOnce = 0
    let most = 0
    for (const id of ['1', '2', '3', '4', '5'])
      around.internet.answers.set(addressOf(id), async () => {
        atOnce += 1
        most = Math.max(most, atOnce)
        await new Promise(setImmediate)
        atOnce -= 1
        return unchanged
      })
    await poller({ concurrency: 3 }).runDue()
    expect(most).toBe(3)
  })

  test('and held by another process is told so, and left alone', async () => {
    follow('1')
    await around.claims.claim('feed:1', 'another', NOW, NOW + HOUR)
    expect(await poller().runDue()).toMatchObject([{ id: '1', fetched: 'held' }])
  })
})

describe('what nobody foresaw of one feed', () => {
  beforeEach(() => {
    follow('1', '2')
    around.internet.answers.set(addressOf('1'), () => Promise.reject(new Error('Unforeseen.')))
  })

  test('stops no other, is told with an id that the log has, and is not tried again at once', async () => {
    around.store.follow('1', { url: `${addressOf('1')}?key=secret` })
    around.internet.answers.set(`${addressOf('1')}?key=secret`, () => Promise.reject(new Error('Unforeseen.')))
    const [first, second] = await poller().runDue()
    expect(first).toMatchObject({ id: '1', fetched: 'failed', why: expect.stringContaining('abc123') })
    expect(second).toMatchObject({ id: '2', fetched: 'content' })
    expect(around.logged).toMatchObject([{ id: 'abc123', feed: '1', address: addressOf('1') }])
    expect(around.store.state('1')).toMatchObject({ failures: 1, next: NOW + 300_000 })
  })

  test('is no failure of the feed where the store fails', async () => {
    const book = { ...around.parts.book, keepEntries: () => Promise.reject(new StoreError('The disk is full.')) }
    await expect(poller({ book }).runDue(['2'])).rejects.toThrow('The disk is full.')
    expect(around.store.state('2')).toMatchObject({ failures: 0 })
  })
})

describe('from when it is started', () => {
  /** Waits as a clock that is set: what waits goes on when the time has come. */
  function sleeps() {
    const asked: number[] = []
    let wake = (): void => {}
    const wait = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
      // A claim is renewed in the background, and no test waits for that.
      if (milliseconds === 7_500) return aborted(signal)
      asked.push(milliseconds)
      await Promise.race([aborted(signal), new Promise<void>((resolve) => (wake = resolve))])
    }
    return { asked, wait, wake: () => wake() }
  }

  const settled = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise(setImmediate)
  }

  test('it looks when something is due, and a minute later at most', async () => {
    follow('1')
    const { asked, wait, wake } = sleeps()
    const started = poller({ wait })
    started.start()
    await settled(() => polled.length === 1 && asked.length === 1)
    around.clock.now = around.store.state('1')?.next ?? 0
    wake()
    await settled(() => polled.length === 2 && asked.length === 2)
    expect(Math.max(...asked)).toBeLessThanOrEqual(60_000)
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(2_000)
    await started.stop()
  })

  test('it looks at once when it is told to hurry', async () => {
    const { asked, wait } = sleeps()
    const started = poller({ wait })
    started.start()
    await settled(() => asked.length === 1)
    follow('1')
    started.hurry()
    await settled(() => polled.length === 1)
    expect(polled).toMatchObject([{ id: '1', fetched: 'content' }])
    await started.stop()
  })

  test('it goes on after the store failed once', async () => {
    follow('1')
    const { wait, wake, asked } = sleeps()
    let isBroken = true
    const due = async (...given: Parameters<typeof around.parts.book.due>) =>
      isBroken ? Promise.reject(new StoreError('The disk is full.')) : around.parts.book.due(...given)
    const started = poller({ wait, book: { ...around.parts.book, due } })
    started.start()
    await settled(() => asked.length === 1)
    expect(around.logged).toHaveLength(1)
    isBroken = false
    wake()
    await settled(() => polled.length === 1)
    await started.stop()
  })

  test('it reads on at once where a feed has more', async () => {
    const entries = Array.from({ length: 450 }, (_, at) => entry(`item-${at}`, { html: 'News.' }))
    around.store.follow('1')
    around.internet.answers.set(addressOf('1'), content(feedOf(entries)))
    const { wait } = sleeps()
    const started = poller({ wait })
    started.start()
    await settled(() => polled.length === 3)
    expect(polled.map(({ added }) => added)).toEqual([200, 200, 50])
    await started.stop()
  })

  test('it minds a clock no more that was wrong for a while', async () => {
    follow('1', '2')
    for (const id of ['1', '2']) around.store.follow(id, { next: NOW + 400 * 24 * HOUR })
    const { wait } = sleeps()
    const started = poller({ wait })
    started.start()
    await settled(() => polled.length === 2)
    expect(around.store.state('1')?.next).toBeLessThan(NOW + 24 * HOUR)
    await started.stop()
  })

  test('it stops in the middle, and nothing is settled that was not done', async () => {
    follow('1')
    let isAsked = false
    around.internet.answers.set(addressOf('1'), async ({ signal }) => {
      isAsked = true
      await aborted(signal)
      return unchanged
    })
    const { wait } = sleeps()
    const started = poller({ wait })
    started.start()
    await settled(() => isAsked)
    await started.stop()
    expect(around.store.state('1')).toMatchObject({ next: NOW, lastSuccess: null })
    expect([...around.claims.held]).toEqual([])
  })
})
