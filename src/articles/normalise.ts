/** Characters that are not meant to be read: controls, direction overrides, invisible spaces and the soft hyphen. */
const UNREADABLE = /[^\P{Cc}\n]|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/gu
const SENTENCE_END = /[.!?:…]["'”’»)\]]*$/u
const WRAP_WIDTH = { least: 45, most: 100 }

/**
 * A text with its paragraphs parted by one empty line. Where no line is empty, every line is a paragraph; lines that were wrapped at
 * a width are joined again. What is left of the characters stays as it is.
 */
export function normalise(text: string): string {
  const blocks = blocksOf(readable(text))
  if (blocks.length === 1) return (blocks[0] ?? []).join('\n\n')
  const separator = areWrapped(blocks) ? ' ' : '\n'
  return blocks.map((lines) => lines.join(separator)).join('\n\n')
}

/** One line without what cannot be read and with single spaces, or null where nothing is left. */
export function oneLine(text: string | null | undefined): string | null {
  return (
    readable(text ?? '')
      .replace(/\s+/gu, ' ')
      .trim() || null
  )
}

export function paragraphs(text: string): string[] {
  return text.split('\n\n')
}

function readable(text: string): string {
  return text
    .replace(LINE_END, '\n')
    .replace(/\t/gu, ' ')
    .replace(UNREADABLE, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
}

function blocksOf(text: string): string[][] {
  const blocks: string[][] = []
  let block: string[] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line !== '') block.push(line)
    else if (block.length > 0) {
      blocks.push(block)
      block = []
    }
  }
  if (block.length > 0) blocks.push(block)
  return blocks
}

function areWrapped(blocks: readonly string[][]): boolean {
  const ends = blocks.flatMap((lines) => lines.slice(0, -1))
  const ofWidth = ends.filter(({ length }) => length >= WRAP_WIDTH.least && length <= WRAP_WIDTH.most)
  const amidSentence = ends.filter((line) => !SENTENCE_END.test(line.slice(-8)))
  return ofWidth.length > 0.8 * ends.length && amidSentence.length > 0.5 * ends.length
}
