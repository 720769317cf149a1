import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feedDate } from '../../src/feeds/dates.js'

const MARCH_4 = '2024-03-04T06:15:00.000Z'

describe('dates as feeds write them', () => {
  test.each([
    ['as RFC 822 has it', 'Mon, 04 Mar 2024 06:15:00 GMT', MARCH_4],
    ['without the day', '04 Mar 2024 06:15:00 GMT', MARCH_4],
    ['with the wrong day', 'Sunday, 04 Mar 2024 06:15:00 GMT', MARCH_4],
    ['with a year of two digits', 'Mon, 04 Mar 24 06:15 UT', MARCH_4],
    ['with a year of two digits, long ago', 'Fri, 04 Mar 94 06:15 UT', '1994-03-04T06:15:00.000Z'],
    ['with a year of three', 'Mon, 04 Mar 124 06:15 UT', MARCH_4],
    ['without a zone', 'Mon, 04 Mar 2024 06:15:00', MARCH_4],
    ['in a zone that nobody knows', 'Mon, 04 Mar 2024 06:15:00 XYZ', MARCH_4],
    ['in New York in winter', 'Mon, 04 Mar 2024 01:15:00 EST', MARCH_4],
    ['in New York in summer', 'Thu, 04 Jul 2024 02:15:00 EDT', '2024-07-04T06:15:00.000Z'],
    ['in California', 'Sun, 03 Mar 2024 22:15:00 PST', MARCH_4],
    ['in London in summer', 'Thu, 04 Jul 2024 07:15:00 BST', '2024-07-04T06:15:00.000Z'],
    ['in Berlin', 'Mo, 04. März 2024 07:15:00 MEZ', MARCH_4],
    ['in Paris', 'lun., 4 mars 2024 07:15:00 +0100', MARCH_4],
    ['on a French Tuesday in February', 'mardi 6 février 2024 07:15 +0100', '2024-02-06T06:15:00.000Z'],
    ['in Delhi', 'Mon, 04 Mar 2024 11:45:00 +0530', MARCH_4],
    ['with a zone twice', 'Mon, 04 Mar 2024 01:15:00 -0500 (EST)', MARCH_4],
    ['with a zone after GMT', 'Mon, 04 Mar 2024 07:15:00 GMT+0100', MARCH_4],
    ['with a long minus', 'Mon, 04 Mar 2024 01:15:00 −0500', MARCH_4],
    ['as asctime', 'Mon Mar  4 06:15:00 2024', MARCH_4],
    ['as date(1)', 'Mon Mar  4 01:15:00 EST 2024', MARCH_4],
    ['as some interfaces', 'Mon Mar 04 06:15:00 +0000 2024', MARCH_4],
    ['in American words', 'March 4, 2024, 6:15 a.m.', MARCH_4],
    ['at noon', 'March 4, 2024 12:15 PM', '2024-03-04T12:15:00.000Z'],
    ['at midnight', 'March 4, 2024 12:15 AM', '2024-03-04T00:15:00.000Z'],
    ['with hyphens', '04-Mar-2024 06:15', MARCH_4],
    ['in ISO 8601', '2024-03-04T07:15:00+01:00', MARCH_4],
    ['in ISO 8601 with fractions', '2024-03-04T06:15:00.123456Z', MARCH_4],
    ['in ISO 8601 with a blank', '2024-03-04 06:15:00', MARCH_4],
    ['in ISO 8601 without marks', '20240304T061500Z', MARCH_4],
    ['in ISO 8601 without seconds', '2024-03-04T06:15Z', MARCH_4],
    ['with slashes', '2024/03/04 06:15:00', MARCH_4],
    ['with dots', '04.03.2024 06:15', MARCH_4],
    ['the American way', '3/4/2024 6:15:00 AM', MARCH_4],
    ['the British way, where no other can be meant', '14/03/2024 06:15', '2024-03-14T06:15:00.000Z'],
    ['the time first', '06:15 UTC, 4 March 2024', MARCH_4],
    ['a day alone', 'Mon, 4 March 2024', '2024-03-04'],
    ['a day alone in ISO 8601', '2024-03-04', '2024-03-04'],
    ['a leap second', 'Sat, 31 Dec 2016 23:59:60 GMT', '2016-12-31T23:59:59.000Z'],
    ['the end of a day', '2024-03-03T24:00:00Z', '2024-03-04T00:00:00.000Z'],
    ['the far future, which others judge', '2099-03-04T06:15:00Z', '2099-03-04T06:15:00.000Z'],
  ])('%s: %s', (_, written, expected) => {
    expect(feedDate(written)).toBe(expected)
  })

  test.each([
    '',
    'today',
    'Mon, 30 Feb 2024 06:15:00 GMT',
    '2024-13-04',
    '2024-03-04T25:00:00Z',
    'Mon, 04 Mar 2024 06:75:00 GMT',
    '0000-00-00 00:00:00',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '-0001-11-30T00:00:00+00:00',
    '2024',
    '03/04/2024 06:15',
    '1709532900',
    'March',
  ])('“%s” is none', (written) => {
    expect(feedDate(written)).toBeNull()
  })

  test('whatever stands there is a date of ISO 8601 or none', () => {
    const pieces = fc.constantFrom(
      'Mon',
      'Mar',
      '4',
      '04',
      '2024',
      '24',
      '06:15',
      '06:15:00',
      'GMT',
      '+0100',
      '/',
      '-',
      ',',
      'T',
      'Z',
      'pm',
      '.',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join(' ')),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (written) => {
          expect(feedDate(written) ?? '2024-03-04').toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d\.000Z)?$/u)
        },
      ),
    )
  })
})
