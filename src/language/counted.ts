import { isDigits, type Token, tokenAt, touches } from './numbers.js'
import { stem } from './words.js'

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u))

/** Plurals without an s. */
const PLURALS =
  set(`people men women children policemen policewomen firemen servicemen servicewomen congressmen lawmen gunmen police troops
  personnel staff crew dead teeth feet cattle fish sheep aircraft spacecraft offspring faithful wounded injured clergy grandchildren
  countrymen fishermen businessmen workmen media data criteria militia cavalry youth`)
/** Behind these no noun of the number follows. */
const STOPS =
  set(`of in on at to from by for with without over under after before since until during through into onto against between among
  near and or but nor than as while when where who whom whose which that because if though although is are was were be been being am has have had
  do does did will would can could may might must shall should not ago earlier later said says according including were died killed wounded
  die kill go went came come got took take made make left fled called told asked voted pm am per each apiece long old off up out down back away
  so also both he she it they we you i his her its their our this these those there here about per today yesterday tomorrow`)
/** What stands for a person who was counted where no noun does. */
const PEOPLE = set(
  'dead killed wounded injured hurt missing arrested detained hospitalized hospitalised slain infected',
)
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    troop: 'soldiers servicemen servicewomen servicemembers serviceman forces',
    person: 'people persons victims fatalities deaths injuries arrests lives',
    officer: 'police policemen cops policewomen',
    child: 'children kids',
    man: 'men',
    woman: 'women',
    lawmaker: 'lawmakers congressmen',
    country: 'nations',
    migrant: 'immigrants',
    worker: 'employees staffers',
    attorney: 'lawyers',
    percent: 'pct',
    firefighter: 'firemen',
    gunman: 'gunmen shooters assailants',
  }).flatMap(([one, others]) => others.split(' ').map((other) => [stem(other), stem(one)] as const)),
)
/** These have the stem of what they do. */
const ATTACKERS = /^(?:attackers?|bombers?|terrorists?)$/u
/** "Service members", "staff members". */
const MEMBERS: ReadonlyMap<string, { readonly word: string; readonly noun: string }> = new Map([
  ['service', { word: 'troops', noun: 'troop' }],
  ['staff', { word: 'staff', noun: stem('worker') }],
  ['crew', { word: 'crew', noun: 'crew' }],
])
const FURTHEST = 6

/** What a number counts: the stem of its noun (one for all that mean the same), and the tokens up to behind the noun. */
export interface Counted {
  /** The noun as printed, in small letters. */
  readonly word: string
  readonly noun: string
  readonly next: number
  /** "other", "more", "additional": so many besides those told of before. */
  readonly isBesides: boolean
  /** The words between number and noun, folded: "Afghan" of "3,000 Afghan troops". */
  readonly kinds: readonly string[]
}

export function canonicalNoun(word: string): string {
  if (ATTACKERS.test(word)) return stem('gunman')
  const own = stem(word)
  return SAME.get(own) ?? own
}

function isPlural(token: Token): boolean {
  if (PLURALS.has(token.lower)) return true
  if (/^\p{Lu}\p{Ll}+[bdklnqt]is$/u.test(token.text)) return true
  return (
    /[^sui]s$/u.test(token.lower) &&
    token.lower.length > 3 &&
    !/^(?:perhaps|always|besides|towards|afterwards|this|his|its)$/u.test(token.lower)
  )
}

/** The noun that the number before token `at` counts, or null. A number of one counts a singular. */
export function countedAt(all: readonly Token[], at: number, isOne: boolean): Counted | null {
  const kinds: string[] = []
  let isBesides = /^(?:another|other|additional|further)$/u.test(all[at - 2]?.lower ?? '')
  for (let next = at; next < Math.min(all.length, at + FURTHEST); next++) {
    const token = tokenAt(all, next)
    const { lower } = token
    if (/^(?:other|others|more|additional|further|fewer|less)$/u.test(lower)) {
      isBesides = true
      if (lower === 'others') return { word: lower, noun: 'other', next: next + 1, isBesides, kinds }
      continue
    }
    if (PEOPLE.has(lower) && next === at) {
      const isNounBehind = all[next + 1] !== undefined && isPlural(tokenAt(all, next + 1)) && lower !== 'dead'
      if (!isNounBehind) return { word: 'people', noun: 'person', next: next + 1, isBesides, kinds }
    }
    const isAbbreviating =
      token.text === '.' && touches(all[next - 1], token) && /\.|^\p{Lu}$/u.test(all[next - 1]?.text ?? '')
    const isHyphen = token.text === '-' && touches(all[next - 1], token)
    if (isAbbreviating || isHyphen) continue
    if (!/^\p{L}/u.test(lower) || STOPS.has(lower) || isDigits(token)) return null
    if (isOne ? isPersonNoun(lower) : isPlural(token)) return nounFrom(all, next, isBesides, kinds)
    kinds.push(lower)
  }
  return null
}

/** "one" is a number where it counts people; elsewhere it is a pronoun as often. */
function isPersonNoun(lower: string): boolean {
  return /^(?:person|man|woman|child|officer|policeman|soldier|student|teacher|suspect|passenger|civilian|victim|death|protester|employee|worker|boy|girl|killed|dead)$/u.test(
    lower,
  )
}

/** The last of plurals in a row: "police officers", "service members". */
function nounFrom(all: readonly Token[], first: number, isBesides: boolean, kinds: string[]): Counted {
  let at = first
  while (
    all[at + 1] &&
    isPlural(tokenAt(all, at + 1)) &&
    isSmall(all[at + 1]) === isSmall(all[at]) &&
    !endsNoun(all[at + 1])
  )
    at++
  const { lower } = tokenAt(all, at)
  const before = all[at - 1]?.lower ?? ''
  const members = /^members?$/u.test(lower) ? MEMBERS.get(before) : undefined
  const isLives = lower === 'lives' && at > first
  const noun = members?.noun ?? canonicalNoun(isLives ? before : lower)
  return {
    word: members?.word ?? lower,
    noun,
    next: at + 1,
    isBesides,
    kinds: members && at === first ? kinds.slice(0, -1) : kinds,
  }
}

function endsNoun(token: Token | undefined): boolean {
  return STOPS.has(token?.lower ?? '') || PEOPLE.has(token?.lower ?? '')
}

function isSmall(token: Token | undefined): boolean {
  return /^\p{Ll}/u.test(token?.text ?? '')
}
