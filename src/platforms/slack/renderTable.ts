/** Draws rows as Slack's table; pure. */
import type { RawTextElement, RichTextBlock, TableBlock } from '@slack/types'
import type { Block, Channels } from '../../message.js'
import type { Piece } from '../parts.js'
import { type Drawn, inSection, pieceOf } from './richText.js'
import { oneLine } from './text.js'

const MOST_ROWS = 100
const MOST_COLUMNS = 20

type Table = Extract<Block, { kind: 'table' }>

/**
 * The table as one piece; null where it has no heads (Slack takes the first row for them) or more rows, columns or characters than
 * Slack or `room` takes.
 */
export function drawTable(table: Table, room: number): Piece<Drawn> | null {
  const { columns, rows, channels } = table
  const shown = [columns, ...rows].map((row) => row.map(oneLine))
  const width = Math.max(...shown.map((row) => row.length))
  if (!columns.some(Boolean) || width > MOST_COLUMNS || shown.length > MOST_ROWS) return null
  const every = Array.from({ length: width }, (_, column) => column)
  const isNumeric = (column: number) => rows.every((row) => /^[\d,.]+$/u.test(row[column] ?? ''))
  const block: TableBlock = {
    type: 'table',
    rows: shown.map((row) => every.map((column) => cell(row[column], channels))),
    column_settings: every.map((column) => ({ align: isNumeric(column) ? 'right' : 'left', is_wrapped: true })),
  }
  const piece = pieceOf([{ block, plain: tableLines(table) }])
  return piece.text <= room ? piece : null
}

/** The rows as lines of text. */
export function tableLines({ columns, rows }: Table): string {
  return [columns, ...rows].map((row) => row.map(oneLine).filter(Boolean).join(' — ')).join('\n')
}

/** Slack refuses an empty cell. */
function cell(text = '', channels: Channels = []): RawTextElement | RichTextBlock {
  const shown = inSection(text || ' ', undefined, channels)
  return shown.elements.some(({ type }) => type === 'channel')
    ? { type: 'rich_text', elements: [shown] }
    : { type: 'raw_text', text: text || ' ' }
}
