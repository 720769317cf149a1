import { remembering } from '../language/remember.js'
import type { Span } from '../model.js'
import {
  ABBREVIATIONS,
  AUXILIARIES,
  BE,
  BREAKERS,
  CONJUNCTIONS,
  CUE_VERBS,
  type CueVerb,
  PREPOSITIONS,
  TIMES,
} from './cueWords.js'
import type { Quoted } from './marks.js'

/** A word, a punctuation mark, or a whole quotation standing as one token between the words around it. */
export interface Token extends Span {
  readonly kind: 'word' | 'mark' | 'quote'
  readonly text: string
  readonly lower: string
  readonly isCapital: boolean
  /** Ends in 's or s': what follows is owned by it. */
  readonly isPossessive: boolean
  /** Cannot stand inside a noun phrase. */
  readonly endsPhrase: boolean
  /** What it says where it stands as a verb, if that is that somebody speaks. */
  readonly cue: CueVerb | null
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
      endsPhrase: true,
      cue: null,
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
  let at = 0
  // All at once, since a match with its place costs far more than finding that place again: only white space lies between two.
  for (const found of part.match(TOKEN) ?? []) {
    const from = part.indexOf(found, at)
    at = from + found.length
    let form = formOf(found)
    const next = part[at]
    if (next === '.' && form.isAbbreviation) form = formOf(`${found}.`)
    else if ((next === "'" || next === '’') && form.endsInS && /^(?:\s|$)/u.test(part.slice(at + 1, at + 2)))
      form = formOf(`${found}${next}`)
    else if (tokens.at(-1)?.end === start + from + 1 && found.length === 1 && form.kind === 'mark') continue
    tokens.push({
      kind: form.kind,
      text: form.text,
      lower: form.lower,
      isCapital: form.isCapital,
      isPossessive: form.isPossessive,
      endsPhrase: form.endsPhrase,
      cue: form.cue,
      quote: -1,
      start: start + from,
      end: start + from + form.text.length,
    })
  }
}

/** What can be said of a word or a mark wherever it stands. */
const formOf = remembering((text: string) => {
  const isWord = /^[\p{L}\p{N}@#$]/u.test(text)
  const kind: Token['kind'] = isWord ? 'word' : 'mark'
  const lower = text.toLowerCase().replace(CONTRACTED, '$1')
  const isCapital = CAPITAL.test(text)
  return {
    kind,
    text,
    lower,
    isCapital,
    isPossessive: isWord && POSSESSIVE.test(text) && !CONTRACTED.test(text),
    isAbbreviation: isWord && isAbbreviation(text),
    endsInS: isWord && text.endsWith('s'),
    endsPhrase: !isWord || endsPhrase(lower, isCapital),
    cue: CUE_VERBS.get(lower) ?? null,
  }
})

function endsPhrase(lower: string, isCapital: boolean): boolean {
  if (isCapital && !/^(?:when|while|as|in|but)$/u.test(lower))
    return TIMES.has(lower) && !/^(?:may|april|june|august)$/u.test(lower)
  return (
    [PREPOSITIONS, CONJUNCTIONS, BE, AUXILIARIES, BREAKERS].some((words) => words.has(lower)) || /[a-z]ly$/u.test(lower)
  )
}

function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.has(word.toLowerCase()) || /^\p{Lu}(?:\.\p{Lu})*$/u.test(word)
}
