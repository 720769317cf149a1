/** Draws each kind of block as pieces that are never torn apart; pure. */
import { discordPhrases } from '../../discordPhrases.js'
import type { Block, Change } from '../../message.js'
import { platformPhrases as say } from '../../platformPhrases.js'
import type { View } from '../buttons.js'
import type { Piece } from '../parts.js'
import { button, type Component, display, picture, pieceOf, separator, sizeOf } from './components.js'
import { bold, clip, markdown, oneLine, quoted, small, struck } from './markdown.js'
import { drawTable } from './renderTable.js'
import {
  asQuoted,
  drawExcerpts,
  drawLabel,
  drawQuoted,
  drawText,
  drawWords,
  source,
  sources,
  tooLong,
} from './renderWords.js'

const LONGEST_NAME = 100
const LONGEST_HEADING = 300
const LONGEST_FIGURE = 200
/** Discord takes 1024 characters, and a message of them in any script has no room for more than these. */
const LONGEST_ALT = 700
/** An article is parted into pieces of at most this size, so that parts are filled well. */
const COMFORT = 900
/** Figures stand in one piece up to this size, since they are read together. */
const TOGETHER = 1800
/** Names of files that Discord keeps as they are. */
const FILE_NAME = /^[\w-][\w.-]{0,99}$/u

/** Verdicts by shape as well as by word. */
const MARKS = { same: '✓', compatible: '≈', conflict: '✗' } as const

export interface Canvas {
  /** What one piece may take, as `sizeOf` measures it. */
  readonly room: number
  readonly id: View['id']
}

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

export function drawBlock(block: Block, canvas: Canvas): readonly Piece<Component>[] {
  const { room } = canvas
  switch (block.kind) {
    case 'heading':
      return drawHeading(block.text, room)
    case 'text':
      return drawText(block.text, room, block.channels)
    case 'statement':
      return drawStatement(block, canvas)
    case 'excerpts':
      return [...drawLabel(block.label ?? '', room), ...drawExcerpts(block.excerpts, room)]
    case 'figures':
      return drawFigures(block, room)
    case 'wording':
      return drawWording(block, room)
    case 'article':
      return drawArticle(block, room)
    case 'table':
      return drawTable(block, room)
    case 'image':
      return drawImage(block)
    default:
      return block satisfies never
  }
}

function drawHeading(text: string, room: number): Piece<Component>[] {
  const words = markdown(oneLine(text))
  if (!words) return []
  const piece = pieceOf([separator(), display(`### ${words}`)], true)
  return piece.text <= LONGEST_HEADING ? [piece] : drawLabel(text, room)
}

function drawStatement({ speaker, quotation, carriedBy, around }: Of<'statement'>, canvas: Canvas): Piece<Component>[] {
  const by = bold(clip(speaker, LONGEST_NAME)) + say.channel(quotation.channel)
  const beside = around ? button(canvas.id({ kind: 'ask', line: around.line, part: 1 }), around.label) : null
  const [first = '', ...more] = sources([quotation, ...carriedBy])
  return [
    ...drawQuoted(quotation.text, [by && `— ${by}`, first].filter(Boolean), canvas.room, beside),
    ...more.map((line) => pieceOf([display(line)])),
  ]
}

/** Each figure in bold with where it stands, and under it the sentence. */
function drawFigures({ what, verdict, values }: Of<'figures'>, room: number): Piece<Component>[] {
  const drawn = values.flatMap(({ outlet, figure, excerpt }) => {
    const shown = sizeOf(figure.text) <= LONGEST_FIGURE ? bold(figure.text) : tooLong(figure.text)
    const above = [[shown, source({ ...excerpt, outlet })].filter(Boolean).join(' — ')].filter(Boolean)
    return drawWords(excerpt.text, { as: asQuoted, above }, room)
  })
  const all = [...drawLabel(`${MARKS[verdict]} ${say.verdict(verdict)}: ${what}`, room), ...drawn]
  const one = pieceOf(all.flatMap((piece) => piece.drawn))
  return one.text <= Math.min(TOGETHER, room) && one.count <= 10 ? [one] : all
}

/** Kept words plain, those of the first text alone struck out, those of the second alone in bold. */
function drawWording(block: Of<'wording'>, room: number): Piece<Component>[] {
  const { label, quotation, against, names, changes } = block
  const [cutFrom, addedBy] = against === null ? [quotation, null] : [against, quotation]
  const outlets = [clip(cutFrom.outlet, LONGEST_NAME), addedBy && clip(addedBy.outlet, LONGEST_NAME)] as const
  const [cutName, addedName] = names ?? outlets
  const has = (op: Change['op']) => changes.some((change) => change.op === op && change.text.trim())
  const legend = [
    ...(has('cut') ? [discordPhrases.struckOut(cutName)] : []),
    ...(has('add') ? [discordPhrases.inBold(addedName)] : []),
  ].join(' ')
  const under = [
    ...(legend ? [small(markdown(legend))] : []),
    ...sources(against === null ? [quotation] : [quotation, against]),
  ]
  const head = drawLabel(label, room)
  const words = changes.map(markedUp).filter(Boolean).join(' ')
  if (!words) return [...head, ...drawQuoted(quotation.text, under, room)]
  const whole = pieceOf([display([quoted(words), ...under].join('\n'))])
  return [...head, whole.text <= room ? whole : pieceOf([display([tooLong(quotation.text), ...under].join('\n'))])]
}

function markedUp({ op, text }: Change): string {
  if (op === 'keep') return markdown(oneLine(text))
  return op === 'cut' ? struck(text) : bold(text)
}

function drawArticle({ author, body }: Of<'article'>, room: number): Piece<Component>[] {
  const name = clip(author ?? '', LONGEST_NAME)
  const lines = [...(name ? [markdown(say.by(name))] : []), ...sources([body])]
  const head = lines.length > 0 ? [pieceOf([display(lines.join('\n'))], true)] : []
  return [...head, ...drawWords(body.text, { as: asQuoted }, room, COMFORT)]
}

function drawImage({ name, alt }: Of<'image'>): Piece<Component>[] {
  const words = clip(alt, LONGEST_ALT)
  if (FILE_NAME.test(name)) {
    const piece = pieceOf([picture(name, words)])
    // Its words stand in a body twice: in the message, and with the file.
    return [{ ...piece, text: 2 * piece.text }]
  }
  return words ? [pieceOf([display(small(markdown(discordPhrases.picture(words))))])] : []
}
