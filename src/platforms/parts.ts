/** Long answers in parts, and long texts in pieces, so that nothing is lost and no quotation is cut. */
import type { Span } from '../model.js'

/** What is drawn together or not at all: some of a platform's elements, with what they take of a message's limits. */
export interface Piece<T> {
  readonly drawn: readonly T[]
  /** Characters as the platform counts them. */
  readonly text: number
  /** Elements as the platform counts them, inner ones included. */
  readonly count: number
  /** Says what comes next, so it never ends a part. */
  readonly isHeading?: boolean
}

export interface Room {
  readonly text: number
  readonly count: number
}

/** The pieces in order, in as few parts as each hold `room`. A piece that is larger than that has a part of its own. */
export function inParts<T>(all: readonly Piece<T>[], room: Room): Piece<T>[][] {
  const parts: Piece<T>[][] = []
  let part: Piece<T>[] = []
  for (const piece of all) {
    if (part.length > 0 && !hold([...part, piece], room)) {
      const headings = part.splice(lastBody(part) + 1)
      if (part.length > 0) parts.push(part)
      const isTorn = headings.length > 0 && !hold([...headings, piece], room)
      if (isTorn) parts.push(headings)
      part = isTorn ? [] : headings
    }
    part.push(piece)
  }
  return part.length > 0 ? [...parts, part] : parts
}

function hold(part: readonly Piece<unknown>[], room: Room): boolean {
  const sum = (of: 'text' | 'count') => part.reduce((total, piece) => total + piece[of], 0)
  return sum('text') <= room.text && sum('count') <= room.count
}

function lastBody(part: readonly Piece<unknown>[]): number {
  return part.findLastIndex((piece) => !piece.isHeading)
}

/** A quotation within one paragraph, its marks included; one that is not closed goes to the end of the paragraph. */
const QUOTED = /“[^”\n]*(?:”|$)|"[^"\n]*(?:"|$)|„[^“”\n]*(?:[“”]|$)|«[^»\n]*(?:»|$)/gmu

/** One in single marks; one before a letter is an apostrophe. */
const SINGLY_QUOTED = /‘(?:[^‘’\n]|’(?=\p{L}))*’/gu

/** Where a text may be parted, best first. */
const SEAMS = [/\n{2,}/gu, /\n/gu, /(?<=[.!?…]['’”"»)\]]{0,4})\s+/gu, /\s+/gu] as const

/**
 * The text as spans that follow each other, each at most `limit` long as `size` measures it: parted between paragraphs, else between
 * sentences, else between words, and never inside a quotation. Null where one quotation or word alone is longer. Blanks at a seam belong
 * to no span. The size of a text must be no more than that of its pieces together.
 */
export function pieces(
  text: string,
  limit: number,
  size: (text: string) => number = (part) => part.length,
): Span[] | null {
  const held = quotedSpans(text)
  const isFree = (at: number) => !isInside(held, at)
  const part = (span: Span, seams: readonly RegExp[]): Span[] | null => {
    if (size(text.slice(span.start, span.end)) <= limit) return [span]
    const [seam, ...finer] = seams
    if (!seam) return null
    const found: Span[] = []
    for (const between of splitAt(text, span, seam, isFree)) {
      const inner = part(between, finer)
      if (inner === null) return null
      found.push(...inner)
    }
    return joined(text, found, limit, size)
  }
  const start = text.length - text.trimStart().length
  return part({ start, end: Math.max(start, text.trimEnd().length) }, SEAMS)
}

/** Quotations in order; those that overlap are one. */
export function quotedSpans(text: string): Span[] {
  const matches = [...text.matchAll(QUOTED), ...text.matchAll(SINGLY_QUOTED)].toSorted((a, b) => a.index - b.index)
  const spans: Span[] = []
  for (const { index: start, 0: words } of matches) {
    const last = spans.at(-1)
    const end = start + words.length
    if (last && start < last.end) spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else spans.push({ start, end })
  }
  return spans
}

/** Whether a place lies inside one of these spans, which follow each other. */
function isInside(spans: readonly Span[], at: number): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return (spans[low]?.start ?? Number.POSITIVE_INFINITY) < at
}

function splitAt(text: string, { start, end }: Span, seam: RegExp, isFree: (at: number) => boolean): Span[] {
  const spans: Span[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(seam)) {
    const at = start + match.index
    if (at <= from || !isFree(at)) continue
    spans.push({ start: from, end: at })
    from = at + match[0].length
  }
  return from < end ? [...spans, { start: from, end }] : spans
}

/** Neighbours put together again as long as they fit, so that pieces are as few as can be. */
function joined(text: string, spans: readonly Span[], limit: number, size: (text: string) => number): Span[] {
  const out: Span[] = []
  let taken = 0
  for (const { start, end } of spans) {
    const last = out.at(-1)
    const more = last ? size(text.slice(last.end, end)) : 0
    if (last && taken + more <= limit) {
      out[out.length - 1] = { start: last.start, end }
      taken += more
    } else {
      out.push({ start, end })
      taken = size(text.slice(start, end))
    }
  }
  return out
}
