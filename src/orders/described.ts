import { digestPhrases as say } from '../digestCommandPhrases.js'
import type { Digest } from '../digests/digest.js'
import { sayTimetable } from '../digests/schedule/words.js'
import { type Action, type Block, named } from '../message.js'
import { typed } from '../typed.js'
import { sayTime } from './times.js'

/** Further quiet days are counted. */
const MOST_DAYS = 8

/** All that was ordered, in rows. */
export function orderBlock(digest: Digest): Block {
  const { schedule, timezone, channel, topics, speakers, outlets, length, quietDays, ifLate, ifEmpty } = digest
  const { rows: label } = say
  const rows = [
    [label.when, sayTimetable(schedule)],
    [label.timezone, timezone],
    [label.channel, `#${channel}`],
    [label.topics, topics.join(', ') || say.all],
    ...(speakers.length > 0 ? [[label.speakers, speakers.join(', ')]] : []),
    ...(outlets.length > 0 ? [[label.outlets, outlets.join(', ')]] : []),
    [label.length, say.atMost(length)],
    ...(quietDays.length > 0
      ? [[label.quiet, say.days(quietDays.slice(0, MOST_DAYS), quietDays.length - MOST_DAYS)]]
      : []),
    [label.ifLate, say.ifLate(ifLate)],
    [label.ifEmpty, say.ifEmpty(ifEmpty)],
  ]
  return { kind: 'table', columns: ['', ''], rows, channels: [channel] }
}

/** A row a digest. */
export function listBlock(digests: readonly Digest[]): Block {
  const channels = new Set<string>()
  const rows = digests.map((digest) => {
    const { id, schedule, timezone, channel, topics } = digest
    const next = named(stateOf(digest))
    for (const each of [channel, ...next.channels]) channels.add(each)
    return [id, sayTimetable(schedule), timezone, `#${channel}`, topics.join(', ') || say.all, next.text]
  })
  return { kind: 'table', columns: say.columns, rows, channels: [...channels] }
}

function stateOf({ paused, next, timezone }: Digest): string {
  if (paused !== null) return say.pausedSince(sayTime(paused.at, timezone), paused.why)
  return next === null ? say.isOver : sayTime(next, timezone)
}

/** "7: weekdays at 08:30, ferry" */
export function nameOf({ id, schedule, topics }: Digest): string {
  return say.named(id, sayTimetable(schedule), topics)
}

/** What can be done next about a digest. */
export function actionsFor({ id, paused }: Digest): Action[] {
  const { labels } = say
  return [
    { label: labels.preview, line: typed('digest preview', id) },
    paused === null
      ? { label: labels.pause, line: typed('digest pause', id) }
      : { label: labels.resume, line: typed('digest resume', id) },
    { label: labels.history, line: typed('digest history', id) },
  ]
}

/** The line that makes a digest as this one is. */
export function lineFor({
  schedule,
  channel,
  timezone,
  topics,
  speakers,
  outlets,
  length,
  quietDays,
  ifLate,
  ifEmpty,
}: Digest): string {
  return typed('digest create', '', {
    when: sayTimetable(schedule),
    channel,
    timezone,
    topics: joined(topics),
    speakers: joined(speakers),
    outlets: joined(outlets),
    length,
    quiet: joined(quietDays),
    'if-late': ifLate,
    'if-empty': ifEmpty,
  })
}

function joined(values: readonly string[]): string | undefined {
  return values.length > 0 ? values.join(',') : undefined
}
