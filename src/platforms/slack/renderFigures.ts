/** Draws figures that measure one thing; pure. */
import type { Block } from '../../message.js'
import { platformPhrases as say } from '../../platformPhrases.js'
import type { Piece } from '../parts.js'
import { drawExcerpts, drawLabel, drawText, together } from './renderWords.js'
import { type Drawn, nameOf, pieceOf } from './richText.js'
import { mrkdwn, oneLine, size } from './text.js'

const MOST_FIELDS = 10
const LONGEST_FIGURE = 60

/** Verdicts by shape, since colour is not to be had. */
const MARKS = { same: '✓', compatible: '≈', conflict: '✗' } as const

type Figures = Extract<Block, { kind: 'figures' }>

/** Figures side by side, and under them the sentences they stand in. */
export function drawFigures({ what, verdict, values }: Figures, room: number): readonly Piece<Drawn>[] {
  const shown = values.map(({ outlet, figure }) => ({ outlet: nameOf(outlet), figure: figure.text.trim() }))
  const isShort = shown.every(
    ({ figure }) => figure && figure === mrkdwn(oneLine(figure)) && size(figure) <= LONGEST_FIGURE,
  )
  const side = isShort ? sideBySide(shown) : shown.flatMap(({ outlet, figure }) => drawFigure(outlet, figure, room))
  const drawn = [
    ...drawLabel(`${MARKS[verdict]} ${say.verdict(verdict)}: ${what}`, room),
    ...side,
    ...drawExcerpts(
      values.map(({ excerpt }) => excerpt),
      room,
    ),
  ]
  return together(drawn, room)
}

function sideBySide(shown: readonly { outlet: string; figure: string }[]): Piece<Drawn>[] {
  const rows = Array.from({ length: Math.ceil(shown.length / MOST_FIELDS) }, (_, row) =>
    shown.slice(row * MOST_FIELDS, (row + 1) * MOST_FIELDS),
  )
  return rows.map((row) => {
    const fields = row.map(({ outlet, figure }) => {
      return { type: 'mrkdwn' as const, text: `*${figure}*\n${mrkdwn(outlet)}`, verbatim: true }
    })
    const plain = row.map(({ outlet, figure }) => `${outlet}: ${figure}`).join('\n')
    return pieceOf([{ block: { type: 'section', fields }, plain }])
  })
}

/** A figure with signs that would format, or longer than a field should be, stands as it is in a line of its own. */
function drawFigure(outlet: string, figure: string, room: number): Piece<Drawn>[] {
  return [...drawText(`${outlet}:`, room), ...drawText(figure, room, { bold: true })]
}
