/** Draws rows, in columns where they are narrow enough; pure. */
import stringWidth from 'string-width'
import type { Block, Channels } from '../../message.js'
import type { Piece } from '../parts.js'
import { type Component, display, pieceOf, sizeOf } from './components.js'
import { bold, markdown, oneLine, small, withChannels } from './markdown.js'
import { drawText } from './renderWords.js'

/** Wider lines are broken by most screens. Columns. */
const WIDEST = 56
const ROWS_TOGETHER = 30
/** Lines stand together up to this size. */
const COMFORT = 1200

type Table = Extract<Block, { kind: 'table' }>
type Row = readonly string[]

export function drawTable({ columns, rows, channels = [] }: Table, room: number): Piece<Component>[] {
  const [head = [], ...body] = [columns, ...rows].map((row) => row.map(oneLine))
  const filled = body.filter((row) => row.some(Boolean))
  // In a block of code nothing is a link.
  const inColumns = channels.length > 0 ? null : drawColumns(head, filled, room)
  return inColumns ?? drawLines(head, filled, room, channels)
}

/** A block of code; null where the rows are too wide for it, or have what could end it. */
function drawColumns(head: Row, body: readonly Row[], room: number): Piece<Component>[] | null {
  const all = head.some(Boolean) ? [head, ...body] : body
  const count = Math.max(0, ...all.map((row) => row.length))
  const isFit = all.flat().every((cell) => cell.length <= WIDEST && !cell.includes('`'))
  if (count < 2 || body.length === 0 || !isFit) return null
  const columns = Array.from({ length: count }, (_, column) => ({
    width: Math.max(...all.map((row) => stringWidth(row[column] ?? ''))),
    isNumeric: body.every((row) => /^[\d,.]*$/u.test(row[column] ?? '')),
  }))
  if (columns.reduce((sum, { width }) => sum + width + 2, -2) > WIDEST) return null
  const line = (row: Row) =>
    columns
      .map((column, index) => padded(row[index] ?? '', column))
      .join('  ')
      .trimEnd()
  const parted = Array.from({ length: Math.ceil(body.length / ROWS_TOGETHER) }, (_, index) => {
    const some = body.slice(index * ROWS_TOGETHER, (index + 1) * ROWS_TOGETHER)
    const lines = (head.some(Boolean) ? [head, ...some] : some).map(line)
    return pieceOf([display(['```', ...lines, '```'].join('\n'))])
  })
  return parted.every(({ text }) => text <= room) ? parted : null
}

/** Numbers stand to the right. */
function padded(cell: string, { width, isNumeric }: { readonly width: number; readonly isNumeric: boolean }): string {
  const blanks = ' '.repeat(width - stringWidth(cell))
  return isNumeric ? blanks + cell : cell + blanks
}

/** Each row in a line, its first cell in bold; the heads in small print. */
function drawLines(head: Row, body: readonly Row[], room: number, channels: Channels): Piece<Component>[] {
  const words = (row: Row) => row.filter(Boolean).join(' — ')
  const lines = body.map((row) => {
    const [first = '', ...rest] = row.filter(Boolean)
    return { row, line: [bold(first), withChannels(words(rest), channels)].filter(Boolean).join(' ') }
  })
  const all = words(head) ? [{ row: head, line: small(markdown(words(head))) }, ...lines] : lines
  const drawn: Piece<Component>[] = []
  let together: string[] = []
  const close = () => {
    if (together.length > 0) drawn.push(pieceOf([display(together.join('\n'))]))
    together = []
  }
  for (const { row, line } of all) {
    if (sizeOfLines([...together, line]) > Math.min(COMFORT, room)) close()
    if (sizeOfLines([line]) > room) drawn.push(...drawText(words(row), room))
    else together.push(line)
  }
  close()
  return drawn
}

function sizeOfLines(lines: readonly string[]): number {
  return sizeOf(display(lines.join('\n')))
}
