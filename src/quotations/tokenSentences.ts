import { ABBREVIATIONS } from './cueWords.js'
import { isVerbCue, phraseStartingAt } from './nounPhrases.js'
import type { Token } from './tokens.js'

/** A sentence as a range of tokens, `end` exclusive. */
export interface TokenRange {
  readonly start: number
  readonly end: number
  /** Whether anything is said outside quotations. */
  readonly hasWords: boolean
}

/** In tokens; news has hardly one longer. Rules look back through a sentence from each of its words, so one without end must be cut. */
const LONGEST = 200

/** Cuts a paragraph's tokens into sentences; a quotation ends one only where no "he said" follows it. */
export function tokenSentences(tokens: readonly Token[]): TokenRange[] {
  const found: TokenRange[] = []
  let start = 0
  let hasWords = false
  for (let at = 0; at < tokens.length; at++) {
    hasWords ||= tokens[at]?.kind === 'word'
    if (!endsSentence(tokens, at) && at + 1 - start < LONGEST) continue
    found.push({ start, end: at + 1, hasWords })
    start = at + 1
    hasWords = false
  }
  if (start < tokens.length) found.push({ start, end: tokens.length, hasWords })
  return found
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token || !next) return false
  if (token.kind === 'mark')
    return /^[.!?]$/u.test(token.text) && (next.isCapital || next.kind === 'quote' || /^\d/u.test(next.text))
  if (token.kind === 'word')
    return token.text.endsWith('.') && next.kind === 'quote' && !ABBREVIATIONS.has(token.lower.slice(0, -1))
  const close = /([.!?…])["”»›'’]*$/u.exec(token.text)?.[1]
  if (!close) return false
  if (next.kind === 'quote') return true
  if (next.kind !== 'word' || !next.isCapital) return false
  return !isAttributed(tokens, at + 1, close === '.')
}

/** Whether the words from here on say who spoke: "Mattis said", "said Mattis". After a full stop only the barest form does: "Mattis said." */
function isAttributed(tokens: readonly Token[], at: number, isBare: boolean): boolean {
  const subject = phraseStartingAt(tokens, at, Math.min(tokens.length, at + 10))
  if (!subject || !isVerbCue(tokens, subject.last + 1)) return false
  const after = tokens[subject.last + 2]
  return isBare ? after === undefined || after.text === '.' : after?.lower !== 'that'
}
