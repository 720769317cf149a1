const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `Sun, 06 Nov 1994 08:49:37 GMT`, and as some write it: with hyphens, two digits of a year, UTC or +0000. */
const IMF =
  /^(?:[a-z]{3,9},? +)?(\d{1,2})[ -]([a-z]{3})[ -](\d{4}|\d{2}) +(\d{2}):(\d{2}):(\d{2}) +(?:GMT|UTC|\+0000)$/iu
/** `Sun Nov  6 08:49:37 1994`. */
const ASCTIME = /^[a-z]{3} ([a-z]{3}) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (\d{4})$/iu

/** A time as HTTP writes it (RFC 9110, 5.6.7), in milliseconds since 1970; null for what is none. */
export function httpDate(text: string): number | null {
  const [, day, month, year, ...imfClock] = IMF.exec(text.trim()) ?? []
  if (day !== undefined) return timeOf(year, month, day, imfClock)
  const [, asctimeMonth, asctimeDay, h, m, s, asctimeYear] = ASCTIME.exec(text.trim()) ?? []
  return asctimeDay === undefined ? null : timeOf(asctimeYear, asctimeMonth, asctimeDay, [h, m, s])
}

function timeOf(
  year = '',
  month = '',
  day = '',
  [hours, minutes, seconds]: readonly (string | undefined)[] = [],
): number | null {
  const index = MONTHS.indexOf(month.toLowerCase())
  // Two digits: of this century, but for those that would then be far ahead.
  const fullYear = year.length > 2 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900)
  const time = Date.UTC(fullYear, index, Number(day), Number(hours), Number(minutes), Number(seconds))
  return index < 0 || Number.isNaN(time) ? null : time
}
