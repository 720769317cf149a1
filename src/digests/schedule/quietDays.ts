import { quietDayPhrases as say } from '../../digestPhrases.js'
import { UsageError } from '../../errors.js'
import { fold } from '../../language/words.js'
import { MONTHS, monthNamed } from './names.js'
import { DAY, isoDay } from './schedule.js'

const LONGEST = 6000
/** Longer breaks are better made by a pause. */
const MOST = 400
const YEARS_AWAY = 10

const NAMED_MONTH = `(?:${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)\\.?`
const DAY_NUMBER = '\\d{1,2}(?:st|nd|rd|th)?'
const YEAR = '(?:,? \\d{4})?'
const DATE = `\\d{4}-\\d{1,2}-\\d{1,2}|${DAY_NUMBER} (?:of )?${NAMED_MONTH}${YEAR}|${NAMED_MONTH} ${DAY_NUMBER}${YEAR}`
const TO = '(?: (?:to|until|till|through) | ?[–—] ?| - )'
/** "24-26 December", "December 24-26": the month and year of one day are the other's, too. */
const ITEM = new RegExp(
  `(?:${[
    `(?:(?<first>${DATE})${TO})?(?<last>${DATE})`,
    `(?<firstDay>${DAY_NUMBER})(?:${TO}|-)(?<lastDate>${DAY_NUMBER} (?:of )?${NAMED_MONTH}${YEAR})`,
    `(?<month>${NAMED_MONTH}) (?<fromDay>${DAY_NUMBER})(?:${TO}|-)(?<toDay>${DAY_NUMBER})(?<year>${YEAR})`,
  ].join('|')})(?=$|[ ,;])(?! ?(?:to|until|till|through|-|–|—) )`,
  'iuy',
)
const BETWEEN = /(?:[,;&]| |and\b)*/uy
const NUMERIC = /^\d{1,4}[./]\d{1,2}[./]\d{1,4}|^\d{1,2}-\d{1,2}-\d{2,4}/u

/**
 * The days that a person wants to be left alone on, as ISO 8601 dates, ascending, each once: "25 December 2026, 2026-12-26",
 * "2026-12-24 to 2027-01-02". Without a year, the next such day that is not past in UTC. Throws a UsageError.
 */
export function parseQuietDays(words: string, now: Date): string[] {
  if (words.length > LONGEST) throw new UsageError(say.tooLong(LONGEST))
  const plain = fold(words).replace(/\s+/gu, ' ').trim()
  if (plain === '' || plain === 'none' || plain === '-') return []
  const today = Math.floor(now.getTime() / DAY)
  const days = new Set<number>()
  for (let at = skipped(plain, 0); at < plain.length; at = skipped(plain, at)) {
    ITEM.lastIndex = at
    const found = ITEM.exec(plain)
    if (!found) throw new UsageError(refusalOf(plain.slice(at)))
    for (const day of daysOf(found, today)) days.add(day)
    if (days.size > MOST) throw new UsageError(say.tooMany(MOST))
    at += found[0].length
  }
  return [...days].toSorted((a, b) => a - b).map(isoDay)
}

function skipped(text: string, at: number): number {
  BETWEEN.lastIndex = at
  return at + (BETWEEN.exec(text)?.[0].length ?? 0)
}

function refusalOf(rest: string): string {
  const item = rest.split(/[,;]/u, 1)[0] ?? rest
  return NUMERIC.test(item) ? say.unclearOrder(item) : say.notADay(item)
}

function daysOf({ 0: text, groups = {} }: RegExpExecArray, today: number): number[] {
  const { first, last, month, fromDay, toDay, year } = groups
  const firstDay = groups.firstDay ?? fromDay
  const lastDate = groups.lastDate ?? (month && `${toDay} ${month}${year}`)
  const end = dateOf(lastDate ?? last ?? '', today, null)
  const start = firstDay ? dayIn(firstDay, end, text) : first ? dateOf(first, today, end) : end
  if (start > end) throw new UsageError(say.backwards(text))
  if (end - start >= MOST) throw new UsageError(say.tooMany(MOST))
  if (Math.abs(end - today) > YEARS_AWAY * 366) throw new UsageError(say.tooFar(text, YEARS_AWAY))
  return Array.from({ length: end - start + 1 }, (_, step) => start + step)
}

/** "24" in the month of a day. */
function dayIn(firstDay: string, day: number, text: string): number {
  const date = new Date(day * DAY)
  return dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, Number.parseInt(firstDay, 10), text)
}

/** The number of a date's day. Where it has no year, the last such day up to `until`, or without that the next from today on. */
function dateOf(text: string, today: number, until: number | null): number {
  const [, isoYear, isoMonth, isoDate] = /^(\d{4})-(\d+)-(\d+)$/u.exec(text) ?? []
  if (isoYear) return dayNumber(Number(isoYear), Number(isoMonth), Number(isoDate), text)
  const month = monthNamed(/[a-z]{3,}/u.exec(text.replace(/(?<=\d)[a-z]+/u, ''))?.[0] ?? '') ?? 0
  const day = Number.parseInt(/(?<!\d)\d{1,2}(?!\d)/u.exec(text)?.[0] ?? '', 10)
  const year = /\d{4}$/u.exec(text)?.[0]
  if (year) return dayNumber(Number(year), month, day, text)
  const thisYear = new Date((until ?? today) * DAY).getUTCFullYear()
  const isFit = (one: number) => (until === null ? one >= today : one <= until)
  const years = Array.from({ length: 9 }, (_, step) => (until === null ? thisYear + step : thisYear - step))
  const found = years.map((one) => dayNumberOrNull(one, month, day)).find((one) => one !== null && isFit(one))
  if (found === undefined || found === null) throw new UsageError(say.noSuchDay(text))
  return found
}

function dayNumber(year: number, month: number, day: number, text: string): number {
  const number = dayNumberOrNull(year, month, day)
  if (number === null) throw new UsageError(say.noSuchDay(text))
  return number
}

function dayNumberOrNull(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day)
  const date = new Date(time)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / DAY : null
}
