import type { Span } from '../model.js'
import { type Counted, canonicalNoun, countedAt } from './counted.js'
import { type DateSpan, dates } from './dates.js'
import { type Amount, amountAt, isDigits, type Token, tokens, touches } from './numbers.js'
import { type Qualifier, qualifierBefore } from './qualifiers.js'
import { isNoQuantity } from './quantity.js'

export type FigureKind = 'count' | 'money' | 'percent' | 'points' | 'duration' | 'age' | 'measure' | 'date' | 'weekday'

/** A quantity of a text; its span runs from the qualifier to the unit or the noun that is counted. */
export interface Figure extends Span {
  readonly kind: FigureKind
  /** As printed, without the qualifier; dates in days since 1 January 1970 (UTC); fractions and "3 in 10" in per cent. */
  readonly min: number
  readonly max: number
  /** The noun counted, a currency's code ("USD", "USD/hour"), "%", "points", "year", "day" for dates, a unit of measure; or empty. */
  readonly unit: string
  /** The stem of the noun counted, one for all that mean the same; null where none is printed. */
  readonly counted: string | null
  /** Words between the number and the noun: "Afghan" of "3,000 Afghan troops". */
  readonly kinds: readonly string[]
  /** Of "3,000 of the 14,000 troops" the first is the part, the second the whole. */
  readonly role: 'part' | 'whole' | null
  readonly qualifier: Qualifier | null
}

const CURRENCIES = new Map(Object.entries({ $: 'USD', '£': 'GBP', '€': 'EUR', '¥': 'JPY', '₹': 'INR' }))
const CURRENCY_WORDS = /^(?:dollars?|euros?|yen|yuan|rubles?|roubles?|rupees?|pesos?|cents?)$/u
const TIMES = new Map(
  'second minute hour day week month year decade century'.split(' ').flatMap((one) => [
    [one, one],
    [one === 'century' ? 'centuries' : `${one}s`, one],
  ]),
)
const MEASURES = /^(?:miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?|feet|foot|inch(?:es)?|yards?|acres?|hectares?|tons?|tonnes?|pounds?|lbs?|kilograms?|kg|ounces?|gallons?|barrels?|degrees?|mph|megawatts?|gigabytes?|knots?|lit(?:er|re)s?)$/u
const HYPHENATED = /^(?:nation|country|member|person|seat|page|state|story|vote|count|team|man|woman|judge|justice)$/u

/** The figures of a text in order. `published` (ISO 8601) settles the year of dates. Linear in the text. */
export function figures(text: string, published: string | null = null): Figure[] {
  const all = tokens(text)
  const dated = dates(text, published)
  const found: Figure[] = dated.map(ofDate)
  let date = 0
  for (let at = 0; at < all.length; ) {
    const token = all[at] as Token
    while ((dated[date]?.end ?? Number.POSITIVE_INFINITY) <= token.start) date++
    const isInDate = (dated[date]?.start ?? Number.POSITIVE_INFINITY) <= token.start
    const amount = isInDate ? null : amountAt(all, at)
    if (!amount) {
      at++
      continue
    }
    if (!isNoQuantity(all, amount)) found.push(...measured(all, amount))
    at = amount.next
  }
  return found.sort((a, b) => a.start - b.start)
}

function ofDate({ start, end, min, max, kind }: DateSpan): Figure {
  return { start, end, min, max, kind, unit: 'day', counted: null, kinds: [], role: null, qualifier: null }
}

