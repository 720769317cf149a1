/** The quotations of what somebody pasted, each with the speaker that stands beside it. */
import type { Speaker } from './model.js'
import { overlaps } from './model.js'
import { extractQuotations } from './quotations/extract.js'
import { findQuoted, type Quoted } from './quotations/marks.js'

export interface Pasted {
  readonly words: string
  readonly speaker: string | null
}

/** A message without marks is taken for a quotation itself, unless it is as long as this. UTF-16 units. */
const LONGEST_UNMARKED = 500
/** A name behind quotations has no more words. */
const LONGEST_NAME = 4

/** The quotations of a message; where none is found, whatever stands in marks; else the text itself. */
export function quotationsIn(text: string): Pasted[] {
  const quoted = extractQuotations(text).map((one) => ({ words: bare(one.text), speaker: personOf(one.speaker) }))
  if (quoted.length > 0) return quoted
  const marked = findQuoted(text).map(({ start, end }) => ({ words: bare(text.slice(start, end)), speaker: null }))
  if (marked.length > 0) return marked
  const words = text.trim()
  return /\s/u.test(words) && words.length <= LONGEST_UNMARKED ? [{ words, speaker: null }] : []
}

/** The quotations typed behind a command, where there are several, all in marks: “…,” she said. “…” Or: “…” “…” Mattis. Else none. */
export function severalTyped(typed: string): Pasted[] {
  const text = /^\s*words:\s*"(.*)"[^"]*$/su.exec(typed)?.[1] ?? typed
  const statements = whole(text, findQuoted(text)).filter((parts) => parts.some((part) => hasSeveralWords(text, part)))
  if (statements.length < 2) return []
  const extracted = extractQuotations(text)
  const last = statements.at(-1)?.at(-1)?.end ?? 0
  const outside = text.slice(last).replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
  const named = extracted.every(({ cue }) => cue === null) && isName(outside) ? outside : null
  return statements.map((parts) => {
    const speakers = extracted.filter((one) => parts.some((part) => overlaps(one, part)))
    const words = parts.map(({ start, end }) => bare(text.slice(start, end))).join(' ')
    return {
      words,
      speaker: named ?? speakers.map((one) => personOf(one.speaker)).find((name) => name !== null) ?? null,
    }
  })
}

/** Quotations with the pieces of each, as a clause in its middle parts them: “…,” she said, “…”. */
function whole(text: string, quoted: readonly Quoted[]): Quoted[][] {
  const statements: Quoted[][] = []
  for (const one of quoted) {
    const before = statements.at(-1)?.at(-1)
    const between = before ? text.slice(before.end, one.start) : ''
    const isOpen = before && /[,–—]$/u.test(bare(text.slice(before.start, before.end)))
    if (isOpen && /\p{L}/u.test(between) && /[,–—]$/u.test(between.trimEnd())) statements.at(-1)?.push(one)
    else statements.push([one])
  }
  return statements
}

function hasSeveralWords(text: string, { inner }: Quoted): boolean {
  return /\S\s+\S/u.test(text.slice(inner.start, inner.end))
}

function isName(words: string): boolean {
  return /\p{L}/u.test(words) && !words.includes(':') && words.split(/\s+/u).length <= LONGEST_NAME
}

function personOf(speaker: Speaker | null): string | null {
  return speaker?.kind === 'person' ? speaker.name : null
}

function bare(words: string): string {
  return words
    .replace(/["“”„‟«»]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
