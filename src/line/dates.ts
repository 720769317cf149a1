import { casual } from 'chrono-node/en'

const ISO = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T[\d:.,Z+-]*)?$/iu
const LONGEST = 60
const DAY = 86_400_000

/**
 * The day that a person means, as an ISO 8601 date in UTC: a date, a month or year (its first day), or plain words ("last week",
 * "monday"), which are read as the latest such day that is not in the future. Null where it is no date.
 */
export function parseDate(text: string, now: Date): string | null {
  const value = text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:since|from|the|in|on) /iu, '')
  const iso = ISO.exec(value)
  if (iso) return day(Number(iso[1]), Number(iso[2] ?? 1), Number(iso[3] ?? 1))
  if (value.length === 0 || value.length > LONGEST) return null

  const [found] = casual.parse(value, { instant: now, timezone: 0 })
  if (!found || found.text.length < value.length) return null
  const { start } = found
  const date = day(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0)
  if (!date || Date.parse(date) <= now.getTime() || start.isCertain('year')) return date
  if (start.isCertain('month'))
    return day(Number(date.slice(0, 4)) - 1, Number(date.slice(5, 7)), Number(date.slice(8)))
  return start.isCertain('weekday') ? new Date(Date.parse(date) - 7 * DAY).toISOString().slice(0, 10) : date
}

/** Null where there is no such day: 30 February would otherwise become 2 March. */
function day(year: number, month: number, date: number): string | null {
  const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-')
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text
}
