import type { Figure } from '../../language/figures.js'
import { contentStems, stem } from '../../language/words.js'
import type { Verdict } from '../../message.js'
import { aspectOfStem, type Context, contextOf, FATE } from './aspects.js'
import { isOneEvent, isOneTime, isOneYear, type Setting } from './event.js'
import { likeness, type Weights } from './likeness.js'
import type { Passage } from './passages.js'
import { isBareNumber, isSameKind, type Told } from './told.js'

/** Words between number and noun that change nothing of what is counted. */
const NEUTRAL =
  /^(?:us|u\.s|american|people|total|own|separate|different|full|whole|entire|consecutive|straight|long|brave|innocent|young)$/u
/** How alike two contexts are that measure one thing, where one happening is told of both; where none is told; where one is many times the other. */
const LIKE_WITH_ASPECT = 0.3
const LIKE_WITHOUT = 0.5
const LIKE_FAR_APART = 0.65
const LIKE_FOLLOWED = 0.2
const FAR_APART = 3
/** Content words behind two figures. */
const FOLLOWING = 2
const LEAST_LISTED = 10
/** Two outlets seldom print the same number of something this large by chance. */
const LARGE = 100
/** Words that two passages in conflict share besides what is counted and what happens to it. */
const SHARED_BESIDES = 2
/** So many, and they tell the same whatever their names. */
const SHARED_MUCH = 8
const FORESEEN =
  /\b(?:predict|poll|project|forecast|expect|estimat|could|would|might|if|goal|target|propos|hypothetical)/iu
/** What stands between two numbers of one list. */
const LISTED = /^(?:,|,? and)? ?$/u
/** Names that tell nobody apart. */
const COMMON_NAME =
  /^(?:gov|sen|rep|gen|presid|mr|mrs|ms|dr|democrat|republican|gop|u\.s?|us|american|(?:mon|tues|wednes|thurs|fri|satur|sun)dai|state|hous|senat|white|nation|offic)$/u
/** A stretch of time since or before something that may be another thing elsewhere. */
const RELATIVE = /^(?:ago|earlier|later|before|after)$/u

/** Whether two figures of one kind measure the same thing; more is asked before a conflict is called. */
export function measureTheSame(a: Told, b: Told, weights: Weights, verdict: Verdict, setting: Setting): boolean {
  if (a.figure.kind === 'age') return a.figure.counted === null ? isOnePerson(a, b) : areOfOneGroup(a, b)
  const isConflict = verdict === 'conflict'
  if (isConflict && isToll(a) && isToll(b)) return areOneToll(a, b, setting)
  if (isConflict && areOfOneShare(a, b)) return isOneTime(a, b)
  if (isConflict && areListedAlike(a, b)) return isPlain(a, b)
  if (isConflict && isSameRate(a, b)) return shareBesides(a, b) >= SHARED_BESIDES && isOneTime(a, b)
  if (isConflict && (isBareClaim(a) || isBareClaim(b)))
    return a.context.aspect === b.context.aspect && isPlainCount(a, b)
  if (a.figure.role !== b.figure.role && (isConflict || !couldBeOneRole(a.figure, b.figure))) return false
  const isMeasure = a.figure.kind === 'measure'
  if (a.context.aspect !== b.context.aspect && !isMeasure && (isConflict || a.figure.role === null)) return false
  if (!isConflict && a.figure.kind === 'date' && a.context.aspect) return true
  if (!isConflict && a.figure.kind !== 'date' && !isOneYear(a, b)) return false
  const alike = Math.max(overlap(a.context, b.context, weights), likeness(a.passage, b.passage, weights).together)
  if (!isConflict) return alike >= (a.context.aspect || a.figure.role ? LIKE_WITH_ASPECT : LIKE_WITHOUT)
  const isNear = !isFarApart(a, b)
  const isSingle = isNear && setting.isSingle(a) && setting.isSingle(b)
  const least =
    isNear && areFollowedAlike(a, b) ? LIKE_FOLLOWED : isSingle ? LIKE_WITH_ASPECT : likenessForConflict(a, b)
  return alike >= least && canConflict(a, b)
}

/** How many people a fate befell. */
function isToll({ figure, context }: Told): boolean {
  return figure.kind === 'count' && figure.counted === 'person' && context.fate !== null
}

/** A story has one toll of a kind: of two that differ nothing may say that one is of another event, or of some of them only. */
function areOneToll(a: Told, b: Told, setting: Setting): boolean {
  return (
    a.context.aspect === b.context.aspect &&
    a.figure.role === b.figure.role &&
    isOneEvent(a, b, setting) &&
    kindsOf(a.figure) === kindsOf(b.figure) &&
    isOnlyToll(a) &&
    isOnlyToll(b) &&
    (!isFarApart(a, b) || shareBesides(a, b) >= SHARED_BESIDES) &&
    (a.context.aspect !== 'arrest' || isOneDay(a, b) || (isSummedUp(a) && isSummedUp(b)))
  )
}

