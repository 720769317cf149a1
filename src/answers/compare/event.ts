import { dayOf } from '../../language/dates.js'
import { stem, words } from '../../language/words.js'
import { groupBy } from '../group.js'
import type { Passage } from './passages.js'
import type { Told } from './told.js'

/** What is known of a story as a whole. */
export interface Setting {
  /** Stems that two outlets have in their leads, or that most outlets print: a name among them is of the story. */
  readonly names: ReadonlySet<string>
  /** Whether an outlet counts or measures but one number of what this figure does. */
  readonly isSingle: (told: Told) => boolean
  /** The same of those only that one fate befell: an outlet may count the officers of a town as well as those who were hurt. */
  readonly isSingleOfFate: (told: Told) => boolean
}

/** Passages of an article that tell what it is about. */
const LEAD = 6
/** Names that so many of the outlets print are of the story wherever they stand. */
const MOST_OUTLETS = 0.75
const YEAR = /\b(?:19|20)\d\d\b/gu
const OTHER_TIME =
  /\b(?:last|previous|prior|past|recent)\s+(?:year|month|week|weekend|decade|election|quarter|summer|winter|spring|fall)s?\b|\b(?:(?<!(?:minutes?|hours?|seconds) )earlier(?! (?:\p{L}+day|today|in the day))|previously|originally|initially|once|formerly|at first|(?<!(?:minutes?|hours?) )ago|historically|annually|typically)\b|\b(?:each|every|per|a) (?:year|month|week|day)\b|\b\d{1,2}:\d\d\b/giu
/** Who tells it, before it is told. */
const TELLER =
  /^.*\b(?:said|says|told|put|puts|reported|reports|confirmed|announced|estimates?|tweeted)\b|^\P{L}*According\b[^,]*,/su
/** Who tells it, after it was told. */
const TELLER_BEHIND = /,\s[^.;]*\b(?:said|says|told|according)\b.*$/su
/** "…, against 10 in the war of 2009": what is behind is of another time. */
const COMPARISON = /,?\s(?:against|compared (?:to|with)|versus|up from|down from)\s.*$/su
/** Days before an article in which what it tells as new may have happened. */
const NEWS = 21
/** Names that tell nothing apart. */
const COMMON_NAME =
  /^(?:gov|sen|rep|gen|col|lt|presid|mr|mrs|ms|dr|democrat|republican|gop|u\.s?|us|american|(?:mon|tues|wednes|thurs|fri|satur|sun)dai|state|hous|senat|white|nation|offic|polic|januari|februari|march|april|mai|june|juli|august|septemb|octob|novemb|decemb|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|new|associ|press|ap|afp|reuter|cnn|fox|post|time)$/u

/** The setting of a story's passages, with what each outlet tells in them. */
export function settingOf(all: readonly Passage[], known: ReadonlyMap<string, readonly Told[]>): Setting {
  const numbers = new Map<string, Set<string>>()
  for (const told of [...known.values()].flat()) {
    for (const key of [keyOf(told), keyOfFate(told)]) add(numbers, key, `${told.figure.min} ${told.figure.max}`)
  }
  return {
    names: commonNames(all),
    isSingle: (told) => numbers.get(keyOf(told))?.size === 1,
    isSingleOfFate: (told) => numbers.get(keyOfFate(told))?.size === 1,
  }
}

function keyOf({ outlet, figure: { kind, counted, unit } }: Told): string {
  return [outlet, kind, counted ?? unit].join('|')
}

function keyOfFate(told: Told): string {
  return `${keyOf(told)}|${told.context.fate}`
}

function commonNames(all: readonly Passage[]): ReadonlySet<string> {
  const outlets = new Map<string, Set<string>>()
  const leads = new Map<string, Set<string>>()
  for (const own of groupBy(all, ({ article }) => article).values()) {
    for (const [index, { stems, article }] of own.entries()) {
      for (const one of stems) {
        if (index < LEAD) add(leads, one, article.outlet)
        add(outlets, one, article.outlet)
      }
    }
  }
  const telling = new Set(all.map(({ article }) => article.outlet)).size
  const isCommon = (one: string) =>
    (leads.get(one)?.size ?? 0) > 1 || (outlets.get(one)?.size ?? 0) >= Math.max(2, MOST_OUTLETS * telling)
  return new Set([...outlets.keys()].filter(isCommon))
}

function add(into: Map<string, Set<string>>, key: string, value: string): void {
  const own = into.get(key)
  if (own) own.add(value)
  else into.set(key, new Set([value]))
}

/** Whether both name a year that they share, or none but that of their articles. */
export function isOneYear(a: Told, b: Told): boolean {
  return areShared(oldYears(a), oldYears(b))
}

/** Whether both are told of one time, as far as they say: years that they share, or no time but the story's own. */
export function isOneTime(a: Told, b: Told): boolean {
  const [years, others] = [oldYears(a), oldYears(b)]
  if (years.length > 0 || others.length > 0) return areShared(years, others)
  return isOldDate(a) === isOldDate(b) && areEqual(times(a), times(b))
}

/** Whether nothing in their clauses names another event than the story's own, or both name the same. */
export function isOneEvent(a: Told, b: Told, setting: Setting): boolean {
  return isOneTime(a, b) && areShared(foreignNames(a, setting), foreignNames(b, setting))
}

function areShared(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 ? one.length === other.length : one.some((each) => other.includes(each))
}

function areEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.every((each) => other.includes(each)) && other.every((each) => one.includes(each))
}

function oldYears(told: Told): string[] {
  const published = told.passage.article.published?.slice(0, 4)
  return (uncompared(told).match(YEAR) ?? []).filter((year) => year !== published)
}

/** Its sentence, without what it is compared with. */
function uncompared({ passage, figure }: Told): string {
  const end = figure.end - passage.start
  return passage.text.slice(0, end) + passage.text.slice(end).replace(COMPARISON, '')
}

function times(told: Told): string[] {
  return uncompared(told).toLowerCase().match(OTHER_TIME) ?? []
}

/** Whether its sentence is dated long before its article. */
function isOldDate(told: Told): boolean {
  const { passage } = told
  const day = dayOf(passage.article.published)
  const end = passage.start + uncompared(told).length
  return (
    day !== null && passage.figures.some(({ kind, max, start }) => kind === 'date' && start < end && max < day - NEWS)
  )
}

/** Names in the clause that are none of the story's, those of who tells it apart. */
function foreignNames({ passage, figure, context }: Told, { names }: Setting): string[] {
  const before = passage.text.slice(0, figure.start - passage.start)
  const behind = passage.text.slice(figure.end - passage.start)
  const telling = `${TELLER.exec(before)?.[0] ?? ''} ${TELLER_BEHIND.exec(behind)?.[0] ?? ''}`
  const tellers = new Set(words(telling).map((word) => stem(word.text)))
  return [...context.names].filter((name) => !names.has(name) && !COMMON_NAME.test(name) && !tellers.has(name))
}
