import { QUOTATIONS, remembering } from '../language/remember.js'
import { fold } from '../language/words.js'
import type { Span } from '../model.js'
import { numeralAt } from './numerals.js'
import { spellingKey } from './spelling.js'

/** A word of a quotation as it is compared; its span is into the text it comes from. */
export interface ComparedWord extends Span {
  /** The word without case, accents, marks and typography, and whether a hyphen ties it to the one before. */
  readonly exact: string
  /** The same for two words that differ only in spelling, hyphens or numerals. */
  readonly key: string
  /** An ellipsis is printed before it. */
  readonly afterEllipsis: boolean
  /** Brackets stand around it or around a part of it: "[the]", "[T]he", "agree[s]". */
  readonly bracketed: boolean
}

/** Abbreviations ("U.S."), or letters and digits with apostrophes, decimal points and brackets inside, "$" before and "%" after. */
const WORD =
  /(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])\.?|[$£€]?[\p{L}\p{M}\p{N}[\]]+(?:['’‘ʼ][\p{L}\p{M}\p{N}[\]]+|[.,]\p{N}+[\p{L}[\]]*)*%?|&/gu
const ELLIPSIS = /…|\.\s?\.\s?\.|\.\./u
const HYPHEN = /^[-‐‑]$/u
const BRACKETS = /\[[^[\]]{0,300}\]|\([^()]{0,300}\)/gu

function bracketsOf(text: string): Span[] {
  return [...text.matchAll(BRACKETS)].map(({ index, 0: match }) => ({ start: index, end: index + match.length }))
}

function wordsOf(text: string): ComparedWord[] {
  const found: ComparedWord[] = []
  const brackets = bracketsOf(text)
  const keys = new Map<string, string>()
  let bracket = 0
  let last = 0
  for (const { 0: printed, index: start } of text.matchAll(WORD)) {
    const word =
      printed === '&' ? 'and' : fold(printed.replace(/[[\].]+/gu, (mark) => (/^\.$/u.test(mark) ? mark : '')))
    const exact = /^\p{L}\./u.test(word) ? word.replaceAll('.', '') : word
    if (!/[\p{L}\p{N}]/u.test(exact)) continue
    const end = start + printed.length
    const key = keys.get(exact) ?? spellingKey(exact)
    keys.set(exact, key)
    while ((brackets[bracket]?.end ?? Infinity) <= start) bracket++
    const between = text.slice(last, start)
    const tie = found.length > 0 && HYPHEN.test(between) ? '-' : ''
    found.push({
      start,
      end,
      exact: tie + exact,
      key,
      afterEllipsis: ELLIPSIS.test(between),
      bracketed: (brackets[bracket]?.start ?? Infinity) < end,
    })
    last = end
  }
  return found
}

/** Several words as one, compared by `key`. */
function joined(first: ComparedWord, rest: readonly ComparedWord[], key: string): ComparedWord {
  return {
    ...first,
    end: rest.at(-1)?.end ?? first.end,
    key,
    exact: [first, ...rest].map((word) => word.exact).join(' '),
    bracketed: first.bracketed || rest.some((word) => word.bracketed),
  }
}

/** The words of a text in order, a numeral with its unit as one. */
export const comparedWords = remembering((text): readonly ComparedWord[] => {
  const words = wordsOf(text)
  const plain = words.map((word) => word.exact.replace(/^-/u, ''))
  const found: ComparedWord[] = []
  let next = 0
  for (const [at, word] of words.entries()) {
    if (at < next) continue
    const numeral = numeralAt(plain, at)
    next = at + (numeral?.length ?? 1)
    found.push(numeral ? joined(word, words.slice(at + 1, next), numeral.key) : word)
  }
  return found
}, QUOTATIONS)

/** Joins two words of `words` where `others` has them as one ("co-operate", "cooperate"; "policy making", "policymaking"). */
export function joinedAs(words: readonly ComparedWord[], others: readonly ComparedWord[]): ComparedWord[] {
  const whole = new Set(others.map((other) => other.key))
  const parted = new Set(others.slice(1).map((other, index) => `${others[index]?.key} ${other.key}`))
  const found: ComparedWord[] = []
  let taken = -1
  for (const [at, word] of words.entries()) {
    if (at === taken) continue
    const next = words[at + 1]
    const one = next ? spellingKey(word.key + next.key) : ''
    const joins = next && whole.has(one) && !parted.has(`${word.key} ${next.key}`)
    found.push(joins ? joined(word, [next], one) : word)
    if (joins) taken = at + 1
  }
  return found
}
