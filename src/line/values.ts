import type { Option, Topic } from '../command.js'
import { commandPhrases as say } from '../commandPhrases.js'
import { UsageError } from '../errors.js'
import { timeZoneNamed } from '../language/timeZones.js'
import { parseTopic } from '../language/topic.js'
import { parseDate } from './dates.js'

/** What people write around a name that they paste with a quotation: “…” — James Mattis; “…,” said Mattis. */
const BEFORE_NAME = /^(?:[-–—,.:~\s]|(?:said|says|wrote|tweeted|by|from)\s)+/iu
const AFTER_NAME = /(?:[?!,;:–—\s]|\s(?:said|says|wrote|tweeted)\.?$)+$/iu

/** The value of an option of this kind, from the words given for it. Throws a UsageError that says what it should look like. */
export function parseValue(name: string, option: Option, words: string, now: Date): string | number | Topic {
  switch (option.kind) {
    case 'text':
      return words
    case 'article':
      return words
    case 'speaker':
    case 'outlet':
      return words.slice(0, 200).replace(BEFORE_NAME, '').replace(AFTER_NAME, '') || words
    case 'topic': {
      const text = words.replace(/[?!.,;:\s]+$/u, '')
      const groups = parseTopic(text)
      if (groups.length === 0) throw new UsageError(say.notATopic(words))
      return { text, groups }
    }
    case 'date': {
      const date = parseDate(words.replace(/[?!.,;]+$/u, ''), now)
      if (!date) throw new UsageError(say.notADate(name, words))
      return date
    }
    case 'timezone': {
      const zone = timeZoneNamed(words)
      if (!zone) throw new UsageError(say.notATimeZone(name, words))
      return zone
    }
    case 'number': {
      const digits = words.normalize('NFKC').replace(/(?<=\d),(?=\d{3})/gu, '')
      if (!/^[+-]?\d{1,15}(?:\.\d+)?$/u.test(digits)) throw new UsageError(say.notANumber(name, words))
      return Number(digits)
    }
    case 'choice': {
      const choice = option.choices.find((one) => one.toLowerCase() === words.normalize('NFKC').toLowerCase())
      if (!choice) throw new UsageError(say.notAChoice(name, words, option.choices))
      return choice
    }
    default:
      return option satisfies never
  }
}
