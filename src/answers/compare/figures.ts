import type { Verdict } from '../../message.js'
import { cut, type Excerpt } from '../../model.js'
import { settingOf } from './event.js'
import type { Weights } from './likeness.js'
import { measureTheSame } from './measure.js'
import type { Passage } from './passages.js'
import { isSameKind, knows, type Told, toldBy, toldIn } from './told.js'
import { verdictOf } from './verdict.js'

export interface FigureValue {
  readonly outlet: string
  readonly min: number
  readonly max: number
  readonly unit: string
  readonly excerpt: Excerpt
  /** The figure itself as printed, from its qualifier to its unit; within the excerpt. */
  readonly figure: Excerpt
}

export interface ComparedFigures {
  readonly what: string
  readonly verdict: Verdict
  readonly values: readonly FigureValue[]
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

const GROWING = /^(?:death|injury|arrest|missing)$/u
const RANK: Readonly<Record<Verdict, number>> = { conflict: 0, compatible: 1, same: 2 }

/**
 * Figures of several outlets that measure the same thing, side by side, conflicts first. `passages` are those on the topic; `all` the
 * passages of the story, where an outlet may tell the other's figure as well.
 */
export function compareFigures(passages: readonly Passage[], all: readonly Passage[], weights: Weights): Measure[] {
  const told = passages.flatMap(toldIn)
  const known = toldBy(all)
  const setting = settingOf(all, known)
  const isKnown = (outlet: string, one: Told) => knows(known.get(outlet) ?? [], one, setting)
  const links: Link[] = []
  for (const [index, one] of told.entries()) {
    for (const other of told.slice(index + 1)) {
      if (one.outlet === other.outlet || !isSameKind(one.figure, other.figure)) continue
      const verdict = verdictOf(one.figure, other.figure)
      if (!verdict || !measureTheSame(one, other, weights, verdict, setting)) continue
      if (verdict !== 'conflict') links.push({ one, other, verdict })
      else if (!isKnown(one.outlet, other) && !isKnown(other.outlet, one)) {
        links.push({
          one,
          other,
          verdict: isNewerCount(one, other) || isNewerCount(other, one) ? 'compatible' : verdict,
        })
      }
    }
  }
  const measures = linked(links.filter((link) => !isSettled(link, links))).map(measureOf)
  return [...new Map(measures.map((measure) => [keyOf(measure), measure])).values()].toSorted(
    (a, b) => RANK[a.verdict] - RANK[b.verdict] || b.told.length - a.told.length,
  )
}

/** The same for measures of the same figures in the same places: of "all 14,000" the part and the whole. */
function keyOf({ told, verdict }: Measure): string {
  return [verdict, ...told.map(({ figure, passage }) => `${passage.article.id}:${figure.start}`).toSorted()].join('|')
}

/** Whether the first counts more of what only grows, on a later day. */
function isNewerCount(newer: Told, older: Told): boolean {
  const [day, before] = [newer, older].map(({ passage }) => passage.article.published?.slice(0, 10) ?? '')
  const isGrowing = newer.figure.kind === 'count' && GROWING.test(newer.context.aspect ?? '')
  return isGrowing && !!before && !!day && day > before && newer.figure.min > older.figure.max
}

/** As the answer has them, one value for each outlet and figure. */
export function shown({ told, verdict }: Measure): ComparedFigures {
  const values = new Map<string, FigureValue>()
  for (const { figure, passage, outlet } of told) {
    const { min, max, unit } = figure
    const key = [outlet, min, max].join('|')
    if (values.has(key)) continue
    const { article } = passage
    values.set(key, { outlet, min, max, unit, excerpt: cut(article, passage), figure: cut(article, figure) })
  }
  return { what: whatOf(told[0]), verdict, values: [...values.values()] }
}

/** Whether the two outlets of a conflict tell figures that agree as well, so that only these belong side by side. */
function isSettled({ one, other, verdict }: Link, links: readonly Link[]): boolean {
  if (verdict !== 'conflict') return false
  return links.some((link) => {
    if (link.verdict === 'conflict' || !isSameKind(link.one.figure, one.figure)) return false
    const outlets = new Set([link.one.outlet, link.other.outlet])
    const isOfOne = [link.one, link.other].some((told) => told === one || told === other)
    return isOfOne && outlets.has(one.outlet) && outlets.has(other.outlet)
  })
}

/** The links that hang together over the figures they share. */
function linked(links: readonly Link[]): Link[][] {
  const groups = new Map<Told, Link[]>()
  for (const link of links) {
    const [a = [], b = []] = [groups.get(link.one), groups.get(link.other)]
    const [large, small] = a.length >= b.length ? [a, b] : [b, a]
    const added = large === small ? [link] : [...small, link]
    large.push(...added)
    for (const { one, other } of added) groups.set(one, large).set(other, large)
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
  const plain = {
    money: 'amount',
    percent: 'share',
    points: 'points',
    duration: 'time',
    age: 'age',
    measure: unit,
    date: 'date',
    weekday: 'day',
  }
  if (kind !== 'count') return plain[kind]
  const noun = told.figure.counted === 'person' || unit === 'lives' ? 'people' : unit
  const fate = { death: 'killed', injury: 'injured', arrest: 'arrested', missing: 'missing' }[told.context.aspect ?? '']
  return fate ? `${noun} ${fate}` : role === 'whole' ? `${noun} in all` : noun
}
