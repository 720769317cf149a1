import { schedulePhrases as say } from '../../digestPhrases.js'
import { UsageError } from '../../errors.js'

/** A time as typed. */
export interface ClockTime {
  /** Minutes since midnight; of the first half of the day where `isBare`, unless it is 12. */
  readonly minutes: number
  /** Whether it could be meant of either half of the day: 9 or 9:30, but not 09:30, 9am or 17. */
  readonly isBare: boolean
  readonly text: string
}

/** A piece of a schedule in words. `to` stands for what joins the ends of a range, `and` for what joins a list. */
export type Token = { readonly text: string } & (
  | { readonly kind: 'time'; readonly time: ClockTime }
  | { readonly kind: 'number' | 'ordinal'; readonly value: number }
  | { readonly kind: 'word' | 'and' | 'to' }
)

const TOKEN =
  /(?<hour>\d{1,2})[:.](?<minute>\d+)(?<seconds>[:.]\d+)?(?: ?(?<half>[ap]m)\b)?|(?<onlyHour>\d{1,2}) ?(?<onlyHalf>[ap]m)\b|(?<ordinal>\d{1,2})(?:st|nd|rd|th)\b|(?<number>\d+)|(?<word>[a-z']+|@)|(?<and>[,;&+]|(?<=[a-z])\/)|(?<to>[-–—‐‑−])|[ .]|(?<other>.)/gu

const NUMBERS = `zero one two three four five six seven eight nine ten eleven twelve`.split(' ')
const TO: ReadonlySet<string> = new Set(['to', 'until', 'till', 'through', 'thru'])

/** The tokens of words that are folded, with single blanks. Throws a UsageError. */
export function tokensOf(words: string): Token[] {
  const plain = words.replace(/\b([ap])\.? ?m\b\.?/gu, '$1m').replace(/ ?\bo'? ?clock\b/gu, '')
  return joined(Array.from(plain.matchAll(TOKEN), tokenOf).filter((token) => token.text.trim().replace('.', '') !== ''))
}

function tokenOf({ 0: text, groups = {} }: RegExpMatchArray): Token {
  const { hour, minute, seconds, half, onlyHour, onlyHalf, ordinal, number, word, and, to, other } = groups
  if (seconds) throw new UsageError(say.noSeconds(`${hour}:${minute}`))
  if (other) throw new UsageError(say.notUnderstood(other))
  if (hour || onlyHour)
    return { kind: 'time', text, time: timeOf(text, hour ?? onlyHour ?? '', minute, half ?? onlyHalf) }
  if (ordinal) return { kind: 'ordinal', text, value: Number(ordinal) }
  if (number) return { kind: 'number', text, value: Number(number) }
  if (and || word === 'and') return { kind: 'and', text }
  if (to || TO.has(word ?? '')) return { kind: 'to', text }
  return word ? tokenOfWord(word) : { kind: 'word', text }
}

function tokenOfWord(word: string): Token {
  if (word === 'noon' || word === 'midday') return fixed(word, 720)
  if (word === 'midnight') return fixed(word, 0)
  if (word === 'first') return { kind: 'ordinal', text: word, value: 1 }
  if (NUMBERS.includes(word)) return { kind: 'number', text: word, value: NUMBERS.indexOf(word) }
  return { kind: 'word', text: word === '@' ? 'at' : word }
}

function fixed(text: string, minutes: number): Token {
  return { kind: 'time', text, time: { minutes, isBare: false, text } }
}

/** A time from its parts as typed. Throws a UsageError where no clock shows it. */
export function timeOf(text: string, hour: string, minute = '00', half?: string): ClockTime {
  const [hours, minutes] = [Number(hour), Number(minute)]
  const isRight = minute.length === 2 && minutes < 60 && (half ? hours >= 1 && hours <= 12 : hours < 24)
  if (!isRight) throw new UsageError(say.notATime(text))
  const isBare = !half && hours > 0 && hours <= 12 && !hour.startsWith('0')
  const onDial = half ? (hours % 12) + (half === 'pm' ? 12 : 0) : hours
  return { minutes: onDial * 60 + minutes, isBare, text }
}

/** "Between 9 and 17" is a range, and "12 noon" one time. */
function joined(tokens: readonly Token[]): Token[] {
  const found: Token[] = []
  let isBetween = false
  for (const token of tokens) {
    const before = found.at(-1)
    if (token.text === 'between') isBetween = true
    if (before?.text === '12' && /^(?:noon|midday|midnight)$/u.test(token.text)) found.pop()
    found.push(isBetween && token.kind === 'and' ? { kind: 'to', text: token.text } : token)
    if (token.kind === 'and') isBetween = false
  }
  return found
}
