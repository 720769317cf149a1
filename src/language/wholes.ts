import { type Counted, canonicalNoun, countedAt } from './counted.js'
import { type Amount, amountAt, isDigits, type Token, tokenAt, touches } from './numbers.js'

const HYPHENATED = /^(?:nation|country|member|person|seat|page|state|story|vote|count|team|man|woman|judge|justice)$/u

const PLURALS = new Map(
  Object.entries({ person: 'people', man: 'men', woman: 'women', country: 'countries', story: 'stories' }),
)

/** Of "3,000 of the 14,000 troops" what is counted. */
export function wholeOf(all: readonly Token[], { next }: Amount): Counted | null {
  const of =
    all[next]?.lower === 'of' ? next + 1 : all[next]?.lower === 'out' && all[next + 1]?.lower === 'of' ? next + 2 : -1
  if (of < 0) return null
  let at = of
  while (
    /^(?:the|its|his|her|their|our|all|about|some|roughly|nearly|more|than|over|those|these|estimated|an|approximately)$/u.test(
      all[at]?.lower ?? '',
    )
  )
    at++
  const whole = amountAt(all, at)
  if (whole) return countedAt(all, whole.next, false)
  return at > of ? countedAt(all, at, false) : null
}

/** "(3,000) of the 14,000", "the 14,000", "currently 14,000", "there are 14,000". */
export function isWhole(all: readonly Token[], first: number, { first: digits, next }: Amount): boolean {
  const before = all[first - 1]?.lower ?? ''
  const isDefinite = /^(?:the|its|his|her|their|our)$/u.test(before)
  const of = isDefinite ? first - 2 : first - 1
  if (all[of]?.lower === 'of' && amountAt(all, of - 1)) return true
  if (before === 'currently' || all[next]?.lower === 'currently') return true
  const verb = /^(?:currently|now|already)$/u.test(before) ? first - 2 : first - 1
  if (/^(?:is|are)$/u.test(all[verb]?.lower ?? '') && all[verb - 1]?.lower === 'there') return true
  return before === 'the' && isDigits(all[digits])
}

/** "all US troops – currently 14,000 –" and "all 14,000 troops": the part is the whole. */
export function everyOf(
  all: readonly Token[],
  first: number,
  amount: Amount,
  counted: Counted | null,
): (Pick<Counted, 'word' | 'noun' | 'next' | 'kinds'> & { first: number }) | null {
  const back = Math.max(0, first - 9)
  for (let at = first - 1; at >= back; at--) {
    const { lower } = tokenAt(all, at)
    if (/^[.;!?]$/u.test(lower) && !/\.|^\p{Lu}$/u.test(all[at - 1]?.text ?? '')) return null
    if (lower !== 'all') continue
    const isDirect = at + 1 >= first - 1 && /^(?:all|the|of|its|their|our)$/u.test(all[first - 1]?.lower ?? '')
    if (isDirect) return counted && amount.min > 10 ? { ...counted, first: at } : null
    const from = /^(?:the|of|its|their|our)$/u.test(all[at + 1]?.lower ?? '') ? at + 2 : at + 1
    const noun = countedAt(all, from, false)
    if (!noun || noun.next > first) return null
    const between = all.slice(noun.next, first).filter((token) => !/^(?:now|currently|there)$/u.test(token.lower))
    const isAside = /^[–—(,-]$/u.test(between.at(-1)?.text ?? '') && /^[–—),-]$/u.test(all[amount.next]?.text ?? '')
    const isOneNoun = between.slice(0, -1).every((token) => /^\p{L}/u.test(token.text))
    return isAside && isOneNoun ? { ...noun, first: at, next: amount.next + 1 } : null
  }
  return null
}

/** "a 74-nation coalition" counts nations. */
export function hyphenated(all: readonly Token[], { next }: Amount): Counted | null {
  const word = all[next + 1]
  if (all[next]?.text !== '-' || !touches(all[next - 1], all[next]) || !word || !HYPHENATED.test(word.lower))
    return null
  return { word: plural(word.lower), noun: canonicalNoun(word.lower), next: next + 2, isBesides: false, kinds: [] }
}

function plural(noun: string): string {
  return PLURALS.get(noun) ?? `${noun}s`
}
