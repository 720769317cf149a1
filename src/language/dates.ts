import type { Span } from '../model.js'

/** A date or a stretch of days: UTC day numbers (days since 1 January 1970), `max` inclusive. */
export interface DateSpan extends Span {
  readonly min: number
  readonly max: number
  /** `date`: a calendar's own; `weekday`: a day that can only be told from the day of publication. */
  readonly kind: 'date' | 'weekday'
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH = `(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)?|May|Jun(?:e|\\.)|Jul(?:y|\\.)|Aug(?:ust|\\.)?|Sep(?:tember|t\\.?|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)`
const PART = '(?:[Ee]nd|[Mm]iddle|[Bb]eginning|[Ss]tart|[Cc]lose)\\s+of|[Ll]ate|[Ee]arly|[Mm]id'
const DAY = '\\d{1,2}(?:st|nd|rd|th)?(?![\\d,.:%]\\d|%)'
/** "February 27 and 28": a second day, unless something is counted. */
const LAST_DAY = `(?:\\s{0,3}(?:[–-]|(?<=\\s)(?:to|and|or|through)(?=\\s))\\s{0,3}(?<dayLast>${DAY})(?=[,.;:)]|\\s{0,3}$|\\s+(?:in|at|on|for|when|as|with|(?:19|20)\\d\\d)(?!\\p{L})))?`
const DAYS = 'sun mon tue wed thu fri sat'.split(' ')
const DATE = new RegExp(
  [
    `(?<!\\p{L})(?:(?<which>last|next)\\s+|(?:the\\s+)?(?<part>${PART})[\\s-]+)?(?:(?<dayBefore>${DAY})\\s+(?:of\\s+)?)?(?<month>${MONTH})(?!\\p{L})(?:\\s+(?<dayAfter>${DAY})(?!\\p{L})${LAST_DAY})?(?:,?\\s+(?<year>(?:19|20)\\d\\d)(?![\\d,]\\d))?`,
    `(?<!\\p{L})(?:(?<yearPart>[Ee]nd|[Bb]eginning|[Ss]tart)\\s+of\\s+)?(?<![\\d,.$£€/-])(?<yearAlone>(?:19|20)\\d\\d)(?![\\d%/-]|[,.]\\d|s\\b)`,
    `(?<!\\p{L})(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\\p{L})`,
  ].join('|'),
  'gu',
)
/** These are words besides, so alone they need a word before them. */
const BEFORE_MONTH =
  /(?:\b(?:in|by|of|since|until|till|last|next|this|during|from|before|after|through|between|for)\s+|[-–])$/iu
const BEHIND_MONTH = new RegExp(`${MONTH}\\s+(?:and|or|to|through)\\s+$`, 'u')
/** Where somebody is called so, the month is one that only "in" and the like tell. */
const MAY_IS_A_NAME = /\b(?:Theresa|Mr\.?|Mrs\.?|Ms\.?|Minister) May\b/u
const BEFORE_MONTH_ONLY = /\b(?:in|since|until|till|last|next|this|during)\s+$/iu
/** "the September 11 attacks" are those of 2001. */
const NAMED = /^\s*(?:attacks?\b|terror|hijack|memorial|victims|anniversar|commission)/iu
const MAY = 4
const MILLISECONDS = 86_400_000

/** The day of an ISO 8601 date as days since 1 January 1970, UTC; null where it is none. */
export function dayOf(published: string | null | undefined): number | null {
  const time = Date.parse((published ?? '').slice(0, 10))
  return Number.isNaN(time) ? null : Math.floor(time / MILLISECONDS)
}

/**
 * The dates of a text. A date without a year lies nearest to `published` (ISO 8601); a weekday is the last one up to that day. Without
 * `published` neither can be told, so dates without a year are taken as of one common year, and weekdays are left out.
 */
export function dates(text: string, published: string | null): DateSpan[] {
  const base = dayOf(published)
  const mayIsName = MAY_IS_A_NAME.test(text)
  const found: DateSpan[] = []
  for (const match of text.matchAll(DATE)) {
    const groups = match.groups ?? {}
    const span = { start: match.index, end: match.index + match[0].length }
    if (groups.month) {
      const date = monthOf(text, span, groups, base, mayIsName)
      if (date) found.push(date)
    } else if (groups.yearAlone) {
      const year = Number(groups.yearAlone)
      const [from, to] = [dayNumber(year, 0, 1), dayNumber(year, 11, 31)]
      const isEnd = /end/iu.test(groups.yearPart ?? '')
      const [min, max] = groups.yearPart ? (isEnd ? [to - 30, to] : [from, from + 30]) : [from, to]
      found.push({ ...span, min, max, kind: 'date' })
    } else if (groups.weekday && base !== null) {
      const day = DAYS.indexOf(groups.weekday.slice(0, 3).toLowerCase())
      const back = (((base + 4 - day) % 7) + 7) % 7
      found.push({ ...span, min: base - back, max: base - back, kind: 'weekday' })
    }
  }
  return found
}

function dayNumber(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month, day) / MILLISECONDS)
}

