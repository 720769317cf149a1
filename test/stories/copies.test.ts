import { describe, expect, test } from 'vitest'
import { areCopies, isAgency } from '../../src/stories/copies.js'
import { shared, shinglesOf } from '../../src/stories/shingles.js'

const SENTENCES = Array.from({ length: 12 }, (_, n) => `Pier ${n} of the Wendmouth ferry sank on day ${n * 7} of May.`)
const report = (from: number, to: number) => shinglesOf('News', `News\n\n${SENTENCES.slice(from, to).join(' ')}`)

describe('runs of words', () => {
  test('are of the text below the title, outside of quotation marks, without case and typography', () => {
    const one = shinglesOf(
      'Ferry',
      'Ferry\n\nThe Ferry’s deck sank on Friday. “It sank at the pier on Friday,” she said.',
    )
    const other = shinglesOf(null, "The ferry's deck sank on friday.")
    expect(other).toHaveLength(3)
    expect(shared(one, other)).toBe(3)
    expect(shinglesOf(null, 'Too few words here')).toHaveLength(0)
  })

  test('of hostile texts are found in a moment', () => {
    for (const text of ['"', '“', 'a', ' ', 'a" '].map((unit) => unit.repeat(1_000_000)))
      expect(shinglesOf(null, text).length).toBeLessThan(20_000)
  })
})

test('a report is a copy where half of the shorter stands in the other, and that is long enough', () => {
  expect(areCopies(report(0, 12), report(4, 8))).toBe(true)
  expect(areCopies(report(0, 8), report(3, 12))).toBe(true)
  expect(areCopies(report(0, 8), report(6, 12))).toBe(false)
  expect(areCopies(report(0, 2), report(0, 2))).toBe(false)
})

test('agencies are known by name', () => {
  for (const name of ['reuters', 'associated press', 'ap', 'reuters news']) expect(isAgency(name)).toBe(true)
  for (const name of ['apple daily', 'wendmouth herald', 'reuters fan']) expect(isAgency(name)).toBe(false)
})