/** What an amount measures; nothing where it measures nothing, two figures where a part is all of its whole. */
function measured(all: readonly Token[], amount: Amount): Figure[] {
  const { qualifier, first } = qualifierBefore(all, amount)
  const { min, max } = amount
  const make = (rest: Partial<Figure> & Pick<Figure, 'kind'>, next: number): Figure => ({
    start: (all[first] as Token).start,
    end: (all[next - 1] as Token).end,
    min,
    max,
    unit: '',
    counted: null,
    kinds: [],
    role: null,
    qualifier,
    ...rest,
  })
  const unit = unitOf(all, amount)
  if (unit) return [make(unit.figure, unit.next)]
  const whole = wholeOf(all, amount)
  if (whole) return [make({ kind: 'count', unit: whole.word, counted: whole.noun, role: 'part' }, whole.next)]
  const joined = hyphenated(all, amount)
  const isVague = min < max && all[amount.next]?.lower === 'of'
  const counted = joined ?? countedAt(all, isVague ? amount.next + 1 : amount.next, min === 1 && max === 1)
  const isVagueWord = min === 1 && max === 1 && !isDigits(all[amount.first])
  if (isVagueWord && !counted) return []
  const every = everyOf(all, first, amount, counted)
  if (every) {
    const common = { kind: 'count', unit: every.word, counted: every.noun, kinds: every.kinds } as const
    const start = (all[every.first] as Token).start
    const end = (all[Math.max(every.next, amount.next) - 1] as Token).end
    return [
      { ...make({ ...common, role: 'part' }, amount.next), start, end },
      { ...make({ ...common, role: 'whole' }, amount.next), start, end },
    ]
  }
  const role = !joined && isWhole(all, first, amount) ? 'whole' : null
  if (!counted) return [make({ kind: 'count', role }, amount.next)]
  return [
    make(
      {
        kind: 'count',
        unit: counted.word,
        counted: counted.isBesides ? `other ${counted.noun}` : counted.noun,
        kinds: counted.kinds,
        role,
      },
      counted.next,
    ),
  ]
}

interface Unit {
  readonly figure: Partial<Figure> & Pick<Figure, 'kind' | 'unit'>
  readonly next: number
}

function unitOf(all: readonly Token[], { first, next, min, max }: Amount): Unit | null {
  const symbol = CURRENCIES.get(all[first - 1]?.text ?? '')
  if (symbol) {
    const rate = rateAt(all, next)
    return { figure: { kind: 'money', unit: rate ? `${symbol}/${rate.time}` : symbol }, next: rate?.next ?? next }
  }
  const isJoined = all[next]?.text === '-' && touches(all[next - 1], all[next])
  const isOf = min < max && all[next]?.lower === 'of' && CURRENCY_WORDS.test(all[next + 1]?.lower ?? '')
  const joined = isJoined || isOf ? next + 1 : next
  const word = all[joined]?.lower ?? ''
  const behind = all[joined + 1]?.lower ?? ''
  if (word === '%' || word === 'percent' || word === 'pct') {
    return /^points?$/u.test(behind)
      ? { figure: { kind: 'points', unit: 'points' }, next: joined + 2 }
      : { figure: { kind: 'percent', unit: '%' }, next: joined + 1 }
  }
  if (word === 'per' && behind === 'cent') return { figure: { kind: 'percent', unit: '%' }, next: joined + 2 }
  if (word === 'percentage' && /^points?$/u.test(behind)) return { figure: { kind: 'points', unit: 'points' }, next: joined + 2 }
  if (CURRENCY_WORDS.test(word)) {
    const name = word.replace(/s$/u, '').replace('rouble', 'ruble')
    return { figure: { kind: 'money', unit: { dollar: 'USD', euro: 'EUR', yen: 'JPY' }[name] ?? name }, next: joined + 1 }
  }
  const time = TIMES.get(word)
  if (time) {
    const old = all[joined + 1]?.text === '-' ? joined + 2 : joined + 1
    if (/^olds?$/u.test(all[old]?.lower ?? '')) return { figure: { kind: 'age', unit: time }, next: old + 1 }
    return { figure: { kind: 'duration', unit: time, counted: timeOf(all, joined + 1) }, next: joined + 1 }
  }
  if (MEASURES.test(word)) return { figure: { kind: 'measure', unit: word.replace(/s$/u, '').replace(/^feet$/u, 'foot') }, next: joined + 1 }
  if (min === max && Number.isInteger(min) && min < 120 && isAge(all, first, next)) return { figure: { kind: 'age', unit: 'year' }, next }
  const share = /^(?:in|of)$/u.test(word) || (word === 'out' && behind === 'of') ? amountAt(all, joined + (word === 'out' ? 2 : 1)) : null
  if (share && word !== 'of' && max < share.min && [3, 4, 5, 6, 8, 10, 20, 100, 1000].includes(share.min)) {
    return { figure: { kind: 'percent', unit: '%', min: (100 * min) / share.min, max: (100 * max) / share.min }, next: share.next }
  }
  return null
}

/** "$10 an hour", "$5 per barrel", "$3 million a year". */
function rateAt(all: readonly Token[], at: number): { time: string; next: number } | null {
  const isPer = /^(?:an?|per)$/u.test(all[at]?.lower ?? '')
  const time = /^(?:hour|day|week|month|year|barrel|gallon|person|share|ton|night)$/u.exec(all[at + 1]?.lower ?? '')
  return isPer && time ? { time: time[0], next: at + 2 } : null
}

