import { schedulePhrases as say } from '../../digestPhrases.js'
import { UsageError } from '../../errors.js'
import { type Clause, clausesOf, type Part } from './clauses.js'
import { remaining, withExceptions } from './exceptions.js'
import type { Schedule } from './schedule.js'
import { type ClockTime, tokensOf } from './tokens.js'

type Of<Kind extends Clause['kind']> = Extract<Clause, { readonly kind: Kind }>

const DAY_MINUTES = 1440
const HALF_DAY = 720
/** From when to when, in minutes. */
const PARTS: Readonly<Record<Part, readonly [number, number]>> = {
  morning: [0, HALF_DAY],
  afternoon: [HALF_DAY, 18 * 60],
  evening: [16 * 60, DAY_MINUTES],
  night: [18 * 60, DAY_MINUTES],
}

/** The schedule that plain words name: folded, with single blanks. Throws a UsageError. */
export function parseSpoken(words: string): Schedule {
  const clauses = withExceptions(clausesOf(tokensOf(words)))
  mustStandTogether(clauses)
  const all = <Kind extends Clause['kind']>(kind: Kind) =>
    clauses.filter((clause): clause is Of<Kind> => clause.kind === kind)
  const weekdays = all('days').flatMap((clause) => clause.weekdays)
  const daysOfMonth = all('days').flatMap((clause) => clause.daysOfMonth)
  const months = all('months').flatMap((clause) => clause.months)
  for (const { what, word } of all('needs'))
    if ((what === 'weekday' ? weekdays : daysOfMonth).length === 0) throw new UsageError(say.whichDay(what, word))
  return {
    times: timesOf(
      all('times').flatMap((clause) => clause.times),
      all('span'),
      all('step'),
      all('part'),
    ),
    weekdays: remaining(
      { weekdays, daysOfMonth },
      all('leftOut').flatMap((clause) => clause.weekdays),
    ),
    daysOfMonth: daysOfMonth.length > 0 ? daysOfMonth : null,
    months: months.length > 0 ? months : null,
  }
}

/** "Monday at 9 and Friday at 10" would be read as both times on both days. */
function mustStandTogether(clauses: readonly Clause[]): void {
  const groups = clauses
    .filter(({ kind }) => kind !== 'needs' && kind !== 'part')
    .map(({ kind }) => (kind === 'span' ? 'times' : kind))
    .filter((kind, at, all) => kind !== all[at - 1])
  if (new Set(groups).size < groups.length) throw new UsageError(say.apart)
}

function timesOf(
  times: readonly ClockTime[],
  [span, ...moreSpans]: readonly Of<'span'>[],
  [step, ...moreSteps]: readonly Of<'step'>[],
  [part, ...moreParts]: readonly Of<'part'>[],
): readonly number[] {
  if (moreSpans.length > 0 || moreSteps.length > 0 || moreParts.length > 0) throw new UsageError(say.apart)
  if (step && times.length > 0) throw new UsageError(say.stepAndTimes(step.words))
  if (!step && span) throw new UsageError(say.spanWithoutStep(span.from.text, span.to.text))
  if (!step && times.length === 0) throw new UsageError(say.noTime)
  if (!step) return settled(times, part)
  if (part) throw new UsageError(say.partOfSteps(step.words))
  return span ? stepsWithin(step, span) : stepsOfDay(step)
}

function stepsWithin({ minutes }: Of<'step'>, { from, to }: Of<'span'>): number[] {
  const [first = 0, last = 0] = settled([from, to], undefined)
  if (last < first) throw new UsageError(say.backwards(`${from.text} to ${to.text}`))
  return stepping(first, last, minutes)
}

function stepsOfDay({ minutes, words }: Of<'step'>): number[] {
  if (minutes >= 1 && DAY_MINUTES % minutes !== 0) throw new UsageError(say.doesNotDivide(words))
  return stepping(0, DAY_MINUTES - 1, minutes)
}

function stepping(first: number, last: number, minutes: number): number[] {
  if (minutes < 1) throw new UsageError(say.noStep)
  return Array.from({ length: Math.floor((last - first) / minutes) + 1 }, (_, at) => first + at * minutes)
}

/** Times as minutes since midnight, by the part of the day that is named; a bare 9 beside 5pm could be of either half. */
function settled(times: readonly ClockTime[], part: Of<'part'> | undefined): number[] {
  if (part) return times.map((time) => within(time, part.part))
  const bare = times.find(({ isBare }) => isBare)
  const isHalved = times.some(({ text }) => /[ap]m$/u.test(text))
  if (bare && isHalved) throw new UsageError(say.eitherHalf(bare.text))
  return times.map(({ minutes }) => minutes)
}

function within({ minutes, isBare, text }: ClockTime, part: Part): number {
  const [from, until] = PARTS[part]
  const readings = isBare ? [minutes % HALF_DAY, (minutes % HALF_DAY) + HALF_DAY] : [minutes]
  const found = readings.find((one) => one >= from && one < until)
  if (found === undefined) throw new UsageError(say.notInPart(text, part))
  return found
}
