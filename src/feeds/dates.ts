import { MONTHS, ZONES } from './dateWords.js'

const CLOCK = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?(?:\s?([ap])\.?m\b\.?)?/iu
/** "20190304T100000Z" */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?!\d)/iu
const YEAR_FIRST = /^\D{0,12}(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/u
const DAY_FIRST = /^\D{0,12}(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/u
const SLASHED = /^\D{0,12}(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/u
const OFFSET = /([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)/u
const EARLIEST = Date.UTC(1990, 0, 1)
const LATEST = Date.UTC(9999, 11, 30)

type Day = readonly [year: number, month: number, day: number]

/**
 * A date as feeds write it, as ISO 8601: a date alone stays one, a time becomes that of UTC (which it is taken for where it names no zone). Reads
 * RFC 822 with all that is made of it, ISO 8601 and its kin, and dates in words. Null where there is none, or none that a calendar or a feed has.
 */
export function feedDate(given: string): string | null {
  const value = given
    .slice(0, 200)
    .replace(/\s+/gu, ' ')
    .replace(/\u2212/gu, '-')
    .trim()
  const spread = value.replace(COMPACT, (_, year, month, day, hour, minute, second = '00') =>
    hour === undefined ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${hour}:${minute}:${second}`,
  )
  const clock = CLOCK.exec(spread)
  const [before, after] =
    clock === null ? [spread, ''] : [spread.slice(0, clock.index), spread.slice(clock.index + clock[0].length)]
  const isAmerican = clock?.[4] !== undefined
  const day =
    numericDay(before, isAmerican) ??
    dayInWords(before, after) ??
    numericDay(after, isAmerican) ??
    dayInWords(after.replace(OFFSET, ''), '')
  if (day === null || !isInCalendar(day)) return null
  const midnight = Date.UTC(day[0], day[1] - 1, day[2])
  if (midnight < EARLIEST || midnight > LATEST) return null
  if (clock === null) return new Date(midnight).toISOString().slice(0, 10)
  const minutes = minutesOf(clock)
  if (minutes === null) return null
  const seconds = Math.min(Number(clock[3] ?? 0), 59)
  return new Date(midnight + ((minutes - offsetOf(after)) * 60 + seconds) * 1000).toISOString()
}

/** Where day and month could be either, a time with "am" or "pm" tells that this is American. */
function numericDay(date: string, isAmerican: boolean): Day | null {
  const [, year, , month, day] = YEAR_FIRST.exec(date) ?? []
  if (year !== undefined) return [Number(year), Number(month), Number(day)]
  const dotted = DAY_FIRST.exec(date)
  if (dotted) return [Number(dotted[3]), Number(dotted[2]), Number(dotted[1])]
  const slashed = SLASHED.exec(date)
  if (slashed === null) return null
  const [first, second] = [Number(slashed[1]), Number(slashed[2])]
  if (first > 12) return [Number(slashed[3]), second, first]
  return second > 12 || isAmerican ? [Number(slashed[3]), first, second] : null
}

/** A month by its name, and numbers around it; the year may stand behind the time (asctime). */
function dayInWords(before: string, after: string): Day | null {
  const month = monthOf(before)
  const numbers: readonly string[] = before.match(/\d+/gu) ?? []
  const year = /(?<![+\-\d:])\d{4}(?!\d)/u.exec(after)?.[0] ?? numbers.find(({ length }) => length > 2) ?? numbers[1]
  const day = numbers.find((each) => each !== year) ?? (numbers.length > 1 ? numbers[0] : undefined)
  return month === 0 || year === undefined || day === undefined ? null : [fullYear(year), month, Number(day)]
}

/** 1 to 12; 0 where no month is named. The last name counts, since days whose names begin alike (mardi) come first. */
function monthOf(words: string): number {
  const months = (words.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) =>
    MONTHS.findIndex((names) => names.some((name) => word.startsWith(name))),
  )
  return (months.findLast((month) => month >= 0) ?? -1) + 1
}

/** As RFC 2822, section 4.3, has it. */
function fullYear(written: string): number {
  const year = Number(written)
  if (written.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return written.length === 3 ? 1900 + year : year
}

function minutesOf([, hours = '', minutes = '', , half]: readonly (string | undefined)[]): number | null {
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return hour > 24 || Number(minutes) > 59 ? null : hour * 60 + Number(minutes)
}

/** Minutes east of Greenwich; UTC where no zone is named, or one that nobody knows (RFC 2822, section 4.3). */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes = '0'] = OFFSET.exec(zone) ?? []
  if (hours !== undefined && Number(hours) <= 15) {
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  }
  const words: readonly string[] = zone.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.map((word) => ZONES.get(word)).find((east) => east !== undefined) ?? 0
}

function isInCalendar([year, month, day]: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
