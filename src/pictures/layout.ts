/** Where everything stands on a card; pure. Lengths are CSS pixels, from the upper left. */
import { cardPhrases as say } from '../cardPhrases.js'
import type { Card, CardCell, CardRow, CardWords, Sign } from '../message.js'
import type { Fonts, Weight } from './font.js'
import { CUT, drawable, linesOf, widthOf } from './lines.js'
import { COLORS, SIGN_SIZE, SIGNS } from './signs.js'

/** Three screens of a small phone fit side by side in its pixels, so that it stays legible on one. */
export const WIDTH = 540
/** Taller ones are not looked at, and take long to draw. */
export const MOST_HEIGHT = 880
const MARGIN = 20
const INNER = WIDTH - 2 * MARGIN
const GAP = 12
/** Between one column's words and the next. */
const GUTTER = 10
const SIGN_ROOM = SIGN_SIZE + 9

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Item = Box &
  (
    | { readonly kind: 'text'; readonly text: string; readonly style: Style }
    | { readonly kind: 'sign'; readonly sign: Sign }
    | { readonly kind: 'mark'; readonly mark: Mark }
    | { readonly kind: 'band'; readonly color: string }
  )

export type Mark = Exclude<CardCell['kind'], 'words'>

export interface Style {
  readonly size: number
  readonly weight: Weight
  readonly color: string
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly items: readonly Item[]
}

/** Items that begin at 0, and how far down they go. */
interface Part {
  readonly items: readonly Item[]
  readonly height: number
}

const STYLES = {
  title: { size: 16, weight: 400, color: COLORS.muted },
  headline: { size: 22, weight: 600, color: COLORS.ink },
  column: { size: 17, weight: 600, color: COLORS.ink },
  words: { size: 17, weight: 400, color: COLORS.ink },
  figure: { size: 19, weight: 600, color: COLORS.ink },
  note: { size: 15.5, weight: 400, color: COLORS.muted },
} as const satisfies Record<string, Style>

const LEADING = 1.3

/** A card as items, with as many of its rows, from the first, as there is room for. */
export function layoutOf(card: Card, fonts: Fonts): Layout {
  const drawing = drawingWith(fonts)
  const head = stack([
    drawing.text(card.title, STYLES.title, INNER, 1),
    ...(card.headline ? [drawing.text(card.headline.text, STYLES.headline, INNER, 3)] : []),
    drawing.text(card.basis, STYLES.title, INNER, 1),
    space(GAP),
    drawing.columns(card),
  ])
  const marks = new Set(card.rows.flatMap(({ cells }) => cells.flatMap(({ kind }) => (kind === 'words' ? [] : [kind]))))
  const footOf = (hidden: number): Part => {
    const notes = [...(hidden > 0 ? [say.moreRows(hidden)] : []), ...card.notes]
    return stack([
      space(GAP),
      ...(marks.size > 0 ? [drawing.legend(marks)] : []),
      ...notes.map((note) => drawing.text(note, STYLES.note, INNER, 2)),
    ])
  }
  const rows = card.rows.map(drawing.row)
  const room = MOST_HEIGHT - 2 * MARGIN - head.height - footOf(rows.length).height
  const shown = rows.slice(0, Math.max(1, fitting(rows, room)))
  const whole = stack([head, ...shown, footOf(rows.length - shown.length)])
  return { width: WIDTH, height: Math.ceil(whole.height + 2 * MARGIN), items: moved(whole, MARGIN, MARGIN).items }
}

function fitting(parts: readonly Part[], room: number): number {
  let height = 0
  const first = parts.findIndex((part) => {
    height += part.height
    return height > room
  })
  return first < 0 ? parts.length : first
}

