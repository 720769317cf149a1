import type { Figure } from '../../language/figures.js'
import { stem } from '../../language/words.js'
import type { Verdict } from '../../message.js'
import { cut, type Excerpt } from '../../model.js'
import { aspectOfStem, type Context, contextOf } from './aspects.js'
import { likeness, type Weights } from './likeness.js'
import type { Passage } from './passages.js'
import { verdictOf } from './verdict.js'

export interface FigureValue {
  readonly outlet: string
  readonly min: number
  readonly max: number
  readonly unit: string
  readonly excerpt: Excerpt
}

export interface ComparedFigures {
  readonly what: string
  readonly verdict: Verdict
  readonly values: readonly FigureValue[]
}

/** A figure where it stands. */
export interface Told {
  readonly figure: Figure
  readonly passage: Passage
  readonly context: Context
  readonly outlet: string
}

/** Two figures that measure one thing. */
interface Link {
  readonly one: Told
  readonly other: Told
  readonly verdict: Verdict
}

/** Figures that measure one thing, with the verdict on each two that were compared. */
export interface Measure {
  readonly told: readonly Told[]
  readonly verdict: Verdict
}

const COMPARED: ReadonlySet<Figure['kind']> = new Set(['count', 'money', 'percent', 'points', 'duration', 'age', 'measure', 'date'])
/** Days: a year alone dates too loosely to compare. */
const LONGEST_DATE = 62
/** Words between number and noun that change nothing of what is counted. */
const NEUTRAL = /^(?:us|u\.s|american|people|total|new|own|separate|different|full|whole|entire|consecutive|straight|long|brave|innocent|young)$/u
const RANK: Readonly<Record<Verdict, number>> = { conflict: 0, compatible: 1, same: 2 }
const LIKE_WITH_ASPECT = 0.3
const LIKE_WITHOUT = 0.5
const LIKE_FAR_APART = 0.65
const FAR_APART = 5
/** Larger numbers are the same by chance no more. */
const SMALL = 20
/** Words that two passages in conflict share besides what is counted and what happens to it. */
const SHARED_BESIDES = 2
const OF_PEOPLE = /^(?:death|injury|arrest)$/u
const FORESEEN = /\b(?:predict|poll|project|forecast|expect|estimat|could|would|might|if|goal|target|propos|hypothetical)/iu
/** Names that tell nobody apart. */
const COMMON_NAME = /^(?:gov|sen|rep|gen|presid|mr|mrs|ms|dr|democrat|republican|gop|u\.s?|us|american|(?:mon|tues|wednes|thurs|fri|satur|sun)dai|state|hous|senat|white|nation|offic)$/u
/** A stretch of time since or before something that may be another thing elsewhere. */
const RELATIVE = /^(?:ago|earlier|later|before|after)$/u
const OTHER_TIME =
  /\b(?:last|previous|prior|past)\s+(?:year|month|week|decade|election|quarter)|\b(?:earlier|previously|originally|initially|once|formerly|at first)\b|\b(?:19|20)\d\d\b/giu

/**
 * Figures of several outlets that measure the same thing, side by side, conflicts first. `passages` are those on the topic; `all` the
 * passages of the story, where an outlet may tell the other's figure as well.
 */
export function compareFigures(passages: readonly Passage[], all: readonly Passage[], weights: Weights): Measure[] {
  const told = passages.flatMap((passage) => passage.figures.filter(isComparable).flatMap((figure) => toldAs(passage, figure)))
  const known = knownValues(all)
  const links: Link[] = []
  for (const [index, one] of told.entries()) {
    for (const other of told.slice(index + 1)) {
      if (one.outlet === other.outlet || !isSameKind(one.figure, other.figure)) continue
      const verdict = verdictOf(one.figure, other.figure)
      if (!verdict || !measureTheSame(one, other, weights, verdict)) continue
      if (verdict === 'conflict' && (knows(known, one.outlet, other.figure) || knows(known, other.outlet, one.figure))) continue
      links.push({ one, other, verdict })
    }
  }
  return linked(links.filter((link) => !isSettled(link, links)))
    .map(measureOf)
    .toSorted((a, b) => RANK[a.verdict] - RANK[b.verdict] || b.told.length - a.told.length)
}

