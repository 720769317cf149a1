/** What the clock and the calendar of a time zone show at an instant, in milliseconds since 1970. */
import { offsetAt } from './schedule/localTime.js'
import { MONTHS, WEEKDAYS } from './schedule/names.js'

/** "Monday 23 November 2026" */
export function localDay(timezone: string, at: number): string {
  return `${dayAndMonth(timezone, at)} ${local(timezone, at).getUTCFullYear()}`
}

/** "Monday 23 November, 08:30" */
export function localMinute(timezone: string, at: number): string {
  return `${dayAndMonth(timezone, at)}, ${localTime(timezone, at)}`
}

/** "08:30" */
export function localTime(timezone: string, at: number): string {
  return local(timezone, at).toISOString().slice(11, 16)
}

function dayAndMonth(timezone: string, at: number): string {
  const date = local(timezone, at)
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`
}

/** Its UTC fields are those of the local clock. */
function local(timezone: string, at: number): Date {
  return new Date(at + offsetAt(timezone, at))
}
