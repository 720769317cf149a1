import type { Context, Given, Option } from '../command.js'
import { digestPhrases as say } from '../digestCommandPhrases.js'
import { IF_EMPTY, IF_LATE, type Order } from '../digests/digest.js'
import { parseQuietDays, parseSchedule } from '../digests/schedule/parse.js'
import { UsageError } from '../errors.js'

/** What a manager can say about a digest, and when it falls due before all. */
export const ORDER_OPTIONS = {
  when: {
    kind: 'text',
    summary: 'weekdays at 08:30; Mon, Thu 07:00; every 4 hours; or cron',
    positional: true,
    placeholder: '"WHEN"',
  },
  channel: { kind: 'channel', summary: 'where to post: the channel it is typed in where it is not said' },
  timezone: { kind: 'timezone', summary: 'whose clock: as in the newest digest here where it is not said' },
  topics: { kind: 'topics', summary: 'only stories about one of these' },
  speakers: { kind: 'speakers', summary: 'only stories in which one of these is quoted' },
  outlets: { kind: 'outlets', summary: 'only from these' },
  length: { kind: 'number', summary: 'the most stories in one edition, 1 to 10', placeholder: '1-10' },
  quiet: { kind: 'text', summary: 'days without an edition: 25 December 2026, 2026-12-26', placeholder: '"DAYS"' },
  'if-late': { kind: 'choice', choices: IF_LATE, summary: 'send it once, fold it into the next, or skip it' },
  'if-empty': { kind: 'choice', choices: IF_EMPTY, summary: 'where nothing is new: skip it, or say so' },
} as const satisfies Record<string, Option>

type Said = Partial<Given<typeof ORDER_OPTIONS>>

const MOST_STORIES = 10

/**
 * The part of an order that was said. Throws a UsageError that names the option: a schedule that is none, a length out of range, quiet
 * days that are past.
 */
export function orderSaid(said: Said, { clock, place }: Pick<Context, 'clock' | 'place'>): Partial<Order> {
  const { when, channel, timezone, topics, speakers, outlets, length, quiet } = said
  const ifLate = said['if-late']
  const ifEmpty = said['if-empty']
  return {
    ...(when === undefined ? {} : { schedule: about('when', () => parseSchedule(when)) }),
    ...(channel === undefined ? {} : { desk: place.desk, channel }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(topics === undefined ? {} : { topics }),
    ...(speakers === undefined ? {} : { speakers }),
    ...(outlets === undefined ? {} : { outlets }),
    ...(length === undefined ? {} : { length: stories(length) }),
    ...(quiet === undefined ? {} : { quietDays: about('quiet', () => daysToCome(quiet, clock())) }),
    ...(ifLate === undefined ? {} : { ifLate }),
    ...(ifEmpty === undefined ? {} : { ifEmpty }),
  }
}

function stories(length: number): number {
  if (!Number.isInteger(length) || length < 1 || length > MOST_STORIES)
    throw new UsageError(say.length(length), { option: 'length' })
  return length
}

/** Yesterday may be today somewhere. */
const DAY = 86_400_000

function daysToCome(words: string, now: Date): string[] {
  const days = parseQuietDays(words, now)
  const yesterday = new Date(now.getTime() - DAY).toISOString().slice(0, 10)
  const past = days.filter((day) => day < yesterday)
  if (past.length > 0) throw new UsageError(say.pastDays(past))
  return days
}

/** What `read` throws as a mistake is one in this option. */
function about<T>(option: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(error.message, { option }) : error
  }
}