/** "Fourteen were killed" counts people; any other number that counts nothing by name measures nothing that can be compared. */
function toldAs(passage: Passage, figure: Figure): Told[] {
  const context = contextOf(passage, figure)
  const outlet = passage.article.outlet
  if (figure.kind !== 'count' || figure.counted !== null) return [{ figure, passage, context, outlet }]
  if (!OF_PEOPLE.test(context.aspect ?? '')) return []
  return [{ figure: { ...figure, counted: 'person', unit: 'people' }, passage, context, outlet }]
}

/** As the answer has them, one value for each outlet and figure. */
export function shown({ told, verdict }: Measure): ComparedFigures {
  const values = new Map<string, FigureValue>()
  for (const { figure, passage, outlet } of told) {
    const { min, max, unit } = figure
    const key = [outlet, min, max].join('|')
    if (!values.has(key)) values.set(key, { outlet, min, max, unit, excerpt: cut(passage.article, passage) })
  }
  return { what: whatOf(told[0]), verdict, values: [...values.values()] }
}

function isComparable({ kind, min, max }: Figure): boolean {
  return COMPARED.has(kind) && (kind !== 'date' || max - min <= LONGEST_DATE)
}

function isSameKind(a: Figure, b: Figure): boolean {
  if (a.kind !== b.kind || a.counted !== b.counted) return false
  return a.kind === 'duration' || a.kind === 'count' || a.unit === b.unit
}

/** Whether two figures of one kind measure the same thing; more is asked before a conflict is called. */
function measureTheSame(a: Told, b: Told, weights: Weights, verdict: Verdict): boolean {
  if (a.figure.kind === 'age') return isOnePerson(a, b)
  const isConflict = verdict === 'conflict'
  if (a.figure.role !== b.figure.role && (isConflict || a.figure.role === 'part' || b.figure.role === 'part')) return false
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
  if (kindsOf(a.figure) !== kindsOf(b.figure) || timesOf(a) !== timesOf(b) || !shareNames(a, b)) return false
  const own = new Set([...wordsOf(a.figure), ...wordsOf(b.figure)])
  const shared = [...a.passage.stems].filter((stem) => b.passage.stems.has(stem) && !own.has(stem) && aspectOfStem(stem) === null)
  return shared.length >= (kind === 'money' || kind === 'percent' ? SHARED_BESIDES + 1 : SHARED_BESIDES)
}

function wordsOf({ unit, kinds }: Figure): string[] {
  return [unit, ...kinds].map(stem)
}

/** Whether no other figure of its passage could be meant. */
function isOnlyOne({ figure, passage }: Told): boolean {
  return passage.figures.every(
    (other) => other === figure || !isSameKind(other, figure) || other.role !== figure.role || (other.min === figure.min && other.max === figure.max),
  )
}

function kindsOf({ kinds }: Figure): string {
  return kinds
    .filter((kind) => !NEUTRAL.test(kind))
    .toSorted()
    .join(' ')
}

function timesOf({ passage }: Told): string {
  return [...new Set(passage.text.toLowerCase().match(OTHER_TIME) ?? [])].toSorted().join(' ')
}

/** Whether at least half of the names in the clause (or passage) with fewer stand in the other's passage. */
function shareNames(a: Told, b: Told): boolean {
  const tellingIn = ({ context, passage }: Told) => {
    const inClause = [...context.names].filter((name) => !COMMON_NAME.test(name))
    return inClause.length > 0 ? inClause : [...passage.names].filter((name) => !COMMON_NAME.test(name))
  }
  const [inA, inB] = [tellingIn(a), tellingIn(b)]
  const [fewer, other] = inA.length <= inB.length ? [inA, b] : [inB, a]
  return 2 * fewer.filter((name) => other.passage.stems.has(name)).length >= fewer.length
}

/** Whether two ages are of one person: of a surname that stands next to both. */
function isOnePerson(a: Told, b: Told): boolean {
  const [one, other] = [namesNext(a), namesNext(b)]
  return one.length > 0 && one.some((name) => other.includes(name))
}

