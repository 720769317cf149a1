import { couldBeSamePerson, parseName } from './people.js'
import type { Gender } from './roles.js'
import type { Person } from './roster.js'

interface Seen {
  readonly person: Person
  /** Where the text, read so far, has last named this person. */
  last: number
  /** Whether they were the subject there. */
  acted: boolean
}

/** More bearers of one surname than this are not told apart. */
const MOST = 24
/** A namesake named in full this near, in UTF-16 units, is whom a surname alone means, though another is named more often. */
const NEAR = 1200
const MAIN = 3
/** Somebody named in full this near is meant unless another is named that much more often. */
const BESIDE = 400
const MUCH = 10
/** "Kim Jong Un", "Moon Jae-in": the first word is the surname. */
const SURNAME_FIRST = /^\S{2,5} (?:\S+-\p{Ll}+|\p{Lu}\S{1,4} \p{Lu}\S{1,4})$/u
const KIN = new Set('son daughter wife husband brother sister mother father widow'.split(' '))

/** The people of a text by their names. Each question takes bounded time. */
export class Namesakes {
  readonly people: Person[] = []
  readonly #bySurname = new Map<string, Seen[]>()
  /** By any other word of the name: "Hillary", "Xi", "Suu Kyi". */
  readonly #byPart = new Map<string, Seen | null>()

  /** The person with this name, a new one where there is none. */
  full(name: string): Person {
    const { surname } = parseName(name)
    const namesakes = this.#bySurname.get(surname) ?? []
    const known = namesakes.find(({ person }) => isSame(person.name, name))?.person
    if (!known) return this.other(name)
    if (fullness(name) > fullness(known.name)) known.name = name
    return known
  }

  /** A person who is none of those known. */
  other(name: string): Person {
    const { surname } = parseName(name)
    const namesakes = this.#bySurname.get(surname) ?? []
    const person: Person = { name, gender: null, titles: [], count: 0 }
    this.people.push(person)
    if (namesakes.length < MOST) namesakes.push({ person, last: -1, acted: false })
    this.#bySurname.set(surname, namesakes)
    return person
  }

  /** Learns the parts of the full names known so far. */
  settle(): void {
    for (const namesakes of this.#bySurname.values())
      for (const seen of namesakes) {
        const words = seen.person.name.toLowerCase().split(' ')
        const parts = new Set([
          words[0],
          words.slice(-2).join(' '),
          words.slice(0, -1).join(' '),
          words.slice(0, 2).join(' '),
        ])
        for (const part of parts) {
          const other = part ? this.#byPart.get(part) : null
          if (part && words.length > 1) this.#byPart.set(part, other === undefined || other === seen ? seen : null)
        }
      }
  }

  /** Whether these words are part of the name of somebody known: "Jackson Lee", "van der Meer". */
  knows(words: string): boolean {
    const part = words.toLowerCase()
    return this.#byPart.has(part) || this.#bySurname.has(part)
  }

  /** Notes that somebody is named at a place; places must come in text order. */
  seen(person: Person, at: number, acted: boolean): void {
    const seen = this.#bySurname.get(parseName(person.name).surname)?.find((one) => one.person === person)
    if (!seen) return
    seen.last = at
    seen.acted = acted
  }

  /** Whom part of a name means at a place; null where it is nobody known. */
  called(name: string, at: number, gender: Gender | null): Person | null {
    const namesakes = this.#bySurname.get(parseName(name).surname)
    const words = name.toLowerCase()
    const part = this.#byPart.get(words) ?? null
    const bearers = this.#bySurname.get(words)
    if (bearers && words.includes(' ')) return nearest(bearers, at, gender)
    if (!namesakes || parseName(name).given !== '') return part?.person ?? null
    const isSurname = part !== null && SURNAME_FIRST.test(part.person.name)
    return nearest(isSurname ? [...namesakes, part] : namesakes, at, gender)
  }
}

/** Of the gender its title gives; whoever has no other name, else whoever was just named, unless the text names another far more often. */
function nearest(namesakes: readonly Seen[], at: number, gender: Gender | null): Person | null {
  const fitting = namesakes.filter(({ person }) => !gender || !person.gender || person.gender === gender)
  // "President Quill" is somebody else than the daughter who comes into the text later.
  if (fitting.every(({ person, last }) => last < 0 && isRelative(person))) return null
  const unnamed = fitting.find(({ person }) => parseName(person.name).given === '')
  if (unnamed) return unnamed.person
  const latest = fitting.reduce<Seen | undefined>(
    (best, one) => (best && best.last >= one.last ? best : one),
    undefined,
  )
  const main = fitting.reduce<Seen | undefined>(
    (best, one) => (best && best.person.count >= one.person.count ? best : one),
    undefined,
  )
  if (!latest || !main) return null
  const times = !latest.acted ? 1 : at - latest.last < BESIDE ? MUCH : MAIN
  const isMain = main.person.count >= times * latest.person.count || latest.last < 0 || at - latest.last > NEAR
  return (isMain ? main : latest).person
}

/** Whether two names are one person's: "Jackson Lee" is the end of Sheila Jackson Lee. */
function isSame(known: string, name: string): boolean {
  return couldBeSamePerson(known, name) || isEnd(known, name) || isEnd(name, known)
}

function isEnd(name: string, end: string): boolean {
  return end.includes(' ') && name.endsWith(` ${end}`)
}

/** Whether the text knows somebody as another's child or spouse. */
function isRelative({ name, titles }: Person): boolean {
  return parseName(name).suffix === 'jr' || titles.some(({ role }) => KIN.has(role))
}

/** Longer names are fuller, but an initial or a short form of the given name is not. */
function fullness(name: string): number {
  const words = name.split(' ')
  return words.length * 100 - (/^\p{Lu}\./u.test(name) ? 150 : 0) + Math.min(99, (words[0] ?? '').length)
}
