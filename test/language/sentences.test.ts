import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentences } from '../../src/language/sentences.js'

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end))

test('a sentence ends at its mark, and a paragraph always ends one', () => {
  expect(split('The mill burned. Nobody was hurt! Who lit it?\n\nPolice ask\nNo answer')).toEqual([
    'The mill burned.',
    'Nobody was hurt!',
    'Who lit it?',
    'Police ask',
    'No answer',
  ])
})

test.each([
  ['On Thursday Gen. Mattis and Sen. Ada Holm met Mr. Ruiz.'],
  ['The U.S. Senate and the U.S. troops waited until 5 p.m. Thursday in Washington, D.C., for J. Holm.'],
  ['Elena J. Ruiz, D-Ariz., paid Holm & Sons Inc. $2.5 million on Dec. 20, 2018.'],
  ['Boat No. 5 of Holm Co. sank off St. Anne.'],
  ['Holm v. Ruiz is heard in Jan. 2020.'],
  ['He waited ... and went.'],
  ['1. The mill'],
])('an abbreviation ends no sentence: %s', (text) => {
  expect(split(text)).toEqual([text])
})

test('an abbreviation ends a sentence where another begins', () => {
  expect(split('He left the U.S. The others stayed until 5 p.m. They sang. “Who is J. Holm?” No. Nobody.')).toEqual([
    'He left the U.S.',
    'The others stayed until 5 p.m.',
    'They sang.',
    '“Who is J. Holm?”',
    'No.',
    'Nobody.',
  ])
})

test('what is quoted stays whole where the sentence goes on behind it', () => {
  expect(split('"Is it? Really?" she asked. “It is. I saw it,” he said. “Twice.” “Once!” Holm said.')).toEqual([
    '"Is it? Really?" she asked.',
    '“It is. I saw it,” he said.',
    '“Twice.”',
    '“Once!” Holm said.',
  ])
  expect(split("'We saw it. We ran,' said Holm. ''It burned. We left,'' she said.")).toEqual([
    "'We saw it. We ran,' said Holm.",
    "''It burned. We left,'' she said.",
  ])
})

test('a quotation that ends its sentence is parted into its own', () => {
  expect(split('Holm said: “It burned. We ran.” Nobody came.')).toEqual([
    'Holm said: “It burned.',
    'We ran.”',
    'Nobody came.',
  ])
  expect(split('“It burned. We ran. (All of us.)')).toEqual(['“It burned.', 'We ran.', '(All of us.)'])
})

test('of any text the sentences are in order, without white space at their ends, and leave nothing else out', () => {
  const piece = fc.constantFrom('A', 'b', ' ', '.', '!', '?', '“', '”', '"', "'", '\n', 'Mr', '5', '—', '…', 'said')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.string({ unit: 'binary' }), (pieces, other) => {
      const text = pieces.join('') + other
      let at = 0
      for (const { start, end } of sentences(text)) {
        expect(text.slice(at, start).trim()).toBe('')
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
  )
})
