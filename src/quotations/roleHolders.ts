import { stateOf } from '../language/usStates.js'
import type { Span } from '../model.js'
import type { HeldTitle } from './heldTitles.js'
import { roleOf } from './roles.js'
import type { Person, Roster } from './roster.js'

/** "the Florida senator": a definite description of somebody by their role. */
export interface Description extends Span {
  readonly words: string
}

const DEFINITE = /(?<!\p{L})[Tt]he ((?:\p{L}[\p{L}.’'-]* ){0,3}\p{L}[\p{L}-]*)/gu
const QUALIFIER = /^(?:the|this|that|then|outgoing|new|longtime|now)$/u
const FORMER = /^(?:former|ex|late)$/u
/** Holders of one role beyond this many are not told apart. */
const MOST = 24

/** The descriptions of a text by roles that its people hold. */
export function descriptions(text: string, { byRole }: Roster): Description[] {
  const found: Description[] = []
  for (const { 1: words = '', index } of text.matchAll(DEFINITE)) {
    const parts = words.split(' ')
    const at = parts.findIndex((word, place) => roleOf(word) !== null && roleOf(parts[place + 1] ?? '') === null)
    const noun = parts[at] ?? ''
    if (at < 0 || !byRole.has(wantedRole(parts.slice(0, at + 1)))) continue
    const phrase = parts.slice(0, at + 1).join(' ')
    const end = index + 4 + phrase.length
    const next = text.slice(end, end + 4)
    const isTitle = /^ \p{Lu}/u.test(next) || /^ (?:of|for)/u.test(next) || /^['’]s/u.test(noun)
    if (!isTitle) found.push({ start: index, end, words: `the ${phrase}` })
  }
  return found
}

/** The role a phrase asks for: "vice president" and "attorney general" are others than "president" and "general". */
function wantedRole(parts: readonly string[]): string {
  const noun = parts.at(-1) ?? ''
  const before = parts.at(-2)?.toLowerCase()
  if (/^general$/iu.test(noun) && before === 'attorney') return 'attorney general'
  const role = roleOf(noun) ?? ''
  return before === 'vice' ? `vice ${role}` : role
}

/**
 * Who holds the role that a definite description names: whoever its other words fit best, and where they tell none, whoever is most
 * present. Nobody where the words fit none, or nobody is known to hold the role.
 */
export function holderOf({ byRole }: Roster, words: string, presence: (person: Person) => number): Person | null {
  const parts = words.split(/[\s-]+/u).slice(1)
  const holders = byRole.get(wantedRole(parts)) ?? []
  const role = wantedRole(parts)
  const isFormer = parts.some((word) => FORMER.test(word))
  const telling = parts
    .slice(0, -1)
    .map((word) => word.toLowerCase())
    .filter((word) => !QUALIFIER.test(word) && !FORMER.test(word) && !/^(?:vice|attorney)$/u.test(word))
    .map((word) => stateOf(word) ?? word)
  let best: Person | null = null
  let most = 0
  for (const person of holders.slice(0, MOST)) {
    const fit = Math.max(...person.titles.map((title) => (title.role === role ? fitOf(title, telling, isFormer) : 0)))
    const score =
      fit === 0
        ? 0
        : fit +
          Math.min(300, presence(person)) +
          Math.min(100, person.count) +
          100 * Math.min(4, timesCalled(person, role))
    if (score > most) {
      most = score
      best = person
    }
  }
  return best
}

function timesCalled({ titles }: Person, role: string): number {
  return titles.filter((title) => title.role === role && !title.isFormer).length
}

/** How well a title fits what a description says beside the role; 0: not at all. */
function fitOf({ beside, isFormer }: HeldTitle, telling: readonly string[], asksFormer: boolean): number {
  const fitting = telling.filter((word) => beside.includes(word)).length
  const namesState = telling.some((word) => stateOf(word) !== null)
  if (telling.length > 0 && fitting === 0 && (beside.length > 0 || namesState)) return 0
  return (
    1 + fitting * 1000 + (telling.length === 0 && beside.length === 0 ? 400 : 0) + (isFormer === asksFormer ? 300 : 0)
  )
}
