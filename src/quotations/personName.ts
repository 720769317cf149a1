import { genderOfGivenName, isGivenName } from '../language/givenNames.js'
import { CALLED } from '../language/names.data.js'
import { remembering } from '../language/remember.js'
import { isState } from '../language/usStates.js'
import { CUE_VERBS } from './cueWords.js'
import { NOT_NAMES } from './notNames.data.js'
import type { Gender } from './roles.js'
import { DOCUMENTS, genderOfRole, isOrganizationWord, isTitlePart, PLACES_AND_FIRMS, roleOf } from './roles.js'

const ALSO_SURNAMES = new Set([
  'May',
  'March',
  'August',
  'White',
  'Black',
  'Love',
  'Power',
  'English',
  'French',
  'Young',
  'Long',
  'Short',
  'Good',
  'Read',
  'Early',
  'Free',
  'Great',
  'High',
  'Low',
  'Party',
  'Fellow',
  'Friends',
  'Story',
  'Given',
  'Waters',
  'Christian',
])
const INITIALS = /^(?:\p{Lu}\.)+$/u
const PLACE_INITIALS = /^(?:U\.S\.|U\.N\.|U\.K\.|E\.U\.|D\.C\.|N\.Y\.|N\.J\.|L\.A\.|U\.S\.A\.|A\.M\.|P\.M\.|M\.D\.)/u
const PLAIN_WORD =
  /^(?:(?:al|el|as|ad|ul)-|\p{Lu}['’])?\p{Lu}[\p{Ll}\p{M}]+(?:[-’'](?:\p{L}[\p{L}\p{M}]*))*(?:\p{Lu}[\p{Ll}\p{M}]+)?$/u
