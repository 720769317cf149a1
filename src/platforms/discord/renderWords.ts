/** Draws words so that no quotation is cut: parted where they may be, else told to be too long; pure. `room` is as `sizeOf` measures. */
import type { Channels } from '../../message.js'
import type { Excerpt } from '../../model.js'
import { platformPhrases as say } from '../../platformPhrases.js'
import { type Piece, pieces } from '../parts.js'
import { type Button, type Component, display, pieceOf, sizeOf, sizeOfText, textBeside } from './components.js'
import { bold, clip, link, markdown, quoted, small, withChannels } from './markdown.js'

const LONGEST_NAME = 100
const LONGEST_DATE = 40
const LONGEST_SOURCES = 700
const LONGEST_LABEL = 300

/** How words stand among others of the same text. */
interface Setting {
  /** The words as Markdown. */
  readonly as: (text: string) => string
  /** Lines of Markdown above and under each piece of the words. */
  readonly above?: readonly string[]
  readonly under?: readonly string[]
  readonly beside?: Button | null
}

/** Words of any length. `comfort` is how large a piece may be, where the words can be parted that finely. */
export function drawWords(text: string, setting: Setting, room: number, comfort = room): Piece<Component>[] {
  const { as, above = [], under = [], beside = null } = setting
  const draw = (words: string) => textBeside([...above, words, ...under].filter(Boolean).join('\n'), beside)
  const size = (words: string) => sizeOfText(as(words))
  const left = room - sizeOf(draw('')) - 1
  const spans = pieces(text, Math.min(comfort, left), size) ?? pieces(text, left, size)
  if (spans === null) return [pieceOf([draw(tooLong(text))])]
  const parted = spans.map(({ start, end }) => text.slice(start, end)).filter(Boolean)
  if (parted.length === 0) return above.length + under.length > 0 ? [pieceOf([draw('')])] : []
  return parted.map((words) => pieceOf([draw(as(words))]))
}

export function drawText(text: string, room: number, channels: Channels = []): Piece<Component>[] {
  return drawWords(text, { as: (words) => withChannels(words, channels) }, room)
}

/** A label in bold, which never ends a part unless it is as long as a text. */
export function drawLabel(label: string, room: number): Piece<Component>[] {
  return drawWords(label, { as: bold }, room).map((piece) => ({ ...piece, isHeading: piece.text <= LONGEST_LABEL }))
}

/** Words of an article behind a bar, with lines of Markdown `under` each piece of them. */
export function drawQuoted(
  text: string,
  under: readonly string[],
  room: number,
  beside: Button | null = null,
): Piece<Component>[] {
  return drawWords(text, { as: asQuoted, under, beside }, room)
}

export function asQuoted(text: string): string {
  return quoted(markdown(text))
}

export function tooLong(text: string): string {
  return `*${markdown(say.tooLong(text.length))}*`
}

/** Excerpts that follow each other from one article share a line of outlet and date, as long as there is room. */
export function drawExcerpts(excerpts: readonly Excerpt[], room: number): Piece<Component>[] {
  const runs: Excerpt[][] = []
  for (const excerpt of excerpts) {
    const run = runs.at(-1)
    if (run?.[0]?.articleId === excerpt.articleId) run.push(excerpt)
    else runs.push([excerpt])
  }
  return runs.flatMap((run) => {
    const quotes = run.filter(({ text }) => text.trim()).map(({ text }) => asQuoted(text.trim()))
    // A line without a bar parts the bars of two excerpts.
    const lines = [quotes.join('\n\n'), ...sources(run)].filter(Boolean)
    if (lines.length === 0) return []
    const one = pieceOf([display(lines.join('\n'))])
    return one.text <= room ? [one] : run.flatMap((excerpt) => drawQuoted(excerpt.text, sources([excerpt]), room))
  })
}

/** Outlet and date of each excerpt in small print, once each; in as many lines as they need. */
export function sources(excerpts: readonly Excerpt[]): string[] {
  const lines: string[] = []
  for (const shown of new Set(excerpts.map(source).filter(Boolean))) {
    const longer = `${lines.at(-1)} · ${shown}`
    if (lines.length > 0 && longer.length <= LONGEST_SOURCES) lines[lines.length - 1] = longer
    else lines.push(small(shown))
  }
  return lines
}

/** Outlet and date of an excerpt, with its address behind the outlet. */
export function source({ outlet, published, url }: Excerpt): string {
  return [link(clip(outlet, LONGEST_NAME), url), date(published)].filter(Boolean).join(', ')
}

/** A time shows as the reader's own date; a bare date is told in words, so that no time zone moves it. */
function date(published: string | null): string {
  if (published === null) return ''
  const isTime = /T\d.*(?:Z|[+-]\d\d:?\d\d)$/u.test(published)
  const seconds = isTime ? Math.floor(Date.parse(published) / 1000) : Number.NaN
  return Number.isFinite(seconds) ? `<t:${seconds}:D>` : markdown(clip(say.date(published), LONGEST_DATE))
}
