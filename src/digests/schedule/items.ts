import { schedulePhrases as say } from '../../digestPhrases.js'
import { UsageError } from '../../errors.js'
import { monthNamed, weekdayNamed } from './names.js'
import { type ClockTime, type Token, timeOf } from './tokens.js'

/** What one token names. */
export type Item =
  | { readonly kind: 'time'; readonly time: ClockTime }
  | { readonly kind: 'weekday' | 'dayOfMonth' | 'month'; readonly value: number }

/** What a bare number is by what stands before it: an hour after "at", a day after "days" or a month. */
export type Expected = 'hour' | 'day' | null

const UNIT = /^(?:h|hrs?|hours?|m|mins?|minutes?|days?|weeks?|months?|years?)$/u
const COUNTED = /^(?:h|m(?!o))/u
const YEAR = /^(?:19|20|21)\d\d$/u

/** The time, weekday, day of the month or month at a place; null where there is none. Throws a UsageError where it is unclear. */
export function itemAt(tokens: readonly Token[], at: number, expected: Expected): Item | null {
  const token = tokens[at]
  const next = tokens[at + 1]?.text ?? ''
  switch (token?.kind) {
    case 'time':
      return { kind: 'time', time: token.time }
    case 'ordinal':
      return ordinalAt(tokens, at, token.text, token.value)
    case 'number':
      if (UNIT.test(next))
        throw new UsageError((COUNTED.test(next) ? say.notEvery : say.uneven)(`${token.text} ${next}`))
      if (expected !== 'hour' && YEAR.test(token.text)) throw new UsageError(say.oneOff(token.text))
      if (next === 'of' || monthNamed(next) !== null || expected === 'day') return dayOfMonth(token.text, token.value)
      return hourOf(token.text, token.value, expected)
    case 'word':
      return named('weekday', weekdayNamed(token.text)) ?? named('month', monthNamed(token.text))
    default:
      return null
  }
}

function ordinalAt(tokens: readonly Token[], at: number, text: string, value: number): Item {
  const [before, next, afterNext] = [tokens[at - 1]?.text, tokens[at + 1]?.text ?? '', tokens[at + 2]?.text]
  if (weekdayNamed(next) !== null || next.startsWith('week')) throw new UsageError(say.nthWeekday(`${text} ${next}`))
  const isCounted = before === 'every' && UNIT.test(next) && afterNext !== 'of'
  if (isCounted) throw new UsageError(say.uneven(`every ${text} ${next}`))
  return dayOfMonth(text, value)
}

function dayOfMonth(text: string, value: number): Item {
  if (value < 1 || value > 31) throw new UsageError(say.notADayOfMonth(text))
  return { kind: 'dayOfMonth', value }
}

/** 9 is an hour after "at"; 0930 is a time anywhere, 1730 after "at". */
function hourOf(text: string, value: number, expected: Expected): Item {
  const [, hour, minute] = /^(\d\d)(\d\d)$/u.exec(text) ?? []
  const isTime = expected === 'hour' || hour?.startsWith('0')
  if (!isTime) throw new UsageError(say.unclearNumber(text))
  return { kind: 'time', time: hour ? timeOf(text, hour, minute) : timeOf(text, /^\d/u.test(text) ? text : `${value}`) }
}

function named(kind: 'weekday' | 'month', value: number | null): Item | null {
  return value === null ? null : { kind, value }
}