/** "TrumpFederal": two words that lost the space between them, unlike "McCain" and "DeVos". */
const RUN_TOGETHER = /^(\p{Lu}\p{Ll}{3,}?)\p{Lu}[\p{L}’']*$/u
const GENERATION = /^(?:Jr|Sr)\.?$|^I{2,3}$|^IV$/u
const TITLES_ONLY = /^(?:mr|mrs|ms|dr|miss)$/u

/** Whether a capitalised word is none of a name's; "May" and "White" are surnames behind a given name. */
export function isNoName(word: string, place: number): boolean {
  return NOT_NAMES.has(word.replace(/(?<=\p{L}{2})\.$/u, '')) && !(place > 0 && ALSO_SURNAMES.has(word))
}

/** Whether a word names a country, its people, a city, a firm or an outlet, or another body. */
export const isPlaceOrBody = remembering((word: string): boolean => {
  const plain = word.toLowerCase().replace(/['’]s?$|\.$/gu, '')
  return CALLED.has(plain) || isState(plain) || PLACES_AND_FIRMS.has(plain) || isOrganizationWord(word)
})

/** Whether a capitalised word alone can be somebody's surname. */
export function isSurnameLike(word: string): boolean {
  const plain = word.toLowerCase()
  return (
    PLAIN_WORD.test(word) &&
    !isNoName(word, 0) &&
    !isPlaceOrBody(word) &&
    roleOf(word) === null &&
    !DOCUMENTS.has(plain) &&
    !/-based$|^[rdi]-|['’](?:ve|re|ll|d|m|t)$/u.test(plain)
  )
}

export interface Named {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly gender: Gender | null
  readonly roles: readonly string[]
  /** "maybe": several words that only what their bearer does or is can tell for a name. */
  readonly kind: 'full' | 'maybe' | 'single'
  /** "Dean", "Judge": a name only where somebody has that surname. */
  readonly isTitleOnly: boolean
}

interface Part {
  readonly text: string
  readonly index: number
}

const isSkipped = (word: string): boolean =>
  isNoName(word, 0) ||
  isTitlePart(word) ||
  /-\p{Ll}+ed$/u.test(word) ||
  (/(?:al|ent|ant|ed|ing|ous|ate|ive|ain|ar|ick|ful)ly$/u.test(word) && !isGivenName(word))
const isShouted = (word: string): boolean => /^\p{Lu}{3,}$/u.test(word)
const isInitials = (word: string): boolean => INITIALS.test(word) && !PLACE_INITIALS.test(word)

/** The person's name in a run of capitalised words: titles before it taken off, null where it names no person. */
export const nameIn = remembering((run: string): Named | null => {
  const all: Part[] = [...run.matchAll(/[^ \u00a0]+/gu)].map((part) => ({ text: part[0], index: part.index }))
  if (all.length === 1 && isNoName(run, 1)) return null
  const isTitleOnly = all.length === 1 && isSkipped(run)
  const title = isTitleOnly ? { first: 0, roles: [], gender: null } : titleOf(all)
  const hasOf = all.slice(0, title.first).some((part) => /^(?:of|to)$/u.test(part.text))
  const parts = nameParts(all.slice(title.first), hasOf)
  const head = parts[0]
  const isAddressed = /^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Capt|Sgt)\.?$/u.test(all[title.first - 1]?.text ?? '')
  if (!head || (!isTitleOnly && !isAddressed && isSkipped(head.text) && !isGivenHere(parts, 0))) return null
  const words = parts.map((part) => part.text)
  if (
    /^St\.?$/u.test(head.text) ||
    (words.length > 1 && CUE_VERBS.has(head.text.toLowerCase()) && !isGivenName(head.text))
  )
    return null
  const name = words
    .join(' ')
    .replace(/['’]s?$|[.,]$/u, (tail) => (/(?:Jr|Sr)\.$/u.test(words.at(-1) ?? '') ? tail : ''))
  const { roles } = title
  const made = { name, start: head.index, end: head.index + name.length, roles, isTitleOnly }
  if (words.length === 1) return { ...made, gender: title.gender, kind: 'single' }
  if (isPlaceOrBody(words.slice(0, 2).join(' ')) && words.length < 4) return null
  if (words.length > 5 || words.some((word, at) => /^(?:of|to)$/u.test(word) || isNoName(word, at))) return null
  const isTitled = roles.length > 0 || title.gender !== null
  if (isGivenName(head.text) || isInitials(head.text)) {
    if (!isTitled && words.slice(1).some((word) => isOrganizationWord(word) && word.length > 3)) return null
    // "Van Drew" may be the end of a longer name.
    const kind = /^(?:Van|De|La|Le|Al|El)$/u.test(head.text) ? 'maybe' : 'full'
    return { ...made, gender: title.gender ?? genderOfGivenName(head.text), kind }
  }
  if (words.some((word, at) => isPlaceOrBody(word) && !(at > 0 && isGivenName(word)))) return null
  if (isTitled) return { ...made, gender: title.gender, kind: 'full' }
  return { ...made, gender: null, kind: 'maybe' }
})

/** Where the name begins behind "Mr.", "Defense Secretary" or an outlet in capitals, and what those say of its bearer. */
function titleOf(parts: readonly Part[]): { first: number; roles: string[]; gender: Gender | null } {
  const roles: string[] = []
  let gender: Gender | null = null
  const note = (word: string): void => {
    const role = roleOf(word)
    if (role && !TITLES_ONLY.test(role)) roles.push(role)
    gender ??= genderOfRole(word)
  }
  let first = Math.max(
    0,
    parts.findIndex((part) => !isShouted(part.text)),
  )
  while (first < parts.length - 1 && isSkipped(parts[first]?.text ?? '') && !isGivenHere(parts, first))
    note(parts[first++]?.text ?? '')
  const last = parts.findLastIndex(({ text }, at) => at > first && at < parts.length - 1 && roleOf(text) !== null)
  if (last > first && !GENERATION.test(parts[last + 1]?.text ?? '')) {
    note(parts[last]?.text ?? '')
    first = last + 1
    while (first < parts.length - 1 && isSkipped(parts[first]?.text ?? '')) note(parts[first++]?.text ?? '')
  }
  return { first, roles, gender }
}

/** "Dean Baquet" has no title. */
function isGivenHere(parts: readonly Part[], at: number): boolean {
  return at === parts.length - 2 && isGivenName(parts[at]?.text ?? '')
}

/** The words of the name itself. */
function nameParts(parts: readonly Part[], hasOf: boolean): readonly Part[] {
  const of = parts.findIndex((part, index) => index > 0 && /^(?:of|to)$/u.test(part.text))
  let last = (of > 0 ? of : parts.length) - 1
  while (last > 0 && isNoName(parts[last]?.text ?? '', last)) last--
  const named = parts.slice(0, last + 1)
  // "Later Grace Adeyemi": what stands before a given name is none of the name.
  const given = named.findIndex((part, index) => index > 0 && index < last && isGivenName(part.text))
  const head = named[0]?.text ?? ''
  const isOther = given > 1 || named.length > 3 || hasOf || isPlaceOrBody(head) || head.endsWith('ing')
  const kept = given > 0 && isOther && !isGivenName(head) && !isInitials(head) ? named.slice(given) : named
  return withoutRest(kept)
}

/** "Donald Trump Donald John TrumpFederal": the name ends where a word runs into the next. */
function withoutRest(parts: readonly Part[]): readonly Part[] {
  const broken = parts.findIndex(({ text }) => RUN_TOGETHER.test(text) && !/^(?:Mac|Fitz|Van|Della?)\p{Lu}/u.test(text))
  const [, surname] = RUN_TOGETHER.exec(parts[broken]?.text ?? '') ?? []
  if (!surname || broken < 1) return parts
  const place = parts.findIndex(({ text }) => text === surname)
  const cut = place > 0 ? parts.slice(0, place + 1) : parts.slice(0, broken + 1)
  return cut.map((part, at) => (at === cut.length - 1 ? { ...part, text: surname } : part))
}
