import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQuoted } from '../../src/quotations/marks.js'

const quotedIn = (text: string): string[] => findQuoted(text).map(({ start, end }) => text.slice(start, end))

describe('words in quotation marks', () => {
  test('curly, straight and mixed marks', () => {
    expect(quotedIn('“The pumps failed,” she said. "Nobody came."')).toEqual(['“The pumps failed,”', '"Nobody came."'])
    expect(quotedIn('“The pumps failed," she said.')).toEqual(['“The pumps failed,"'])
    expect(quotedIn("``The pumps failed,'' she said.")).toEqual(["``The pumps failed,''"])
    expect(quotedIn('«The pumps failed», she said.')).toEqual(['«The pumps failed»'])
  })

  test('a quotation inside a quotation belongs to the outer one', () => {
    expect(quotedIn('“He told me ‘run’ and I ran,” she said.')).toEqual(['“He told me ‘run’ and I ran,”'])
    expect(quotedIn('"He told me “run” and I ran," she said.')).toEqual(['"He told me “run” and I ran,"'])
  })

  test('apostrophes are no marks', () => {
    expect(quotedIn("It wasn't the mayors' fault, and the '90s are over.")).toEqual([])
    expect(quotedIn('It wasn’t the mayors’ fault.')).toEqual([])
  })

  test('inches are no marks', () => {
    expect(quotedIn('He stands 5\'11" and she is 5\'9" tall.')).toEqual([])
  })

  test('a quotation over paragraphs is a piece for each, and all but the first continue', () => {
    const text = 'She said: “One.\n\n“Two.\n\n“Three.”\n\nThen she left.'
    const found = findQuoted(text)
    expect(found.map(({ continues }) => continues)).toEqual([false, true, true])
    expect(found.map(({ inner }) => text.slice(inner.start, inner.end))).toEqual(['One.', 'Two.', 'Three.'])
  })

  test('a mark that is never closed swallows its paragraph and no more', () => {
    expect(quotedIn('“The pumps failed, she said.\n\nThe next day was dry.')).toEqual(['“The pumps failed, she said.'])
    expect(quotedIn('“The pumps failed, she said. “Nobody came.”')).toEqual([
      '“The pumps failed, she said.',
      '“Nobody came.”',
    ])
  })

  test('on any text: no exception, spans in order, each inside one paragraph', () => {
    const piece = fc.constantFrom('“', '”', '"', "'", '‘', '’', '``', "''", '«', '»', '\n', ' ', 'a', 'B.', ',')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { start, end, inner } of findQuoted(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(inner.start).toBeGreaterThan(start)
          expect(inner.end).toBeLessThanOrEqual(end)
          expect(text.slice(start, end)).not.toContain('\n')
          last = end
        }
      }),
    )
  })
})
