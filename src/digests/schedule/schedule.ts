/** Local wall-clock times. A day counts if months, and weekdays or daysOfMonth, allow it (where both are given either suffices, as in POSIX crontab). */
export interface Schedule {
  /** Minutes since local midnight, ascending, each once. */
  readonly times: readonly number[]
  /** 0 Sunday to 6; null: all. */
  readonly weekdays: readonly number[] | null
  /** 1 to 31; null: all. */
  readonly daysOfMonth: readonly number[] | null
  /** 1 to 12; null: all. */
  readonly months: readonly number[] | null
}

export interface Timetable {
  readonly schedule: Schedule
  /** As the IANA database names it. */
  readonly timezone: string
  /** ISO 8601 dates, local, on which nothing falls due. */
  readonly quietDays: readonly string[]
}
