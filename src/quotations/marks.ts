import type { Span } from '../model.js'

/** Words in quotation marks. A quotation over several paragraphs is one for each paragraph. */
export interface Quoted extends Span {
  /** The words without their marks. */
  readonly inner: Span
  /** The paragraph before this one was left open, so the same person goes on. */
  readonly continues: boolean
}

const MARK = /["“”„‟«»‹›]|``|''|[‘’'‚]/gu
const DOUBLE_OPEN = /^[“„‟«‹]$|^``$/u
const DOUBLE_CLOSE = /^[”»›]$|^''$/u
const SPACE_OR_OPENING = /[\s([{—–\-/“‘"'«‹]/u
const LOOSE = /[,;:.…]/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

type Role = 'open' | 'close' | 'either'

interface Mark extends Span {
  readonly role: Role
  readonly isSingle: boolean
}

/** Finds what stands in quotation marks, outermost only, in order. Linear in the text; never throws. */
export function findQuoted(text: string): Quoted[] {
  const found: Quoted[] = []
  let isOpen = false
  for (const paragraph of paragraphs(text)) {
    const inParagraph = quotedInParagraph(text, paragraph, isOpen)
    for (const quoted of inParagraph.quoted) found.push(quoted)
    isOpen = inParagraph.staysOpen
  }
  return found
}

/** The paragraphs of a text, without the white space around them. */
export function paragraphs(text: string): Span[] {
  const found: Span[] = []
  for (const match of text.matchAll(/[^\n]+/gu)) {
    const line = match[0]
    const start = match.index + line.length - line.trimStart().length
    const end = match.index + line.trimEnd().length
    if (start < end) found.push({ start, end })
  }
  return found
}

function quotedInParagraph(
  text: string,
  paragraph: Span,
  isContinued: boolean,
): { quoted: Quoted[]; staysOpen: boolean } {
  const marks = marksOf(text, paragraph)
  const doubles = marks.filter((mark) => !mark.isSingle)
  const quoted = pair(text, paragraph, doubles, isContinued)
  const last = quoted.at(-1)
  const staysOpen = last !== undefined && last.inner.end === last.end
  return { quoted: withFree(quoted, pairSingles(marks)), staysOpen }
}

/** Quotations in double marks, and those in single marks that stand in none of them; both in order, and so is what comes out. */
function withFree(doubles: readonly Quoted[], singles: readonly Quoted[]): Quoted[] {
  const free: Quoted[] = []
  let next = 0
  for (const single of singles) {
    while ((doubles[next]?.end ?? Number.POSITIVE_INFINITY) <= single.start) next++
    if ((doubles[next]?.start ?? Number.POSITIVE_INFINITY) >= single.end) free.push(single)
  }
  return free.length === 0 ? [...doubles] : [...doubles, ...free].toSorted((a, b) => a.start - b.start)
}

function marksOf(text: string, { start, end }: Span): Mark[] {
  const found: Mark[] = []
  for (const match of text.slice(start, end).matchAll(MARK)) {
    const mark = match[0]
    const at = start + match.index
    const before = at > start ? (text[at - 1] ?? ' ') : ' '
    const after = at + mark.length < end ? (text[at + mark.length] ?? ' ') : ' '
    const isSingle = mark.length === 1 && /[‘’'‚]/u.test(mark)
    if (isSingle && LETTER_OR_DIGIT.test(before) && LETTER_OR_DIGIT.test(after)) continue
    if (mark === '"' && /\d/u.test(before) && isInches(text, at, start)) continue
    found.push({ start: at, end: at + mark.length, role: roleOf(mark, before, after), isSingle })
  }
  return found
}

/** 5'11" and the like. */
function isInches(text: string, at: number, start: number): boolean {
  return /\d['’]\s?\d{1,2}$/u.test(text.slice(Math.max(start, at - 6), at))
}

function roleOf(mark: string, before: string, after: string): Role {
  if (mark === '‘' || mark === '‚') return 'open'
  if (mark === '’') return 'close'
  if (mark === '“' && /\s/u.test(after) && !/\s/u.test(before)) return 'close'
  if (mark === '”' && SPACE_OR_OPENING.test(before) && LETTER_OR_DIGIT.test(after)) return 'open'
  if (DOUBLE_OPEN.test(mark)) return 'open'
  if (DOUBLE_CLOSE.test(mark)) return 'close'
  const opens = SPACE_OR_OPENING.test(before) && !/[\s.,;:!?)\]]/u.test(after)
  if (opens) return 'open'
  if (/\s/u.test(before)) return 'either'
  return LOOSE.test(before) && LETTER_OR_DIGIT.test(after) ? 'either' : 'close'
}

/**
 * Pairs double marks. An opening mark inside an open quotation nests where the paragraph holds marks enough to close both; otherwise the
 * closing mark before it was forgotten, and the quotation ends where its words do.
 */
function pair(text: string, paragraph: Span, marks: readonly Mark[], isContinued: boolean): Quoted[] {
  const found: Quoted[] = []
  let open: Mark | null = null
  let depth = 0
  const push = (from: Mark, innerEnd: number, end: number) => {
    const inner = { start: from.end, end: innerEnd }
    const continues = isContinued && from.start === paragraph.start
    if (LETTER_OR_DIGIT.test(text.slice(inner.start, inner.end)))
      found.push({ start: from.start, end, inner, continues })
  }
  for (const [index, mark] of marks.entries()) {
    if (!open) {
      if (mark.role !== 'close') open = mark
      continue
    }
    if (mark.role === 'open') {
      if (isClosedLater(marks, index, depth) || isPairWithin(text, open, mark, marks[index + 1])) depth++
      else {
        const end = text.slice(0, mark.start).trimEnd().length
        push(open, end, end)
        open = mark
        depth = 0
      }
    } else if (depth > 0) depth--
    else {
      push(open, mark.start, mark.end)
      open = null
    }
  }
  if (open) push(open, paragraph.end, paragraph.end)
  return found
}

/** “curly” marks inside a quotation that a straight mark opened are a pair of their own. */
function isPairWithin(text: string, outer: Mark, opening: Mark, next: Mark | undefined): boolean {
  return text[outer.start] === '"' && text[opening.start] === '“' && next !== undefined && text[next.start] === '”'
}

function isClosedLater(marks: readonly Mark[], index: number, depth: number): boolean {
  let level = depth + 1
  for (const mark of marks.slice(index + 1, index + 12)) {
    level += mark.role === 'open' ? 1 : -1
    if (level < 0) return true
  }
  return false
}

/** Single marks count where an opening and a closing one embrace words: an apostrophe has a letter on both sides, or no opening partner. */
function pairSingles(marks: readonly Mark[]): Quoted[] {
  const found: Quoted[] = []
  let open: Mark | null = null
  for (const mark of marks) {
    if (!mark.isSingle) continue
    if (mark.role === 'open') open ??= mark
    else if (open && mark.start > open.end) {
      found.push({ start: open.start, end: mark.end, inner: { start: open.end, end: mark.start }, continues: false })
      open = null
    }
  }
  return found
}
