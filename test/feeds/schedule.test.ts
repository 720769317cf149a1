import { array, assert, double, integer, nat, option, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Fetched,
  isAfterOutage,
  type Missed,
  nextAttempt,
  nextFetch,
  nextReading,
  nextTry,
} from '../../src/feeds/schedule.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A Saturday. */
const NOW = Date.UTC(2026, 10, 21, 9, 30)

const fetched = (more: Partial<Fetched> = {}): Fetched => ({
  found: 0,
  dates: [],
  ttl: null,
  freshFor: null,
  skipped: { hours: [], days: [] },
  ...more,
})
const missed = (more: Partial<Missed> = {}): Missed => ({ cause: 'passing', retryAfter: null, ...more })

const rest = (interval: number | null, outcome: Fetched) => nextFetch({ interval }, outcome, NOW).next - NOW
const backoff = (failures: number, outcome: Missed, random = () => 0.5) =>
  nextAttempt({ failures }, outcome, NOW, random) - NOW

describe('how long a feed rests', () => {
  test('is half as long after news, and half as long again after none', () => {
    expect(rest(HOUR, fetched({ found: 3 }))).toBe(30 * MINUTE)
    expect(rest(HOUR, fetched())).toBe(90 * MINUTE)
  })

  test('is two minutes at least and twelve hours at most', () => {
    expect(rest(3 * MINUTE, fetched({ found: 1 }))).toBe(2 * MINUTE)
    expect(rest(11 * HOUR, fetched())).toBe(12 * HOUR)
  })

  test('begins with half of the time that usually lies between its entries, of which a night is none', () => {
    const hourly = [0, 1, 2, 3, 12, 13, 14].map((hours) => NOW - hours * HOUR)
    expect(rest(null, fetched({ found: 7, dates: hourly.toReversed() }))).toBe(30 * MINUTE)
    expect(rest(null, fetched({ found: 2, dates: [NOW, NOW - 30 * DAY] }))).toBe(12 * HOUR)
  })

  test('begins with half an hour where no entry has a date', () => {
    expect(rest(null, fetched({ found: 7 }))).toBe(30 * MINUTE)
  })

  test('follows a feed that changes every hour', () => {
    let interval: number | null = null as number | null
    let at = NOW
    let fetches = 0
    for (let seen = NOW; at < NOW + 10 * DAY; fetches += 1) {
      const found = Math.floor(at / HOUR) - Math.floor(seen / HOUR)
      seen = at
      ;({ next: at, interval } = nextFetch({ interval }, fetched({ found }), at))
    }
    expect(fetches).toBeGreaterThan(240)
    expect(fetches).toBeLessThan(3 * 240)
  })

  test.each(['ttl', 'freshFor'] as const)('is as long as %s asks, but never longer than twelve hours', (asked) => {
    expect(rest(10 * MINUTE, fetched({ found: 1, [asked]: 45 * MINUTE }))).toBe(45 * MINUTE)
    expect(rest(10 * MINUTE, fetched({ found: 1, [asked]: 365 * DAY }))).toBe(12 * HOUR)
  })

  test('stays as long as was asked where the next answer says nothing of it', () => {
    const { interval } = nextFetch({ interval: null }, fetched({ ttl: 3 * HOUR }), NOW)
    expect(rest(interval, fetched())).toBeGreaterThanOrEqual(3 * HOUR)
  })

  test('leaves out the hours that a feed asks to be left alone in', () => {
    expect(rest(20 * MINUTE, fetched({ skipped: { hours: [10, 11], days: [] } }))).toBe(2.5 * HOUR)
    expect(rest(10 * HOUR, fetched({ skipped: { hours: [0], days: [0] } }))).toBe(12 * HOUR)
  })

  test('is not for ever where every hour is to be skipped', () => {
    const all = Array.from({ length: 24 }, (_, hour) => hour)
    expect(rest(20 * MINUTE, fetched({ skipped: { hours: all, days: [] } }))).toBe(12 * HOUR)
    expect(rest(20 * MINUTE, fetched({ skipped: { hours: [], days: [0, 1, 2, 3, 4, 5, 6] } }))).toBe(12 * HOUR)
  })

  test('is never out of its bounds, whatever a feed says', () => {
    const long = double({ noNaN: true, min: -1e15, max: 1e15 })
    const outcome = record({
      found: nat(),
      dates: array(long),
      ttl: option(long),
      freshFor: option(long),
      skipped: record({ hours: array(integer({ min: 0, max: 23 })), days: array(integer({ min: 0, max: 6 })) }),
    })
    assert(
      property(outcome, option(nat()), (given, interval) => {
        const rested = rest(interval, given)
        expect(rested).toBeGreaterThanOrEqual(2 * MINUTE)
        expect(rested).toBeLessThanOrEqual(12 * HOUR)
      }),
    )
  })
})

describe('after a failure', () => {
  test('a feed rests twice as long each time, a fifth more or less, up to twelve hours', () => {
    const rests = [0, 1, 2, 3, 20, 5000].map((failures) => backoff(failures, missed()))
    expect(rests).toEqual([5, 10, 20, 40, 720, 720].map((minutes) => minutes * MINUTE))
    expect(backoff(0, missed(), () => 0)).toBe(4 * MINUTE)
    expect(backoff(0, missed(), () => 1)).toBe(6 * MINUTE)
  })

  test('a feed that refuses rests for an hour at first', () => {
    expect(backoff(0, missed({ cause: 'refused' }))).toBe(HOUR)
  })

  test('a feed rests for as long as it says, but for a day at most', () => {
    expect(backoff(0, missed({ retryAfter: 3 * HOUR }))).toBe(3 * HOUR)
    expect(backoff(0, missed({ retryAfter: 365 * DAY }))).toBe(DAY)
  })

  test('an entry is tried again after 5 minutes, 30 minutes, 3 hours and 12 hours, then never', () => {
    const tries = [0, 1, 2, 3, 4].map((failures) => nextTry(failures, null, NOW))
    expect(tries).toEqual([NOW + 5 * MINUTE, NOW + 30 * MINUTE, NOW + 3 * HOUR, NOW + 12 * HOUR, null])
    expect(nextTry(0, HOUR, NOW)).toBe(NOW + HOUR)
  })
})

describe('a page', () => {
  test('is read again an hour, six hours and a day after it was first read', () => {
    let at = NOW
    const times = [1, 2, 3].map((readings) => (at = nextReading(readings, NOW, at) ?? 0))
    expect(times).toEqual([NOW + HOUR, NOW + 6 * HOUR, NOW + DAY])
    expect(nextReading(4, NOW, at)).toBeNull()
  })

  test('that is older than two days is not', () => {
    expect(nextReading(1, NOW - 2 * DAY - 1, NOW)).toBeNull()
    expect(nextReading(1, null, NOW)).toBe(NOW + HOUR)
  })
})

test('what is read first, or after more than a day without success, is no news', () => {
  expect(isAfterOutage({ lastSuccess: null }, NOW)).toBe(true)
  expect(isAfterOutage({ lastSuccess: NOW - DAY - 1 }, NOW)).toBe(true)
  expect(isAfterOutage({ lastSuccess: NOW - DAY }, NOW)).toBe(false)
})
