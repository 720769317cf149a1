import { expect, test } from 'vitest'
import type { FoundQuotation } from '../../src/model.js'
import { withoutRepeats } from '../../src/store/repeats.js'

const said = (text: string, name: string | null, start = 0): FoundQuotation => {
  const speaker = name === null ? null : { name, kind: 'person' as const, start: 0, end: 1 }
  return { start, end: start + text.length, text, speaker, cue: null, channel: 'spoken', confidence: 1 }
}
const kept = (...quotations: FoundQuotation[]) => withoutRepeats(quotations).map(({ text, start }) => [text, start])

test('of the same words the first is kept', () => {
  expect(kept(said('“No tolls.”', 'Quill', 5), said("'no tolls'", 'Quill', 90))).toEqual([['“No tolls.”', 5]])
})

test('words inside a longer quotation of the same speaker are dropped', () => {
  const whole = said('“There will be no tolls at all.”', 'Quill', 40)
  expect(kept(said('“no tolls”', 'Quill'), whole)).toEqual([[whole.text, 40]])
  expect(kept(said('“no toll”', 'Quill'), whole)).toHaveLength(2)
  expect(kept(said('“no tolls”', 'Reed'), whole)).toHaveLength(2)
  expect(kept(said('“no tolls”', null), whole)).toHaveLength(2)
})

test('a hundred thousand quotations are looked through in no time that matters', () => {
  const many = Array.from({ length: 100_000 }, (_, n) => said(`“${n}”`, null, n))
  expect(withoutRepeats([...many, ...many])).toHaveLength(100_000)
})
