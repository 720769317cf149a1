import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card, CardCell, Sign } from '../../src/message.js'
import { type Box, type Item, type Layout, layoutOf, MOST_HEIGHT, WIDTH } from '../../src/pictures/layout.js'
import { COLORS, SIGNS } from '../../src/pictures/signs.js'
import { excerpt, fonts, full, row, words } from './samples.js'

type Text = Extract<Item, { kind: 'text' }>
const textsOf = ({ items }: Layout): Text[] => items.filter((item) => item.kind === 'text')

function meet(a: Box, b: Box): boolean {
  const EDGE = 0.01
  return (
    a.x + a.width > b.x + EDGE &&
    b.x + b.width > a.x + EDGE &&
    a.y + a.height > b.y + EDGE &&
    b.y + b.height > a.y + EDGE
  )
}

/** Items that cover each other, and items outside the picture. Bands lie under everything. */
function misplaced(layout: Layout): string[] {
  const seen = layout.items.filter(({ kind }) => kind !== 'band')
  const outside = layout.items.filter(
    ({ x, y, width, height }) => x < 0 || y < 0 || x + width > layout.width || y + height > layout.height,
  )
  const covered = seen.filter((one, index) => seen.slice(index + 1).some((other) => meet(one, other)))
  return [...outside, ...covered].map((item) => JSON.stringify(item))
}

describe('the layout of a card', () => {
  const layout = layoutOf(full, fonts)

  test('keeps all apart and within the picture', () => {
    expect(misplaced(layout)).toEqual([])
  })

  test('shows every outlet, claim, figure, verdict and note', () => {
    const shown = textsOf(layout)
      .map(({ text }) => text)
      .join(' ')
    const told = [
      ...full.columns.map(({ outlet }) => outlet),
      ...full.rows.map(({ label }) => label),
      ...full.rows.flatMap(({ words: claim }) => claim?.excerpt.text ?? []),
      ...full.notes,
      'two pumps',
      'three pumps',
    ]
    expect(told.filter((one) => !shown.includes(one))).toEqual([])
    expect(layout.items.flatMap((item) => (item.kind === 'sign' ? item.sign : []))).toEqual(
      full.rows.map(({ sign }) => sign),
    )
  })

  test('gives each verdict a shape of its own, which needs no colour', () => {
    const shapes = Object.values(SIGNS).map(({ body, strokes }) => `${body}|${strokes}`)
    expect(new Set(shapes).size).toBe(shapes.length)
    expect(Object.values(SIGNS).filter(({ body }) => body === SIGNS.conflict.body)).toHaveLength(1)
  })

  test('has legible colours: a contrast of 4.5 on each ground, as WCAG 2.2 counts it', () => {
    const inks = [COLORS.ink, COLORS.muted, ...Object.values(SIGNS).map(({ color }) => color)]
    const low = inks.flatMap((ink) =>
      [COLORS.paper, COLORS.band, COLORS.alarm]
        .filter((ground) => contrast(ink, ground) < 4.5)
        .map((ground) => [ink, ground]),
    )
    expect(low).toEqual([])
  })

  test('cuts what has no room at the end of a word, with a mark', () => {
    const claim = 'The pumps at the old quay stopped at noon and nobody came. '.repeat(20).trim()
    const lines = textsOf(layoutOf({ ...full, rows: [row('agreed', 'Agreed', claim, [])] }, fonts))
    const last = lines.findLast(({ text }) => text.endsWith('…'))?.text ?? ''
    expect(claim).toContain(last.slice(0, -1))
    expect(claim.split(' ')).toContain(last.slice(0, -1).split(' ').at(-1))
  })

  test('leaves out rows that have no room, and says how many', () => {
    const rows = Array.from({ length: 30 }, (_, index) => row('agreed', `Agreed ${index}`, 'At noon.', []))
    const long = layoutOf({ ...full, rows }, fonts)
    const labels = textsOf(long).filter(({ text }) => text.startsWith('Agreed'))
    expect(long.height).toBeLessThanOrEqual(MOST_HEIGHT)
    expect(labels.length).toBeGreaterThan(5)
    expect(textsOf(long).map(({ text }) => text)).toContain(`${30 - labels.length} more findings in the message`)
  })
})

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [a, b].map(luminance).toSorted((one, other) => other - one)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

describe('whatever outlets and articles print', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      '<script>alert(1)</script> & "quotes" ]]>',
      'x'.repeat(5000),
      'word '.repeat(500),
      '\u202Eright to left\u202C \u0000 \uD800 \uFFFE \uFFFF',
      'הספינה עזבה את הנמל',
      '渡し船は港を出た',
      '🌊👩‍👩‍👧',
      `Z${'\u0301'.repeat(300)}algo`,
      'ﷺ'.repeat(50),
    ),
  )
  const cell: fc.Arbitrary<CardCell> = fc.oneof(
    fc.constantFrom<CardCell>({ kind: 'all' }, { kind: 'some' }, { kind: 'nothing' }),
    hostile.map(words),
  )
  const sign = fc.constantFrom<Sign>(
    'conflict',
    'altered',
    'agreed',
    'same',
    'compatible',
    'trimmed',
    'spelling',
    'only',
  )
  const card: fc.Arbitrary<Card> = fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc.record({
      title: hostile,
      headline: fc.option(hostile.map((text) => excerpt('a', text))),
      basis: hostile,
      columns: fc.array(fc.record({ outlet: hostile, isSilent: fc.boolean() }), {
        minLength: columns,
        maxLength: columns,
      }),
      rows: fc.array(
        fc
          .tuple(sign, hostile, fc.option(hostile), fc.array(cell, { minLength: columns, maxLength: columns }))
          .map((given) => row(...given)),
        { maxLength: 8 },
      ),
      notes: fc.array(hostile, { maxLength: 3 }),
    }),
  )

  test('stays apart and within a picture of one width and bounded height', () => {
    fc.assert(
      fc.property(card, (any) => {
        const layout = layoutOf(any, fonts)
        expect(misplaced(layout)).toEqual([])
        expect(layout.width).toBe(WIDTH)
        expect(layout.height).toBeLessThanOrEqual(MOST_HEIGHT)
      }),
      { numRuns: 300 },
    )
  })
})
