import { digestPhrases as say } from '../digestCommandPhrases.js'
import { localDay, localTime } from '../digests/localWords.js'
import type { Timetable } from '../digests/schedule/schedule.js'
import { type Upcoming, upcoming } from '../digests/schedule/slots.js'
import type { Block } from '../message.js'

/** "Monday 23 November 2026, 08:30": what the clock of a time zone reads at an instant, in milliseconds since 1970. */
export function sayTime(at: number, timezone: string): string {
  return `${localDay(timezone, at)}, ${localTime(timezone, at)}`
}

const SHOWN = 5

/** When a digest comes next, with a note where the clock is moved; empty where it never does. */
export function nextTimes(timetable: Timetable, after: number): Block[] {
  const slots = upcoming(timetable, after, SHOWN)
  if (slots.length === 0) return []
  const { timezone } = timetable
  const rows = slots.map((slot) => [sayTime(slot.at, timezone), noteOf(slot)])
  return [{ kind: 'table', columns: say.next(timezone), rows }]
}

function noteOf({ moved, wanted, wantedDay, local }: Upcoming): string {
  if (moved === null) return ''
  if (moved === 'repeated') return say.repeated(wanted)
  return local.startsWith(wantedDay) ? say.skipped(wanted) : say.skippedDay(wanted, wantedDay)
}