function isOneDay({ passage: a }: Told, { passage: b }: Told): boolean {
  return a.article.published?.slice(0, 10) === b.article.published?.slice(0, 10)
}

/** Police arrest others every night; only what they have done so far is one number. */
function isSummedUp({ passage }: Told): boolean {
  return /\b(?:since|so far|in all|in total|ha(?:ve|s|d))\b/iu.test(passage.text)
}

/** Whether its sentence tells no other number of the same fate, and lists it with none: "three guards and two others were killed". */
function isOnlyToll({ figure, passage, context }: Told): boolean {
  return passage.figures.every((other) => {
    if (other === figure || other.kind !== 'count' || (other.min === figure.min && other.max === figure.max))
      return true
    const between = passage.article.text.slice(Math.min(other.end, figure.end), Math.max(other.start, figure.start))
    const { fate } = contextOf(passage, other)
    return fate !== context.fate && (fate !== null || !LISTED.test(between))
  })
}

function isFarApart({ figure: a }: Told, { figure: b }: Told): boolean {
  return Math.max(a.max, b.max) > FAR_APART * Math.min(a.min, b.min)
}

/** "140 guests and 30 workers" and "140 guests and 13 workers": next to both stands the same figure. */
function areListedAlike(a: Told, b: Told): boolean {
  const [listed, others] = [listedWith(a), listedWith(b)]
  return listed.some((one) =>
    others.some(
      (other) => isSameKind(one, other) && one.min === other.min && one.max === other.max && one.min >= LEAST_LISTED,
    ),
  )
}

function isPlain(a: Told, b: Told): boolean {
  return !isFarApart(a, b) && isOneTime(a, b) && isOnlyOne(a) && isOnlyOne(b) && kindsOf(a.figure) === kindsOf(b.figure)
}

function listedWith({ figure, passage }: Told): Figure[] {
  return passage.figures.filter((other) => {
    const [first, second] = other.start < figure.start ? [other, figure] : [figure, other]
    return (
      other !== figure && first.end <= second.start && LISTED.test(passage.article.text.slice(first.end, second.start))
    )
  })
}

/** "Some 26,000 teachers and support staff": the same words follow both. */
function areFollowedAlike(a: Told, b: Told): boolean {
  const [one, other] = [followingOf(a), followingOf(b)]
  return one.length === FOLLOWING && one.every((each, index) => each === other[index])
}

function followingOf({ figure, passage }: Told): string[] {
  const behind = /^[^,;:.()—–]*/u.exec(passage.text.slice(figure.end - passage.start))?.[0] ?? ''
  return contentStems(behind).slice(0, FOLLOWING)
}

function likenessForConflict(a: Told, b: Told): number {
  const { figure, context } = a
  if (figure.kind === 'date') return LIKE_WITHOUT
  if (isFarApart(a, b)) return figure.role ? LIKE_WITHOUT : LIKE_FAR_APART
  return context.aspect || figure.role ? LIKE_WITH_ASPECT : LIKE_WITHOUT
}

/** Whether nothing speaks for two measures: another time, other names, another kind of the same noun, several figures to choose from. */
function canConflict(a: Told, b: Told): boolean {
  const { kind, counted } = a.figure
  if (isOrigin(a.figure, a.passage) !== isOrigin(b.figure, b.passage) || counted?.startsWith('other ')) return false
  if (counted === 'vote' || (kind === 'date' && a.context.aspect === null) || RELATIVE.test(counted ?? '')) return false
  if (!isOnlyOne(a) || !isOnlyOne(b) || FORESEEN.test(a.passage.text) !== FORESEEN.test(b.passage.text)) return false
  if (kindsOf(a.figure) !== kindsOf(b.figure) || !isOneTime(a, b)) return false
  if (!shareNames(a, b) && shareBesides(a, b) < SHARED_MUCH) return false
  return shareBesides(a, b) >= (kind === 'money' || kind === 'percent' ? SHARED_BESIDES + 1 : SHARED_BESIDES)
}

/** "All 212 crew" are "about 210 crew"; a part of them is neither the whole nor, where few are counted, what another counts. */
function couldBeOneRole(a: Figure, b: Figure): boolean {
  const roles = new Set([a.role, b.role])
  return !roles.has('part') || (roles.has(null) && Math.min(a.min, b.min) >= LARGE)
}

