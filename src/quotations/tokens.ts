import type { Span } from '../model.js'
import { ABBREVIATIONS } from './cueWords.js'
import type { Quoted } from './marks.js'

/** A word, a punctuation mark, or a whole quotation standing as one token between the words around it. */
export interface Token extends Span {
  readonly kind: 'word' | 'mark' | 'quote'
  readonly text: string
  readonly lower: string
  readonly isCapital: boolean
  /** Ends in 's or s': what follows is owned by it. */
  readonly isPossessive: boolean
  /** Index of the quotation in its paragraph, or -1. */
  readonly quote: number
}

const TOKEN = /[\p{L}\p{N}@#$][\p{L}\p{N}\p{M}]*(?:[.'’&@_/-][\p{L}\p{N}]+)*|\S/gu
const CAPITAL = /^[\p{Lu}\p{Lt}]/u
const CONTRACTED = /^(he|she|they|we|i|it|you|who|that|there|what|here)['’](?:s|d|ll|ve|re|m)$/iu
const POSSESSIVE = /(?:['’]s|s['’])$/u

/** The tokens of one paragraph, each of its quotations a single token. */
export function tokenize(text: string, paragraph: Span, quoted: readonly Quoted[]): Token[] {
  const tokens: Token[] = []
  let at = paragraph.start
  for (const [index, quote] of quoted.entries()) {
    pushTokens(tokens, text, at, quote.start)
    const words = text.slice(quote.start, quote.end)
    tokens.push({
      kind: 'quote',
      text: words,
      lower: '',
      isCapital: false,
      isPossessive: false,
      quote: index,
      start: quote.start,
      end: quote.end,
    })
    at = quote.end
  }
  pushTokens(tokens, text, at, paragraph.end)
  return tokens
}

function pushTokens(tokens: Token[], text: string, start: number, end: number): void {
  const part = text.slice(start, end)
  for (const match of part.matchAll(TOKEN)) {
    let word = match[0]
    const from = start + match.index
    const isWord = /^[\p{L}\p{N}@#$]/u.test(word)
    if (isWord && part[match.index + word.length] === '.' && isAbbreviation(word)) word += '.'
    else if (
      isWord &&
      word.endsWith('s') &&
      /^['’](?:\s|$)/u.test(part.slice(match.index + word.length, match.index + word.length + 2))
    ) {
      word += part[match.index + word.length]
    } else if (tokens.at(-1)?.end === from + 1 && word.length === 1 && !isWord) continue
    tokens.push({
      kind: isWord ? 'word' : 'mark',
      text: word,
      lower: word.toLowerCase().replace(CONTRACTED, '$1'),
      isCapital: CAPITAL.test(word),
      isPossessive: isWord && POSSESSIVE.test(word) && !CONTRACTED.test(word),
      quote: -1,
      start: from,
      end: from + word.length,
    })
  }
}

function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.has(word.toLowerCase()) || /^\p{Lu}(?:\.\p{Lu})*$/u.test(word)
}
