import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSchedule } from '../../src/digests/schedule/parse.js'
import type { Timetable } from '../../src/digests/schedule/schedule.js'
import { nextSlot, slotsBetween, upcoming } from '../../src/digests/schedule/slots.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR

function timetable(words: string, timezone: string, quietDays: readonly string[] = []): Timetable {
  return { schedule: parseSchedule(words), timezone, quietDays }
}

/** The slots between two instants, as ISO 8601. */
function slots(at: Timetable, after: string, until: string): string[] {
  return [...slotsBetween(at, Date.parse(after), Date.parse(until))].map((slot) =>
    new Date(slot).toISOString().slice(0, 16),
  )
}

describe('when a digest falls due', () => {
  test('after is exclusive, until is inclusive', () => {
    const daily = timetable('daily at 9', 'UTC')
    expect(slots(daily, '2026-05-01T09:00Z', '2026-05-03T09:00Z')).toEqual(['2026-05-02T09:00', '2026-05-03T09:00'])
    expect(nextSlot(daily, Date.parse('2026-05-01T08:59:59.999Z'))).toBe(Date.parse('2026-05-01T09:00Z'))
    expect(slots(daily, '2026-05-03T09:00Z', '2026-05-01T09:00Z')).toEqual([])
  })

  test('weekdays and quiet days go by the local date', () => {
    const auckland = timetable('weekdays at 8', 'Pacific/Auckland', ['2026-06-02'])
    expect(slots(auckland, '2026-05-30T00:00Z', '2026-06-04T00:00Z')).toEqual([
      '2026-05-31T20:00',
      '2026-06-02T20:00',
      '2026-06-03T20:00',
    ])
  })

  test('day of the month or weekday, either suffices; months limit both', () => {
    const days = timetable('0 9 13 6 FRI', 'UTC')
    expect(slots(days, '2026-05-01T00:00Z', '2026-07-31T00:00Z')).toEqual(
      ['05', '12', '13', '19', '26'].map((day) => `2026-06-${day}T09:00`),
    )
  })

  test('what never comes is null', () => {
    const never = {
      schedule: { times: [540], weekdays: null, daysOfMonth: [30], months: [2] },
      timezone: 'UTC',
      quietDays: [],
    }
    expect(nextSlot(never, 0)).toBeNull()
    expect([...slotsBetween(never, 0, Number.MAX_SAFE_INTEGER)]).toEqual([])
    expect(upcoming(never, 0, 5)).toEqual([])
    expect(nextSlot({ ...never, schedule: { ...never.schedule, daysOfMonth: null, times: [] } }, 0)).toBeNull()
    const leap = timetable('day 29 in February at 9', 'UTC')
    expect(slots(leap, '2096-03-01T00:00Z', '2104-03-01T00:00Z')).toEqual(['2104-02-29T09:00'])
  })

  test('what comes once a year comes for ever', () => {
    const yearly = timetable('1 March at 9', 'Europe/Berlin')
    expect([...slotsBetween(yearly, 0, Date.UTC(2100, 0, 1))].length).toBe(130)
  })

  test('all days quiet for years are never, for a while are later', () => {
    const days = Array.from({ length: 4000 }, (_, at) => new Date(at * DAY).toISOString().slice(0, 10))
    expect(nextSlot(timetable('daily at 9', 'UTC', days), 0)).toBeNull()
    expect(nextSlot(timetable('daily at 9', 'UTC', days.slice(0, 400)), 0)).toBe(400 * DAY + 9 * HOUR)
  })

  test('a time zone that is none is a RangeError', () => {
    expect(() => nextSlot(timetable('daily at 9', 'Wendmouth/Harbour'), 0)).toThrow(RangeError)
  })
})

/** The slots of two days around a change of the clock. */
const CHANGES = [
  [
    'a time in the gap fires behind it',
    'daily at 2:30',
    'Europe/Berlin',
    '2026-03-28T12:00Z',
    ['2026-03-29T01:00', '2026-03-30T00:30'],
  ],
  [
    'several of one gap fire once together',
    'daily at 2, 2:30 and 3',
    'Europe/Berlin',
    '2026-03-28T12:00Z',
    ['2026-03-29T01:00', '2026-03-30T00:00', '2026-03-30T00:30', '2026-03-30T01:00'],
  ],
  [
    'a repeated time fires the first time',
    'daily at 2:30',
    'Europe/Berlin',
    '2026-10-24T12:00Z',
    ['2026-10-25T00:30', '2026-10-26T01:30'],
  ],
  [
    'a gap of half an hour',
    'daily at 2:15',
    'Australia/Lord_Howe',
    '2026-10-03T06:00Z',
    ['2026-10-03T15:30', '2026-10-04T15:15'],
  ],
  [
    'an overlap of half an hour',
    'daily at 1:45',
    'Australia/Lord_Howe',
    '2026-04-04T06:00Z',
    ['2026-04-04T14:45', '2026-04-05T15:15'],
  ],
  [
    'a gap of two hours',
    'daily at 1:30 and 2:59',
    'Antarctica/Troll',
    '2026-03-28T12:00Z',
    ['2026-03-29T01:00', '2026-03-29T23:30', '2026-03-30T00:59'],
  ],
  ['a gap at midnight', 'Fridays at 0:30', 'Africa/Cairo', '2026-04-23T12:00Z', ['2026-04-23T22:00']],
  ['an overlap at midnight', 'Thursdays at 23:30', 'Africa/Cairo', '2026-10-29T00:00Z', ['2026-10-29T20:30']],
  [
    'the end of Ramadan',
    'daily at 2:30',
    'Africa/Casablanca',
    '2026-03-21T12:00Z',
    ['2026-03-22T02:00', '2026-03-23T01:30'],
  ],
  [
    'a day that is not',
    'daily at 9 and 17',
    'Pacific/Apia',
    '2011-12-29T20:00Z',
    ['2011-12-30T03:00', '2011-12-30T10:00', '2011-12-30T19:00', '2011-12-31T03:00', '2011-12-31T19:00'],
  ],
] as const

