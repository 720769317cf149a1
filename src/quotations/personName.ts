import { genderOfGivenName, isGivenName } from '../language/givenNames.js'
import { remembering } from '../language/remember.js'
import type { Gender } from './roles.js'
import { genderOfRole, isOrganizationWord, isTitlePart, roleOf } from './roles.js'

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

export interface Named {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly gender: Gender | null
  readonly roles: readonly string[]
  readonly isFull: boolean
  /** "Dean", "Judge": a name only where somebody has that surname. */
  readonly isTitleOnly: boolean
}

const isSkipped = (word: string): boolean => NOT_NAMES.has(word.replace(/\.$/u, '')) || isTitlePart(word)
const isShouted = (word: string): boolean => /^\p{Lu}{3,}$/u.test(word)

/** The person's name in a run of capitalised words: titles before it taken off, null where it names no person. */
export const nameIn = remembering(findName)

function findName(run: string): Named | null {
  const parts = [...run.matchAll(/[^ \u00a0]+/gu)]
  const roles: string[] = []
  let gender: Gender | null = null
  let first = 0
  const isTitleOnly = parts.length === 1 && isSkipped(run)
  if (!parts.every((part) => isShouted(part[0])))
    first = Math.max(
      0,
      parts.findIndex((part) => !isShouted(part[0])),
    )
  if (!isTitleOnly)
    while (first < parts.length && isSkipped(parts[first]?.[0] ?? '')) {
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
  // "Later Grace Adeyemi": what stands before a given name is none of the name.
  const given = parts.findIndex((part, index) => index > first && index < last && isGivenName(part[0]))
  if (given > first && !isGivenName(parts[first]?.[0] ?? '') && !/^\p{Lu}\./u.test(parts[first]?.[0] ?? ''))
    first = given
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
