import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../src/articles/normalise.js'
import { withTitle } from '../../src/articles/title.js'

describe('normalise', () => {
  test('parts paragraphs by one empty line', () => {
    expect(normalise('One.  \r\n\r\n\r\n \t \r\n  Two.\r\n')).toBe('One.\n\nTwo.')
  })

  test('takes every line for a paragraph where no line is empty', () => {
    expect(normalise('The first line.\nThe second line.\nThe third.')).toBe(
      'The first line.\n\nThe second line.\n\nThe third.',
    )
  })

  test('joins lines that were wrapped at a width', () => {
    const wrapped =
      'The harbour at Wendmouth reopened on Tuesday, two days after the\nstorm had closed it and left eleven boats on the shingle below the\nold fort.\n\nNobody was hurt.'
    expect(normalise(wrapped)).toBe(
      'The harbour at Wendmouth reopened on Tuesday, two days after the storm had closed it and left eleven boats on the shingle below the old fort.\n\nNobody was hurt.',
    )
  })

  test('keeps short lines apart', () => {
    expect(normalise('12 Quay Street\nWendmouth\n\nTo the council.')).toBe(
      '12 Quay Street\nWendmouth\n\nTo the council.',
    )
  })

  test('drops what cannot be read and keeps the rest as it is', () => {
    expect(normalise('\uFEFFa\u0000b\u202Ec\u200B e\u0301 “ﬁ”\uD800')).toBe('abc e\u0301 “ﬁ”\uFFFD')
  })

  test('leaves no empty line at the ends and no two between, for any text', () => {
    const line = oneof(string({ unit: 'binary' }), constantFrom('\n', '\n\n', 'word '.repeat(14)))
    assert(
      property(array(line), (lines) => {
        const once = normalise(lines.join(''))
        expect(once).not.toMatch(/^\s|\s$|\n\n\n|\r/u)
      }),
    )
  })
})

describe('the title is the first paragraph', () => {
  test('put there where it is missing', () => {
    expect(withTitle('Ferry returns', 'It sailed.\n\nAt noon.')).toEqual({
      title: 'Ferry returns',
      text: 'Ferry returns\n\nIt sailed.\n\nAt noon.',
    })
  })

  test('as the text spells it where it is there', () => {
    const text = 'FERRY “RETURNS”.\n\nIt sailed.'
    expect(withTitle('Ferry "returns"', text)).toEqual({ title: 'FERRY “RETURNS”.', text })
  })

  test('found where a short first line ends as no sentence does', () => {
    expect(withTitle(null, 'Ferry returns to Skellen\n\nIt sailed.').title).toBe('Ferry returns to Skellen')
    expect(withTitle(null, 'The ferry returned.\n\nIt sailed.').title).toBeNull()
    expect(withTitle(null, 'Ferry returns to Skellen').title).toBeNull()
  })
})
