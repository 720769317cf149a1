import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The lines of a text in this many columns; its own line breaks stay. */
export function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, width, { trim: true }).split('\n')
}

/** Breaks words that are wider than a line, so that Chinese or a hostile word keeps to the width, too. For text without styles. */
export function breakWideWords(text: string, width: number): string {
  return text.replace(/\S+/gu, (word) => {
    if (word.length <= width / 2 || (word.length <= 4 * width && stringWidth(word) <= width)) return word
    const lines = ['']
    let columns = 0
    // The segmenter takes a time that grows with the square of the length, so it gets a piece at a time.
    for (const piece of word.match(/.{1,200}/gsu) ?? []) {
      for (const { segment } of GRAPHEMES.segment(piece)) {
        const wide = stringWidth(segment)
        if (columns + wide > width) {
          lines.push('')
          columns = 0
        }
        lines[lines.length - 1] += segment
        columns += wide
      }
    }
    return lines.join('\n')
  })
}

/** Plain words of others, wrapped; single line breaks become blanks, empty lines stay between paragraphs. */
export function wrapPlain(text: string, width: number): string[] {
  const paragraphs = text
    .split(/\n\s*\n/u)
    .map((paragraph) => oneLine(paragraph))
    .filter(Boolean)
  return paragraphs.flatMap((paragraph, index) => {
    const lines = wrap(breakWideWords(paragraph, width), width)
    return index > 0 ? ['', ...lines] : lines
  })
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** How many columns a terminal takes for a text: two for a Chinese character or an emoji. */
export function widthOf(text: string): number {
  return stringWidth(text)
}

/** Blanks up to this many columns. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)))
}

/** A column that is narrower than this shows no words. */
const NARROWEST = 6
const BETWEEN = 2

/** Rows in aligned columns, as wide as their widest cell; where that is too wide, the widest columns are wrapped. */
export function alignRows(rows: readonly (readonly string[])[], width: number): string[][] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const natural = Array.from({ length: count }, (_, column) =>
    Math.min(width, Math.max(0, ...rows.map((row) => stringWidth(row[column] ?? '')))),
  )
  const widths = fitted(natural, width - BETWEEN * (count - 1))
  return rows.map((row) => {
    const cells = row.map((cell, column) => wrapPlain(cell, Math.max(NARROWEST, widths[column] ?? 0)))
    const height = Math.max(1, ...cells.map((cell) => cell.length))
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, column) => pad(cell[line] ?? '', widths[column] ?? 0))
        .join(' '.repeat(BETWEEN))
        .trimEnd(),
    )
  })
}

/** The widths with the widest made narrower, a column at a time, until they have room together. */
function fitted(natural: readonly number[], room: number): number[] {
  const widths = [...natural]
  let over = widths.reduce((sum, columns) => sum + columns, 0) - room
  for (; over > 0; over -= 1) {
    const widest = widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= NARROWEST) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}
