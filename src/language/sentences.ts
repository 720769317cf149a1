import type { Span } from '../model.js'
import { BEFORE_FIGURES, MAYBE_LAST, STARTERS, TITLES } from './abbreviations.js'

const END = /[.!?…]+["”’'»)\]]*/gu
const OPENING = /["“„«‘'([]/u
const CLOSING_MARK = /["”’'»)\]]$/u
const MARK = /''|["“”„«»‘]|['’](?!\p{L})|(?<![\p{L}\p{N}])'/gu
const STRAIGHT = /^(?:"|'')$/u
const SINGLE = /^[‘’']$/u
const LETTER = /[\p{L}\p{N}]/u
/** No word that matters here is longer. */
const LONGEST_WORD = 40
const SAID =
  'said|says|asked|asks|told|tells|wrote|writes|tweeted|added|adds|replied|recalled|shouted|yelled|continued|pressed|exclaimed|wondered|joked'
/** "Trump asked": what goes on after a question or a cry in quotation marks. */
const ATTRIBUTION = new RegExp(`^\\s+(?:\\p{Lu}[\\p{L}.’'-]{0,30}\\s+){1,4}(?:${SAID})\\b`, 'u')
const CLOCK = /^[ap]\.?m$/iu
const AFTER_CLOCK =
  /^(?:[A-Z]{2,4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Central|Mountain|Pacific|Greenwich|GMT)\b/u

/**
 * The sentences of a text in order, without the white space around them. A line break always ends one; what stands in quotation
 * marks is parted only where nothing goes on behind them. Linear in the text.
 */
export function sentences(text: string): Span[] {
  const found: Span[] = []
  for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
    for (const span of inLine(line[0])) found.push({ start: line.index + span.start, end: line.index + span.end })
  }
  return found
}

function* inLine(line: string): Generator<Span> {
  const quoted = unbroken(line)
  let start = skipSpace(line, 0)
  let next = 0
  for (const match of line.matchAll(END)) {
    const end = match.index + match[0].length
    while ((quoted[next]?.end ?? Number.POSITIVE_INFINITY) < end) next++
    const isInside = (quoted[next]?.start ?? end) < match.index
    if (isInside || !isBoundary(line, start, match.index, end)) continue
    yield { start, end }
    start = skipSpace(line, end)
  }
  const end = line.trimEnd().length
  if (start < end) yield { start, end }
}

function skipSpace(line: string, from: number): number {
  let at = from
  while (at < line.length && /\s/u.test(line[at] ?? '')) at++
  return at
}

/** Whether a sentence that began at `start` ends with the marks from `stop` to `end`. */
function isBoundary(line: string, start: number, stop: number, end: number): boolean {
  if (!/\s/u.test(line[end] ?? '')) return false
  const next = skipSpace(line, end)
  const rest = line.slice(next, next + LONGEST_WORD)
  if (!/^(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}“„«‘"'([@#$£€•—–]|-\s)/u.test(rest)) return false
  const marks = line.slice(stop, end)
  const isClosed = CLOSING_MARK.test(marks)
  if (/[!?…]|\.\./u.test(marks) && isClosed && ATTRIBUTION.test(line.slice(end, end + 160))) return false
  if (/^[—–-]/u.test(rest)) return isClosed || !/^[—–-]\s*\p{Ll}/u.test(rest)
  return marks[0] === '.' && !isClosed && marks.length === 1
    ? endsWord(line, start, stop, rest)
    : !isName(line, stop, rest)
}

/** "Yahoo! Inc.": a name that ends in a mark. */
function isName(line: string, stop: number, rest: string): boolean {
  return line[stop] === '!' && MAYBE_LAST.has(wordBefore(line, stop)) && !isStarter(rest)
}

function wordBefore(line: string, stop: number): string {
  return /[\p{L}\p{N}][\p{L}\p{N}.&’']*$/u.exec(line.slice(Math.max(0, stop - LONGEST_WORD), stop))?.[0] ?? ''
}

function isStarter(rest: string): boolean {
  return STARTERS.has(/^["“‘']?([\p{L}’']+)/u.exec(rest)?.[1] ?? '')
}

/** Whether a single full stop after a word ends its sentence. */
function endsWord(line: string, start: number, stop: number, rest: string): boolean {
  const word = wordBefore(line, stop)
  if (TITLES.has(word)) return false
  if (BEFORE_FIGURES.has(word) && /^\p{N}/u.test(rest)) return false
  if (CLOCK.test(word)) return !AFTER_CLOCK.test(rest)
  const isNumbering = /^[\p{N}.]{1,4}$|^\p{Lu}$/u.test(word) && stop - word.length <= start
  if (isNumbering) return false
  if (/^\p{Lu}$/u.test(word) && word !== 'I') return isStarter(rest)
  const isDotted = /^(?:\p{L}{1,2}\.&?)+\p{L}{1,2}$/u.test(word)
  if (isDotted || MAYBE_LAST.has(word)) return isStarter(rest) || (OPENING.test(rest[0] ?? '') && rest[0] !== '(')
  return true
}

/** What stands in quotation marks behind which the sentence goes on, in order. */
function unbroken(line: string): Span[] {
  return quotedIn(line).filter((span) => goesOn(line, span.end))
}

/** What stands in quotation marks, outermost only; `end` is where its closing mark stands. One that is never closed is left out. */
function quotedIn(line: string): Span[] {
  const found: Span[] = []
  let open = -1
  let isSingle = false
  for (const { 0: mark, index } of line.matchAll(MARK)) {
    const before = line[index - 1] ?? ' '
    const after = line[index + mark.length] ?? ' '
    const opens = /[\s([{—–-]/u.test(before) && /\S/u.test(after)
    if (SINGLE.test(mark)) {
      if (open < 0 && opens && mark !== '’') [open, isSingle] = [index, true]
      else if (open >= 0 && isSingle && /[,.!?…]/u.test(before) && !LETTER.test(after)) {
        found.push({ start: open, end: index })
        open = -1
      }
    } else if (/[“„«]/u.test(mark) || (STRAIGHT.test(mark) && opens)) [open, isSingle] = [index, false]
    else if (open >= 0 && !isSingle) {
      found.push({ start: open, end: index })
      open = -1
    }
  }
  return found
}

/** Whether the sentence goes on behind a closing mark. */
function goesOn(line: string, close: number): boolean {
  const before = line[close - 1] ?? ''
  const rest = line.slice(close + 1, close + 1 + LONGEST_WORD)
  if (/^["”’'»)\]]*\s*$/u.test(rest)) return false
  if (/^["”’'»)\]]*[.!?…]/u.test(rest)) return !/^["”’'»)\]]*[.!?…]+["”’'»)\]]*(?:\s+[^\p{Ll}]|\s*$)/u.test(rest)
  if (!/[.!?…]/u.test(before)) return true
  if (/^["”’'»)\]]*\s+[“„«‘"'([\p{Lu}\p{Lt}\p{Lo}\p{N}@#$£€•]/u.test(rest)) {
    return before !== '.' && ATTRIBUTION.test(line.slice(close + 1, close + 160))
  }
  return true
}
