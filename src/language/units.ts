import { canonicalNoun } from './counted.js'
import type { Figure } from './figures.js'
import { type Amount, amountAt, isDigits, type Token, touches } from './numbers.js'

const CURRENCIES = new Map(Object.entries({ $: 'USD', '£': 'GBP', '€': 'EUR', '¥': 'JPY', '₹': 'INR' }))
/** Dollars of others than the United States. */
const DOLLARS = new Map(Object.entries({ c: 'CAD', a: 'AUD', hk: 'HKD', nz: 'NZD' }))
const CURRENCY_WORDS = /^(?:dollars?|euros?|yen|yuan|rubles?|roubles?|rupees?|pesos?|cents?|pence)$/u
const TIMES = new Map(
  'second minute hour day week month year decade century'.split(' ').flatMap((one) => [
    [one, one],
    [one === 'century' ? 'centuries' : `${one}s`, one],
  ]),
)
const MEASURES =
  /^(?:miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?|feet|foot|inch(?:es)?|yards?|acres?|hectares?|tons?|tonnes?|pounds?|lbs?|kilograms?|kg|ounces?|gallons?|barrels?|degrees?|mph|megawatts?|gigabytes?|knots?|lit(?:er|re)s?)$/u

const MEASURED = new Map(
  Object.entries({
    feet: 'foot',
    inches: 'inch',
    km: 'kilometer',
    kilometre: 'kilometer',
    kilometres: 'kilometer',
  }).concat(
    Object.entries({
      metre: 'meter',
      metres: 'meter',
      lb: 'pound',
      lbs: 'pound',
      kg: 'kilogram',
      tonne: 'ton',
      tonnes: 'ton',
    }),
  ),
)

/** What an amount is an amount of, and the token behind the unit. */
export interface Unit {
  readonly figure: Partial<Figure> & Pick<Figure, 'kind' | 'unit'>
  readonly next: number
}

/** The unit of an amount, or null where it counts. */
export function unitOf(all: readonly Token[], { first, next, min, max }: Amount): Unit | null {
  const sign = all[first - 1]
  const before = touches(all[first - 2], sign) ? DOLLARS.get(all[first - 2]?.lower ?? '') : undefined
  const symbol = sign?.text === '$' ? (before ?? 'USD') : CURRENCIES.get(sign?.text ?? '')
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
      : (percentRangeAt(all, first, joined) ?? { figure: { kind: 'percent', unit: '%' }, next: joined + 1 })
  }
  if (isJoined && /^points?$/u.test(word)) return { figure: { kind: 'points', unit: 'points' }, next: joined + 1 }
  if (word === 'per' && behind === 'cent') return { figure: { kind: 'percent', unit: '%' }, next: joined + 2 }
  if (word === 'percentage' && /^points?$/u.test(behind))
    return { figure: { kind: 'points', unit: 'points' }, next: joined + 2 }
  if (CURRENCY_WORDS.test(word)) {
    const name = word.replace(/s$/u, '').replace('rouble', 'ruble')
    return {
      figure: { kind: 'money', unit: { dollar: 'USD', euro: 'EUR', yen: 'JPY' }[name] ?? name },
      next: joined + 1,
    }
  }
  const time = TIMES.get(word)
  if (time) {
    const old = all[joined + 1]?.text === '-' ? joined + 2 : joined + 1
    if (/^olds?$/u.test(all[old]?.lower ?? '')) return { figure: { kind: 'age', unit: time }, next: old + 1 }
    return { figure: { kind: 'duration', unit: time, counted: timeOf(all, joined + 1) }, next: joined + 1 }
  }
  if (MEASURES.test(word))
    return { figure: { kind: 'measure', unit: MEASURED.get(word) ?? word.replace(/s$/u, '') }, next: joined + 1 }
  if (min === max && Number.isInteger(min) && min < 120 && isAge(all, first, next))
    return { figure: { kind: 'age', unit: 'year' }, next }
  const share =
    /^(?:in|of)$/u.test(word) || (word === 'out' && behind === 'of')
      ? amountAt(all, joined + (word === 'out' ? 2 : 1))
      : null
  if (share && word !== 'of' && max < share.min && [3, 4, 5, 6, 8, 10, 20, 100, 1000].includes(share.min)) {
    return {
      figure: { kind: 'percent', unit: '%', min: (100 * min) / share.min, max: (100 * max) / share.min },
      next: share.next,
    }
  }
  return null
}

/** "Between 40% and 45%", from the first of the signs. */
function percentRangeAt(all: readonly Token[], first: number, sign: number): Unit | null {
  if (all[first - 1]?.lower !== 'between' || all[sign + 1]?.lower !== 'and') return null
  const [low, high] = [amountAt(all, first), amountAt(all, sign + 2)]
  if (!low || !high || low.max > high.max || all[high.next]?.lower !== all[sign]?.lower) return null
  return { figure: { kind: 'percent', unit: '%', min: low.min, max: high.max }, next: high.next + 1 }
}

/** "$10 an hour", "$5 per barrel", "$3 million a year". */
function rateAt(all: readonly Token[], at: number): { time: string; next: number } | null {
  const isHyphened = all[at]?.text === '-' && all[at + 2]?.text === '-'
  const [per, each] = isHyphened ? [at + 1, at + 3] : [at, at + 1]
  const isPer = /^(?:an?|per)$/u.test(all[per]?.lower ?? '')
  const time = /^(?:hour|day|week|month|year|barrel|gallon|person|share|ton|night)$/u.exec(all[each]?.lower ?? '')
  return isPer && time ? { time: time[0], next: each + 1 } : null
}

/** What a stretch of time is: "two years ago" and "two years in prison" are other things than two years. */
function timeOf(all: readonly Token[], at: number): string | null {
  const words = [all[at]?.lower, all[at + 1]?.lower, all[at + 2]?.lower]
  if (/^(?:ago|earlier|later|before|after)$/u.test(words[0] ?? '')) return words[0] ?? null
  if (words[0] === 'of' || words[0] === 'in' || words[0] === 'behind') {
    return (
      canonicalNoun(/^(?:the|federal|state|a)$/u.test(words[1] ?? '') ? (words[2] ?? '') : (words[1] ?? '')) || null
    )
  }
  return null
}

/** "Holm, 43, said", "aged 43", "died at 87". */
function isAge(all: readonly Token[], first: number, next: number): boolean {
  if (/^(?:aged?)$/u.test(all[first - 1]?.lower ?? '')) return true
  if (/^(?:is|was)$/u.test(all[first - 1]?.lower ?? '') && all[first - 2]?.lower === 'who') return true
  if (all[first - 1]?.lower === 'at' && /^(?:die[ds]?|dead|away)$/u.test(all[first - 2]?.lower ?? '')) return true
  const isBetweenCommas = all[first - 1]?.text === ',' && /^[,.;)]$/u.test(all[next]?.text ?? '')
  const before = all[first - 2]
  return (
    isBetweenCommas &&
    next === first + 1 &&
    isDigits(all[first]) &&
    before !== undefined &&
    /^\p{Lu}\p{Ll}/u.test(before.text)
  )
}
