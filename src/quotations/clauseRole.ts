import type { Span } from '../model.js'
import { AUXILIARIES, BE, CUE_VERBS, PREPOSITIONS } from './cueWords.js'

/** What a name is to its clause, as far as the words beside it tell. */
export type ClauseRole = 'speaker' | 'subject' | 'object' | 'asked' | 'behindPreposition' | 'owner' | 'attribute'

const IRREGULAR = new Set(
  `went came took made gave got ran won lost put met held left began became led kept knew thought saw sought brought stood fell drew drove grew sent spent paid
  built hit cut set let sat spoke broke chose flew rose threw wore bore swore struck stuck fought caught taught felt found heard dealt dropped wants needs seems
  makes takes gets comes goes looks plans hopes faces leads holds keeps knows thinks sees seeks stands runs wins gives finds uses appears believes feels remains
  serves lives works plays points leaves turns meets joins calls opens`.split(/\s+/u),
)
const WORD_AFTER = /^ (?:(?:also|then|later|once|now|still|again|himself|herself|[a-z]+ly) )?(\p{Ll}[\p{L}’'-]*)/u
const APPOSITIVE = /^(?: \([^)\n]{1,40}\))?(?:, [^,.;:“”"\n]{2,120}(?:, [RDI]-[\p{L}.]{2,6})?,)?(?= )/u
/** "departs the country": a verb, since an object follows. */
const PRESENT = /^ \p{Ll}{2,}s (?:the|an?|his|her|their|its|that|it|him|them|\d+)\b/u
/** "Quill’s been waiting" */
const IS_BEEN = /^['’]s (?:been|not|now|going|still|also|never|always|just|got|\p{Ll}+ing)\b/u
const NO_LETTERS = /^[^\p{L}’'-]+/u
const OPENS =
  /(?:^|[.!?:;,…\n“”"‘’(\])—–]|\b(?:and|but|that|while|when|as|if|because|where|after|before|since|though|although|until|so|whether|what|how|why))\s*$/u

/** Whether these words after a name are a verb's. */
export function isVerb(word: string): boolean {
  const lower = word.toLowerCase()
  return (
    AUXILIARIES.has(lower) ||
    BE.has(lower) ||
    CUE_VERBS.has(lower) ||
    IRREGULAR.has(lower) ||
    /[^e]ed$|n['’]t$/u.test(lower)
  )
}

/** A cheap guess at the part a name plays, by what stands right beside it. */
export function clauseRole(text: string, { from, end }: Span & { from: number }): ClauseRole {
  let after = text.slice(end, end + 160)
  if (/^['’]s?(?![\p{L}])/u.test(after)) return IS_BEEN.test(after) ? 'subject' : 'owner'
  after = after.replace(APPOSITIVE, '')
  if (PRESENT.test(after)) return 'subject'
  const next = WORD_AFTER.exec(after)?.[1]
  const before = text.slice(Math.max(0, from - 24), from)
  const word = wordBefore(before)
  if (before.endsWith('ccording to ')) return 'speaker'
  if (next && isVerb(next)) {
    // "He said Quill continued"
    if (CUE_VERBS.has(word)) return 'object'
    if (PREPOSITIONS.has(word) && !OPENS.test(before)) return 'behindPreposition'
    return CUE_VERBS.get(next.toLowerCase())?.strength === 'strong' ? 'speaker' : 'subject'
  }
  if (/^(?:asked|asks|pressed|challenged|questioned)$/u.test(word) && !/[”"’',] \S+ $/u.test(before)) return 'asked'
  if (CUE_VERBS.has(word) && /[”"’,][ ]\S+ $/u.test(before)) return 'speaker'
  if (
    next &&
    !/^(?:the|an?|his|her|its|it|he|she|they|and|or|but|in|on|at|to|for|with|by|from|of|who|that|as|when|while|after|before|over|about|during|because|is)$/u.test(
      next,
    )
  )
    return 'attribute'
  if (PREPOSITIONS.has(word) && !OPENS.test(before)) return 'behindPreposition'
  return OPENS.test(before) ? 'subject' : 'object'
}

function wordBefore(front: string): string {
  if (!/[ \u00a0]/u.test(front.slice(-1))) return ''
  return front
    .slice(front.lastIndexOf(' ', front.length - 2) + 1, -1)
    .replace(NO_LETTERS, '')
    .toLowerCase()
}

/** Whether a verb of saying follows. */
export function speaksBefore(text: string, end: number): boolean {
  const next = WORD_AFTER.exec(text.slice(end, end + 160).replace(APPOSITIVE, ''))?.[1]
  return next !== undefined && CUE_VERBS.get(next.toLowerCase())?.strength === 'strong'
}

/** "The town, he said, would wait": the pronoun says the sentence that it stands in. */
export function isParenthetic(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  return (
    /[\p{L}\p{N}], $/u.test(before) &&
    !/(?:^|[^\p{L}])(?:[Aa]s for|For|Like|Unlike) [^.,]{2,40}, $/u.test(before) &&
    speaksBefore(text, end)
  )
}
