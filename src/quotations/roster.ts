import type { Span } from '../model.js'
import { couldBeSamePerson, parseName } from './people.js'
import { isNoName, type Named, nameIn } from './personName.js'
import type { Gender } from './roles.js'
import { isOrganizationWord, roleOf } from './roles.js'

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
/** "The mayor, Helen Tresidder, said" */
const ROLE_APART =
  /(?:^|[.“"\n] ?|\b(?:and|as|while|but|when) )(?:the|its|their|his|her) (?:\p{L}[\p{L}-]* ){0,3}?(\p{L}[\p{L}-]*), $/iu
const APPOSITIVE = /^(?:, (?:\d+, )?| \()((?:the|a|an|his|her|who is|[\p{L}]+’s)?[^,.;:()“”"\n]{2,70})/u
/** The people of a text. Linear in its length. */
export function rosterOf(text: string): Roster {
  const people: Person[] = []
  const bySurname = new Map<string, Person[]>()
  const singles: { word: string; span: Span; gender: Gender | null; roles: string[] }[] = []
  for (const match of text.matchAll(RUN)) {
    const named = nameIn(match[0]) ?? speakingName(text, match.index, match[0])
    if (!named) continue
    const span = { start: match.index + named.start, end: match.index + named.end }
    const roles = [...named.roles, ...rolesAround(text, match.index, span.end, named.isFull)]
    if (named.isFull) add(people, bySurname, named.name, span, named.gender, roles)
    else singles.push({ word: named.name, span, gender: named.gender, roles })
  }
  for (const { word, span, gender, roles } of singles) {
    const known = bySurname.get(parseName(word).surname)
    const person = known && nearest(known, span.start, gender)
    if (person) note(person, span, gender, roles)
    else if (gender || roles.length > 0) add(people, bySurname, word, span, gender, roles)
  }
  for (const person of people) person.mentions.sort((a, b) => a.start - b.start)
  return { people, bySurname }
}

/** Right after a name, or right before it: whoever speaks or has a role is a person, though nobody else bears that given name. */
const SPEAKS_AFTER =
  /^,? (?:said|says|told|tells|added|adds|wrote|writes|tweeted|explained|argued|warned|asked|recalled)\b/u
const SPEAKS_BEFORE = /(?:["”,]|\bas) (?:said|says|added|adds|wrote|writes|explained|argued|asked|recalled) $/u
const NAME_ALONE = /^\p{Lu}\p{Ll}[\p{L}\p{M}’'-]*(?: \p{Lu}[\p{L}\p{M}.’'-]*)? \p{Lu}\p{Ll}[\p{L}\p{M}’'-]*$/u

/** A full name whose given name is in no list, known by what its bearer does or is. */
function speakingName(text: string, start: number, name: string): Named | null {
  const words = name.split(/[ \u00a0]/u)
  if (!NAME_ALONE.test(name) || words.some((word, at) => isNoName(word, at) || isOrganizationWord(word))) return null
  const end = start + name.length
  const isSpeaking =
    SPEAKS_AFTER.test(text.slice(end, end + 20)) || SPEAKS_BEFORE.test(text.slice(Math.max(0, start - 16), start))
  if (!isSpeaking && rolesAround(text, start, end, true).length === 0) return null
  return { name, start: 0, end: name.length, gender: null, roles: [], isFull: true, isTitleOnly: false }
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
  const apart = text[end] === ',' ? ROLE_APART.exec(text.slice(Math.max(0, start - 40), start))?.[1] : null
  const roleApart = apart ? roleOf(apart) : null
  if (roleApart) found.push(roleApart)
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
export function nearest(namesakes: readonly Person[], at: number, gender: Gender | null): Person | undefined {
  const fitting = namesakes.filter((person) => !gender || !person.gender || person.gender === gender)
  const pool = fitting.length > 0 ? fitting : namesakes
  let best = pool[0]
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
