import type { Option, Since, Topic } from '../command.js'
import { commandPhrases as say } from '../commandPhrases.js'
import { UsageError } from '../errors.js'
import { isFixedOffset, timeZoneNamed, timeZonesMeant } from '../language/timeZones.js'
import { parseTopic } from '../language/topic.js'
import { addressIn, withoutBrackets } from './addresses.js'
import { parseDate } from './dates.js'

/** What people write around a name that they paste with a quotation: “…” — James Mattis; “…,” said Mattis. */
const BEFORE_NAME = /^(?:[-–—,.:~\s]|(?:said|says|wrote|tweeted|by|from)\s)+/iu
const AFTER_NAME = /(?:[?!,;:–—\s]|\s(?:said|says|wrote|tweeted)\.?$)+$/iu

/** A channel as chats send it: `<#C123|news>`, `<#123>`. */
const CHANNEL = /^<#(\w+)(?:\|[^<>]*)?>$/u
const REFERENCE = /<#(\w+)(?:\|([^<>|]*))?>/gu
const LINK = /<(https?:\/\/[^<>|\s]{1,2000})(?:\|([^<>|]*))?>/gu

/** "last", with the instant that it was where a line that is asked again must mean the same. */
const LAST = /^(?:(?:i|we|you) )?last(?: (?:asked|time))?(?: (\d{4}-\d\d-\d\dT[\d:.]+Z))?$/iu

const MOST_IN_LIST = 20
const LONGEST_IN_LIST = 100
const LONGEST_FEED = 2000

type Value = string | number | Topic | Since | readonly string[]

/** The value of an option of this kind, from the words given for it. Throws a UsageError that says what it should look like. */
export function parseValue(name: string, option: Option, given: string, now: Date): Value {
  const words = option.kind === 'channel' || option.kind === 'address' ? given : withoutReferences(given)
  const wrong = (sentence: string) => new UsageError(sentence, { option: name })
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
      if (groups.length === 0) throw wrong(say.notATopic(words))
      return { text, groups }
    }
    case 'date': {
      const date = parseDate(words.replace(/[?!.,;]+$/u, ''), now)
      if (!date) throw wrong(say.notADate(name, words))
      return date
    }
    case 'since': {
      const asked = LAST.exec(words)
      if (asked) return { asked: asked[1] ? Date.parse(asked[1]) : null }
      const date = parseDate(words.replace(/[?!.,;]+$/u, ''), now)
      if (!date) throw wrong(say.notADate(name, words))
      return { date }
    }
    case 'timezone': {
      const zone = timeZoneNamed(words)
      if (zone) return zone
      if (isFixedOffset(words)) throw wrong(say.fixedOffset(words))
      throw wrong(say.notATimeZone(name, words, timeZonesMeant(words)))
    }
    case 'number': {
      const digits = words.normalize('NFKC').replace(/(?<=\d),(?=\d{3})/gu, '')
      if (!/^[+-]?\d{1,15}(?:\.\d+)?$/u.test(digits)) throw wrong(say.notANumber(name, words))
      return Number(digits)
    }
    case 'choice': {
      const choice = option.choices.find((one) => one.toLowerCase() === words.normalize('NFKC').toLowerCase())
      if (!choice) throw wrong(say.notAChoice(name, words, option.choices))
      return choice
    }
    case 'channel': {
      const id = CHANNEL.exec(words)?.[1] ?? words.replace(/^#/u, '')
      if (!/^[^\s#<>@]{1,100}$/u.test(id)) throw wrong(say.notAChannel(name, words))
      return id
    }
    case 'digest': {
      const id = words.normalize('NFKC').replace(/^(?:#|no\.?|digest)\s*/iu, '')
      if (!/^[\w-]{1,40}$/u.test(id)) throw wrong(say.notADigest(words))
      return id
    }
    case 'address': {
      const found = addressIn(words)
      if ('wrong' in found) throw wrong(say.notAnAddress[found.wrong](words))
      return found.address
    }
    case 'feed':
      return withoutBrackets(words.slice(0, LONGEST_FEED)).replace(/^(?:#|no\.?|feed)\s*(?=\d+$)/iu, '')
    case 'topics':
    case 'speakers':
    case 'outlets': {
      const all = words.split(/[,;]/u).map((one) => one.trim())
      const several = [...new Set(all.filter(Boolean))]
      if (several.length > MOST_IN_LIST || several.some((one) => one.length > LONGEST_IN_LIST))
        throw wrong(say.notAList(name, words))
      if (several.length === 1 && /^(?:all|any|none|every(?:thing|body|one)?)$/iu.test(several[0] ?? '')) return []
      const empty = option.kind === 'topics' ? several.find((one) => parseTopic(one).length === 0) : undefined
      if (empty !== undefined) throw wrong(say.notATopic(empty))
      return several
    }
    default:
      return option satisfies never
  }
}

/** What chats send for a channel or a link, as people read it: `<#C123|news>` is #news, `<https://example.com|this page>` this page. */
export function withoutReferences(words: string): string {
  return words
    .replace(REFERENCE, (_, id: string, label: string | undefined) => `#${label || id}`)
    .replace(LINK, (_, address: string, label: string | undefined) => label || address)
}
