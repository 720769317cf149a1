/** Draws a message for a terminal; pure. */
import { terminalPhrases as say } from '../../commandPhrases.js'
import type { Action, Block, Change, Message } from '../../message.js'
import type { Excerpt, Quotation } from '../../model.js'
import { harmlessMessage, safeUrl } from './harmless.js'
import { alignRows, breakWideWords, oneLine, pad, widthOf, wrap, wrapPlain } from './layout.js'
import { hyperlink, type Look, type Pen, penFor } from './pen.js'

const BAR = '│ '
const INDENT = '  '
const LEAST_WIDTH = 20
const NO_BREAK = '\u00A0'

/** Verdicts by shape as well as colour. */
const MARKS = {
  same: ['green', '✓'],
  compatible: ['yellow', '≈'],
  conflict: ['red', '✗'],
} as const

/** The message as lines, without a line break at the end. Words of others are made harmless, see `harmless`. */
export function renderText(message: Message, look: Look): string {
  const { title, blocks, actions } = harmlessMessage(message)
  const numbers = new Map(buttonsOf(message).map(({ line }, index) => [line, index + 1]))
  const canvas = { ...look, numbers, width: Math.max(LEAST_WIDTH, look.width), pen: penFor(look) }
  const parts = [
    wrapPlain(title, canvas.width).map((line) => canvas.pen('bold', line)),
    ...blocks.map((block) => drawBlock(block, canvas)),
    drawActions(actions, canvas),
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** What can be pressed, in the order of the numbers: what is offered under the message, then what stands in it. */
export function buttonsOf({ actions, blocks }: Message): readonly Action[] {
  return [...actions, ...blocks.flatMap((block) => (block.kind === 'statement' && block.around ? [block.around] : []))]
}

/** The number that presses a line's button is told beside it. */
type Canvas = Look & { readonly pen: Pen; readonly numbers: ReadonlyMap<string, number> }

function drawBlock(block: Block, canvas: Canvas): string[] {
  const { width, pen } = canvas
  switch (block.kind) {
    case 'heading':
      return wrapPlain(block.text, width).map((line) => pen(['bold', 'underline'], line))
    case 'text':
      return wrapPlain(block.text, width)
    case 'statement': {
      const { speaker, quotation, carriedBy } = block
      const attribution = `— ${oneLine(speaker)}${say.channel(quotation.channel)}`
      return [
        ...drawBar(wrapPlain(quotation.text, width - BAR.length), canvas),
        ...indented(wrapPlain(attribution, width - INDENT.length)).map((line) => pen('bold', line)),
        ...drawSources([quotation, ...carriedBy], canvas),
        ...drawAround(block.around, canvas),
      ]
    }
    case 'excerpts':
      return [
        ...(block.label === null ? [] : drawLabel(block.label, canvas)),
        ...block.excerpts.flatMap((excerpt) => drawExcerpt(excerpt, canvas)),
      ]
    case 'figures':
      return drawFigures(block, canvas)
    case 'wording':
      return drawWording(block, canvas)
    case 'article':
      return [
        ...(block.author === null ? [] : wrapPlain(say.by(block.author), width)),
        ...drawSources([block.body], canvas),
        '',
        ...drawBar(wrapPlain(block.body.text, width - BAR.length), canvas),
      ]
    case 'image':
      return wrapPlain(say.picture(block.alt), width)
    case 'table': {
      const [head = [], ...rows] = alignRows([block.columns, ...block.rows], width)
      const hasHead = block.columns.some(Boolean)
      return [...(hasHead ? head.map((line) => pen('bold', line)) : []), ...rows.flat()]
    }
    default:
      return block satisfies never
  }
}

function drawFigures({ what, verdict, values }: Extract<Block, { kind: 'figures' }>, canvas: Canvas): string[] {
  const { width, pen } = canvas
  const [color, mark] = MARKS[verdict]
  const [head = '', ...more] = wrapPlain(`${mark} ${say.verdict(verdict)}: ${what}`, width)
  const rows = alignRows(
    values.map(({ outlet, figure }) => [outlet, figure.text]),
    width - INDENT.length,
  )
  return [
    head.replace(mark, pen(color, mark)),
    ...more,
    ...values.flatMap(({ excerpt }, index) => [
      ...indented(rows[index] ?? []).map((line) => pen('bold', line)),
      ...indented(drawExcerpt(excerpt, { ...canvas, width: width - INDENT.length })),
    ]),
  ]
}

function drawWording(block: Extract<Block, { kind: 'wording' }>, canvas: Canvas): string[] {
  const { label, quotation, against, changes } = block
  const columns = canvas.width - BAR.length
  const shown = changes.map((change) => drawChange(change, columns, canvas)).join(' ')
  return [
    ...drawLabel(label, canvas),
    ...drawBar(shown ? wrap(shown, columns) : wrapPlain(quotation.text, columns), canvas),
    ...drawSources(against === null ? [quotation] : [quotation, against], canvas),
  ]
}

function drawChange({ op, text }: Change, columns: number, { color, pen }: Canvas): string {
  const words = breakWideWords(oneLine(text), columns - 4)
  if (op === 'keep') return words
  if (op === 'cut') return color ? pen(['red', 'strikethrough'], words) : `[-${words}-]`
  return color ? pen(['green', 'underline'], words) : `{+${words}+}`
}

function drawExcerpt(excerpt: Excerpt, canvas: Canvas): string[] {
  return [...drawBar(wrapPlain(excerpt.text, canvas.width - BAR.length), canvas), ...drawSources([excerpt], canvas)]
}

function drawBar(lines: readonly string[], { pen }: Canvas): string[] {
  return lines.map((line) => `${pen('cyan', BAR.trim())} ${line}`.trimEnd())
}

function drawLabel(label: string, { width, pen }: Canvas): string[] {
  return wrapPlain(label, width).map((line) => pen('bold', line))
}

/** Outlet and date of each excerpt, with its address behind them or, where the terminal knows no links, after them. */
function drawSources(excerpts: readonly (Excerpt | Quotation)[], { width, links, pen }: Canvas): string[] {
  const columns = width - INDENT.length
  const sources = new Map<string, string[]>()
  for (const { outlet, published, url } of excerpts) {
    const name = unbroken(oneLine(say.source(outlet, published)), columns)
    const address = safeUrl(url)
    const drawn = address && links ? [hyperlink(name, address)] : address ? [name, `(${address})`] : [name]
    sources.set(`${name} ${address}`, drawn)
  }
  const lines = links
    ? [[...sources.values()].flat().join(' · ')]
    : [...sources.values()].map((source) => source.join(' '))
  return indented(lines.flatMap((line) => wrap(line, columns))).map((line) =>
    pen('dim', line.replaceAll(NO_BREAK, ' ')),
  )
}

/** A short text that is kept on one line by blanks at which no line is broken. */
function unbroken(text: string, width: number): string {
  return text.length <= width && widthOf(text) <= width ? text.replaceAll(' ', NO_BREAK) : breakWideWords(text, width)
}

function drawAround(around: Action | undefined, { width, pen, numbers }: Canvas): string[] {
  if (!around) return []
  const words = `${numbers.get(around.line) ?? ''} ${oneLine(around.label)}`
  return indented(wrapPlain(words, width - INDENT.length)).map((line) => pen('dim', line))
}

function drawActions(actions: Message['actions'], { width, pen }: Canvas): string[] {
  const columns = String(actions.length).length
  return actions.flatMap(({ label: given, line }, index) => {
    const label = oneLine(given)
    const number = `${pad(String(index + 1), columns)} `
    const [first = '', ...more] = wrapPlain(`${label}  ${line}`, width - number.length - 1)
    const isWhole = first.startsWith(label) && first.length > label.length
    const shown = isWhole ? `${label}  ${pen('dim', first.slice(label.length).trim())}` : first
    return [`${pen('bold', number.trim())} ${shown}`, ...more.map((rest) => `${' '.repeat(number.length)}${rest}`)]
  })
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `${INDENT}${line}`)
}
