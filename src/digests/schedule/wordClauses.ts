import { schedulePhrases as say } from '../../digestPhrases.js'
import { UsageError } from '../../errors.js'
import { timeZoneNamed, timeZonesMeant } from '../../language/timeZones.js'
import type { Clause, Part, Read } from './clauses.js'
import type { Expected } from './items.js'
import type { Token } from './tokens.js'

const HOUR = /^(?:h|hrs?|hours?)$/u
const MINUTE = /^(?:m|mins?|minutes?)$/u
const EVERY = /^(?:every|each|per|all)$/u
const ONE_OFF = /^(?:tomorrow|today|tonight|now|next|once|this)$/u
const UNEVEN = /^(?:fortnightly|biweekly|bimonthly|quarterly|yearly|annually|years?)$/u
const NTH = /^(?:second|third|fourth|fifth|last)$/u

const FILLER: Clause = { kind: 'filler' }
const WORKDAYS: Clause = { kind: 'days', weekdays: [1, 2, 3, 4, 5], daysOfMonth: [] }
const WEEKEND: Clause = { kind: 'days', weekdays: [6, 0], daysOfMonth: [] }

/** Words that say the same wherever they stand, and what a bare number is behind them. */
const WORDS: ReadonlyMap<string, readonly [Clause, Expected]> = new Map([
  ...entries(['weekday', 'weekdays', 'workday', 'workdays'], WORKDAYS, 'hour'),
  ...entries(['weekend', 'weekends'], WEEKEND, 'hour'),
  ...entries(['daily', 'everyday', 'at', 'from'], FILLER, 'hour'),
  ...entries(['between'], FILLER, 'hour'),
  ...entries(['the'], FILLER, 'day'),
  ...entries(['on', 'in', 'of', 'for', 'during', 'only'], FILLER, null),
  ...entries(['hourly'], { kind: 'step', minutes: 60, words: 'hourly' }, 'hour'),
  ...['except', 'excluding', 'without', 'but', 'not'].flatMap((word) =>
    entries([word], { kind: 'except', word }, null),
  ),
  ...(['morning', 'afternoon', 'evening', 'night'] satisfies Part[]).flatMap((part) =>
    entries([part, `${part}s`], { kind: 'part', part }, 'hour'),
  ),
  ...(['week', 'weekly'] as const).flatMap((word) => entries([word], { kind: 'needs', what: 'weekday', word }, null)),
  ...(['month', 'monthly'] as const).flatMap((word) =>
    entries([word], { kind: 'needs', what: 'dayOfMonth', word }, null),
  ),
])

function entries(words: readonly string[], clause: Clause, expected: Expected) {
  return words.map((word) => [word, [clause, expected]] as const)
}

/** What the word at a place says. Throws a UsageError where that is nothing. */
export function wordAt(tokens: readonly Token[], at: number): Read {
  const text = tokens[at]?.text ?? ''
  const [clause, expected] = WORDS.get(text) ?? []
  if (clause && expected !== undefined) return { clause, length: 1, expected }
  if (EVERY.test(text)) return everyAt(tokens, at)
  if (/^days?$/u.test(text)) return dayAt(tokens, at, text)
  throw new UsageError(refusalOf(tokens, at, text))
}

/** "Every 4 hours", "every half hour", "every hour"; before anything else, "every" limits nothing. */
function everyAt(tokens: readonly Token[], at: number): Read {
  const [counted, unit] = [tokens[at + 1], tokens[at + 2]?.text ?? '']
  const word = counted?.text ?? ''
  const number = counted?.kind === 'number' ? counted.value : ({ other: 2, half: 0.5, quarter: 0.25 }[word] ?? null)
  const words = number === null ? `every ${word}` : `every ${word} ${unit}`
  const step = (minutes: number, length: number): Read => ({
    clause: { kind: 'step', minutes, words },
    length,
    expected: 'hour',
  })
  if (number === null && HOUR.test(word)) return step(60, 2)
  if (number === null && MINUTE.test(word)) return step(1, 2)
  if (number === null) return { clause: FILLER, length: 1, expected: null }
  if (HOUR.test(unit)) return step(number * 60, 3)
  if (MINUTE.test(unit)) return step(number, 3)
  throw new UsageError(unit === '' ? say.unclearNumber(word) : say.uneven(words))
}

/** "Every day", "day 1", "the first day". */
function dayAt(tokens: readonly Token[], at: number, text: string): Read {
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (next?.kind === 'number' || next?.kind === 'ordinal') return { clause: FILLER, length: 1, expected: 'day' }
  if (before?.kind === 'ordinal' || EVERY.test(before?.text ?? ''))
    return { clause: FILLER, length: 1, expected: 'hour' }
  throw new UsageError(say.notUnderstood(text))
}

function refusalOf(tokens: readonly Token[], at: number, text: string): string {
  const behind = `${text} ${tokens[at + 1]?.text ?? ''}`.trim()
  if (text === 'or') return say.either
  if (ONE_OFF.test(text)) return say.oneOff(text)
  if (UNEVEN.test(text)) return say.uneven(text)
  if (NTH.test(text)) return say.nthWeekday(behind)
  const path = tokens.slice(at, at + 3).map((token) => token.text)
  const zone = [path.join(''), behind, text].find((words) => timeZoneNamed(words) ?? timeZonesMeant(words)[0])
  return zone ? say.timeZone(zone) : say.notUnderstood(text)
}
