import type { Figure } from '../../language/figures.js'
import type { Verdict } from '../../message.js'

/** Metres. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({ mile: 1609.34, kilometer: 1000, meter: 1, yard: 0.9144, foot: 0.3048, inch: 0.0254 }),
)
/** A length is converted and rounded on the way from one unit to another. */
const CONVERTED = 0.04
const DAYS: Readonly<Record<string, number>> = {
  second: 1 / 86_400,
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.44,
  year: 365.25,
  decade: 3652.5,
  century: 36_525,
}
/** Fewer are counted, not rounded. */
const COUNTED_EXACTLY = 100
/** "About 150" may be 162. */
const ABOUT = 0.1
/** "About a dozen" may be 16: so few are seldom counted by who says "about". */
const FEW = 20
const ABOUT_FEW = 1 / 3
/** "Nearly 30,000" is said of 27,000, not of 26,000. */
const NEARLY = 0.1
/** "100" is no rounding of 120, but "about 2 million" may be 1.7 million. */
const ROUNDED_BY = 0.1
const ROUNDED_ABOUT_BY = 0.2
/** "Dozens" and "hundreds" are no numbers to dispute. */
const VAGUE = 4
/** "Twenty years" are often 21. */
const ROUND_TIME = 20
/** "More than 2,000" is not said of 14,000. */
const FURTHEST = 2

/**
 * How two figures that measure one thing stand: the same; compatible, as one rounds, hedges or is less precise than the other; or in
 * conflict. Null where one is so loose a bound of the other that to put them side by side says nothing.
 */
export function verdictOf(a: Figure, b: Figure): Verdict | null {
  if (a.kind === 'date') return ofRanges(a, b)
  const isTime = a.kind === 'duration' || a.kind === 'age'
  if (a.kind === 'measure' && a.unit !== b.unit) return ofLengths(inMeters(a), inMeters(b))
  const [one, other] = isTime && a.unit !== b.unit ? [inDays(a), inDays(b)] : [a, b]
  if (one.min === other.min && one.max === other.max) {
    if (areApart(a, b) || areApart(b, a)) return 'conflict'
    return a.qualifier === b.qualifier ? 'same' : 'compatible'
  }
  if (rounds(one, other) || rounds(other, one)) return 'compatible'
  const [x, y] = [hedged(one), hedged(other)]
  if (x.min > y.max || y.min > x.max) return isVague(one) || isVague(other) ? null : 'conflict'
  return isLoose(one, other) || isLoose(other, one) ? null : 'compatible'
}

/** The year of a date is often guessed, so a year between two says nothing. */
function ofRanges(a: Figure, b: Figure): Verdict {
  if (a.min === b.min && a.max === b.max) return 'same'
  const apart = Math.abs(a.min - b.min)
  if (apart === 365 || apart === 366) return 'compatible'
  return a.min <= b.max && b.min <= a.max ? 'compatible' : 'conflict'
}

/** Whether one unit of length can be told as the other. */
export function areLengths(one: string, other: string): boolean {
  return LENGTHS.has(one) && LENGTHS.has(other)
}

function ofLengths(a: Figure, b: Figure): Verdict | null {
  const [x, y] = [hedged(a), hedged(b)]
  if (x.min > y.max || y.min > x.max) return isVague(a) || isVague(b) ? null : 'conflict'
  return isLoose(a, b) || isLoose(b, a) ? null : 'compatible'
}

function inMeters(figure: Figure): Figure {
  const meters = LENGTHS.get(figure.unit) ?? 1
  return { ...figure, min: figure.min * meters * (1 - CONVERTED), max: figure.max * meters * (1 + CONVERTED) }
}

/** "Nearly a mile" and "more than a mile": of the one number, one is below and the other above. */
function areApart(a: Figure, b: Figure): boolean {
  return /^(?:nearly|less than)$/u.test(a.qualifier ?? '') && b.qualifier === 'more than'
}

function inDays(figure: Figure): Figure {
  const days = DAYS[figure.unit] ?? 1
  return { ...figure, min: figure.min * days - days / 2, max: figure.max * days + days / 2 }
}

function isVague({ min, max, kind }: Figure): boolean {
  return kind !== 'date' && max > VAGUE * min
}

/** Whether the first is a bound that nobody would give for the second. */
function isLoose(bound: Figure, exact: Figure): boolean {
  return (
    (/^(?:at least|more than)$/u.test(bound.qualifier ?? '') && exact.min > FURTHEST * bound.max) ||
    (/^(?:at most|less than)$/u.test(bound.qualifier ?? '') && FURTHEST * exact.max < bound.min)
  )
}

/** Whether the first is the second, rounded. */
function rounds(round: Figure, exact: Figure): boolean {
  if (round.qualifier === 'nearly') return false
  const step = stepOf(round.max, round.kind)
  if (step <= stepOf(exact.max, exact.kind)) return false
  const most = Math.min(step / 2, (round.qualifier === 'about' ? ROUNDED_ABOUT_BY : ROUNDED_BY) * exact.max)
  return Math.abs(round.min - exact.min) < most && Math.abs(round.max - exact.max) < most
}

/** What a figure can mean, with its hedge. */
function hedged({ min, max, qualifier, kind }: Figure): { min: number; max: number } {
  if (qualifier === 'at least' || qualifier === 'more than') return { min, max: Number.POSITIVE_INFINITY }
  if (qualifier === 'at most' || qualifier === 'less than') return { min: Number.NEGATIVE_INFINITY, max }
  if (qualifier === null) return { min, max }
  if (qualifier === 'nearly') return { min: min * (1 - NEARLY), max }
  const near = (kind === 'count' && max < FEW ? ABOUT_FEW : ABOUT) * max
  return { min: min - near, max: max + near }
}

/** What the last digit that is printed for its worth stands for: 1,000 in 14,000; 0.1 in 2.6. */
function stepOf(value: number, kind: Figure['kind']): number {
  if (value === 0) return 0
  const decimals = /\.(\d+)/u.exec(String(value))?.[1]?.length ?? 0
  if (decimals > 0) return 10 ** -Math.min(decimals, 12)
  if (kind === 'percent' || kind === 'points') return 1
  if (kind === 'duration' && value >= ROUND_TIME && value % 10 === 0) return 10
  if (kind === 'age' || kind === 'duration' || (kind === 'count' && value < COUNTED_EXACTLY)) return 0
  const zeros = /0*$/u.exec(String(Math.round(value)))?.[0].length ?? 0
  return zeros === 0 ? 0 : 10 ** zeros
}
