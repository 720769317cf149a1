import { expect, test } from 'vitest'
import { timeZoneNamed, timeZonesLike } from '../../src/language/timeZones.js'

test.each([
  ['Europe/London', 'Europe/London'],
  ['europe/london', 'Europe/London'],
  ['America/New York', 'America/New_York'],
  ['new york', 'America/New_York'],
  ['Tokyo', 'Asia/Tokyo'],
  ['utc', 'UTC'],
  ['Asia/Calcutta', 'Asia/Calcutta'],
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
  expect(timeZonesLike('zzz')).toEqual([])
})
