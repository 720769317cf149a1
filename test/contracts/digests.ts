import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Digest, DigestBook, Plan, PlannedSlot, Work } from '../../src/digests/digest.js'
import { CrierError } from '../../src/errors.js'
import { DAILY, editionOf } from '../digests/samples.js'

const MADE = { by: 'U1', at: 1000, next: 5000 }
const due = (at: number): PlannedSlot => ({ due: at, state: 'due', why: null })
const late = (at: number): PlannedSlot => ({ due: at, state: 'late', why: 'It was too late.' })
const planned = (slots: readonly PlannedSlot[], next: number | null, at = 5000): Plan => ({
  at,
  slots,
  next,
  skippedUntil: null,
})

/** What every keeper of digests must do, whatever it is built on. `open` gives a new and empty one. */
export function digestsContract(open: () => Promise<{ digests: DigestBook; close: () => Promise<void> }>): void {
  let digests: DigestBook
  let close: () => Promise<void>
  beforeEach(async () => {
    ;({ digests, close } = await open())
  })
  afterEach(() => close())

  const found = async (id: string): Promise<Digest> => {
    const digest = await digests.find('slack:T1', id)
    if (!digest) throw new Error(`There is no digest ${id}.`)
    return digest
  }
  const states = async (id: string) => (await digests.history(id, 99)).map((slot) => [slot.due, slot.state])
  /** A digest with these slots, all of which have passed. */
  async function withSlots(...slots: readonly PlannedSlot[]): Promise<Digest> {
    const digest = await digests.create(DAILY, MADE)
    expect(await digests.plan(digest, planned(slots, 9000), Infinity)).toBe(true)
    return digest
  }
  const claim = (holder: string, now: number, until: number, limit: number, platforms = ['slack']) =>
    digests.claim({ holder, now, until, limit, platforms })
  async function claimed(holder = 'one', now = 5000, until = 6000): Promise<Work> {
    const [work] = await claim(holder, now, until, 1)
    if (!work) throw new Error('There was nothing to claim.')
    return work
  }

  describe('a digest', () => {
    test('is kept as it was told to be', async () => {
      const digest = await digests.create(DAILY, MADE)
      expect(digest).toEqual({
        ...DAILY,
        id: '1',
        createdBy: 'U1',
        createdAt: 1000,
        paused: null,
        next: 5000,
        toldUntil: null,
      })
      expect(await digests.find('slack:T1', '1')).toEqual(digest)
      expect(await digests.list('slack:T1')).toEqual([digest])
    })

    test('is found by its own desk alone, and by its number alone', async () => {
      await digests.create(DAILY, MADE)
      expect(await digests.find('slack:T2', '1')).toBeNull()
      for (const id of ['', '0', '2', '01', '1.0', ' 1', '-1', '1e0', '٣', '9'.repeat(40), "1' OR '1"])
        expect(await digests.find('slack:T1', id)).toBeNull()
      expect(await digests.list('slack:T2')).toEqual([])
    })

    test('never gets the number of one that was removed', async () => {
      await digests.create(DAILY, MADE)
      await digests.remove('1')
      expect((await digests.create(DAILY, MADE)).id).toBe('2')
      expect((await digests.list()).map(({ id }) => id)).toEqual(['2'])
    })

    test('is one of ninety-nine at most in a desk', async () => {
      for (let n = 0; n < 99; n += 1) await digests.create(DAILY, MADE)
      const hundredth = digests.create(DAILY, MADE)
      await expect(hundredth).rejects.toThrow(CrierError)
      await expect(hundredth).rejects.toThrow('There are 99 digests here already')
      expect(await digests.list('slack:T1')).toHaveLength(99)
      await digests.create({ ...DAILY, desk: 'slack:T2' }, MADE)
      await digests.remove('7')
      expect((await digests.create(DAILY, MADE)).id).toBe('101')
    })

    test('is changed, and what was due and not begun is dropped', async () => {
      const { id } = await withSlots(late(3000), due(4000), due(5000))
      await claimed()
      await digests.order(id, 5500)
      await digests.change(id, { ...DAILY, channel: 'C2', topics: [] }, 8000)
      expect(await found(id)).toMatchObject({ channel: 'C2', topics: [], next: 8000, createdBy: 'U1' })
      expect(await states(id)).toEqual([
        [5500, 'due'],
        [4000, 'claimed'],
        [3000, 'late'],
      ])
    })

    test('keeps its settings while it is paused, and stays paused when it is changed', async () => {
      const { id } = await digests.create(DAILY, MADE)
      await digests.pause(id, { at: 2000, why: 'The channel is gone.' })
      expect(await found(id)).toMatchObject({ ...DAILY, paused: { at: 2000, why: 'The channel is gone.' }, next: null })
      expect(await digests.overdue(['slack'], 9999, 9)).toEqual([])
      await digests.change(id, { ...DAILY, channel: 'C2' }, 8000)
      expect(await found(id)).toMatchObject({ channel: 'C2', next: null })
      await digests.resume(id, 7000)
      expect(await found(id)).toMatchObject({ paused: null, next: 7000 })
    })

    test('is removed with all that is remembered of it', async () => {
      const { id } = await withSlots(due(5000))
      const { slot } = await claimed()
      await digests.settle(slot.id, 'one', { state: 'sent', at: 6000, told: editionOf(['a'], 5000).told })
      await digests.remove(id)
      expect(await digests.find('slack:T1', id)).toBeNull()
      expect(await digests.history(id, 9)).toEqual([])
      expect(await digests.told(id)).toEqual(new Map())
    })
  })

  describe('what falls due', () => {
    test('is found the longest due first', async () => {
      for (const next of [7000, 5000, 6000, null]) await digests.create(DAILY, { ...MADE, next })
      const overdue = async (now: number, limit = 9) =>
        (await digests.overdue(['slack', 'local'], now, limit)).map(({ id }) => id)
      expect(await overdue(4999)).toEqual([])
      expect(await overdue(6000)).toEqual(['2', '3'])
      expect(await overdue(9000)).toEqual(['2', '3', '1'])
      expect(await overdue(9000, 1)).toEqual(['2'])
    })

    test('and what is claimed is of the platforms that are asked for', async () => {
      for (const desk of ['discord:1', 'slack:T1', 'local']) await digests.create({ ...DAILY, desk }, MADE)
      expect((await digests.overdue(['local', 'discord'], 5000, 9)).map(({ desk }) => desk)).toEqual([
        'discord:1',
        'local',
      ])
      for (const id of ['1', '2', '3']) await digests.order(id, 5000)
      expect((await claim('one', 5000, 6000, 9, ['slac', 'local'])).map(({ digest }) => digest.desk)).toEqual(['local'])
      expect(await claim('one', 5000, 6000, 9)).toHaveLength(1)
    })

    test('is planned once, and not at all where the digest was changed meanwhile', async () => {
      const digest = await withSlots(late(4000), due(5000))
      expect(await digests.plan(digest, planned([due(5000)], 9000), Infinity)).toBe(false)
      const before = await found(digest.id)
      await digests.change(digest.id, DAILY, 7000)
      expect(await digests.plan(before, planned([due(9000)], 9900), Infinity)).toBe(false)
      expect(await found(digest.id)).toMatchObject({ next: 7000 })
      expect(await states(digest.id)).toEqual([[4000, 'late']])
    })

    test('by one of many who plan it at once', async () => {
      const digest = await digests.create(DAILY, MADE)
      const plans = await Promise.all(
        Array.from({ length: 20 }, () => digests.plan(digest, planned([due(5000)], 9000), Infinity)),
      )
      expect(plans.filter(Boolean)).toHaveLength(1)
    })

    test('that has a row already keeps it', async () => {
      const digest = await withSlots(late(4000), due(5000))
      const { slot } = await claimed()
      await digests.settle(slot.id, 'one', { state: 'sent', at: 5100 })
      await digests.resume(digest.id, 5000)
      expect(await digests.plan(await found(digest.id), planned([due(4000), due(5000)], 9000), Infinity)).toBe(true)
      expect(await states(digest.id)).toEqual([
        [5000, 'sent'],
        [4000, 'late'],
      ])
    })

    test('may be skipped: what came until then is never told', async () => {
      const digest = await digests.create(DAILY, MADE)
      await digests.plan(digest, { ...planned([late(5000)], 9000), skippedUntil: 5000 }, Infinity)
      expect(await found(digest.id)).toMatchObject({ toldUntil: 5000 })
    })

    test('a year of it is planned at once', async () => {
      const digest = await withSlots(...Array.from({ length: 500 }, (_, n) => late(n)))
      expect(await digests.history(digest.id, 999)).toHaveLength(500)
      expect((await digests.history(digest.id, 2)).map((slot) => slot.due)).toEqual([499, 498])
    })

    test('what is due can be claimed from the time that is told, whatever it is due by', async () => {
      const digest = await digests.create(DAILY, MADE)
      await digests.plan(digest, planned([due(5000)], 9000), 700)
      expect(await claim('one', 699, 900, 9)).toEqual([])
      expect(await claim('one', 700, 900, 9)).toHaveLength(1)
    })

    test('by hand is a slot of its own, once an instant', async () => {
      const { id } = await withSlots(late(5000))
      const slot = await digests.order(id, 5000)
      expect(slot).toMatchObject({ due: 5000, isByHand: true, state: 'due', attempts: 0, messageId: null })
      expect(await digests.order(id, 5000)).toEqual(slot)
      expect(await states(id)).toEqual([
        [5000, 'due'],
        [5000, 'late'],
      ])
    })
  })

  describe('a slot', () => {
    test('is for one holder, until its time is over', async () => {
      const digest = await withSlots(due(5000))
      expect(await claim('one', 4999, 6000, 9)).toEqual([])
      const [work] = await claim('one', 5000, 6000, 9)
      expect(work).toEqual({
        slot: {
          id: 1,
          digestId: digest.id,
          due: 5000,
          isByHand: false,
          state: 'claimed',
          why: null,
          attempts: 1,
          settledAt: null,
          messageId: null,
          stories: null,
        },
        digest: await found(digest.id),
        edition: null,
        posted: [],
      })
      expect(await claim('two', 5999, 7000, 9)).toEqual([])
      expect(await claim('two', 6000, 7000, 9)).toMatchObject([{ slot: { id: 1, attempts: 2 } }])
    })

    test('of fifty who ask at once is for one', async () => {
      await withSlots(due(5000))
      const claims = await Promise.all(Array.from({ length: 50 }, (_, n) => claim(`holder ${n}`, 5000, 6000, 9)))
      expect(claims.flat()).toHaveLength(1)
    })

    test('is kept by its holder for longer', async () => {
      await withSlots(due(5000))
      await claimed()
      await digests.renew('two', [1], 9000)
      await digests.renew('one', [2], 9000)
      await digests.renew('one', [1, 2], 8000)
      expect(await claim('two', 7999, 9000, 9)).toEqual([])
    })

    test('waits for the older one of its digest', async () => {
      const { id } = await withSlots(due(4000), due(5000))
      await digests.order(id, 5000)
      const other = await digests.create(DAILY, MADE)
      await digests.order(other.id, 5000)
      const first = await claim('one', 5000, 6000, 9)
      expect(first.map(({ slot, digest }) => [digest.id, slot.due])).toEqual([
        [id, 4000],
        [other.id, 5000],
      ])
      await digests.settle(first[0]?.slot.id ?? 0, 'one', { state: 'sent', at: 5100 })
      expect((await claim('one', 5000, 6000, 9)).map(({ slot }) => slot.isByHand)).toEqual([false])
    })

    test('goes on where whoever had it before came to', async () => {
      await withSlots(due(5000))
      const { slot } = await claimed()
      const edition = editionOf(['a', 'b'], 5000)
      expect(await digests.keepEdition(slot.id, 'one', edition)).toBe(true)
      for (const id of ['M1', "M'2"]) expect(await digests.keepPosted(slot.id, 'one', id)).toBe(true)
      const after = await claimed('two', 6000, 7000)
      expect(after).toMatchObject({ edition, posted: ['M1', "M'2"], slot: { messageId: 'M1', attempts: 2 } })
    })

    test('that was lost is changed no more', async () => {
      const { id } = await withSlots(due(5000))
      const { slot } = await claimed()
      await claimed('two', 6000, 7000)
      expect(await digests.keepEdition(slot.id, 'one', editionOf(['a'], 5000))).toBe(false)
      expect(await digests.keepPosted(slot.id, 'one', 'M1')).toBe(false)
      expect(
        await digests.settle(slot.id, 'one', {
          state: 'sent',
          at: 6500,
          told: editionOf(['a'], 5000).told,
          toldUntil: 5000,
        }),
      ).toBe(false)
      await digests.postpone(slot.id, 'one', 9000)
      expect(await claim('three', 7000, 8000, 1)).toMatchObject([{ edition: null, posted: [] }])
      expect(await digests.told(id)).toEqual(new Map())
      expect(await found(id)).toMatchObject({ toldUntil: null })
    })

    test('that is settled is settled for good, with what it told', async () => {
      const { id } = await withSlots(due(5000))
      const { slot } = await claimed()
      await digests.keepEdition(slot.id, 'one', editionOf(['a', 'b'], 5000))
      await digests.keepPosted(slot.id, 'one', 'M1')
      const settled = { state: 'sent', at: 5200, stories: 2, told: editionOf(['a', 'b'], 5000).told } as const
      expect(await digests.settle(slot.id, 'one', { ...settled, toldUntil: 5000 })).toBe(true)
      expect(await digests.history(id, 9)).toEqual([
        { ...slot, state: 'sent', settledAt: 5200, messageId: 'M1', stories: 2 },
      ])
      expect(await claim('two', 99_999, 100_000, 9)).toEqual([])
      expect(await digests.settle(slot.id, 'one', { state: 'failed', at: 5300 })).toBe(false)
      expect(await digests.told(id)).toEqual(
        new Map([
          ['a', ['a-1', 'a-2']],
          ['b', ['b-1', 'b-2']],
        ]),
      )
      expect(await found(id)).toMatchObject({ toldUntil: 5000 })
    })

    test('tells until the latest of what was told', async () => {
      const { id } = await withSlots(due(4000), due(5000))
      for (const toldUntil of [5000, 4000]) {
        const { slot } = await claimed()
        await digests.settle(slot.id, 'one', { state: 'empty', at: 5000, toldUntil })
      }
      expect(await found(id)).toMatchObject({ toldUntil: 5000 })
    })

    test('that is given back is free from when it was said, or when somebody asks by hand', async () => {
      const { id } = await withSlots(due(5000))
      const { slot } = await claimed()
      await digests.postpone(slot.id, 'one', 8000)
      expect(await claim('two', 7999, 9000, 1)).toEqual([])
      await digests.order(id, 7000)
      expect(await claim('two', 7000, 9000, 9)).toMatchObject([{ slot: { due: 5000, attempts: 2 } }])
    })

    test('of a digest that was removed is nobody’s', async () => {
      const { id } = await withSlots(due(5000))
      const { slot } = await claimed()
      await digests.remove(id)
      expect(await digests.keepEdition(slot.id, 'one', editionOf([], 5000))).toBe(false)
      expect(await claim('two', 9000, 9900, 9)).toEqual([])
    })
  })

  describe('a clock that was ahead', () => {
    test('and is set back: no slot to come was late, and what was told is told until now', async () => {
      const digest = await withSlots(due(4000), late(7000), late(8000))
      const { slot } = await claimed()
      await digests.settle(slot.id, 'one', { state: 'sent', at: 8000, toldUntil: 8000 })
      expect(await digests.setBack(digest, 5000, 7000)).toBe(false)
      expect(await digests.setBack(await found(digest.id), 5000, 7000)).toBe(true)
      expect(await found(digest.id)).toMatchObject({ next: 7000, toldUntil: 5000 })
      expect(await states(digest.id)).toEqual([[4000, 'sent']])
    })

    test('leaves nothing to wait for it', async () => {
      await withSlots(due(4000))
      await claimed('one', 5000, 900_000)
      await digests.freeAfter(900_000, 6000)
      expect(await claim('two', 6000, 7000, 1)).toEqual([])
      await digests.freeAfter(899_999, 6000)
      expect(await claim('two', 6000, 7000, 1)).toHaveLength(1)
    })

    test('all that fall due are looked at, a few at a time', async () => {
      for (const next of [5000, null, 6000, 7000]) await digests.create(DAILY, { ...MADE, next })
      expect((await digests.scheduled(null, 2)).map(({ id }) => id)).toEqual(['1', '3'])
      expect((await digests.scheduled('3', 2)).map(({ id }) => id)).toEqual(['4'])
    })
  })

  test('what is long past is forgotten, a few rows at a time; what is open is not', async () => {
    const { id } = await withSlots(late(1), late(2), late(3), due(4), due(5))
    const { slot } = await claimed()
    await digests.settle(slot.id, 'one', { state: 'sent', at: 4000, told: editionOf(['a'], 5000).told })
    expect(await digests.forget(4000, 9)).toBe(0)
    expect(await digests.forget(5001, 2)).toBe(4)
    expect(await digests.forget(5001, 9)).toBe(2)
    expect(await states(id)).toEqual([[5, 'due']])
    expect(await digests.told(id)).toEqual(new Map())
  })

  test('text that is no text does no harm', async () => {
    const odd = "'; DROP TABLE slots; -- \u0000 \uD800 “"
    const { id } = await digests.create({ ...DAILY, topics: [odd], channel: odd }, { ...MADE, by: odd })
    await digests.order(id, 5000)
    const { slot, digest } = await claimed(odd)
    expect(digest.topics).toEqual([odd])
    expect(await digests.keepPosted(slot.id, odd, odd)).toBe(true)
    expect(await digests.settle(slot.id, odd, { state: 'failed', at: 5000, why: odd })).toBe(true)
    expect((await digests.history(id, 1))[0]?.why).toContain('DROP TABLE')
  })
}
