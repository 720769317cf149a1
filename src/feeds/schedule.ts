/** When a feed, a page, or what failed is looked at again. Pure; milliseconds. */
import type { FeedState, Skipped } from './feed.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const SHORTEST = 2 * MINUTE
/** However seldom a feed changes or wants to be asked, it is looked at twice a day: what it says of itself may be a mistake. */
const LONGEST = 12 * HOUR
/** Where the first fetch tells nothing of how often a feed changes. */
const UNKNOWN = 30 * MINUTE
/** Nobody may keep Crier away for longer. */
const LONGEST_RETRY_AFTER = DAY
const FIRST_BACKOFF = { passing: 5 * MINUTE, refused: HOUR } as const
const JITTER = 0.2
/** Entries whose dates tell how often a feed changes. */
const RECENT = 10

/** A fetch that went well: how many entries were new or changed; when its entries were published, in any order. */
export interface Fetched {
  readonly found: number
  readonly dates: readonly number[]
  readonly ttl: number | null
  readonly freshFor: number | null
  readonly skipped: Skipped
}

export interface Missed {
  readonly cause: 'refused' | 'passing'
  readonly retryAfter: number | null
}

/**
 * When a feed is fetched next, and how long it rests by what is known of how often it changes: half as long where there was something new,
 * half as long again where there was not (multiplicative decrease and increase, so that it follows a rhythm that changes). The first time
 * the dates of its entries tell.
 */
export function nextFetch(
  { interval: before }: Pick<FeedState, 'interval'>,
  fetched: Fetched,
  now: number,
): { readonly next: number; readonly interval: number } {
  const asked = Math.min(LONGEST, Math.max(fetched.ttl ?? 0, fetched.freshFor ?? 0))
  // What it asks for is kept with the interval, since an answer that it is unchanged does not say it again.
  const interval = Math.max(asked, between(SHORTEST, adapted(before, fetched), LONGEST))
  return { next: afterSkipped(now + interval, now + LONGEST, fetched), interval }
}

/** When a feed that could not be fetched or read is tried again; see `nextFetch`. `random` gives 0 to 1. */
export function nextAttempt(
  { failures }: Pick<FeedState, 'failures'>,
  { cause, retryAfter }: Missed,
  now: number,
  random: () => number,
): number {
  const spread = 1 + JITTER * (2 * random() - 1)
  const rest = Math.min(LONGEST, FIRST_BACKOFF[cause] * 2 ** Math.min(failures, 16) * spread)
  return now + Math.max(rest, Math.min(LONGEST_RETRY_AFTER, retryAfter ?? 0))
}

function adapted(interval: number | null, { found, dates }: Fetched): number {
  if (interval === null) return usualGap(dates) / 2
  return found > 0 ? interval / 2 : interval * 1.5
}

/** The middle one of the times between the newest entries: a pause of a night or a burst of ten does not count. */
function usualGap(dates: readonly number[]): number {
  const newest = dates.toSorted((a, b) => b - a).slice(0, RECENT)
  const gaps = newest.slice(1).map((date, at) => (newest[at] ?? date) - date)
  return gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 2 * UNKNOWN
}

/** The first full hour that is not skipped, unless that comes later than `latest`. */
function afterSkipped(next: number, latest: number, { skipped: { hours, days } }: Fetched): number {
  const isSkipped = (time: number): boolean => {
    const date = new Date(time)
    return hours.includes(date.getUTCHours()) || days.includes(date.getUTCDay())
  }
  for (let time = next; time <= latest; time = time - (time % HOUR) + HOUR) if (!isSkipped(time)) return time
  return isSkipped(next) ? Math.max(next, latest) : next
}

/** How long after one reading the next one comes: an hour, six hours and a day after the first. */
const READ_AGAIN = [HOUR, 5 * HOUR, 18 * HOUR]
/** What is older is hardly changed in silence any more. */
const STILL_CHANGING = 2 * DAY

/** When a page is read again for changes that its feed does not tell; null where never. `readings`: how often it has been read by now. */
export function nextReading(readings: number, published: number | null, now: number): number | null {
  const rest = READ_AGAIN[readings - 1]
  return rest === undefined || now - (published ?? now) > STILL_CHANGING ? null : now + rest
}

const TRY_AGAIN = [5 * MINUTE, 30 * MINUTE, 3 * HOUR, 12 * HOUR]

/** When an entry whose page could not be read is tried again after so many failures before; null where it is given up. */
export function nextTry(failures: number, retryAfter: number | null, now: number): number | null {
  const rest = TRY_AGAIN[failures]
  return rest === undefined ? null : now + Math.max(rest, Math.min(LONGEST_RETRY_AFTER, retryAfter ?? 0))
}

/** What comes in long after anything else did is no news: the first that is ever read, or all that came together while nobody read. */
export function isAfterOutage({ lastSuccess }: Pick<FeedState, 'lastSuccess'>, now: number): boolean {
  return lastSuccess === null || now - lastSuccess > DAY
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
