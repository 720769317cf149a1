/** Draws each kind of block as pieces that are never torn apart; pure. */
import type { RichTextText, SectionBlock } from '@slack/types'
import type { Block, Change } from '../../message.js'
import { platformPhrases as say } from '../../platformPhrases.js'
import { slackPhrases } from '../../slackPhrases.js'
import type { View } from '../buttons.js'
import type { Piece } from '../parts.js'
import { drawFigures } from './renderFigures.js'
import { drawTable, tableLines } from './renderTable.js'
import { drawExcerpts, drawLabel, drawQuoted, drawText, tooLong } from './renderWords.js'
import { button, type Drawn, header, nameOf, note, pieceOf, quote, section, sources, styled } from './richText.js'
import { clip, LONGEST_HEADER, mrkdwn, oneLine, size } from './text.js'

const LONGEST_SPEAKER = 200
/** Slack refuses longer ones. */
const LONGEST_ALT = 1900

export interface Canvas {
  /** Characters that one piece may take. */
  readonly room: number
  readonly id: View['id']
  /** Slack's file ids of pictures that were uploaded, by name. */
  readonly files: ReadonlyMap<string, string>
  /** The one block that may be drawn as a table: Slack takes one a message. */
  readonly table: Block | undefined
}

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

export function drawBlock(block: Block, canvas: Canvas): readonly Piece<Drawn>[] {
  const { room } = canvas
  switch (block.kind) {
    case 'heading':
      return drawHeading(block.text, room)
    case 'text':
      return drawText(block.text, room, undefined, block.channels)
    case 'statement':
      return drawStatement(block, canvas)
    case 'excerpts':
      return [...drawLabel(block.label ?? '', room), ...drawExcerpts(block.excerpts, room)]
    case 'figures':
      return drawFigures(block, room)
    case 'wording':
      return drawWording(block, room)
    case 'article': {
      const author = oneLine(block.author ?? '')
      const byline = author ? [section(say.by(clip(author, LONGEST_SPEAKER)))] : []
      const head = pieceOf([...byline, ...sources([block.body])], true)
      return [head, ...drawQuoted(block.body.text, [], room - head.text)]
    }
    case 'table': {
      const table = block === canvas.table ? drawTable(block, room) : null
      return table ? [table] : drawText(tableLines(block), room, undefined, block.channels)
    }
    case 'image':
      return drawImage(block, canvas)
    default:
      return block satisfies never
  }
}

function drawHeading(text: string, room: number): Piece<Drawn>[] {
  const words = oneLine(text)
  return words && size(words) <= LONGEST_HEADER ? [pieceOf([header(words)], true)] : drawLabel(text, room)
}

function drawStatement({ speaker, quotation, carriedBy, around }: Of<'statement'>, canvas: Canvas): Piece<Drawn>[] {
  const name = clip(speaker, LONGEST_SPEAKER)
  const channel = say.channel(quotation.channel)
  const block: SectionBlock = {
    type: 'section',
    text: { type: 'mrkdwn', text: `— ${name ? `*${mrkdwn(name)}*` : ''}${channel}`, verbatim: true },
    ...(around && { accessory: button(canvas.id({ kind: 'ask', line: around.line, part: 1 }), around.label) }),
  }
  const [first, ...more] = sources([quotation, ...carriedBy])
  const closing = [{ block, plain: `— ${name}${channel}` }, ...(first ? [first] : [])]
  return [...drawQuoted(quotation.text, closing, canvas.room), ...more.map((line) => pieceOf([line]))]
}

function drawWording(block: Of<'wording'>, room: number): Piece<Drawn>[] {
  const { label, quotation, against, names, changes } = block
  const [cutFrom, addedBy] = against === null ? [quotation, null] : [against, quotation]
  const [cutName, addedName] = names ?? [nameOf(cutFrom.outlet), addedBy && nameOf(addedBy.outlet)]
  const has = (op: Change['op']) => changes.some((change) => change.op === op && change.text.trim())
  const legend = [
    ...(has('cut') ? [slackPhrases.struckOut(cutName)] : []),
    ...(has('add') ? [slackPhrases.bold(addedName)] : []),
  ].join(' ')
  const closing = [...(legend ? [note(legend)] : []), ...sources(against === null ? [quotation] : [quotation, against])]
  const head = drawLabel(label, room)
  const words = changes.filter(({ text }) => text.trim())
  if (words.length === 0) return [...head, ...drawQuoted(quotation.text, closing, room)]
  const elements = words.flatMap((change, index) => [...(index > 0 ? [styled(' ')] : []), styleOf(change)])
  const drawn = quote(elements, words.map(markedUp).join(' '))
  const isTooLong = pieceOf([drawn, ...closing]).text > room
  return [...head, pieceOf([isTooLong ? tooLong(quotation.text) : drawn, ...closing])]
}

function styleOf({ op, text }: Change): RichTextText {
  if (op === 'keep') return styled(text)
  return styled(text, op === 'cut' ? { strike: true } : { bold: true, underline: true })
}

function markedUp({ op, text }: Change): string {
  if (op === 'keep') return text
  return op === 'cut' ? `[-${text}-]` : `{+${text}+}`
}

function drawImage({ name, alt }: Of<'image'>, { files }: Canvas): Piece<Drawn>[] {
  const words = clip(alt, LONGEST_ALT)
  const file = files.get(name)
  if (file === undefined) return words ? [pieceOf([note(slackPhrases.picture(words))])] : []
  const picture = { type: 'image' as const, slack_file: { id: file }, alt_text: words || slackPhrases.untitled }
  return [pieceOf([{ block: picture, plain: slackPhrases.picture(words) }])]
}
