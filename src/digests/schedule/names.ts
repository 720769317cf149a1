/** Names of days and months, as they are printed; their places are their numbers in a schedule. */
export const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
/** January is 1. */
export const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** Short forms besides the first three letters. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['tues', 'tue'],
  ['wednes', 'wed'],
  ['weds', 'wed'],
  ['thur', 'thu'],
  ['thurs', 'thu'],
  ['sept', 'sep'],
])

/** 0 Sunday … 6 for "mon", "monday", "mondays" in lower case; null for anything else. */
export function weekdayNamed(word: string): number | null {
  return placeOf(WEEKDAYS, word) ?? placeOf(WEEKDAYS, word.replace(/s$/u, ''))
}

/** 1…12 for "jan", "january" in lower case; null for anything else. */
export function monthNamed(word: string): number | null {
  const place = placeOf(MONTHS, word)
  return place === null ? null : place + 1
}

function placeOf(names: readonly string[], word: string): number | null {
  const key = SHORT.get(word) ?? word
  const place = names.findIndex((name) => name.toLowerCase() === key || name.slice(0, 3).toLowerCase() === key)
  return place === -1 ? null : place
}

/** The numbers from `first` to `last` in a cycle of `size` that begins at `base`: Friday to Monday is 5, 6, 0, 1. */
export function cycle(first: number, last: number, base: number, size: number): number[] {
  const length = ((last - first + size) % size) + 1
  return Array.from({ length }, (_, step) => ((first - base + step) % size) + base)
}