/** What a stretch of time is: "two years ago" and "two years in prison" are other things than two years. */
function timeOf(all: readonly Token[], at: number): string | null {
  const words = [all[at]?.lower, all[at + 1]?.lower, all[at + 2]?.lower]
  if (/^(?:ago|earlier|later|before|after)$/u.test(words[0] ?? '')) return words[0] ?? null
  if (words[0] === 'of' || words[0] === 'in' || words[0] === 'behind') {
    return canonicalNoun(/^(?:the|federal|state|a)$/u.test(words[1] ?? '') ? (words[2] ?? '') : (words[1] ?? '')) || null
  }
  return null
}

/** "Holm, 43, said", "aged 43". */
function isAge(all: readonly Token[], first: number, next: number): boolean {
  if (/^(?:aged?)$/u.test(all[first - 1]?.lower ?? '')) return true
  const isBetweenCommas = all[first - 1]?.text === ',' && /^[,.;)]$/u.test(all[next]?.text ?? '')
  const before = all[first - 2]
  return isBetweenCommas && next === first + 1 && isDigits(all[first]) && before !== undefined && /^\p{Lu}\p{Ll}/u.test(before.text)
}

/** Of "3,000 of the 14,000 troops" what is counted. */
function wholeOf(all: readonly Token[], { next }: Amount): Counted | null {
  const of = all[next]?.lower === 'of' ? next + 1 : all[next]?.lower === 'out' && all[next + 1]?.lower === 'of' ? next + 2 : -1
  if (of < 0) return null
  let at = of
  while (/^(?:the|its|his|her|their|our|all|about|some|roughly|nearly|more|than|over|those|these|estimated|an|approximately)$/u.test(all[at]?.lower ?? '')) at++
  const whole = amountAt(all, at)
  if (whole) return countedAt(all, whole.next, false)
  return at > of ? countedAt(all, at, false) : null
}

/** "(3,000) of the 14,000", "the 14,000", "currently 14,000", "there are 14,000". */
function isWhole(all: readonly Token[], first: number, { first: digits, next }: Amount): boolean {
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
function everyOf(
  all: readonly Token[],
  first: number,
  amount: Amount,
  counted: Counted | null,
): (Pick<Counted, 'word' | 'noun' | 'next' | 'kinds'> & { first: number }) | null {
  const back = Math.max(0, first - 9)
  for (let at = first - 1; at >= back; at--) {
    const { lower } = all[at] as Token
    if (/^[.;!?]$/u.test(lower) && !/\.|^\p{Lu}$/u.test(all[at - 1]?.text ?? '')) return null
    if (lower !== 'all') continue
    const isDirect = at + 1 >= first - 1 && /^(?:all|the|of|its|their|our)$/u.test(all[first - 1]?.lower ?? '')
    if (isDirect) return counted && amount.min > 10 ? { ...counted, first: at } : null
    const from = /^(?:the|of|its|their|our)$/u.test(all[at + 1]?.lower ?? '') ? at + 2 : at + 1
    const noun = countedAt(all, from, false)
    if (!noun || noun.next > first) return null
    const between = all.slice(noun.next, first).filter((token) => !/^(?:now|currently|there|[–—(,-])$/u.test(token.lower))
    const isAside = /^[–—(,-]$/u.test(all[noun.next]?.text ?? '') && /^[–—),-]$/u.test(all[amount.next]?.text ?? '')
    return between.length === 0 && isAside ? { ...noun, first: at, next: amount.next + 1 } : null
  }
  return null
}

/** "a 74-nation coalition" counts nations. */
function hyphenated(all: readonly Token[], { next }: Amount): Counted | null {
  const word = all[next + 1]
  if (all[next]?.text !== '-' || !touches(all[next - 1], all[next]) || !word || !HYPHENATED.test(word.lower)) return null
  return { word: plural(word.lower), noun: canonicalNoun(word.lower), next: next + 2, isBesides: false, kinds: [] }
}

function plural(noun: string): string {
  const irregular = { person: 'people', man: 'men', woman: 'women', country: 'countries', story: 'stories' }
  return irregular[noun as keyof typeof irregular] ?? `${noun}s`
}
