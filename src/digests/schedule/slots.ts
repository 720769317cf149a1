import { momentOf, offsetAt } from './localTime.js'
import { DAY, firesOn, isoDay, MINUTE, type Timetable } from './schedule.js'

/** A slot: when a digest falls due, and the local time that was asked for. */
export interface Upcoming {
  /** Milliseconds since 1970. */
  readonly at: number
  /** What the local clock reads then: "2026-03-29 03:00". */
  readonly local: string
  /** Whether the clock skips the local time that was asked for, or reads it twice; of several that fall together, the first. */
  readonly moved: 'skipped' | 'repeated' | null
  /** The local time that was asked for: "02:30". */
  readonly wanted: string
  /** The local day that was asked for, as an ISO 8601 date: another than that of `local` only where a zone skips the rest of a day. */
  readonly wantedDay: string
}

type Slot = Omit<Upcoming, 'local'>

/** More than between two 29ths of February: what does not fire in so many days never will. */
const HORIZON = 3700

/**
 * The slots after an instant, without end. A local time falls due when the local clock first reads it or, having skipped it, a later
 * one: so times of one gap fall due together, and one that comes twice falls due the first time.
 */
function* slotsAfter({ schedule, timezone, quietDays }: Timetable, after: number): Generator<Slot> {
  const quiet = new Set(quietDays.map((day) => Date.parse(day) / DAY))
  const now = after + offsetAt(timezone, after)
  let last = after
  let barren = 0
  for (let day = Math.floor(now / DAY); barren < HORIZON; day += 1) {
    barren += 1
    if (!firesOn(schedule, day) || quiet.has(day)) continue
    for (const minutes of schedule.times) {
      const local = day * DAY + minutes * MINUTE
      if (local <= now) continue
      const { at, moved } = momentOf(timezone, local)
      if (at <= last) continue
      barren = 0
      last = at
      yield { at, moved, wanted: minuteOf(local).slice(11), wantedDay: isoDay(day) }
    }
  }
}

/** The first instant > after at which a digest falls due; null if it never does: 30 February, or all days quiet for ten years. */
export function nextSlot(timetable: Timetable, after: number): number | null {
  for (const { at } of slotsAfter(timetable, after)) return at
  return null
}

/** The instants at which a digest falls due: after < slot <= until, ascending. */
export function* slotsBetween(timetable: Timetable, after: number, until: number): Generator<number> {
  for (const { at } of slotsAfter(timetable, after)) {
    if (at > until) return
    yield at
  }
}

/** The next slots after an instant, `count` at the most, as they are shown to people. */
export function upcoming(timetable: Timetable, after: number, count: number): Upcoming[] {
  const found: Upcoming[] = []
  if (count < 1) return found
  for (const slot of slotsAfter(timetable, after)) {
    found.push({ ...slot, local: minuteOf(slot.at + offsetAt(timetable.timezone, slot.at)) })
    if (found.length >= count) break
  }
  return found
}

/** "2026-03-29 03:00" */
function minuteOf(local: number): string {
  return new Date(local).toISOString().slice(0, 16).replace('T', ' ')
}
