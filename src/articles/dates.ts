import { Refusal, refusals } from './refusal.js'

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]([01]\d|2[0-4]):([0-5]\d)(?::([0-5]\d|60)(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/u

/** A date (or date and time) of ISO 8601 as it was given, or null where there is none. Throws a Refusal at anything else. */
export function isoDate(given: string | null | undefined): string | null {
  const value = given?.trim() ?? ''
  if (value === '') return null
  if (!isIso(value)) throw new Refusal(refusals.noDate(value))
  return value
}

/** The date in a page, however it is written, as ISO 8601; null where it cannot be read. */
export function readableDate(given: string | null | undefined): string | null {
  const value = given?.trim() ?? ''
  if (isIso(value)) return value
  const date = new Date(value)
  return /\d{4}/u.test(value) && !Number.isNaN(date.getTime()) ? date.toISOString() : null
}

/** The point in time that an ISO 8601 date or time names (UTC where it names no zone), in milliseconds; null where it is none. */
export function isoInstant(value: string): number | null {
  if (!isIso(value)) return null
  const hasZone = /Z$|:\d.*[+-]\d{2}(?::?\d{2})?$/u.test(value)
  const time = Date.parse(hasZone || value.length === 10 ? value : `${value}Z`)
  return Number.isNaN(time) ? null : time
}

function isIso(value: string): boolean {
  const [, year, month, day] = ISO.exec(value) ?? []
  if (!year || !month || !day) return false
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day)
}
