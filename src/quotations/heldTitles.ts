import { stateOf } from '../language/usStates.js'
import { CUE_VERBS } from './cueWords.js'
import { type Named, nameIn } from './personName.js'
import { type Gender, genderOfRole, roleOf } from './roles.js'

/** What a text says somebody is: "former Florida senator" is senator, with "florida" beside it. */
export interface HeldTitle {
  readonly role: string
  /** The words beside it, in lower case. */
  readonly beside: readonly string[]
  readonly isFormer: boolean
  readonly gender: Gender | null
}

/** "The mayor, Helen Tresidder, said", "his wife, Jane, called" */
const APART =
  /^(?:(?:and|as|while|but|when|to|with|by|from|of) )?(?:the|its|their|his|her|\S+['’]s?) \p{L}[\p{L} -]{2,40}$/iu
const APPOSITIVE = /^(?:, (?:\d+, )?| \()((?:the|a|an|his|her|who is|[\p{L}]+’s)?[^,.;:()“”"\n]{2,70})/u
/** "Mattis has resigned as America’s defence secretary", "Holt, who is the mayor", "Tresidder was elected mayor" */
const OFFICE =
  /^,? (?:who )?(?:(?:has |had |have )?(?:resigned|served|retired|quit|stepped down|stepping down|serves) as|(?:is|was|became)(?: (?:named|elected|appointed|nominated))?) ((?:the|an?|\p{L}+['’]s|\p{Ll}[\p{L}-]*)\b[^,.;:()“”"\n]{0,60})/u
const PARTY = /^,? \(?(R|D|I)-((?:(?:North|South|New|West|Rhode) )?[A-Z][\p{L}.]{0,14}(?: ?[A-Z]\.)?)/u
const OF_STATE = /^,? of ((?:\p{Lu}[\p{L}.]* ?){1,2})/u
const PARTIES: Readonly<Record<string, string>> = { R: 'republican', D: 'democrat', I: 'independent' }
const ENDS = new Set(
  'said says told and or but for with by from to in on at against that when as while like about called between'.split(
    ' ',
  ),
)
/** They say nothing of what somebody is. */
const TITLES_ONLY = /^(?:mr|mrs|ms|dr|miss|sir)$/u
const FORMER = /^(?:former|ex|then|late|outgoing|onetime)$|^(?:ex|then|former)-/u

/** What somebody is, by the words in front of the name at `start`, from `from` on in capitals, and the appositive behind its end. */
export function titlesAround(text: string, from: number, start: number, end: number, named: Named): HeldTitle[] {
  const front = text.slice(Math.max(0, from - 60), start)
  const found = touchesTitle(front) ? titlesIn(lastWords(afterMark(front)), true) : []
  if (front.endsWith(', ') && from === start) {
    const apart = afterMark(front.slice(0, -2))
    if (APART.test(apart)) found.push(...titlesIn(lastWords(apart), true))
  }
  const behind = text.slice(end, end + 90)
  const office = OFFICE.exec(behind)?.[1]
  if (office) found.push(...titlesIn(headWords(office), false))
  if (!/^(?:,| \(| of)/u.test(behind)) return found
  const party = PARTY.exec(behind)
  if (party) found.push(titleOf(PARTIES[party[1] ?? ''] ?? 'republican', [], false))
  else if (named.kind !== 'single') {
    const appositive = APPOSITIVE.exec(behind)?.[1]
    if (appositive && !nameAtStart(appositive) && !headWords(appositive).some((word) => CUE_VERBS.has(word)))
      found.push(...titlesIn(headWords(appositive), false))
  }
  const state = party ? stateOf(party[2] ?? '') : (OF_STATE.exec(behind)?.[1] ?? '').trim().toLowerCase()
  if (!state || found.length === 0) return found
  return found.map((title) => ({ ...title, beside: [...title.beside, ...state.split(' ')] }))
}

/** Most names have a small word in front that is no title: nothing more need be read. */
function touchesTitle(front: string): boolean {
  if (!/[ \u00a0]$/u.test(front.slice(-1))) return false
  const word = front.slice(front.lastIndexOf(' ', front.length - 2) + 1, -1)
  return word !== '' && (/^[^\p{Ll}]/u.test(word) || word === 'of' || roleOf(word) !== null)
}

/** "Clinton, Donald Trump said" is no appositive. */
function nameAtStart(appositive: string): boolean {
  const run = /^(?:\p{Lu}[\p{L}.’'-]* ?){1,4}/u.exec(appositive)?.[0].trim()
  const named = run ? nameIn(run) : null
  return named?.kind === 'full'
}

/** What follows the last mark of a phrase's end. */
function afterMark(front: string): string {
  for (let at = front.length - 1; at >= 0; at--) {
    const unit = front[at] ?? ''
    const isEnd =
      unit === '.'
        ? front[at + 1] === ' ' && (front[at - 2] ?? ' ') !== ' ' && /\p{Ll}{3}$/u.test(front.slice(0, at))
        : ',;:()“”"\n—–'.includes(unit)
    if (isEnd) return front.slice(at + 1).trim()
  }
  return front.trim()
}

/** The words right in front that belong to the name's title: none before a preposition or the end of a phrase. */
function lastWords(front: string): string[] {
  const words = front.split(/[ \u00a0]+/u).slice(-6)
  const cut = words.findLastIndex((word) => ENDS.has(word))
  return words.slice(cut + 1)
}

/** The roles among the words of a phrase, each with the words before it. "Vice President" is one role. */
function titlesIn(words: readonly string[], isInFront: boolean): HeldTitle[] {
  const found: HeldTitle[] = []
  let beside: string[] = []
  let isFormer = false
  for (const [at, word] of words.entries()) {
    const plain = word.toLowerCase().replace(/[.,]$|['’]s?$/gu, '')
    isFormer ||= FORMER.test(plain)
    const role = roleOf(word)
    if (!role || TITLES_ONLY.test(role)) {
      beside.push(...plain.split('-'))
      continue
    }
    // "Defence secretary walks out over Trump": a title in front of a name touches it.
    if (
      isInFront &&
      words.slice(at + 1).some((next) => /^\p{Ll}/u.test(next) && next !== 'of' && roleOf(next) === null)
    )
      continue
    const isLast = at === words.length - 1
    if (role === 'general' && beside.at(-1) === 'attorney')
      found.push(titleOf('attorney general', beside.slice(0, -1), isFormer))
    else if (!isInFront || isLast || roleOf(words[at + 1] ?? '') === null)
      found.push(
        titleOf(
          beside.at(-1) === 'vice' ? `vice ${role}` : role,
          beside.filter((one) => one !== 'vice'),
          isFormer,
          word,
        ),
      )
    beside = [...beside, plain]
  }
  return found
}

function titleOf(role: string, beside: readonly string[], isFormer: boolean, word = role): HeldTitle {
  return {
    role,
    beside: beside.filter(
      (one) => !/^(?:the|a|an|his|her|its|their|former|retired|who|is|as|in|of|by|he|she|then|when|it)$/u.test(one),
    ),
    isFormer,
    gender: genderOfRole(word),
  }
}

/** The words of an appositive that say what somebody is: "social media director" of "social media director for the president". */
function headWords(appositive: string): string[] {
  const head = appositive.trim().split(/ (?:to|for|who|whose|at|in|with|on|that|from|under|and|by) /u, 1)[0] ?? ''
  const [of = ''] = head.split(/ of (?!\p{Lu})/u, 1)
  return of
    .split(/\s+/u)
    .filter((word) => !/['’]s?$/u.test(word) && word !== 'of')
    .slice(0, 7)
}