function drawingWith(fonts: Fonts) {
  /** Texts under each other, of at most so many lines. */
  function text(words: string, style: Style, width: number, most: number, cut: Partial<CardWords> = {}): Part {
    const look = { font: fonts[style.weight], size: style.size }
    const plain = drawable(words, look.font)
    const whole = `${cut.isCutBefore ? CUT : ''}${plain}${cut.isCutAfter ? CUT : ''}`
    return stack(
      linesOf(plain && whole, look, width, most).map((line) => {
        const height = style.size * LEADING
        return { items: [{ kind: 'text', x: 0, y: 0, width: widthOf(line, look), height, text: line, style }], height }
      }),
    )
  }

  function columns({ columns: all }: Card): Part {
    const names = all.map(({ outlet, isSilent }) =>
      stack([
        text(outlet, STYLES.column, columnWidth(all.length), 3),
        ...(isSilent ? [text(say.silent, STYLES.note, columnWidth(all.length), 1)] : []),
      ]),
    )
    const inside = beside(names)
    const height = inside.height + GAP
    const band: Item = { kind: 'band', x: -GUTTER, y: 0, width: INNER + 2 * GUTTER, height, color: COLORS.band }
    return { items: [band, ...moved(inside, 0, GAP / 2).items], height }
  }

  function row({ sign, label, words, cells }: CardRow): Part {
    const heading = text(label, { ...STYLES.column, color: SIGNS[sign].color }, INNER - SIGN_ROOM, 2)
    const shape: Item = { kind: 'sign', x: 0, y: 1, width: SIGN_SIZE, height: SIGN_SIZE, sign }
    const inside = stack([
      space(GAP),
      { items: [shape, ...moved(heading, SIGN_ROOM, 0).items], height: Math.max(SIGN_SIZE + 1, heading.height) },
      ...(words ? [space(3), text(words.excerpt.text, STYLES.words, INNER, 3, words)] : []),
      space(6),
      beside(cells.map((one) => cell(one, columnWidth(cells.length), sign))),
      space(GAP),
    ])
    const { height } = inside
    const tint: Item = { kind: 'band', x: -GUTTER, y: 0, width: INNER + 2 * GUTTER, height, color: COLORS.alarm }
    const rule: Item = { kind: 'band', x: 0, y: height - 1, width: INNER, height: 1, color: COLORS.rule }
    return { items: [...(sign === 'conflict' ? [tint] : []), ...inside.items, rule], height }
  }

  function cell(one: CardCell, width: number, sign: Sign): Part {
    if (one.kind !== 'words') return markPart(one.kind)
    const style = sign === 'altered' || sign === 'spelling' ? STYLES.words : STYLES.figure
    return stack(one.words.map((words) => text(words.excerpt.text, style, width, 4, words)))
  }

  function legend(marks: ReadonlySet<Mark>): Part {
    let x = 0
    const items = (['all', 'some', 'nothing'] as const)
      .filter((mark) => marks.has(mark))
      .flatMap((mark) => {
        const words = text(say.legend[mark], STYLES.note, INNER, 1)
        const own = [...moved(markPart(mark), x, 0).items, ...moved(words, x + SIGN_SIZE + 4, 2).items]
        x += SIGN_SIZE + 4 + (words.items[0]?.width ?? 0) + 2 * GUTTER
        return own
      })
    return { items, height: STYLES.figure.size * LEADING }
  }

  return { text, columns, row, legend }
}

/** In the middle of a line of figures beside it. */
function markPart(mark: Mark): Part {
  const height = STYLES.figure.size * LEADING
  const y = (height - SIGN_SIZE) / 2
  return { items: [{ kind: 'mark', x: 0, y, width: SIGN_SIZE, height: SIGN_SIZE, mark }], height }
}

function columnWidth(columns: number): number {
  return INNER / columns - GUTTER
}

function space(height: number): Part {
  return { items: [], height }
}

/** Under each other. */
function stack(parts: readonly Part[]): Part {
  let height = 0
  const items = parts.flatMap((part) => {
    const placed = moved(part, 0, height).items
    height += part.height
    return placed
  })
  return { items, height }
}

/** In columns of the same width. */
function beside(parts: readonly Part[]): Part {
  const items = parts.flatMap((part, index) => moved(part, (index * INNER) / parts.length, 0).items)
  return { items, height: Math.max(0, ...parts.map(({ height }) => height)) }
}

function moved({ items, height }: Part, x: number, y: number): Part {
  return { items: items.map((item) => ({ ...item, x: item.x + x, y: item.y + y })), height }
}
