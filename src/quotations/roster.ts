import { genderOfGivenName, isGivenName } from '../language/givenNames.js'
import type { Span } from '../model.js'
import { couldBeSamePerson, parseName } from './people.js'
import type { Gender } from './roles.js'
import { genderOfRole, isOrganizationWord, isTitlePart, roleOf } from './roles.js'

/** A person whom a text names, under all the names it gives them. */
export interface Person {
  /** The fullest name, without titles. */
  name: string
  readonly surname: string
  gender: Gender | null
  /** What the text calls them: "secretary", "general". */
  readonly roles: Set<string>
  /** Where they are named, in text order. */
  readonly mentions: Span[]
}

export interface Roster {
  readonly people: readonly Person[]
  readonly bySurname: ReadonlyMap<string, readonly Person[]>
}

const ABBREVIATED =
  '(?:\\p{Lu}\\.)+|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Adm|Cmdr|Prof|Rev|St|Jr|Sr|Hon|Amb|Sec|Pres|Supt|Insp|Det|Cllr)\\.'
const NAME_WORD = `(?:${ABBREVIATED}|\\p{Lu}[\\p{L}\\p{M}’'-]*)`
const RUN = new RegExp(`${NAME_WORD}(?:[ \\u00a0](?:(?:de|van|von|der|la|bin|al|el|di|da|of|to) )?${NAME_WORD})*`, 'gu')
const ROLE_BEFORE = /(\p{L}[\p{L}-]*) (?:\p{Lu}\S* )?$/u
const APPOSITIVE = /^(?:, (?:\d+, )?| \()((?:the|a|an|his|her|who is|[\p{L}]+’s)?[^,.;:()“”"\n]{2,70})/u
const NOT_NAMES = new Set(
  `The A An In On At But And If When While After Before For With As By From This That These Those He She They It We I You His Her Their Its Our My Mr Mrs Ms What
  Who Why How Where There Here Not No Yes So Yet Or Nor Of To Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
  August September October November December Asked Speaking Republican Democratic Republicans Democrats American Americans Black White Also Now Then Still Even
  Both Some Many Most All One Two Three According During Under Over Since Until Because Although Though Despite Like Unlike Inside Outside Meanwhile However`.split(
    /\s+/u,
  ),
)

const ALSO_SURNAMES = new Set(['May', 'March', 'August', 'White', 'Black'])

/** Whether a capitalised word is none of a name's; "May" and "White" are surnames behind a given name. */
export function isNoName(word: string, place: number): boolean {
  return NOT_NAMES.has(word) && !(place > 0 && ALSO_SURNAMES.has(word))
}

/** The people of a text. Linear in its length. */
export function rosterOf(text: string): Roster {
  const people: Person[] = []
  const bySurname = new Map<string, Person[]>()
  const singles: { word: string; span: Span; gender: Gender | null; roles: string[] }[] = []
  for (const match of text.matchAll(RUN)) {
    const named = nameIn(match[0])
    if (!named) continue
    const span = { start: match.index + named.start, end: match.index + named.end }
    const roles = [...named.roles, ...rolesAround(text, match.index, span.end, named.isFull)]
    if (named.isFull) add(people, bySurname, named.name, span, named.gender, roles)
    else singles.push({ word: named.name, span, gender: named.gender, roles })
  }
  for (const { word, span, gender, roles } of singles) {
    const known = bySurname.get(parseName(word).surname)
    if (known) note(nearest(known, span.start, gender), span, gender, roles)
    else if (gender || roles.length > 0) add(people, bySurname, word, span, gender, roles)
  }
  for (const person of people) person.mentions.sort((a, b) => a.start - b.start)
  return { people, bySurname }
}

interface Named {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly gender: Gender | null
  readonly roles: readonly string[]
  readonly isFull: boolean
  /** "Dean", "Judge": a name only where somebody has that surname. */
  readonly isTitleOnly: boolean
}

/** The person's name in a run of capitalised words: titles before it taken off, null where it names no person. */
export function nameIn(run: string): Named | null {
  const parts = [...run.matchAll(/[^ \u00a0]+/gu)]
  const roles: string[] = []
  let gender: Gender | null = null
  let first = 0
  const skips = (word: string): boolean => NOT_NAMES.has(word.replace(/\.$/u, '')) || isTitlePart(word)
  const isTitleOnly = parts.length === 1 && skips(run)
  const isShouted = (word: string): boolean => /^\p{Lu}{3,}$/u.test(word)
  if (!parts.every((part) => isShouted(part[0])))
    while (first < parts.length && isShouted(parts[first]?.[0] ?? '')) first++
  while (first < parts.length && skips(parts[first]?.[0] ?? '') && !isTitleOnly) {
    const word = parts[first]?.[0] ?? ''
    const role = roleOf(word)
    if (role && !/^(?:mr|mrs|ms|dr|miss)$/u.test(role)) roles.push(role)
    gender ??= genderOfRole(word)
    first++
  }
  let last = parts.length - 1
  const lastRole = parts.findLastIndex((part, index) => index > first && index < last && roleOf(part[0]) !== null)
  if (lastRole > first) {
    const role = roleOf(parts[lastRole]?.[0] ?? '')
    if (role) roles.push(role)
    gender ??= genderOfRole(parts[lastRole]?.[0] ?? '')
    first = lastRole + 1
  }
  while (last > first && isNoName(parts[last]?.[0] ?? '', last - first)) last--
  const words = parts.slice(first, last + 1).map((part) => part[0])
  const head = words[0]
  if (!head) return null
  const name = words
    .join(' ')
    .replace(/['’]s?$|[.,]$/u, (tail) => (/(?:Jr|Sr)\.$/u.test(words.at(-1) ?? '') ? tail : ''))
  const start = parts[first]?.index ?? 0
  const made = { name, start, end: start + name.length, roles, isTitleOnly: false }
  if (words.length === 1) return { ...made, gender, isFull: false, isTitleOnly }
  if (words.length > 5 || words.some((word) => /^(?:of|to)$/u.test(word) || isNoName(word, 1))) return null
  const isTitled = first > 0 && (roles.length > 0 || gender !== null)
  if (isGivenName(head) || /^\p{Lu}\.(?:\p{Lu}\.)*$/u.test(head)) {
    if (words.slice(1).some((word) => isOrganizationWord(word) && word.length > 3)) return null
    return { ...made, gender: gender ?? genderOfGivenName(head), isFull: true }
  }
  if (!isTitled || words.some((word) => isOrganizationWord(word))) return null
  return { ...made, gender, isFull: true }
}

/** The words of an appositive that say what somebody is: "social media director" of "social media director for the president". */
function headWords(appositive: string): string[] {
  const head = appositive.trim().split(/ (?:to|for|of|who|whose|at|in|with|on|that|from|under|and) /u, 1)[0] ?? ''
  return head
    .split(/\s+/u)
    .filter((word) => !/['’]s?$/u.test(word))
    .slice(0, 7)
}

/** The roles printed right before a name ("retired general James Mattis") or in the appositive behind it (", the mayor,"). */
function rolesAround(text: string, start: number, end: number, isFull: boolean): string[] {
  const found: string[] = []
  const before = ROLE_BEFORE.exec(text.slice(Math.max(0, start - 30), start))
  const role = before?.[1] ? roleOf(before[1]) : null
  if (role) found.push(role)
  const after = isFull ? APPOSITIVE.exec(text.slice(end, end + 90)) : null
  if (after?.[1]) for (const word of headWords(after[1])) found.push(...[roleOf(word)].filter((one) => one !== null))
  return found
}

function add(
  people: Person[],
  bySurname: Map<string, Person[]>,
  name: string,
  span: Span,
  gender: Gender | null,
  roles: readonly string[],
): void {
  const { surname } = parseName(name)
  const namesakes = bySurname.get(surname)
  const known = namesakes?.find((person) => couldBeSamePerson(person.name, name))
  if (known) {
    if (fullness(name) > fullness(known.name)) known.name = name
    note(known, span, gender, roles)
    return
  }
  const person: Person = { name, surname, gender: null, roles: new Set(), mentions: [] }
  note(person, span, gender, roles)
  people.push(person)
  if (namesakes) namesakes.push(person)
  else bySurname.set(surname, [person])
}

/** Longer names are fuller, but an initial or a short form of the given name is not. */
function fullness(name: string): number {
  const words = name.split(' ')
  return words.length * 100 - (/^\p{Lu}\./u.test(name) ? 150 : 0) + Math.min(99, (words[0] ?? '').length)
}

function note(person: Person, span: Span, gender: Gender | null, roles: readonly string[]): void {
  person.mentions.push(span)
  person.gender ??= gender
  for (const role of roles) person.roles.add(role)
}

/** Whom a surname alone means: of the gender its title gives, the one named last before it, else the first one named. */
export function nearest(namesakes: readonly Person[], at: number, gender: Gender | null): Person {
  const fitting = namesakes.filter((person) => !gender || !person.gender || person.gender === gender)
  const pool = fitting.length > 0 ? fitting : namesakes
  let best = pool[0] as Person
  let place = -1
  for (const person of pool) {
    const last = person.mentions.findLast((mention) => mention.end <= at)?.start ?? -1
    if (last > place) {
      best = person
      place = last
    }
  }
  return best
}
