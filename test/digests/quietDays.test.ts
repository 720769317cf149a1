import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuietDays } from '../../src/digests/schedule/parse.js'
import { UsageError } from '../../src/errors.js'
import { unlessRefused } from './unlessRefused.js'

const NOW = new Date('2026-11-21T12:00:00Z')
const quiet = (words: string) => parseQuietDays(words, NOW)
const EVE = ['2026-12-24', '2026-12-25', '2026-12-26']

describe('quiet days', () => {
  test.each([
    ['25 December 2026, 2026-12-26', ['2026-12-25', '2026-12-26']],
    ['2026-12-24 to 2026-12-26', EVE],
    ['24 Dec 2026 – 26 Dec 2026', EVE],
    ['2026-12-24 - 2026-12-26', EVE],
    ['24-26 December', EVE],
    ['December 24-26, 2026', EVE],
    ['Dec 24 to 26', EVE],
    ['Dec. 26, 2026; 25th of December and December 24th', EVE],
    ['31 December to 1 January', ['2026-12-31', '2027-01-01']],
    ['25 December', ['2026-12-25']],
    ['1 May', ['2027-05-01']],
    ['21 November', ['2026-11-21']],
    ['29 February', ['2028-02-29']],
    ['1 May, 1 May', ['2027-05-01']],
    ['２０２６-１２-２５', ['2026-12-25']],
    ['2025-12-25', ['2025-12-25']],
    ['none', []],
    [' ', []],
  ])('%j', (words, days) => {
    expect(quiet(words)).toEqual(days)
  })

  test.each([
    ['christmas', /“christmas” is no date/u],
    ['25 December, yule', /“yule” is no date/u],
    ['30 February', /no “30 february”/u],
    ['30 February 2027', /no “30 february 2027”/u],
    ['2026-13-01', /no “2026-13-01”/u],
    ['25/12/2026', /two ways/u],
    ['12.25.2026', /two ways/u],
    ['2026-12-26 to 2026-12-24', /backwards/u],
    ['26-24 December', /backwards/u],
    ['2026-01-01 to 2027-12-31', /400 quiet days/u],
    ['2126-01-01', /10 years/u],
    ['1 May '.repeat(2000), /too long/u],
  ])('%j is refused', (words, reason) => {
    expect(() => quiet(words)).toThrow(UsageError)
    expect(() => quiet(words)).toThrow(reason)
  })

  test('what was read is read again', () => {
    const dates = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 60 }), (some) => {
        const days = [...new Set(some.map((date) => date.toISOString().slice(0, 10)))].toSorted()
        expect(quiet(days.toReversed().join(', '))).toEqual(days)
      }),
    )
  })

  test('any words are days, or refused in words', () => {
    const piece = fc.constantFrom(
      '25',
      ' ',
      ' ',
      ',',
      '-',
      '–',
      ' to ',
      'December',
      'may',
      '2026',
      '2026-12-25',
      'of',
      '.',
      '/',
      'x',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const days = unlessRefused(() => quiet(pieces.join(''))) ?? []
        expect(days.every((day) => /^\d{4}-\d\d-\d\d$/u.test(day))).toBe(true)
      }),
    )
  })
})
