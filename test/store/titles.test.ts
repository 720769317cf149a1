import { expect, test } from 'vitest'
import { withoutTitles } from '../../src/store/titles.js'

test.each([
  ['president trump', 'trump'],
  ['Gen. James Mattis', 'James Mattis'],
  ['the former defence secretary Mattis', 'Mattis'],
  ['Ada Quill', 'Ada Quill'],
  ['the president', ''],
  ['', ''],
])('%j without titles is %j', (asked, name) => {
  expect(withoutTitles(asked)).toBe(name)
})
