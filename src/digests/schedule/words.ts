import { timetablePhrases as say } from '../../digestPhrases.js'
import { MONTHS, WEEKDAYS } from './names.js'
import type { Schedule } from './schedule.js'

const DAY_MINUTES = 1440
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0]
/** From so many on, what follows one another is told by its ends. */
const RUN = 3
/** From so many on, times at one distance are told by it; and where they do not fill the day. */
const STEPS_OF_DAY = 3
const STEPS_WITHIN = 4

/** A schedule in words that parseSchedule reads back to the same: "weekdays at 08:30", "every 4 hours", "day 1 of the month at 09:00". */
export function sayTimetable(schedule: Schedule): string {
  const days = daysOf(schedule)
  const months = schedule.months ? say.months(runs(schedule.months, schedule.months, monthName)) : null
  const step = stepOf(schedule.times)
  const parts = step
    ? [step, days && say.on(days), months]
    : [days ?? say.daily, months, say.at(schedule.times.map(clock))]
  return parts.filter((part) => part !== null).join(' ')
}

function daysOf({ weekdays, daysOfMonth }: Schedule): string | null {
  const names = [
    ...(weekdays ? weekdayWords(weekdays) : []),
    ...(daysOfMonth ? [say.daysOfMonth(runs(daysOfMonth, daysOfMonth, String), daysOfMonth.length)] : []),
  ]
  return names.length === 0 ? null : say.list(names)
}

function weekdayWords(weekdays: readonly number[]): string[] {
  const key = weekdays.join('')
  if (key === '12345') return [say.weekdays]
  if (key === '06') return [say.weekends]
  const ordered = MONDAY_FIRST.filter((day) => weekdays.includes(day))
  return runs(
    ordered,
    ordered.map((day) => MONDAY_FIRST.indexOf(day)),
    (day) => WEEKDAYS[day] ?? '',
  )
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? ''
}

/** The names of numbers, those that stand next to one another by the first and the last. */
function runs(numbers: readonly number[], places: readonly number[], name: (number: number) => string): string[] {
  const found: number[][] = []
  for (const [at, number] of numbers.entries()) {
    const isNext = at > 0 && places[at] === (places[at - 1] ?? 0) + 1
    if (isNext) found.at(-1)?.push(number)
    else found.push([number])
  }
  return found.flatMap((run) => {
    const [first = 0, last = 0] = [run[0], run.at(-1)]
    return run.length < RUN ? run.map(name) : [say.range(name(first), name(last))]
  })
}

/** "every 4 hours", "every 30 minutes from 08:00 to 18:00"; null where the times are not all at one distance. */
function stepOf(times: readonly number[]): string | null {
  const [first = 0, second = 0] = times
  const last = times.at(-1) ?? 0
  const step = second - first
  if (times.length < STEPS_OF_DAY || times.some((time, at) => time !== first + at * step)) return null
  if (first === 0 && step * times.length === DAY_MINUTES) return say.every(step)
  return times.length < STEPS_WITHIN ? null : say.everyWithin(step, clock(first), clock(last))
}

function clock(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
