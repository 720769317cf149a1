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

  test('whatever it holds: nothing is lost, each piece fits, no quotation is cut', () => {
    const unit = fc.constantFrom('a', 'bb', ' ', '. ', '\n', '\n\n', '“', '”', '"', '«', '»', 'word ')
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
    for (const unit of ['“', '"a', 'word ', 'a', '. ', '\n\n'])
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

  test('one that is too large has a part of its own', () => {
    expect(names(inParts([piece('a', 4), piece('b', 40), piece('c', 4)], { text: 8, count: 9 }))).toEqual([
      ['a'],
      ['b'],
      ['c'],
    ])
  })
})
