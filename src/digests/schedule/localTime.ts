import { DAY, MINUTE } from './schedule.js'

/**
 * When a local time falls. Local times are milliseconds between 1 January 1970, 00:00, on the local clock and what that clock
 * reads; instants are milliseconds since 1970 in UTC.
 */
export interface Moment {
  readonly at: number
  /** `skipped`: the clock never reads it; `repeated`: the clock reads it twice, and this is the first time. */
  readonly moved: 'skipped' | 'repeated' | null
}

/** No clock has ever been further from UTC (Manila and Alaska, 15 hours and some, before their date line moved). */
const WIDEST = 16 * 60 * MINUTE
const SECOND = 1000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone)
  if (known) return known
  const two = '2-digit'
  const fields = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    ...fields,
  })
  formats.set(timezone, format)
  return format
}

/** How far the local clock is ahead of UTC at an instant, in milliseconds. Throws a RangeError where there is no such time zone. */
export function offsetAt(timezone: string, at: number): number {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] =
    formatOf(timezone).format(at).match(/\d+/gu)?.map(Number) ?? []
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / SECOND) * SECOND
}

/** The first instant at which the local clock reads a local time or a later one, as it does where the time itself is skipped. */
export function momentOf(timezone: string, local: number): Moment {
  let first: Moment | null = null
  for (const { from, until, offset } of steadyParts(timezone, local - WIDEST, local + WIDEST)) {
    const exact = local - offset
    if (first) return exact >= from && exact < until ? { at: first.at, moved: 'repeated' } : first
    if (exact < until) first = exact < from ? { at: from, moved: 'skipped' } : { at: exact, moved: null }
  }
  return first ?? { at: local, moved: null }
}

interface SteadyPart {
  readonly from: number
  /** Exclusive. */
  readonly until: number
  readonly offset: number
}

/** The parts of a stretch of time within which the clock is not put forward or back. The last ends with the stretch. */
function* steadyParts(timezone: string, start: number, end: number): Generator<SteadyPart> {
  const last = offsetAt(timezone, end)
  let from = start
  for (let offset = offsetAt(timezone, from); offset !== last; offset = offsetAt(timezone, from)) {
    const until = changeAfter(timezone, from, end, offset)
    yield { from, until, offset }
    from = until
  }
  yield { from, until: end + DAY, offset: last }
}

/** The minute from which on the offset is another, by halving: at `from` it is `offset`, at `end` it is not. Since 1972 all changes fall on whole minutes. */
function changeAfter(timezone: string, from: number, end: number, offset: number): number {
  let [same, other] = [from / MINUTE, end / MINUTE]
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (offsetAt(timezone, middle * MINUTE) === offset) same = middle
    else other = middle
  }
  return other * MINUTE
}
