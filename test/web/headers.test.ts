import { describe, expect, test } from 'vitest'
import { freshFor, type Headers, headerOf, retryAfter, tagOf } from '../../src/web/headers.js'
import { httpDate } from '../../src/web/httpDate.js'

const NOW = Date.UTC(2018, 11, 20, 9)
const SERVER = { date: 'Thu, 20 Dec 2018 12:00:00 GMT' }

describe('times', () => {
  test.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT', '1994-11-06T08:49:37.000Z'],
    ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37.000Z'],
    ['Sun Nov  6 08:49:37 1994', '1994-11-06T08:49:37.000Z'],
    ['6 Nov 2018 08:49:37 +0000', '2018-11-06T08:49:37.000Z'],
    ['Sunday, 06-Nov-18 08:49:37 UTC', '2018-11-06T08:49:37.000Z'],
  ])('%s', (text, iso) => expect(new Date(httpDate(text) ?? 0).toISOString()).toBe(iso))

  test.each(['', '0', '-1', 'tomorrow', '2018-12-20', 'Sun, 06 Foo 1994 08:49:37 GMT', ' '.repeat(1_000_000)])(
    'none: %#',
    (text) => expect(httpDate(text)).toBeNull(),
  )
})

describe('fresh for', () => {
  test.each<[Headers, number | null]>([
    [{}, null],
    [{ 'cache-control': 'public' }, null],
    [{ 'cache-control': 'max-age=60, s-maxage=900' }, 60_000],
    [{ 'cache-control': 'Max-Age="60"', age: '20' }, 40_000],
    [{ 'cache-control': 'max-age=60', age: '90' }, 0],
    [{ 'cache-control': 'max-age=60, max-age=30' }, 30_000],
    [{ 'cache-control': ['public', 'max-age=30'] }, 30_000],
    [{ 'cache-control': 'max-age=-1' }, 0],
    [{ 'cache-control': 'max-age=soon' }, 0],
    [{ 'cache-control': 'max-age=999999999999' }, 365 * 86_400_000],
    [{ 'cache-control': 'max-age=60, no-cache' }, 0],
    [{ 'cache-control': 'no-store' }, 0],
    [{ 'cache-control': 'x-no-store' }, null],
    [{ 'cache-control': 'max-age=60', expires: '0' }, 60_000],
    [{ expires: 'Thu, 20 Dec 2018 12:05:00 GMT', ...SERVER }, 300_000],
    [{ expires: 'Thu, 20 Dec 2018 09:05:00 GMT' }, 300_000],
    [{ expires: 'Thu, 20 Dec 2018 11:05:00 GMT', ...SERVER }, 0],
    [{ expires: '-1' }, 0],
  ])('%j: %s', (headers, milliseconds) => expect(freshFor(headers, NOW)).toBe(milliseconds))
})

describe('to be asked again after', () => {
  test.each<[Headers, number | null]>([
    [{}, null],
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '99999999' }, 86_400_000],
    [{ 'retry-after': '-5' }, null],
    [{ 'retry-after': '1.5' }, null],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': 'Thu, 20 Dec 2018 12:05:00 GMT', ...SERVER }, 300_000],
    [{ 'retry-after': 'Thu, 20 Dec 2018 09:05:00 GMT' }, 300_000],
    [{ 'retry-after': 'Wed, 19 Dec 2018 09:05:00 GMT' }, 0],
  ])('%j: %s', (headers, milliseconds) => expect(retryAfter(headers, NOW)).toBe(milliseconds))
})

test('a header counts once, and not at all where it is blank', () => {
  expect(headerOf({ etag: ['"a"', '"b"'] }, 'etag')).toBe('"a"')
  expect(headerOf({ etag: ' ' }, 'etag')).toBeNull()
})

test('only what can be sent back is kept', () => {
  expect(tagOf('W/"a-é"')).toBe('W/"a-é"')
  for (const tag of [null, undefined, '', '"a\r\nX: 1"', '"ž"', `"${'a'.repeat(2000)}"`]) expect(tagOf(tag)).toBeNull()
})
