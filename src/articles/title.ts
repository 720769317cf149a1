import { fold } from '../language/words.js'
import { oneLine, paragraphs } from './normalise.js'

const LONGEST_HEADLINE = 25

/**
 * Makes the title the first paragraph of the text, so that a headline is a slice of the stored text as any other excerpt. A text
 * that begins with its title keeps its own spelling of it; where no title is known, a first paragraph that reads as one is it.
 */
export function withTitle(title: string | null, text: string): { title: string | null; text: string } {
  const known = oneLine(title)
  const [first = '', ...rest] = paragraphs(text)
  if (known === null) return { title: rest.length > 0 && isHeadline(first) ? first : null, text }
  if (rest.length > 0 && isSameTitle(known, first)) return { title: first, text }
  return { title: known, text: `${known}\n\n${text}` }
}

/** Whether two lines are one title, whatever their case, marks and full stop. */
export function isSameTitle(title: string, line: string): boolean {
  if (line.length > 2 * title.length + 20) return false
  const key = bare(title)
  return key !== '' && key === bare(line)
}

/** Whether a paragraph reads as a headline: short, and no sentence or quotation that ends. */
export function isHeadline(paragraph: string): boolean {
  if (paragraph.includes('\n') || !/\p{L}/u.test(paragraph) || /[.!?”"…:;,—–-]$/u.test(paragraph)) return false
  return paragraph.length < 400 && paragraph.split(/\s+/u).length <= LONGEST_HEADLINE
}

function bare(line: string): string {
  return fold(line).replace(/[^\p{L}\p{N}]+/gu, '')
}
