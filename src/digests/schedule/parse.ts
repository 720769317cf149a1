import { schedulePhrases as say } from '../../digestPhrases.js'
import { UsageError } from '../../errors.js'
import { fold } from '../../language/words.js'
import { checked } from './checked.js'
import { isCron, parseCron } from './cron.js'
import type { Schedule } from './schedule.js'
import { parseSpoken } from './spoken.js'

const LONGEST = 300

/** Ways to say things, and shorter or clearer ones. */
const BETTER: readonly (readonly [RegExp, string])[] = [
  [/\bonce (?:an?|every|each|per) /gu, 'every '],
  [/\bonce (?=(?:hour|dai|week|month)ly\b)/gu, ''],
  [/\btwice (?:daily|(?:an?|every|each|per) day)\b/gu, 'daily'],
  [/\b(?:working|business|week) day/gu, 'weekday'],
  [/ (?:of the week|on the hour)\b/gu, ''],
  [/\b(\d{1,2})h(?=\d\d\b)/gu, '$1:'],
  [/(?<![\d:.]|at |\w)(\d{1,2}) (?=in the (?:morning|afternoon|evening)\b|at night\b)/gu, 'at $1 '],
]

/**
 * The schedule that a person means: "weekdays at 08:30", "Mon, Thu 07:00", "every 4 hours", "day 1 of the month at 9", or cron of
 * five fields. Throws a UsageError of one sentence where it is unclear, never fires, or fires twice within 15 minutes.
 */
export function parseSchedule(words: string): Schedule {
  if (words.length > LONGEST) throw new UsageError(say.tooLong(LONGEST))
  const plain = fold(words).replace(/\s+/gu, ' ').trim()
  if (plain === '') throw new UsageError(say.empty)
  if (isCron(plain)) return checked(parseCron(plain))
  const clear = BETTER.reduce((text, [way, better]) => text.replace(way, better), plain)
  return checked(parseSpoken(clear))
}

export { parseQuietDays } from './quietDays.js'
