import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { edits } from '../../src/language/edits.js'

test.each([
  ['ferry', 'ferry', 0],
  ['fery', 'ferry', 1],
  ['ferrry', 'ferry', 1],
  ['fzrry', 'ferry', 1],
  ['frery', 'ferry', 1],
  ['wendmuoth', 'wendmouht', 2],
  ['', 'ab', 2],
  ['ferries', 'ferry', 3],
])('from “%s” to “%s” are %i edits', (a, b, count) => {
  expect(edits(a, b, 3)).toBe(count)
})

test('more than the most are not counted', () => {
  expect(edits('a', 'wendmouth', 2)).toBe(3)
  expect(edits('abcdef', 'uvwxyz', 2)).toBe(3)
})

test('it is the same both ways, and nothing only for the same word', () => {
  const word = fc.string({ maxLength: 8 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(edits(a, b, 8)).toBe(edits(b, a, 8))
      expect(edits(a, b, 8) === 0).toBe(a === b)
    }),
  )
})
