import { expect, test } from 'vitest'
import { byline } from '../../src/quotations/bylines.js'
import { findQuoted } from '../../src/quotations/marks.js'

const signedBy = (text: string): string | null => {
  const quoted = findQuoted(text)[0]
  const said = quoted && byline(text, quoted, 0)
  return said ? text.slice(said.mention.start, said.mention.end) : null
}

test.each([
  ['“We were never asked.” — Mara Holt', 'Mara Holt'],
  ['“We were never asked.”― Mara Holt\nThe ferry left.', 'Mara Holt'],
  ['“We were never asked.”\n\n- Holt.', 'Holt'],
  ['“HOLT: We were never asked.”', 'HOLT'],
  ['“Mara Holt: We were never asked.”', 'Mara Holt'],
  ['HOLT: “We were never asked.”', 'HOLT'],
])('%s', (text, name) => {
  expect(signedBy(text)).toBe(name)
})

test.each([
  '“Look: we were never asked.”',
  'WATCH: “We were never asked.”',
  '“We were never asked” — Crewe lost the vote.',
  '“We were never asked,” she said — Holt was not there.',
  '“The Tide — a memoir”',
])('nobody signs %s', (text) => {
  expect(signedBy(text)).toBe(null)
})
