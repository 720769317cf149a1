import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractQuotations } from '../../src/quotations/extract.js'

const WORDS = [
  '“',
  '”',
  '"',
  ' said ',
  'Helen Tresidder',
  'the mayor',
  ' she ',
  ', ',
  '. ',
  '\n\n',
  'We will rebuild',
  ' told ',
  'Mr ',
  ':',
  '‘',
  '’',
  ' who ',
  '(',
  ')',
  'a letter ',
  '🌊',
]

describe('extraction on any text', () => {
  test('every quotation, mention and cue is a slice of the text, in order, the same each time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }), (parts) => {
        const text = parts.join('')
        const found = extractQuotations(text)
        expect(extractQuotations(text)).toEqual(found)
        let last = 0
        for (const quotation of found) {
          expect(text.slice(quotation.start, quotation.end)).toBe(quotation.text)
          expect(quotation.start).toBeGreaterThanOrEqual(last)
          last = quotation.end
          for (const span of [quotation.speaker, quotation.cue].filter((one) => one !== null)) {
            expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true)
          }
        }
      }),
    )
  })

  test.each([
    ['all quotation marks', '"'.repeat(300_000)],
    ['all opening marks', '“'.repeat(300_000)],
    ['all capitals', 'WENDMOUTH FLOOD '.repeat(20_000)],
    ['one word', 'a'.repeat(300_000)],
    ['marks that are never closed', '“a '.repeat(300_000)],
    ['single marks', "'a ".repeat(300_000)],
    ['one line of speech', '“We go,” she said. '.repeat(5_000)],
  ])('%s ends', (_, text) => {
    expect(() => extractQuotations(text)).not.toThrow()
  })
})
