import { offsetIn, type ZoneFacts } from './zoneFacts.js'

/** What a schedule asks for, told apart from the code under test: words for that, and functions of a local date and minute. */
export interface Asked {
  readonly words: string
  readonly day: (date: Date) => boolean
  readonly minutes: ReadonlySet<number>
}

const DAY = 1440
const all = () => true
const at = (...times: readonly (readonly [hour: number, minute: number])[]) =>
  new Set(times.map(([hour, minute]) => hour * 60 + minute))
const every = (step: number) => new Set(Array.from({ length: DAY / step }, (_, turn) => turn * step))
const isWeekday = (date: Date) => date.getUTCDay() >= 1 && date.getUTCDay() <= 5

export const ASKED: readonly Asked[] = [
  { words: 'daily at 00:30', day: all, minutes: at([0, 30]) },
  { words: 'daily at 01:30', day: all, minutes: at([1, 30]) },
  { words: 'daily at 02:00', day: all, minutes: at([2, 0]) },
  { words: 'daily at 02:30', day: all, minutes: at([2, 30]) },
  { words: 'daily at 00:00, 02:15 and 03:00', day: all, minutes: at([0, 0], [2, 15], [3, 0]) },
  { words: 'every 15 minutes', day: all, minutes: every(15) },
  { words: 'hourly', day: all, minutes: every(60) },
  { words: 'weekdays at 00:15 and 02:30', day: isWeekday, minutes: at([0, 15], [2, 30]) },
  { words: 'day 1 of the month at 02:30', day: (date) => date.getUTCDate() === 1, minutes: at([2, 30]) },
  {
    words: '45 1,2,23 26-29 * SUN',
    day: (date) => date.getUTCDay() === 0 || (date.getUTCDate() >= 26 && date.getUTCDate() <= 29),
    minutes: at([1, 45], [2, 45], [23, 45]),
  },
]

/**
 * The minutes in UTC, after `from` and up to `until`, at which something falls due: the local clock is watched minute by minute, and
 * each local minute that it reads, or jumps over, for the first time is due then. The watch begins days before, so that what the
 * clock has read already is known.
 */
export function dueMinutes(facts: ZoneFacts, { day, minutes }: Asked, from: number, until: number): number[] {
  const found: number[] = []
  const start = from - 2 * DAY
  let read = start + offsetIn(facts, start)
  for (let minute = start + 1; minute <= until; minute += 1) {
    const local = minute + offsetIn(facts, minute)
    let isDue = false
    while (read < local) {
      read += 1
      isDue ||= minutes.has(read % DAY) && day(new Date(read * 60_000))
    }
    if (isDue && minute > from) found.push(minute)
  }
  return found
}
