import type { Figure } from '../../language/figures.js'
import { stem } from '../../language/words.js'
import type { Verdict } from '../../message.js'
import { aspectOfStem, type Context } from './aspects.js'
import { likeness, type Weights } from './likeness.js'
import { isSameKind, type Told } from './told.js'

/** Words between number and noun that change nothing of what is counted. */
const NEUTRAL =
  /^(?:us|u\.s|american|people|total|new|own|separate|different|full|whole|entire|consecutive|straight|long|brave|innocent|young)$/u
/** How alike two contexts are that measure one thing, where one happening is told of both; where none is told; where one is many times the other. */
const LIKE_WITH_ASPECT = 0.3
const LIKE_WITHOUT = 0.5
const LIKE_FAR_APART = 0.65
const FAR_APART = 5
/** Two outlets seldom print the same number of something this large by chance. */
const LARGE = 100
/** Words that two passages in conflict share besides what is counted and what happens to it. */
const SHARED_BESIDES = 2
const FORESEEN =
  /\b(?:predict|poll|project|forecast|expect|estimat|could|would|might|if|goal|target|propos|hypothetical)/iu
/** Names that tell nobody apart. */
const COMMON_NAME =
  /^(?:gov|sen|rep|gen|presid|mr|mrs|ms|dr|democrat|republican|gop|u\.s?|us|american|(?:mon|tues|wednes|thurs|fri|satur|sun)dai|state|hous|senat|white|nation|offic)$/u
/** A stretch of time since or before something that may be another thing elsewhere. */
const RELATIVE = /^(?:ago|earlier|later|before|after)$/u
const OTHER_TIME =
  /\b(?:last|previous|prior|past)\s+(?:year|month|week|decade|election|quarter)|\b(?:earlier|previously|originally|initially|once|formerly|at first)\b|\b\d{1,2}:\d\d\b/giu
const YEAR = /\b(?:19|20)\d\d\b/gu

/** Whether two figures of one kind measure the same thing; more is asked before a conflict is called. */
export function measureTheSame(a: Told, b: Told, weights: Weights, verdict: Verdict): boolean {
  if (a.figure.kind === 'age') return isOnePerson(a, b)
  const isConflict = verdict === 'conflict'
  if (isConflict && arePartsOfOneWhole(a, b)) return isOneTime(a, b)
  if (isConflict && isSameRate(a, b)) return shareBesides(a, b) >= SHARED_BESIDES && isOneTime(a, b)
  if (isConflict && (isBareClaim(a) || isBareClaim(b)))
    return a.context.aspect === b.context.aspect && isPlainCount(a, b)
  if (a.figure.role !== b.figure.role && (isConflict || !couldBeOneRole(a.figure, b.figure))) return false
  if (a.context.aspect !== b.context.aspect && (isConflict || a.figure.role === null)) return false
  if (!isConflict && a.figure.kind === 'date' && a.context.aspect) return true
  const alike = Math.max(overlap(a.context, b.context, weights), likeness(a.passage, b.passage, weights).together)
  if (!isConflict) return alike >= (a.context.aspect || a.figure.role ? LIKE_WITH_ASPECT : LIKE_WITHOUT)
  return alike >= likenessForConflict(a, b) && canConflict(a, b)
}

function likenessForConflict({ figure, context }: Told, { figure: other }: Told): number {
  const isFarApart = Math.max(figure.max, other.max) > FAR_APART * Math.min(figure.min, other.min)
  if (figure.kind === 'date') return LIKE_WITHOUT
  if (isFarApart) return figure.role ? LIKE_WITHOUT : LIKE_FAR_APART
  return context.aspect || figure.role ? LIKE_WITH_ASPECT : LIKE_WITHOUT
}

/** Whether nothing speaks for two measures: another time, other names, another kind of the same noun, several figures to choose from. */
function canConflict(a: Told, b: Told): boolean {
  const { kind, counted } = a.figure
  if (kind === 'measure' || (kind === 'date' && a.context.aspect === null) || RELATIVE.test(counted ?? '')) return false
  if (!isOnlyOne(a) || !isOnlyOne(b) || FORESEEN.test(a.passage.text) !== FORESEEN.test(b.passage.text)) return false
  if (kindsOf(a.figure) !== kindsOf(b.figure) || !isOneTime(a, b) || !shareNames(a, b)) return false
  return shareBesides(a, b) >= (kind === 'money' || kind === 'percent' ? SHARED_BESIDES + 1 : SHARED_BESIDES)
}

/** "All 212 crew" are "about 210 crew"; a part of them is neither the whole nor, where few are counted, what another counts. */
function couldBeOneRole(a: Figure, b: Figure): boolean {
  const roles = new Set([a.role, b.role])
  return !roles.has('part') || (roles.has(null) && Math.min(a.min, b.min) >= LARGE)
}

/** Whether both count a part of the same whole: "3,000 of the 14,000 troops", "all 14,000 troops". */
function arePartsOfOneWhole(a: Told, b: Told): boolean {
  const [whole, other] = [wholeOf(a), wholeOf(b)]
  return !!whole && !!other && whole.min === other.min && whole.max === other.max && whole.min >= LARGE
}

function wholeOf({ figure, passage }: Told): Figure | undefined {
  if (figure.role !== 'part') return undefined
  return passage.figures.find((other) => other.role === 'whole' && isSameKind(other, figure))
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
      !isSameKind(other, figure) ||
      other.role !== figure.role ||
      (other.min === figure.min && other.max === figure.max),
  )
}

function kindsOf({ kinds }: Figure): string {
  return kinds
    .filter((kind) => !NEUTRAL.test(kind))
    .toSorted()
    .join(' ')
}

function timesIn({ passage }: Told, pattern: RegExp): readonly string[] {
  return passage.text.toLowerCase().match(pattern) ?? []
}

/** Whether both are told of one time, as far as they say: a year they share, or no time but the story's own. */
function isOneTime(a: Told, b: Told): boolean {
  const [years, otherYears] = [timesIn(a, YEAR), timesIn(b, YEAR)]
  if (years.length > 0 || otherYears.length > 0) return years.some((year) => otherYears.includes(year))
  const [times, others] = [timesIn(a, OTHER_TIME), timesIn(b, OTHER_TIME)]
  return times.every((time) => others.includes(time)) && others.every((time) => times.includes(time))
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
