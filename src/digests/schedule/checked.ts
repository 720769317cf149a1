import { schedulePhrases as say } from '../../digestPhrases.js'
import { UsageError } from '../../errors.js'
import { DAY, firesOn, type Schedule } from './schedule.js'

/** Firings closer than this are refused. */
const LEAST_APART = 15
const DAY_MINUTES = 1440
/** After 28 years days of the month fall on the same weekdays again. */
const YEARS: readonly [number, number] = [Date.UTC(2000, 0, 1) / DAY, Date.UTC(2028, 0, 1) / DAY]

/** A schedule in its one form: sorted, each number once, null for what allows all. Throws a UsageError where it never fires, or too often. */
export function checked(schedule: Schedule): Schedule {
  const weekdays = limit(schedule.weekdays, 7)
  const daysOfMonth = limit(schedule.daysOfMonth, 31)
  const isEveryDay = weekdays === 'all' || daysOfMonth === 'all'
  const months = limit(schedule.months, 12)
  const found: Schedule = {
    times: sorted(schedule.times),
    weekdays: isEveryDay ? null : weekdays,
    daysOfMonth: isEveryDay ? null : daysOfMonth,
    months: months === 'all' ? null : months,
  }
  if (!firesSomeDay(found)) throw new UsageError(say.never)
  if (leastApart(found) < LEAST_APART) throw new UsageError(say.tooOften(LEAST_APART))
  return found
}

function limit(numbers: readonly number[] | null, all: number): readonly number[] | 'all' | null {
  if (!numbers) return null
  const each = sorted(numbers)
  return each.length === all ? 'all' : each
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}

function firesSomeDay(schedule: Schedule): boolean {
  for (let day = YEARS[0]; day < YEARS[1]; day += 1) if (firesOn(schedule, day)) return schedule.times.length > 0
  return false
}

function firesOnTwoDaysRunning(schedule: Schedule): boolean {
  for (let day = YEARS[0]; day < YEARS[1]; day += 1)
    if (firesOn(schedule, day) && firesOn(schedule, day + 1)) return true
  return false
}

/** Minutes on the clock. */
function leastApart(schedule: Schedule): number {
  const { times } = schedule
  const within = times.slice(1).map((time, at) => time - (times[at] ?? 0))
  const overMidnight = (times[0] ?? 0) + DAY_MINUTES - (times.at(-1) ?? 0)
  const counts = overMidnight < LEAST_APART && firesOnTwoDaysRunning(schedule)
  return Math.min(...within, counts ? overMidnight : DAY_MINUTES)
}
