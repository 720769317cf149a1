import { commandPhrases } from '../commandPhrases.js'
import { UsageError } from '../errors.js'

/** A piece of a typed line: a word, words in quotation marks, or an option's name with its value (`outlet:"The Herald"`). */
export interface Token {
  readonly text: string
  readonly quoted: boolean
  /** The option's name, where the piece is `name:value`, `name:` or `--name`; `text` is then the value. */
  readonly name: string | null
}

export const LONGEST_LINE = 10_000

const OPENING = /^[“”„‟"«]/u
const NAMED = /^(?:--(\p{L}[\p{L}\p{N}_-]*)(?:[:=]|(?=\s|$))|(\p{L}[\p{L}\p{N}_-]*)[:=](?!\/\/))/u
const STRAY = /^["“”„‟«»]|["“”„‟«»]$/u
/** Marks between words that say nothing: "“…”, — james mattis". A star is a word of a cron line. */
const ONLY_MARKS = /^(?!\*$)[\p{P}\p{S}]+$/u

/** One line, in plain characters: other blanks and full-width signs as the usual ones, nothing that steers a terminal or hides. */
export function tidy(line: string): string {
  if (line.length > LONGEST_LINE) throw new UsageError(commandPhrases.lineTooLong(LONGEST_LINE))
  return line
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, '')
    .replace(/[＂／：＝]/gu, (sign) => sign.normalize('NFKC'))
    .replace(/[〝「『]/gu, '“')
    .replace(/[〞〟」』]/gu, '”')
    .trim()
}

/** The pieces of a tidy line. Throws a UsageError where a quotation mark has no partner. */
export function tokens(line: string): Token[] {
  const found: Token[] = []
  let at = 0
  while (at < line.length) {
    const rest = line.slice(at)
    const blanks = rest.length - rest.trimStart().length
    if (blanks > 0) {
      at += blanks
      continue
    }
    const named = NAMED.exec(rest)
    const head = named?.[0].length ?? 0
    const { text, length, quoted } = piece(rest.slice(head))
    if (named) found.push({ text, quoted, name: named[1] ?? named[2] ?? null })
    else if (quoted || !ONLY_MARKS.test(text)) found.push({ text, quoted, name: null })
    at += head + length
  }
  return found
}

function piece(rest: string): { text: string; length: number; quoted: boolean } {
  if (OPENING.test(rest)) {
    const end = closing(rest)
    if (end < 0) throw new UsageError(commandPhrases.openQuotation(rest.slice(1, 60)))
    return { text: rest.slice(1, end).trim(), length: end + 1, quoted: true }
  }
  const text = /^\S*/u.exec(rest)?.[0] ?? ''
  if (STRAY.test(text)) throw new UsageError(commandPhrases.strayMark(text))
  return { text, length: text.length, quoted: false }
}

/** Where the mark that closes the one at 0 stands, or -1. Marks inside (“he said “no” to it”) are passed over where they pair up. */
function closing(text: string): number {
  if (text.startsWith('«')) return text.indexOf('»', 1)
  const isStraight = text.startsWith('"')
  const opens = isStraight ? /(?<![^\s(])"(?=\S)/gu : /[“„]/gu
  const closes = isStraight ? /(?<=[^\s(])"(?![\p{L}\p{N}])/gu : text.startsWith('„') ? /[“”]/gu : /”/gu
  const rest = text.slice(1)
  const marks = [
    ...Array.from(rest.matchAll(opens), ({ index }) => ({ index, step: 1 })),
    ...Array.from(rest.matchAll(closes), ({ index }) => ({ index, step: -1 })),
  ].toSorted((a, b) => a.index - b.index || a.step - b.step)
  let depth = 1
  for (const { index, step } of marks) {
    depth += step
    if (depth === 0) return index + 1
  }
  return rest.search(/["“”]/u) + 1 || -1
}
