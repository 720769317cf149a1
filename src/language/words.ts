import { stemmer } from 'stemmer'
import type { Span } from '../model.js'
import { remembering } from './remember.js'

/** A word of a text: letters and digits, with apostrophes, full stops and hyphens inside ("don't", "U.S", "three-quarters"). */
const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu

export interface Word extends Span {
  readonly text: string
}

/** The words of a text in order, with their places. */
export function words(text: string): Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(WORD)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** Nothing to fold but case, as most words are: ASCII without the grave accent. */
const PLAIN = /^[\t-_a-~]*$/u

/** The same with the typographic marks of news, which have one form only. */
const TYPOGRAPHIC = /^[\t-~‘’“”–—]*$/u

/** Lower case, without accents, with straight apostrophes: two spellings of one word that differ only in type become equal. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  if (TYPOGRAPHIC.test(text)) return text.replace(/[’‘`]/gu, "'").toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`´]/gu, "'")
    .toLowerCase()
}

/** The stem of one word (Porter, "An algorithm for suffix stripping", 1980), without a possessive ending. */
export const stem = remembering((word) => stemmer(fold(word).replace(/'s?$/u, '')))

const STOP_WORDS = new Set(
  `a about above after again against all also am an and any are aren't as at be because been before being below between both but by can can't
  cannot could couldn't did didn't do does doesn't doing don't down during each few for from further had hadn't has hasn't have haven't having he
  her here hers herself him himself his how i if in into is isn't it its itself just let's me more most my myself no nor not of off on once only
  or other our ours ourselves out over own same shan't she should shouldn't so some such than that the their theirs them themselves then there
  these they this those through to too under until up very was wasn't we were weren't what when where which while who whom why will with won't
  would wouldn't you your yours yourself yourselves say says said tell tells told mr mrs ms`.split(/\s+/u),
)

/** Whether a word says nothing of what a text is about. */
export const isStopWord = remembering((word) => STOP_WORDS.has(fold(word)))

/** The stem of a word that carries meaning; null for a stop word. Texts have the same words again and again. */
export const contentStem = remembering((word) => (isStopWord(word) ? null : stem(word)))

/** The stems of a text's words that carry meaning: no stop words. */
export function contentStems(text: string): string[] {
  return words(text).flatMap((word) => contentStem(word.text) ?? [])
}