describe('when the clock changes', () => {
  test.each(CHANGES)('%s', (_, words, zone, after, expected) => {
    const until = new Date(Date.parse(after) + 2 * DAY).toISOString()
    expect(slots(timetable(words, zone), after, until)).toEqual(expected)
  })

  test('a quiet day is the local date that was asked for, though its time is skipped', () => {
    const apia = timetable('daily at 9', 'Pacific/Apia', ['2011-12-30'])
    expect(slots(apia, '2011-12-29T20:00Z', '2011-12-31T20:00Z')).toEqual(['2011-12-30T19:00', '2011-12-31T19:00'])
  })

  test('of a day that comes twice, each time fires once', () => {
    const juneau = timetable('daily at 12', 'America/Juneau')
    const found = slots(juneau, '1867-10-16T00:00Z', '1867-10-21T00:00Z')
    expect(new Set(found).size).toBe(found.length)
    expect(found.length).toBe(4)
  })
})

test('what comes next, with what the clock makes of it', () => {
  const berlin = timetable('daily at 2:30', 'Europe/Berlin')
  expect(upcoming(berlin, Date.parse('2026-03-27T12:00Z'), 3)).toEqual([
    {
      at: Date.parse('2026-03-28T01:30Z'),
      local: '2026-03-28 02:30',
      moved: null,
      wanted: '02:30',
      wantedDay: '2026-03-28',
    },
    {
      at: Date.parse('2026-03-29T01:00Z'),
      local: '2026-03-29 03:00',
      moved: 'skipped',
      wanted: '02:30',
      wantedDay: '2026-03-29',
    },
    {
      at: Date.parse('2026-03-30T00:30Z'),
      local: '2026-03-30 02:30',
      moved: null,
      wanted: '02:30',
      wantedDay: '2026-03-30',
    },
  ])
  const [autumn] = upcoming(berlin, Date.parse('2026-10-24T12:00Z'), 1)
  expect(autumn).toMatchObject({ local: '2026-10-25 02:30', moved: 'repeated', at: Date.parse('2026-10-25T00:30Z') })
  const [apia] = upcoming(timetable('daily at 9', 'Pacific/Apia'), Date.parse('2011-12-29T20:00Z'), 1)
  expect(apia).toMatchObject({ local: '2011-12-31 00:00', moved: 'skipped', wanted: '09:00', wantedDay: '2011-12-30' })
  expect(upcoming(berlin, 0, 0)).toEqual([])
})

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Asia/Kathmandu',
]
const WORDS = [
  'daily at 2:30',
  'every 15 minutes',
  'hourly',
  'weekdays at 0:30 and 2',
  '30 1 1,29 * 0',
  'every 2 hours from 1 to 5 in March and October',
]

test('slots increase, are those of one after the other, and the same from the middle on', () => {
  const instants = fc.integer({ min: Date.UTC(2011, 0, 1), max: Date.UTC(2031, 0, 1) })
  const timetables = fc.record({ words: fc.constantFrom(...WORDS), zone: fc.constantFrom(...ZONES) })
  fc.assert(
    fc.property(
      timetables,
      instants,
      fc.integer({ min: 0, max: 5 * DAY }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ words, zone }, after, length, share) => {
        const at = timetable(words, zone)
        const found = [...slotsBetween(at, after, after + length)]
        expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b))
        expect(oneByOne(at, after, after + length)).toEqual(found)
        const middle = after + Math.floor(length * share)
        expect([...slotsBetween(at, after, middle), ...slotsBetween(at, middle, after + length)]).toEqual(found)
      },
    ),
    { numRuns: 200 },
  )
})

function oneByOne(at: Timetable, after: number, until: number): number[] {
  const found: number[] = []
  for (let slot = nextSlot(at, after); slot !== null && slot <= until; slot = nextSlot(at, slot)) found.push(slot)
  return found
}