type Groups = Readonly<Record<string, string | undefined>>

function monthOf(
  text: string,
  { start, end }: Span,
  groups: Groups,
  base: number | null,
  mayIsName: boolean,
): DateSpan | null {
  const month = MONTHS.indexOf((groups.month ?? '').slice(0, 3).toLowerCase())
  const printedDay = groups.dayAfter ?? groups.dayBefore
  const day = printedDay ? Number.parseInt(printedDay, 10) : null
  if (day !== null && (day < 1 || day > 31)) return null
  const isWordBesides = /^(?:April|May|March|Mar\.|June|Jun\.|August|Jan|Sep|Oct|Dec)$/u.test(groups.month ?? '')
  const isAlone = day === null && !groups.part && !groups.year && !groups.which
  if (isAlone && isWordBesides && !isMonth(text, { start, end }, mayIsName && month === MAY)) return null
  const isNamed = month === 8 && day === 11 && NAMED.test(text.slice(end, end + 30))
  const year = Number(groups.year ?? (isNamed ? 2001 : nearestYear(month, day ?? 15, base, groups.which)))
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const lastDay = Number.parseInt(groups.dayLast ?? '', 10)
  const [from, to] =
    day === null ? within(groups.part ?? '', last) : [day, lastDay > day && lastDay <= last ? lastDay : day]
  return { start, end, min: dayNumber(year, month, from), max: dayNumber(year, month, to), kind: 'date' }
}

function isMonth(text: string, { start, end }: Span, isName: boolean): boolean {
  const before = text.slice(Math.max(0, start - 20), start)
  if (/^['’]s/u.test(text.slice(end, end + 2)) && isName) return false
  return (isName ? BEFORE_MONTH_ONLY : BEFORE_MONTH).test(before) || BEHIND_MONTH.test(before)
}

/** The days of a month that a part of it can mean. */
function within(part: string, last: number): [number, number] {
  if (/^(?:end|close)/iu.test(part)) return [last - 7, last]
  if (/^late/iu.test(part)) return [20, last]
  if (/^mid/iu.test(part)) return [10, 20]
  if (/^(?:beginning|start)/iu.test(part)) return [1, 7]
  return /^early/iu.test(part) ? [1, 10] : [1, last]
}

function nearestYear(month: number, day: number, base: number | null, which: string | undefined): number {
  if (base === null) return 2000
  const year = new Date(base * MILLISECONDS).getUTCFullYear()
  const years = [year - 1, year, year + 1].filter((one) => {
    const ahead = dayNumber(one, month, day) - base
    return which === 'last' ? ahead < -15 : which === 'next' ? ahead > 15 : true
  })
  const away = (one: number) => Math.abs(dayNumber(one, month, day) - base)
  return years.reduce((best, one) => (away(one) < away(best) ? one : best), years[0] ?? year)
}