/**
 * Whether both count a part of the same whole, "3,000 of the 14,000 troops" and "all 14,000 troops"; or the whole of the same part, "144
 * of its 578 schools" and "144 of the 675 schools".
 */
function areOfOneShare(a: Told, b: Told): boolean {
  const [one, other] = [counterpartOf(a), counterpartOf(b)]
  return (
    !!one && !!other && one.role === other.role && one.min === other.min && one.max === other.max && one.min >= LARGE
  )
}

/** Of a part its whole, of a whole its part. */
function counterpartOf({ figure, passage }: Told): Figure | undefined {
  if (figure.role === null) return undefined
  return passage.figures.find((other) => other.role !== null && other.role !== figure.role && isSameKind(other, figure))
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

/** How many stems two passages share besides what is counted and what happens to it. */
function shareBesides(a: Told, b: Told): number {
  const own = new Set([...wordsOf(a.figure), ...wordsOf(b.figure)])
  return [...a.passage.stems].filter((one) => b.passage.stems.has(one) && !own.has(one) && aspectOfStem(one) === null)
    .length
}

function wordsOf({ unit, kinds }: Figure): string[] {
  return [unit, ...kinds].map(stem)
}

/** Whether no other figure of its passage could be meant. */
function isOnlyOne({ figure, passage }: Told): boolean {
  return passage.figures.every(
    (other) =>
      other === figure ||
      isOrigin(other, passage) !== isOrigin(figure, passage) ||
      !(isSameKind(other, figure) || isBareNumber(other)) ||
      other.role !== figure.role ||
      (other.min === figure.min && other.max === figure.max),
  )
}

/** "To 38,000 feet from 32,000": where it rose or fell from. */
function isOrigin({ start }: Figure, { article }: Passage): boolean {
  return article.text.slice(start - 5, start) === 'from '
}

function kindsOf({ kinds }: Figure): string {
  return kinds
    .filter((kind) => !NEUTRAL.test(kind))
    .toSorted()
    .join(' ')
}

/** The names that tell something apart, of the clause or else of the passage. */
function tellingNames({ context, passage }: Told): string[] {
  const inClause = [...context.names].filter((name) => !COMMON_NAME.test(name))
  return inClause.length > 0 ? inClause : [...passage.names].filter((name) => !COMMON_NAME.test(name))
}

/** Whether at least half of the names in the clause (or passage) with fewer stand in the other's passage; of money and shares one at least. */
function shareNames(a: Told, b: Told): boolean {
  const [inA, inB] = [tellingNames(a), tellingNames(b)]
  const [fewer, other] = inA.length <= inB.length ? [inA, b] : [inB, a]
  const shared = fewer.filter((name) => other.passage.stems.has(name)).length
  return 2 * shared >= fewer.length && (shared > 0 || !/^(?:money|percent)$/u.test(a.figure.kind))
}

/** Whether the youngest or oldest are of the same people, as far as is said: not one of the dead and one of the hurt. */
function areOfOneGroup(a: Told, b: Told): boolean {
  const [one, other] = [a, b].map(({ context }) => (FATE.test(context.aspect ?? '') ? context.aspect : null))
  return (one === other || !one || !other) && isOneTime(a, b)
}

/** Whether two ages are of one person: of a surname that stands next to both. */
function isOnePerson(a: Told, b: Told): boolean {
  const [one, other] = [namesNext(a), namesNext(b)]
  return one.some((name) => other.includes(name))
}

/** The name before "Holm, 43," or behind "43-year-old Ada Holm". */
function namesNext({ figure, passage }: Told): string[] {
  const text = passage.article.text
  const before = /(\p{Lu}[\p{L}-]+),?\s*\(?$/u.exec(
    text.slice(Math.max(passage.start, figure.start - 40), figure.start),
  )
  const behind = /^,?\s+(?:\p{Lu}[\p{L}’'.-]+\s+){0,2}(\p{Lu}[\p{L}-]+)/u.exec(
    text.slice(figure.end, Math.min(passage.end, figure.end + 60)),
  )
  return [before?.[1], behind?.[1]].filter((name) => name !== undefined)
}

/** What two clauses share of the shorter, by weight. */
function overlap(a: Context, b: Context, weights: Weights): number {
  const weigh = (stems: Iterable<string>) => [...stems].reduce((sum, one) => sum + (weights.get(one) ?? 1), 0)
  const shared = weigh([...a.stems].filter((one) => b.stems.has(one)))
  const shorter = Math.min(weigh(a.stems), weigh(b.stems))
  return a.stems.size < 3 || b.stems.size < 3 || shorter === 0 ? 0 : shared / shorter
}
