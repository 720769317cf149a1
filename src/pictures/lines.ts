/** Text of others in lines of a picture: what cannot be drawn is left out, and what has no room is cut at the end of a word. */
import type { Font } from './font.js'

export interface Look {
  readonly font: Font
  readonly size: number
}

/** Put where Crier leaves something out. */
export const CUT = '…'
/** Stands for letters and pictures that the font lacks, however many in a row. */
const LACKING = '□'
/** No text of a card shows more; UTF-16 units. */
const LONGEST = 2000
/** Kerning and a joined script can make a line longer than its letters. */
const SAFETY = 1.02

/** On one line, with nothing that XML forbids, that nobody sees, or that the font cannot draw. */
export function drawable(text: string, font: Font): string {
  const plain = text
    .slice(0, LONGEST)
    .replace(/[\s\p{Zl}\p{Zp}\u0085]+/gu, ' ')
    .replace(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim()
  let drawn = ''
  let isLacking = false
  for (const character of plain) {
    const isCovered = font.covers(character.codePointAt(0) ?? 0)
    if (isCovered) drawn += character
    else if (!isLacking) drawn += LACKING
    isLacking = !isCovered
  }
  return drawn
}

export function widthOf(text: string, { font, size }: Look): number {
  return SAFETY * font.width(text, size)
}

/**
 * A drawable text in at most `most` lines no wider than `width`, the last with a mark where more follows. A word that is wider than a line
 * is broken.
 */
export function linesOf(text: string, look: Look, width: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  const rest = text.split(' ').filter(Boolean).toReversed()
  while (rest.length > 0 && lines.length < most) {
    const word = rest.pop() ?? ''
    const longer = line ? `${line} ${word}` : word
    if (widthOf(longer, look) <= width) {
      line = longer
    } else if (line) {
      lines.push(line)
      line = ''
      rest.push(word)
    } else {
      const head = beginning(word, look, width)
      lines.push(head)
      rest.push(word.slice(head.length))
    }
  }
  if (line && lines.length < most) return [...lines, line]
  const isWhole = !line && rest.length === 0
  return isWhole
    ? lines
    : lines.map((full, index) => (index === lines.length - 1 ? shortened(full, look, width) : full))
}

/** As many characters of a word as fit, at least one. */
function beginning(word: string, look: Look, width: number): string {
  let head = ''
  for (const character of word) {
    if (head && widthOf(head + character, look) > width) break
    head += character
  }
  return head
}

/** A line with the mark that it is cut, whole words given up for it. */
function shortened(line: string, look: Look, width: number): string {
  let kept = line
  while (kept && widthOf(kept + CUT, look) > width) {
    const at = kept.lastIndexOf(' ')
    kept = at > 0 ? kept.slice(0, at) : beginning(kept, look, width - widthOf(CUT, look)).slice(0, -1)
    if (at <= 0) break
  }
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}${CUT}`
}
