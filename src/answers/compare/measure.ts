import type { Figure } from '../../language/figures.js'
import type { Verdict } from '../../message.js'
import { areOfOneGroup, isOnePerson } from './agesTold.js'
import { aspectOfStem } from './aspectWords.js'
import { areFollowedAlike, areListedAlike, areOfOneShare, isPlain } from './beside.js'
import { areOneDistance } from './distances.js'
import { isOneTime, isOneYear, type Setting } from './event.js'
import { likeness, type Weights } from './likeness.js'
import {
  isFarApart,
  isOnlyOne,
  isOrigin,
  kindsOf,
  overlap,
  SHARED_BESIDES,
  shareBesides,
  shareNames,
  wordsOf,
} from './near.js'
import type { Told } from './told.js'
import { areOneToll, isToll } from './tolls.js'

/** How alike two contexts are that measure one thing, where one happening is told of both; where none is told; where one is many times the other. */
const LIKE_WITH_ASPECT = 0.3
const LIKE_WITHOUT = 0.5
const LIKE_FAR_APART = 0.65
const LIKE_FOLLOWED = 0.2
/** Two outlets seldom print the same number of something this large by chance. */
const LARGE = 100
/** So many, and they tell the same whatever their names. */
const SHARED_MUCH = 8
const FORESEEN =
  /\b(?:predict|poll|project|forecast|expect|estimat|could|would|might|if|goal|target|propos|hypothetical)/iu
/** Passengers are fewer than all who are on board. */
const GROUP = /\b(?:passengers|crew|everyone|(?:all|people|those) (?:aboard|on ?board)|on ?board)\b/giu
/** A stretch of time since or before something that may be another thing elsewhere. */
const RELATIVE = /^(?:ago|earlier|later|before|after)$/u

/** Whether two figures of one kind measure the same thing; more is asked before a conflict is called. */
export function measureTheSame(a: Told, b: Told, weights: Weights, verdict: Verdict, setting: Setting): boolean {
  if (a.figure.kind === 'age') return a.figure.counted === null ? isOnePerson(a, b) : areOfOneGroup(a, b)
  return verdict === 'conflict' ? conflictOnTheSame(a, b, weights, setting) : agreeOnTheSame(a, b, weights)
}

function agreeOnTheSame(a: Told, b: Told, weights: Weights): boolean {
  const { kind, role } = a.figure
  const { aspect } = a.context
  if (role !== b.figure.role && !couldBeOneRole(a.figure, b.figure)) return false
  if (aspect !== b.context.aspect && kind !== 'measure' && role === null) return false
  if (kind === 'date') return aspect !== null || alikeness(a, b, weights) >= LIKE_WITHOUT
  return isOneYear(a, b) && alikeness(a, b, weights) >= (aspect || role ? LIKE_WITH_ASPECT : LIKE_WITHOUT)
}

/** First by what settles it whatever the words around, then by how alike these are. */
function conflictOnTheSame(a: Told, b: Told, weights: Weights, setting: Setting): boolean {
  const isOneAspect = a.context.aspect === b.context.aspect
  if (isToll(a, setting) && isToll(b, setting)) {
    if (areOneToll(a, b, setting)) return true
    if (a.figure.counted === 'person') return false
  }
  const isOneDistance = areOneDistance(a, b)
  if (isOneDistance !== null) return isOneDistance
  if (a.figure.kind === 'measure' && a.figure.unit !== b.figure.unit) return false
  if (areOfOneShare(a, b)) return isOneTime(a, b)
  if (areListedAlike(a, b)) return isPlain(a, b)
  if (isSameRate(a, b)) return shareBesides(a, b) >= SHARED_BESIDES && isOneTime(a, b)
  if (isBareClaim(a) || isBareClaim(b)) return isOneAspect && isPlainCount(a, b)
  if (a.figure.role !== b.figure.role || (!isOneAspect && a.figure.kind !== 'measure')) return false
  return alikeness(a, b, weights) >= likenessForConflict(a, b, setting) && canConflict(a, b)
}

function alikeness(a: Told, b: Told, weights: Weights): number {
  return Math.max(overlap(a.context, b.context, weights), likeness(a.passage, b.passage, weights).together)
}

function likenessForConflict(a: Told, b: Told, setting: Setting): number {
  const { figure, context } = a
  if (isFarApart(a, b) && figure.kind !== 'date') return figure.role ? LIKE_WITHOUT : LIKE_FAR_APART
  if (areFollowedAlike(a, b)) return LIKE_FOLLOWED
  if (setting.isSingle(a) && setting.isSingle(b)) return LIKE_WITH_ASPECT
  return figure.kind !== 'date' && (context.aspect || figure.role) ? LIKE_WITH_ASPECT : LIKE_WITHOUT
}

/** Whether nothing speaks for two measures: another time, other names, another kind of the same noun, several figures to choose from. */
function canConflict(a: Told, b: Told): boolean {
  const { kind, counted } = a.figure
  if (isOrigin(a.figure, a.passage) !== isOrigin(b.figure, b.passage) || counted?.startsWith('other ')) return false
  if (counted === 'vote' || (kind === 'date' && a.context.aspect === null) || RELATIVE.test(counted ?? '')) return false
  if (!isOnlyOne(a) || !isOnlyOne(b) || FORESEEN.test(a.passage.text) !== FORESEEN.test(b.passage.text)) return false
  if (kindsOf(a.figure) !== kindsOf(b.figure) || !isOneTime(a, b)) return false
  if (kind === 'count' && !areOfOneGroupOnBoard(a, b)) return false
  if (!shareNames(a, b) && shareBesides(a, b) < SHARED_MUCH) return false
  return shareBesides(a, b) >= (kind === 'money' || kind === 'percent' ? SHARED_BESIDES + 1 : SHARED_BESIDES)
}

/** Whether one does not tell of the passengers where the other tells of all on board. */
function areOfOneGroupOnBoard(a: Told, b: Told): boolean {
  const [one, other] = [a, b].map(({ passage }) => [...new Set(passage.text.toLowerCase().match(GROUP))].toSorted())
  return !one?.length || !other?.length || one.some((each) => other.includes(each))
}

/** "All 212 crew" are "about 210 crew"; a part of them is neither the whole nor, where few are counted, what another counts. */
function couldBeOneRole(a: Figure, b: Figure): boolean {
  const roles = new Set([a.role, b.role])
  return !roles.has('part') || (roles.has(null) && Math.min(a.min, b.min) >= LARGE)
}

/** "£2 million a year": a rate of money is said of few things in one story. */
function isSameRate(a: Told, b: Told): boolean {
  return a.figure.kind === 'money' && a.figure.unit.includes('/') && a.figure.unit === b.figure.unit
}

/** "About 40 homes were evacuated": nothing in the clause but what is counted and what happened to it. */
function isBareClaim({ figure, context }: Told): boolean {
  const own = new Set(wordsOf(figure))
  return context.aspect !== null && [...context.stems].every((one) => own.has(one) || aspectOfStem(one) !== null)
}

/** Counts of things; of the dead and hurt an outlet often counts a part, and says so elsewhere. */
function isPlainCount(a: Told, b: Told): boolean {
  const { kind, role, min } = a.figure
  const isOfPeople = /^(?:death|injury|arrest|missing|vote|poll)$/u.test(a.context.aspect ?? '')
  return (
    kind === 'count' &&
    role === b.figure.role &&
    !isOfPeople &&
    Math.min(min, b.figure.min) >= 10 &&
    isOneTime(a, b) &&
    isOnlyOne(a) &&
    isOnlyOne(b)
  )
}
