import type { Span } from '../model.js'

/** A word, number or mark, with its place. */
export interface Token extends Span {
  readonly text: string
  readonly lower: string
}

/** A number or a range as printed, in digits or words: tokens from `first` to before `next`. */
export interface Amount {
  readonly first: number
  readonly next: number
  readonly min: number
  readonly max: number
}

const TOKEN = /\d{1,3}(?:[,\u00A0\u2009\u202F]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\p{L}+(?:['’.]\p{L}+)*|\S/gu
const SMALL = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`
const UNITS = new Map(SMALL.split(' ').map((word, value) => [word, value] as const))
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, 10 * (index + 2)] as const),
)
const SCALES = new Map(
  Object.entries({
    dozen: 12,
    hundred: 100,
    thousand: 1e3,
    lakh: 1e5,
    million: 1e6,
    crore: 1e7,
    billion: 1e9,
    trillion: 1e12,
  }),
)
/** "Nearly a mile" and "half a mile" measure; "a mile" says as often "far". */
const LONE_UNIT = /^(?:mile|kilomet(?:er|re)|acre|tonne?)$/u
const HEDGE = /^(?:nearly|almost|about|around|roughly|than|least|over|under|approximately)$/u
const SUFFIXES = new Map(Object.entries({ k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, bn: 1e9, b: 1e9, tn: 1e12 }))
/** From the least to the most that the plural can mean. */
const VAGUE = new Map<string, readonly [number, number]>([
  ['dozens', [24, 140]],
  ['scores', [40, 240]],
  ['hundreds', [200, 3000]],
  ['thousands', [2000, 40_000]],
  ['millions', [2e6, 4e7]],
  ['billions', [2e9, 4e10]],
  ['trillions', [2e12, 4e13]],
])
const LONGEST_DIGITS = 15

export function tokens(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: word, index }) => ({
    text: word,
    lower: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }))
}

const NOTHING: Token = { text: '', lower: '', start: 0, end: 0 }

/** The token at a place; one without text where there is none. */
export function tokenAt(all: readonly Token[], at: number): Token {
  return all[at] ?? NOTHING
}

export function isDigits(token: Token | undefined): boolean {
  return token !== undefined && /^\d/u.test(token.text)
}

/** Whether two tokens touch. */
export function touches(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && a.end === b.start
}

/** The number that begins at a token, or null. A range has two ends: "10 to 15", "10–15", "between 10 and 15", "two or three". */
export function amountAt(all: readonly Token[], at: number): Amount | null {
  const amount = rangeAt(all, at)
  return amount && { ...amount, next: behindHedge(all, amount.next) }
}

/** Behind the hedge that follows a number: "30 or so boats", "30-odd boats", "30-plus boats". */
function behindHedge(all: readonly Token[], next: number): number {
  const [first = '', second = ''] = [all[next]?.lower, all[next + 1]?.lower]
  return (first === 'or' && second === 'so') || (first === '-' && /^(?:odd|plus)$/u.test(second)) ? next + 2 : next
}

function rangeAt(all: readonly Token[], at: number): Amount | null {
  const low = scalarAt(all, at)
  if (!low) return null
  const isBetween = all[at - 1]?.lower === 'between'
  const joiner = all[low.next]
  const joins = /^(?:to|or|[–—-])$/u.test(joiner?.lower ?? '') || (isBetween && joiner?.lower === 'and')
  const behind = all[low.next + 1]
  const from = behind && /^[$£€]$/u.test(behind.text) ? low.next + 2 : low.next + 1
  const isDash = /^[–—-]$/u.test(joiner?.text ?? '')
  if (!joins || all[at - 1]?.lower === 'from' || (isDash && !touches(joiner, behind))) return low
  const high = scalarAt(all, from)
  if (!high) return low
  const scale = scaleOf(all[high.next - 1])
  const min = low.next === low.first + 1 && scale > 1 && low.min * scale <= high.max ? low.min * scale : low.min
  return high.max > min && isDigits(all[at]) === isDigits(all[from]) ? { ...high, first: at, min } : low
}

function scaleOf(token: Token | undefined): number {
  return SCALES.get(token?.lower ?? '') ?? SUFFIXES.get(token?.lower ?? '') ?? 1
}

/** One number that begins at a token, or null. */
export function scalarAt(all: readonly Token[], at: number): Amount | null {
  const token = all[at]
  if (!token) return null
  return withHalf(all, isDigits(token) ? digitsAt(all, at, token) : (vagueAt(all, at) ?? wordsAt(all, at)))
}

/** "Three and a half", "two and a half million". */
function withHalf(all: readonly Token[], amount: Amount | null): Amount | null {
  if (!amount || amount.min < amount.max || all[amount.next]?.lower !== 'and') return amount
  const { first, next, min } = amount
  if (all[next + 1]?.lower !== 'a' || all[next + 2]?.lower !== 'half') return amount
  const scale = SCALES.get(all[next + 3]?.lower ?? '')
  return exactly(first, scale ? next + 4 : next + 3, (min + 0.5) * (scale ?? 1))
}

function digitsAt(all: readonly Token[], at: number, token: Token): Amount | null {
  if (token.text.length > LONGEST_DIGITS) return null
  if (/^0\d/u.test(token.text)) return null
  const value = Number(token.text.replaceAll(/[,\u00A0\u2009\u202F]/gu, ''))
  const behind = all[at + 1]
  const suffix = touches(token, behind) ? SUFFIXES.get(behind?.lower ?? '') : undefined
  const isMoney = /^[$£€¥]$/u.test(all[at - 1]?.text ?? '')
  if (suffix && (isMoney || /^(?:k|bn|mn|mln|tn|M|B)$/u.test(behind?.text ?? '')))
    return exactly(at, at + 2, value * suffix)
  const isJoined = behind?.text === '-' && touches(token, behind)
  const scaleAt = isJoined ? at + 2 : at + 1
  const scale = SCALES.get(all[scaleAt]?.lower ?? '')
  return scale ? exactly(at, scaleAt + 1, value * scale) : exactly(at, at + 1, value)
}

function exactly(first: number, next: number, value: number): Amount {
  const rounded = Number(value.toPrecision(LONGEST_DIGITS))
  return { first, next, min: rounded, max: rounded }
}

/** "dozens", "tens of thousands", "several hundred". */
function vagueAt(all: readonly Token[], at: number): Amount | null {
  const word = all[at]?.lower ?? ''
  const second = all[at + 1]?.lower ?? ''
  const isFew = word === 'several' || (word === 'few' && all[at - 1]?.lower === 'a')
  const isCouple = word === 'couple' && all[at - 1]?.lower === 'a'
  const at2 = isCouple && second === 'of' ? at + 2 : at + 1
  const scale = SCALES.get(all[at2]?.lower ?? '')
  if (isFew && scale) return { first: at, next: at + 2, min: 2 * scale, max: 9.99 * scale }
  if (isCouple && scale) return { first: at, next: at2 + 1, min: 2 * scale, max: 2.99 * scale }
  const most = VAGUE.get(all[at + 2]?.lower ?? '')
  if (second === 'of' && most && (word === 'tens' || word === 'hundreds')) {
    const times = word === 'tens' ? 10 : 100
    return { first: at, next: at + 3, min: times * most[0], max: times * most[1] }
  }
  const range = VAGUE.get(word)
  return range ? { first: at, next: at + 1, min: range[0], max: range[1] } : null
}

/** "forty-three", "two hundred and fifty thousand", "a dozen", "half a million". */
function wordsAt(all: readonly Token[], at: number): Amount | null {
  const half = all[at]?.lower === 'half' && /^an?$/u.test(all[at + 1]?.lower ?? '') ? 0.5 : 0
  const start = half ? at + 1 : at
  if (/^an?$/u.test(all[start]?.lower ?? '')) {
    const word = all[start + 1]?.lower ?? ''
    if (LONE_UNIT.test(word) && (half || HEDGE.test(all[at - 1]?.lower ?? ''))) return exactly(at, start + 1, half || 1)
    const scale = SCALES.get(word)
    if (!scale) return null
    const more = SCALES.get(all[start + 2]?.lower ?? '')
    return exactly(at, start + (more ? 3 : 2), (half || 1) * scale * (more ?? 1))
  }
  let total = 0
  let current = 0
  let next = at
  let last: 'none' | 'unit' | 'tens' | 'scale' = 'none'
  for (;;) {
    const here = joinedAt(all, next, at)
    const word = all[here]?.lower ?? ''
    const unit = UNITS.get(word)
    const tens = TENS.get(word)
    const scale = SCALES.get(word)
    if (unit !== undefined && (last === 'none' || last === 'scale' || (last === 'tens' && unit > 0 && unit < 10))) {
      current += unit
      last = 'unit'
    } else if (tens !== undefined && (last === 'none' || last === 'scale')) {
      current += tens
      last = 'tens'
    } else if (scale !== undefined && last !== 'none') {
      if (scale >= 1000) [total, current] = [(total + current) * scale, 0]
      else current *= scale
      last = 'scale'
    } else break
    next = here + 1
  }
  return next > at ? exactly(at, next, total + current) : null
}

/** Where the next word of a number stands, behind a hyphen or "and". */
function joinedAt(all: readonly Token[], at: number, first: number): number {
  if (at === first) return at
  const token = all[at]
  if (token?.text === '-' && touches(all[at - 1], token) && touches(token, all[at + 1])) return at + 1
  if (token?.lower !== 'and' || !/^(?:hundred|thousand)$/u.test(all[at - 1]?.lower ?? '')) return at
  return UNITS.has(all[at + 1]?.lower ?? '') || TENS.has(all[at + 1]?.lower ?? '') ? at + 1 : at
}
