import { expect, test } from 'vitest'
import { isFixedOffset, timeZoneNamed, timeZonesLike, timeZonesMeant } from '../../src/language/timeZones.js'

test.each([
  ['Europe/London', 'Europe/London'],
  ['europe/london', 'Europe/London'],
  ['America/New York', 'America/New_York'],
  ['new york', 'America/New_York'],
  ['Tokyo', 'Asia/Tokyo'],
  ['utc', 'UTC'],
  ['Asia/Calcutta', 'Asia/Calcutta'],
  ['asia/calcutta', 'Asia/Calcutta'],
  ['kolkata', 'Asia/Kolkata'],
  ['kyiv', 'Europe/Kyiv'],
  ['buenos aires', 'America/Argentina/Buenos_Aires'],
  ['us/eastern', 'America/New_York'],
  ['etc/gmt-2', 'Etc/GMT-2'],
  ['London', 'Europe/London'],
  ['EST', null],
  ['CET', null],
  ['GMT', null],
  ['UTC+2', null],
  ['', null],
  ['Wendmouth', null],
  ['Mars/Base', null],
  ['x'.repeat(10_000), null],
])('%j is the time zone %j', (words, zone) => {
  expect(timeZoneNamed(words)).toBe(zone)
})

test('those like some letters come by their city, then by region', () => {
  expect(timeZonesLike('lond')).toEqual(['Europe/London'])
  expect(timeZonesLike('asia')).toContain('Asia/Tokyo')
  expect(timeZonesLike('york')).toEqual(['America/New_York'])
  expect(timeZonesLike('EST')[0]).toBe('America/New_York')
  expect(timeZonesLike('zzz')).toEqual([])
})

test.each([
  ['EST', ['America/New_York']],
  ['gmt', ['Europe/London', 'UTC']],
  ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
  ['Wendmouth', []],
  ['constructor', []],
])('%j may mean %j', (words, zones) => {
  expect(timeZonesMeant(words)).toEqual(zones)
})

test('every place that an abbreviation may mean is known', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
  const short = letters.flatMap((a) => letters.map((b) => a + b))
  const meant = [...short, ...short.flatMap((two) => letters.map((c) => two + c)), 'cest', 'aest'].flatMap(
    timeZonesMeant,
  )
  expect(meant.length).toBeGreaterThan(30)
  expect(meant.filter((zone) => timeZoneNamed(zone) !== zone)).toEqual([])
})

test.each(['UTC+2', 'gmt-5', '+05:30', 'UTC −3', 'GMT + 1'])('%j is a fixed distance from UTC', (words) => {
  expect(isFixedOffset(words)).toBe(true)
})
