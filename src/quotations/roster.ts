import { isGivenName } from '../language/givenNames.js'
import type { Span } from '../model.js'
import type { ClauseRole } from './clauseRole.js'
import type { HeldTitle } from './heldTitles.js'
import { type NameRun, nameRuns } from './nameRuns.js'
import { Namesakes } from './namesakes.js'
import { isPlaceOrBody, isSurnameLike } from './personName.js'
import type { Gender } from './roles.js'

/** A person whom a text names, under all the names it gives them. */
export interface Person {
  /** The fullest name, without titles. */
  name: string
  gender: Gender | null
  /** What the text says they are. */
  readonly titles: HeldTitle[]
  /** How often they are named. */
  count: number
}

/** A place where somebody is named; `from` is where their title begins. */
export interface NameMention extends Span {
  readonly from: number
  readonly role: ClauseRole
  readonly person: Person
}

export interface Roster {
  readonly people: readonly Person[]
  /** In text order. */
  readonly mentions: readonly NameMention[]
  /** Words that the text has behind "in", "at" or "the": they name no person. */
  readonly places: ReadonlySet<string>
  /** Those who hold a role, first named first. */
  readonly byRole: ReadonlyMap<string, readonly Person[]>
}

const MOST_TITLES = 12

/** The people of a text, `spoken` being the mentions of its speakers. Linear in its length. */
export function rosterOf(text: string, spoken: readonly Span[] = []): Roster {
  const isCommon = commonWordsOf(text)
  const runs = nameRuns(text, new Set(spoken.map(({ end }) => end)))
  const alone = aloneIn(runs)
  const namesakes = new Namesakes()
  const held = new Map<NameRun, Person>()
  const give = (run: NameRun, person: Person): void => {
    held.set(run, person)
    person.count++
    person.gender ??= run.named.gender ?? run.titles.find(({ gender }) => gender)?.gender ?? null
    if (person.titles.length < MOST_TITLES) person.titles.push(...run.titles)
  }
  const fullNames = runs.filter((run) => !run.isHeading && isFullName(run, alone))
  for (const run of fullNames) if (run.named.kind === 'full') give(run, namesakes.full(run.named.name))
  namesakes.settle()
  for (const run of fullNames)
    if (run.named.kind === 'maybe' && !namesakes.knows(run.named.name)) give(run, namesakes.full(run.named.name))
  for (const run of runs)
    if (run.isHeading && run.named.kind === 'full' && alone.has(surnameOf(run)))
      give(run, namesakes.full(run.named.name))
  namesakes.settle()
  for (const run of runs) {
    const known = held.get(run)
    if (known) {
      namesakes.seen(known, run.start, run.acts)
      continue
    }
    const person = namesakes.called(run.named.name, run.start, run.named.gender)
    if (person) give(run, person)
    else if (isPersonAlone(run, alone, isCommon)) give(run, namesakes.other(run.named.name))
    const given = held.get(run)
    if (given) namesakes.seen(given, run.start, run.acts)
  }
  const mentions = runs.flatMap((run) => {
    const person = held.get(run)
    return person ? [{ start: run.start, end: run.end, from: run.from, role: run.role, person }] : []
  })
  const places = new Set([...alone].flatMap(([name, one]) => (isPlace(one) ? [name] : [])))
  return { people: namesakes.people, mentions, places, byRole: byRole(namesakes.people) }
}

function byRole(people: readonly Person[]): Map<string, Person[]> {
  const holders = new Map<string, Person[]>()
  for (const person of people)
    for (const role of new Set(person.titles.map((title) => title.role))) {
      const known = holders.get(role)
      if (known) known.push(person)
      else holders.set(role, [person])
    }
  return holders
}

/** What a surname's mentions alone say together. */
interface Alone {
  isPerson: boolean
  acts: number
  isInside: boolean
  times: number
  /** How often it stands behind "in", "at" or "the". */
  placed: number
}

function aloneIn(runs: readonly NameRun[]): ReadonlyMap<string, Alone> {
  const found = new Map<string, Alone>()
  for (const run of runs) {
    if (run.named.kind !== 'single' || run.isHeading) continue
    const alone = found.get(run.named.name) ?? { isPerson: false, acts: 0, isInside: false, times: 0, placed: 0 }
    alone.isPerson ||= run.isPerson && !run.isPlace
    if (run.acts) alone.acts++
    alone.isInside ||= !run.opensSentence
    alone.times++
    if (run.isPlace) alone.placed++
    found.set(run.named.name, alone)
  }
  return found
}

function isPlace({ times, placed }: Alone): boolean {
  return placed > 0 && 4 * placed >= times
}

function surnameOf({ named }: NameRun): string {
  return named.name.split(' ').at(-1) ?? ''
}

function isFullName(run: NameRun, alone: ReadonlyMap<string, Alone>): boolean {
  const { kind, name } = run.named
  const [first = ''] = name.split(' ')
  if (kind === 'maybe' && run.isApart && alone.get(first)?.isPerson) return true
  if (kind === 'full') return !run.isPlace || run.isPerson || !isPlaceOrBody(surnameOf(run))
  return kind === 'maybe' && !run.isPlace && isKnownFor(run, alone.get(surnameOf(run))) && !isPlaceOrBody(name)
}

/** Whether the text tells a person by more than the form of the name: bodies speak too, but nobody calls them by their last word. */
function isKnownFor(run: NameRun, alone: Alone | undefined): boolean {
  return (
    run.titles.length > 0 ||
    run.isPerson ||
    (alone !== undefined && !isPlace(alone) && (alone.isPerson || alone.acts > 0))
  )
}

/** In plain letters: four times as fast to find, and no English word that is also a surname has others. */
const ENGLISH_WORD = /(?<![A-Za-z.@])[a-z]{3,}/g

/** Tells the words that the text also has without a capital. The text is read for them once, when first asked. */
function commonWordsOf(text: string): (word: string) => boolean {
  let common: ReadonlySet<string> | null = null
  return (word) => {
    common ??= new Set(text.match(ENGLISH_WORD))
    return common.has(word.toLowerCase())
  }
}

/** Somebody of whom the text has only one name. */
function isPersonAlone(run: NameRun, alone: ReadonlyMap<string, Alone>, isCommon: (word: string) => boolean): boolean {
  const { kind, name, isTitleOnly, gender, roles } = run.named
  if (kind !== 'single' || isTitleOnly || run.isHeading || run.isPlace) return false
  if (gender) return true
  if (!isSurnameLike(name) || isCommon(name)) return false
  if (roles.length > 0) return true
  const known = alone.get(name)
  if (!known || isPlace(known) || !(known.isPerson || known.acts > 1)) return false
  return known.isInside || isGivenName(name) || !/(?:s|ly|ing|ed)$/u.test(name)
}
