/** What the headers of an answer say of it. Names in small letters. */
import { httpDate } from './httpDate.js'

export type Headers = Readonly<Record<string, string | string[] | undefined>>

const DAY = 24 * 3_600_000
const YEAR = 365 * DAY
/** Tags that are longer are rather a way of following readers. */
const LONGEST_TAG = 1024

/** The first of a header that came several times; null where it did not come. */
export function headerOf(headers: Headers, name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value)?.trim() || null
}

/** What may be sent back as it came. */
export function tagOf(value: string | null | undefined): string | null {
  return value && value.length <= LONGEST_TAG && /^[\t -~\u0080-\u00ff]+$/u.test(value) ? value : null
}

/**
 * For how long an answer calls itself fresh to who keeps it for himself (RFC 9111, 4.2): `max-age` less `Age`, else `Expires` less `Date`. What
 * may not be kept, or contradicts itself, is stale at once; null where nothing is said. Milliseconds, a year at most.
 */
export function freshFor(headers: Headers, now: number): number | null {
  const control = headers['cache-control'] ?? []
  const directives = [control].flat().flatMap((value) => value.toLowerCase().split(',', 100))
  if (directives.some((directive) => /^\s*no-(?:store|cache)\s*(?:=|$)/u.test(directive))) return 0
  const ages = directives
    .filter((directive) => /^\s*max-age\s*(?:=|$)/u.test(directive))
    .map((directive) => secondsOf(/=\s*"?([^\s"]+)/u.exec(directive)?.[1] ?? '') ?? 0)
  if (ages.length > 0) return between(Math.min(...ages) - (secondsOf(headerOf(headers, 'age') ?? '') ?? 0), YEAR)
  const expires = headerOf(headers, 'expires')
  if (expires === null) return null
  return between(((httpDate(expires) ?? 0) - dateOf(headers, now)) / 1000, YEAR)
}

/** How long to stay away (RFC 9110, 10.2.3): seconds, or a time by the clock of who says it. Milliseconds, a day at most; null where nothing is said. */
export function retryAfter(headers: Headers, now: number): number | null {
  const value = headerOf(headers, 'retry-after') ?? ''
  const seconds = secondsOf(value)
  if (seconds !== null) return between(seconds, DAY)
  const time = httpDate(value)
  return time === null ? null : between((time - dateOf(headers, now)) / 1000, DAY)
}

/** Clocks differ: what a server says of a time is said by its own. */
function dateOf(headers: Headers, now: number): number {
  return httpDate(headerOf(headers, 'date') ?? '') ?? now
}

function secondsOf(text: string): number | null {
  return /^\d{1,15}$/u.test(text) ? Number(text) : null
}

function between(seconds: number, most: number): number {
  return Math.min(Math.max(seconds * 1000, 0), most)
}
