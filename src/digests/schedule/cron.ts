import { schedulePhrases as say } from '../../digestPhrases.js'
import { UsageError } from '../../errors.js'
import { cycle, monthNamed, weekdayNamed } from './names.js'
import type { Schedule } from './schedule.js'

interface Field {
  readonly name: string
  readonly min: number
  readonly max: number
  readonly named?: (word: string) => number | null
}

const MINUTE: Field = { name: 'minute', min: 0, max: 59 }
const HOUR: Field = { name: 'hour', min: 0, max: 23 }
const DAY_OF_MONTH: Field = { name: 'day of the month', min: 1, max: 31 }
const MONTH: Field = { name: 'month', min: 1, max: 12, named: monthNamed }
const WEEKDAY: Field = { name: 'weekday', min: 0, max: 7, named: weekdayNamed }

const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ['@hourly', '0 * * * *'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@weekly', '0 0 * * 0'],
  ['@monthly', '0 0 1 * *'],
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
])

const LOOKS_LIKE = /^@[a-z]|\*|^[\d,/?-]+ [\d,/?-]+(?: [a-z\d,/?#-]+){3,}$/u

/** Whether words are meant as cron: folded, with single blanks. */
export function isCron(words: string): boolean {
  return LOOKS_LIKE.test(words)
}

/**
 * The schedule of a crontab entry of five fields (POSIX crontab, with the names, steps and nicknames of Vixie cron, and ranges over the end,
 * such as FRI-MON and 22-2, of node-cron): folded, with single blanks. Throws a UsageError.
 */
export function parseCron(words: string): Schedule {
  const fields = (NICKNAMES.get(words) ?? words).split(' ')
  if (words.startsWith('@') && fields.length === 1)
    throw new UsageError(say.unknownNickname(words, [...NICKNAMES.keys()]))
  if (fields.length === 6) throw new UsageError(say.noSeconds(fields.slice(1).join(' ')))
  if (fields.length !== 5) throw new UsageError(say.fiveFields(fields.length))
  const [minute = '', hour = '', dayOfMonth = '', month = '', weekday = ''] = fields
  const minutes = numbersOf(minute, MINUTE)
  return {
    times: numbersOf(hour, HOUR).flatMap((one) => minutes.map((two) => one * 60 + two)),
    weekdays: limitOf(weekday, WEEKDAY)?.map((one) => one % 7) ?? null,
    daysOfMonth: limitOf(dayOfMonth, DAY_OF_MONTH),
    months: limitOf(month, MONTH),
  }
}

function limitOf(text: string, field: Field): number[] | null {
  return text === '*' || text === '?' ? null : numbersOf(text, field)
}

function numbersOf(text: string, field: Field): number[] {
  return text.split(',').flatMap((part) => partOf(part, field))
}

function partOf(part: string, field: Field): number[] {
  const [, from = '', to, step] = /^(\*|[a-z\d]+)(?:-([a-z\d]+))?(?:\/(\d{1,3}))?$/u.exec(part) ?? []
  const isAll = from === '*'
  const last = field === WEEKDAY ? 6 : field.max
  if (from === '' || (isAll && to !== undefined)) throw new UsageError(say.cronField(part, field))
  if (step !== undefined && !isAll && to === undefined)
    throw new UsageError(say.stepNeedsRange(part, `${from}-${last}/${step}`))
  if (Number(step) === 0) throw new UsageError(say.cronField(part, field))
  const first = isAll ? field.min : numberOf(from, part, field)
  const end = isAll ? last : to === undefined ? first : numberOf(to, part, field)
  const all =
    end < first
      ? cycle(first, end, field.min, last - field.min + 1)
      : Array.from({ length: end - first + 1 }, (_, at) => first + at)
  return all.filter((_, at) => at % Number(step ?? 1) === 0)
}

function numberOf(text: string, part: string, field: Field): number {
  const number = /^\d{1,2}$/u.test(text) ? Number(text) : field.named?.(text)
  if (number === undefined || number === null || number < field.min || number > field.max)
    throw new UsageError(say.cronField(part, field))
  return number
}
