/** Draws words so that no quotation is cut: parted where they may be, else told to be too long; pure. `room` is in characters. */
import type { RichTextText } from '@slack/types'
import type { Channels } from '../../message.js'
import type { Excerpt } from '../../model.js'
import { platformPhrases as say } from '../../platformPhrases.js'
import { type Piece, pieces } from '../parts.js'
import { type Drawn, pieceOf, quote, section, sources, styled } from './richText.js'
import { size } from './text.js'

/** A text that is parted is parted into pieces of at most this size, so that parts are filled well. */
const COMFORT = 3000
const LONGEST_LABEL = 300
/** Blocks that are kept together, since they are read together. */
const MOST_TOGETHER = 12

/** A label in bold, which never ends a part unless it is as long as a text. */
export function drawLabel(label: string, room: number): Piece<Drawn>[] {
  return drawText(label, room, { bold: true }).map((piece) => ({ ...piece, isHeading: piece.text <= LONGEST_LABEL }))
}

export function drawText(
  text: string,
  room: number,
  style?: RichTextText['style'],
  channels: Channels = [],
): Piece<Drawn>[] {
  const parted = part(text, room)
  return parted === null
    ? [pieceOf([tooLong(text)])]
    : parted.map((words) => pieceOf([section(words, style, channels)]))
}

/** Words of an article behind a bar, with `closing` (who said it, and where) under each piece of them. */
export function drawQuoted(text: string, closing: readonly Drawn[], room: number): Piece<Drawn>[] {
  const parted = part(text, room - pieceOf(closing).text)
  if (parted === null) return [pieceOf([tooLong(text), ...closing])]
  if (parted.length === 0) return closing.length > 0 ? [pieceOf(closing)] : []
  return parted.map((words) => pieceOf([quote([styled(words)], words), ...closing]))
}

function part(text: string, room: number): string[] | null {
  const spans = pieces(text, Math.min(COMFORT, room), size) ?? pieces(text, room, size)
  return spans && spans.map(({ start, end }) => text.slice(start, end)).filter(Boolean)
}

export function tooLong(text: string): Drawn {
  return section(say.tooLong(text.length), { italic: true })
}

/** Excerpts that follow each other from one article share a line of outlet and date, as long as they stay together. */
export function drawExcerpts(excerpts: readonly Excerpt[], room: number): Piece<Drawn>[] {
  const runs: Excerpt[][] = []
  for (const excerpt of excerpts) {
    const run = runs.at(-1)
    if (run?.[0]?.articleId === excerpt.articleId) run.push(excerpt)
    else runs.push([excerpt])
  }
  return runs.flatMap((run) => {
    const quotes = run.filter(({ text }) => text.trim()).map(({ text }) => quote([styled(text.trim())], text.trim()))
    const one = pieceOf([...quotes, ...sources(run)])
    return isSmall(one, room) ? [one] : run.flatMap((excerpt) => drawQuoted(excerpt.text, sources([excerpt]), room))
  })
}

/** The pieces as one where they are few and short, so that they stand in one part. */
export function together(parted: readonly Piece<Drawn>[], room: number): readonly Piece<Drawn>[] {
  const one = pieceOf(parted.flatMap(({ drawn }) => drawn))
  return isSmall(one, room) ? [one] : parted
}

function isSmall({ text, count }: Piece<Drawn>, room: number): boolean {
  return text <= Math.min(COMFORT, room) && count <= MOST_TOGETHER
}
