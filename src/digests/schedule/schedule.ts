/** Local wall-clock times. A day counts if months, and weekdays or daysOfMonth, allow it (both given: either suffices, as in cron; POSIX crontab). */
export interface Schedule {
  /** Minutes since local midnight, ascending, each once. */
  readonly times: readonly number[]
  /** 0 Sunday … 6; null: all. */
  readonly weekdays: readonly number[] | null
  /** 1…31; null: all. */
  readonly daysOfMonth: readonly number[] | null
  /** 1…12; null: all. */
  readonly months: readonly number[] | null
}

/** A schedule at its place on Earth. */
export interface Timetable {
  readonly schedule: Schedule
  /** An IANA name. */
  readonly timezone: string
  /** Local days on which nothing fires: ISO 8601 dates. */
  readonly quietDays: readonly string[]
}

export const MINUTE = 60_000
export const DAY = 86_400_000

/** Whether a schedule fires on a calendar day, given as days since 1 January 1970. */
export function firesOn({ weekdays, daysOfMonth, months }: Schedule, day: number): boolean {
  const date = new Date(day * DAY)
  if (months && !months.includes(date.getUTCMonth() + 1)) return false
  if (!weekdays && !daysOfMonth) return true
  return (weekdays?.includes(date.getUTCDay()) || daysOfMonth?.includes(date.getUTCDate())) ?? false
}

/** The ISO 8601 date of a day, given as days since 1 January 1970. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}
