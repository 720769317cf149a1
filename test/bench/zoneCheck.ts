import { parseSchedule } from '../../src/digests/schedule/parse.js'
import { slotsBetween } from '../../src/digests/schedule/slots.js'
import { MINUTE, offsetIn, type ZoneFacts } from './zoneFacts.js'
import type { Asked } from './zoneOracle.js'

const DAY = 1440
/** This much before and behind each change is compared. */
export const AROUND = 2 * DAY
/** Two sets of data that differ nearer to a change than this cannot be compared there. */
const APART = 5 * DAY
const SAMPLED = 720

/** The minutes, from 2024 to 2030, at which a clock changes; one in between where it never does. */
export function minutesToCheck({ changes }: ZoneFacts): number[] {
  const [first, last] = [Date.UTC(2024, 0, 1) / MINUTE, Date.UTC(2031, 0, 1) / MINUTE]
  const found = changes.map(([minute]) => minute).filter((minute) => minute >= first && minute < last)
  return found.length > 0 ? found : [Date.UTC(2027, 5, 15) / MINUTE]
}

export function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The sampled minutes at which Node's data about a zone differs from the facts: each half day, and on both sides of each change. */
export function differing(zone: string, facts: ZoneFacts): number[] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  const offset = (minute: number) => {
    const local = format.format(minute * MINUTE).replace(' ', 'T')
    return Date.parse(`${local}Z`) / MINUTE - minute
  }
  const [first, last] = [Date.UTC(2023, 11, 20) / MINUTE, Date.UTC(2031, 0, 12) / MINUTE]
  const halfDays = Array.from({ length: (last - first) / SAMPLED }, (_, at) => first + at * SAMPLED)
  const sides = facts.changes.flatMap(([minute]) => [minute - 1, minute])
  return [...halfDays, ...sides].filter((minute) => offset(minute) !== offsetIn(facts, minute))
}

/** Whether data that differs at these minutes can be compared around one. */
export function isComparable(minute: number, different: readonly number[]): boolean {
  return different.every((one) => Math.abs(one - minute) > APART)
}

export interface Compared {
  readonly slots: number
  readonly missed: readonly string[]
  readonly doubled: readonly string[]
  readonly wrong: readonly string[]
}

/** Sets the slots of a schedule around a minute against those that are due; what is amiss is told in words. */
export function compare(zone: string, asked: Asked, minute: number, due: readonly number[]): Compared {
  const timetable = { schedule: parseSchedule(asked.words), timezone: zone, quietDays: [] }
  const found = [...slotsBetween(timetable, (minute - AROUND) * MINUTE, (minute + AROUND) * MINUTE)]
  const told = (slots: readonly number[]) =>
    slots.map((slot) => `${zone}: ${asked.words}: ${new Date(slot).toISOString()}`)
  const expected = new Set(due.map((one) => one * MINUTE))
  const seen = new Set(found)
  return {
    slots: due.length,
    missed: told([...expected].filter((slot) => !seen.has(slot))),
    doubled: told(found.filter((slot, at) => found.indexOf(slot) !== at)),
    wrong: told([...seen].filter((slot) => !expected.has(slot))),
  }
}
