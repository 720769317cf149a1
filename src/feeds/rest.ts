import type { Element } from './elements.js'
import type { ParsedFeed } from './entry.js'
import { wordsOf } from './xmlText.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** sy:updatePeriod (RSS 1.0 module "Syndication"). */
const PERIODS: ReadonlyMap<string, number> = new Map([
  ['hourly', HOUR],
  ['daily', 24 * HOUR],
  ['weekly', 7 * 24 * HOUR],
  ['monthly', 30 * 24 * HOUR],
  ['yearly', 365 * 24 * HOUR],
])
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** When a feed asks to be left alone. */
export function restOf(
  fields: ReadonlyMap<string, readonly Element[]>,
): Pick<ParsedFeed, 'ttl' | 'skipHours' | 'skipDays'> {
  const value = (name: string): string => wordsOf(fields.get(name)?.[0])
  const listed = (name: string): string[] => (fields.get(name) ?? []).flatMap(({ children }) => children.map(wordsOf))
  const hours = listed('skiphours').flatMap((hour) => (/^\d{1,2}$/u.test(hour) ? Number(hour) % 24 : []))
  const days = listed('skipdays').map((day) => DAYS.indexOf(day.slice(0, 3).toLowerCase()))
  return {
    ttl: minutes(value('ttl')) ?? period(value('sy:updateperiod'), value('sy:updatefrequency')),
    skipHours: ordered(hours.filter((hour) => hour < 24)),
    skipDays: ordered(days.filter((day) => day >= 0)),
  }
}

function minutes(value: string): number | null {
  return /^\d{1,9}$/u.test(value) && Number(value) > 0 ? Number(value) * MINUTE : null
}

/** So many times in a period; once where it does not say. */
function period(name: string, frequency: string): number | null {
  const length = PERIODS.get(name.toLowerCase())
  const times = /^\d{1,4}$/u.test(frequency) ? Math.max(1, Number(frequency)) : 1
  return length === undefined ? null : Math.round(length / times)
}

function ordered(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}
