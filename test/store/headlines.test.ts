import { expect, test } from 'vitest'
import { headlineWords } from '../../src/store/headlines.js'

const HEADLINES = ['Ferry strike ends', 'Ferries return', 'Harbour’s ferry sold for £3m', 'The FERRY and the flood', '']

test('words that begin so, those of most headlines first, as printed', () => {
  expect(headlineWords(HEADLINES, 'f', 9)).toEqual(['Ferry', 'Ferries', 'flood'])
  expect(headlineWords(HEADLINES, 'HARB', 9)).toEqual(['Harbour'])
  expect(headlineWords(HEADLINES, 'f', 1)).toEqual(['Ferry'])
  expect(headlineWords(HEADLINES, 'the', 9)).toEqual([])
})
