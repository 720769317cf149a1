import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inParts, type Piece, pieces, quotedSpans } from '../../src/platforms/parts.js'

const cut = (text: string, limit: number) => pieces(text, limit)?.map(({ start, end }) => text.slice(start, end))

describe('a long text is parted', () => {
  test('between paragraphs, else between sentences, else between words', () => {
    expect(cut('One two.\n\nThree four.', 12)).toEqual(['One two.', 'Three four.'])
    expect(cut('One two. Three four.', 12)).toEqual(['One two.', 'Three four.'])
    expect(cut('one two three four', 9)).toEqual(['one two', 'three', 'four'])
    expect(cut('One two. Three four.', 99)).toEqual(['One two. Three four.'])
    expect(cut('  ', 5)).toEqual([''])
  })

  test('never inside a quotation', () => {
    expect(cut('She said: “One. Two. Three.” He left.', 30)).toEqual(['She said: “One. Two. Three.”', 'He left.'])
    expect(cut('A word "one two three" more', 15)).toEqual(['A word', '"one two three"', 'more'])
    expect(cut('A word “one two three four” more', 15)).toBeUndefined()
    expect(cut('“One two three.\n\n“Four five.”', 16)).toEqual(['“One two three.', '“Four five.”'])
    expect(cut('unbreakable', 5)).toBeUndefined()
  })

  test('never inside one in single marks, whatever stands in it', () => {
    expect(cut('He said ‘I don’t know. Ask her.’ Then left.', 24)).toEqual([
      'He said',
      '‘I don’t know. Ask her.’',
      'Then left.',
    ])
    expect(cut('‘One “two three” four’ five', 23)).toEqual(['‘One “two three” four’', 'five'])
    expect(cut('The ‘90s: “all the players’ cups shine” here', 20)).toBeUndefined()
    expect(cut('The players’ cup and the fans’ cup', 20)).toEqual(['The players’ cup and', 'the fans’ cup'])
  })

  test('whatever it holds: nothing is lost, each piece fits, no quotation is cut', () => {
    const unit = fc.constantFrom('a', 'bb', ' ', '. ', '\n', '\n\n', '“', '”', '"', '«', '»', '‘', '’', 'word ')
    const anyText = fc.array(unit, { maxLength: 80 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (text, limit) => {
        const found = pieces(text, limit)
        if (found === null) return
        expect(
          found
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''))
        for (const { start, end } of found) {
          expect(end - start).toBeLessThanOrEqual(limit)
          for (const quoted of quotedSpans(text)) expect(quoted.start < start && start < quoted.end).toBe(false)
        }
      }),
    )
  })

  test('fast, though it is long and hostile', () => {
    for (const unit of ['“', '‘', '‘a’', '’a', '"a', 'word ', 'a', '. ', '\n\n'])
      expect(() => pieces(unit.repeat(200_000 / unit.length), 3000)).not.toThrow()
  })
})

describe('pieces in parts', () => {
  const piece = (name: string, text: number, isHeading = false): Piece<string> => ({
    drawn: [name],
    text,
    count: 1,
    isHeading,
  })
  const names = (parts: Piece<string>[][]) => parts.map((part) => part.flatMap(({ drawn }) => drawn))

  test('fill each part before the next', () => {
    const all = [piece('a', 4), piece('b', 4), piece('c', 4)]
    expect(names(inParts(all, { text: 8, count: 9 }))).toEqual([['a', 'b'], ['c']])
    expect(names(inParts(all, { text: 99, count: 2 }))).toEqual([['a', 'b'], ['c']])
    expect(inParts([], { text: 8, count: 9 })).toEqual([])
  })

  test('a heading goes with what it heads', () => {
    const all = [piece('a', 4), piece('Heading', 2, true), piece('Label', 1, true), piece('b', 4)]
    expect(names(inParts(all, { text: 8, count: 9 }))).toEqual([['a'], ['Heading', 'Label', 'b']])
  })

  test('whatever they are: all are there in order, room is held, and no heading is left behind', () => {
    const anyPieces = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean()), { maxLength: 30 })
    fc.assert(
      fc.property(anyPieces, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 6 }), (sizes, text, count) => {
        const all = sizes.map(([size, isHeading], n) => piece(String(n), size, isHeading))
        const room = { text, count }
        const fits = (part: readonly Piece<string>[]) =>
          part.length <= room.count && part.reduce((sum, one) => sum + one.text, 0) <= room.text
        const parts = inParts(all, room)
        expect(parts.flat()).toEqual(all)
        for (const [n, part] of parts.entries()) {
          expect(part.length === 1 || fits(part)).toBe(true)
          // A heading ends a part only where it and what it heads are too large for one.
          const headings = part.slice(part.findLastIndex(({ isHeading }) => !isHeading) + 1)
          const next = parts[n + 1]?.[0]
          const isLeftBehind = headings.length > 0 && next !== undefined && fits([...headings, next])
          const hadRoom = headings.length === 0 && next?.isHeading === false && fits([...part, next])
          expect({ isLeftBehind, hadRoom }).toEqual({ isLeftBehind: false, hadRoom: false })
        }
      }),
    )
  })

  test('one that is too large has a part of its own', () => {
    expect(names(inParts([piece('a', 4), piece('b', 40), piece('c', 4)], { text: 8, count: 9 }))).toEqual([
      ['a'],
      ['b'],
      ['c'],
    ])
  })
})
