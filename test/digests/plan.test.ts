import { describe, expect, test } from 'vitest'
import type { Digest } from '../../src/digests/digest.js'
import { planOf } from '../../src/digests/plan.js'
import { newsWindow } from '../../src/digests/window.js'
import { DAILY } from './samples.js'

const at = (time: string) => Date.parse(`2026-${time}:00Z`)
const digest = (given: Partial<Digest>): Digest => ({
  ...DAILY,
  id: '1',
  createdBy: 'U1',
  createdAt: 0,
  paused: null,
  next: at('03-02T08:30'),
  toldUntil: null,
  ...given,
})
const times = (...minutes: number[]) => ({ ...DAILY.schedule, times: minutes })
const QUARTERS = times(...Array.from({ length: 96 }, (_, n) => n * 15))
/** What is planned for which time, in short. */
const planned = (given: Partial<Digest>, now: string) =>
  planOf(digest(given), at(now)).slots.map(({ due, state }) => [new Date(due).toISOString().slice(5, 16), state])

describe('a slot', () => {
  test('that falls due goes out, and the next is tomorrow’s', () => {
    expect(planOf(digest({}), at('03-02T08:30'))).toEqual({
      at: at('03-02T08:30'),
      slots: [{ due: at('03-02T08:30'), state: 'due', why: null }],
      next: at('03-03T08:30'),
      skippedUntil: null,
    })
  })

  test('is not planned before its time', () => {
    expect(planOf(digest({}), at('03-02T08:29')).slots).toEqual([])
  })

  test.each(['send', 'fold', 'skip'] as const)('is not late for ten minutes: %s', (ifLate) => {
    expect(planned({ ifLate }, '03-02T08:40')).toEqual([['03-02T08:30', 'due']])
  })

  test('that is late goes out now, goes into the next, or is skipped', () => {
    const late = (ifLate: Digest['ifLate']) => planOf(digest({ ifLate }), at('03-02T08:41'))
    expect(late('send').slots).toMatchObject([{ state: 'due' }])
    expect(late('fold')).toMatchObject({ slots: [{ state: 'late' }], skippedUntil: null })
    expect(late('fold').slots[0]?.why).toContain('its news belongs to the edition of 2026-03-03 08:30.')
    expect(late('skip')).toMatchObject({ slots: [{ state: 'late' }], skippedUntil: at('03-02T08:30') })
    expect(late('skip').slots[0]?.why).toContain('leaves out what is late')
  })
})

describe('after three days', () => {
  const missed = [
    ['03-02T08:30', 'late'],
    ['03-03T08:30', 'late'],
  ]

  test('the newest goes out with the news of the others', () => {
    expect(planned({}, '03-04T09:00')).toEqual([...missed, ['03-04T08:30', 'due']])
    const { slots, next } = planOf(digest({}), at('03-04T09:00'))
    expect(slots[0]?.why).toContain('its news belongs to the edition of 2026-03-04 08:30.')
    expect(next).toBe(at('03-05T08:30'))
  })

  test('all go into the next', () => {
    const { slots } = planOf(digest({ ifLate: 'fold' }), at('03-04T09:00'))
    expect(slots.map(({ state }) => state)).toEqual(['late', 'late', 'late'])
    for (const { why } of slots) expect(why).toContain('its news belongs to the edition of 2026-03-05 08:30.')
  })

  test('all are skipped, or all but the one that is in time', () => {
    const skip = (now: string) => planOf(digest({ ifLate: 'skip' }), at(now))
    expect(skip('03-04T09:00')).toMatchObject({ skippedUntil: at('03-04T08:30'), slots: [{}, {}, { state: 'late' }] })
    expect(skip('03-04T08:31')).toMatchObject({ skippedUntil: at('03-03T08:30'), slots: [{}, {}, { state: 'due' }] })
  })

  test('the newest waits for the next where that is due within a quarter of an hour', () => {
    const schedule = times(510, 525)
    expect(planned({ schedule }, '03-02T08:41')).toEqual([['03-02T08:30', 'late']])
    expect(planned({ schedule }, '03-02T08:45')).toEqual([
      ['03-02T08:30', 'late'],
      ['03-02T08:45', 'due'],
    ])
  })

  test('on quiet days nothing was missed', () => {
    expect(planned({ quietDays: ['2026-03-03'] }, '03-04T08:30')).toEqual([
      ['03-02T08:30', 'late'],
      ['03-04T08:30', 'due'],
    ])
  })
})

test('after a year of quarters of an hour five hundred have a row, and it is said that there were more', () => {
  const { slots, next } = planOf(
    digest({ schedule: QUARTERS, next: at('03-02T08:30') - 365 * 86_400_000 }),
    at('03-02T08:31'),
  )
  expect(slots).toHaveLength(500)
  expect(slots.at(-1)).toMatchObject({ due: at('03-02T08:30'), state: 'due' })
  expect(slots.map(({ why }) => why?.includes('Those before it are not listed.') ?? false).indexOf(true)).toBe(0)
  expect(slots.filter(({ why }) => why?.includes('not listed'))).toHaveLength(1)
  expect(next).toBe(at('03-02T08:45'))
})

test('after four years of Mondays each has a row', () => {
  const schedule = { ...DAILY.schedule, weekdays: [1] }
  const { slots } = planOf(digest({ schedule, next: at('03-02T08:30') - 1463 * 86_400_000 }), at('03-02T08:31'))
  expect(slots).toHaveLength(210)
  expect(slots[0]?.why).not.toContain('not listed')
})

test('the first edition goes back to the slot before it, and a week at most', () => {
  const since = (of: Partial<Digest>, due: string) => newsWindow(digest(of), at(due)).since
  expect(since({}, '03-02T08:30')).toBe(at('03-01T08:30'))
  expect(since({}, '03-02T08:00')).toBe(at('03-01T08:30'))
  expect(since({ schedule: { ...DAILY.schedule, daysOfMonth: [1] } }, '03-28T08:30')).toBe(at('03-21T08:30'))
  expect(since({ toldUntil: at('01-01T00:00') }, '03-02T08:30')).toBe(at('01-01T00:00'))
})