/** The name before "Holm, 43," or behind "43-year-old Ada Holm". */
function namesNext({ figure, passage }: Told): string[] {
  const text = passage.article.text
  const before = /(\p{Lu}[\p{L}-]+),?\s*\(?$/u.exec(text.slice(Math.max(passage.start, figure.start - 40), figure.start))
  const behind = /^,?\s+(?:\p{Lu}[\p{L}’'.-]+\s+){0,2}(\p{Lu}[\p{L}-]+)/u.exec(text.slice(figure.end, Math.min(passage.end, figure.end + 60)))
  return [before?.[1], behind?.[1]].filter((name) => name !== undefined)
}

/** What two clauses share of the shorter, by weight. */
function overlap(a: Context, b: Context, weights: Weights): number {
  const weigh = (stems: Iterable<string>) => [...stems].reduce((sum, stem) => sum + (weights.get(stem) ?? 1), 0)
  const shared = weigh([...a.stems].filter((stem) => b.stems.has(stem)))
  const shorter = Math.min(weigh(a.stems), weigh(b.stems))
  return a.stems.size < 3 || b.stems.size < 3 || shorter === 0 ? 0 : shared / shorter
}

/** By outlet, what it counts and how many. */
function knownValues(all: readonly Passage[]): ReadonlyMap<string, readonly Figure[]> {
  const known = new Map<string, Figure[]>()
  for (const { article, figures } of all) known.set(article.outlet, [...(known.get(article.outlet) ?? []), ...figures.filter(isComparable)])
  return known
}

/** Whether an outlet tells this figure too, so that it cannot be of another opinion on it. */
function knows(known: ReadonlyMap<string, readonly Figure[]>, outlet: string, figure: Figure): boolean {
  return (known.get(outlet) ?? []).some((own) => {
    if (own.kind === 'count' && own.counted === null && own.min === figure.min && own.min > SMALL) return true
    if (!isSameKind(own, figure) || (own.role !== figure.role && figure.role !== null)) return false
    const verdict = verdictOf(own, figure)
    return verdict === 'same' || verdict === 'compatible'
  })
}

/** Whether the two outlets of a conflict tell figures that agree as well, so that only these belong side by side. */
function isSettled({ one, other, verdict }: Link, links: readonly Link[]): boolean {
  if (verdict !== 'conflict') return false
  return links.some((link) => {
    if (link.verdict === 'conflict' || !isSameKind(link.one.figure, one.figure)) return false
    const outlets = [link.one.outlet, link.other.outlet]
    const isOfOne = [link.one, link.other].some((told) => told === one || told === other)
    return isOfOne && outlets.includes(one.outlet) && outlets.includes(other.outlet)
  })
}

/** The figures that belong together over their links. */
function linked(links: readonly Link[]): Link[][] {
  const groups = new Map<Told, Link[]>()
  for (const link of links) {
    const [own = [], other = []] = [groups.get(link.one), groups.get(link.other)]
    const joined = own === other ? own : [...own, ...other]
    joined.push(link)
    for (const { one, other: two } of joined) groups.set(one, joined).set(two, joined)
  }
  return [...new Set(groups.values())]
}

function measureOf(links: readonly Link[]): Measure {
  const worst = links.reduce<Verdict>((so, { verdict }) => (RANK[verdict] < RANK[so] ? verdict : so), 'same')
  const told = new Set(links.flatMap(({ one, other }) => [one, other]))
  return { told: [...told], verdict: worst }
}

function whatOf(told: Told | undefined): string {
  if (!told) return ''
  const { kind, unit, role } = told.figure
  const plain = { money: 'amount', percent: 'share', points: 'points', duration: 'time', age: 'age', measure: unit, date: 'date', weekday: 'day' }
  if (kind !== 'count') return plain[kind]
  const noun = told.figure.counted === 'person' ? 'people' : unit
  const fate = { death: 'killed', injury: 'injured', arrest: 'arrested', missing: 'missing' }[told.context.aspect ?? '']
  return fate ? `${noun} ${fate}` : role === 'whole' ? `${noun} in all` : noun
}
