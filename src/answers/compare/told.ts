import type { Figure } from '../../language/figures.js'
import { type Context, contextOf } from './aspects.js'
import type { Passage } from './passages.js'
import { verdictOf } from './verdict.js'

/** A figure where it stands. */
export interface Told {
  readonly figure: Figure
  readonly passage: Passage
  readonly context: Context
  readonly outlet: string
}

const COMPARED: ReadonlySet<Figure['kind']> = new Set([
  'count',
  'money',
  'percent',
  'points',
  'duration',
  'age',
  'measure',
  'date',
])
/** Days: a year alone dates too loosely to compare. */
const LONGEST_DATE = 62
const OF_PEOPLE = /^(?:death|injury|arrest)$/u
/** Larger numbers are the same by chance no more. */
const SMALL = 20
/** A sentence with more figures is a table. */
export const MOST_FIGURES = 30
/** A post that is shown with its date: "(@name) March 3". */
const POST = /\(@\w+\)/u

/** The figures of a passage that can be compared. */
export function toldIn(passage: Passage): Told[] {
  if (passage.figures.length > MOST_FIGURES) return []
  const isPost = POST.test(passage.text)
  return passage.figures
    .filter((figure) => isComparable(figure) && !(isPost && figure.kind === 'date'))
    .flatMap((figure) => toldAs(passage, figure))
}

function isComparable({ kind, min, max }: Figure): boolean {
  return COMPARED.has(kind) && (kind !== 'date' || max - min <= LONGEST_DATE)
}

/** "Fourteen were killed" counts people; any other number that counts nothing by name measures nothing that can be compared. */
function toldAs(passage: Passage, figure: Figure): Told[] {
  const context = contextOf(passage, figure)
  const outlet = passage.article.outlet
  if (figure.kind !== 'count' || figure.counted !== null) return [{ figure, passage, context, outlet }]
  if (!OF_PEOPLE.test(context.aspect ?? '')) return []
  return [{ figure: { ...figure, counted: 'person', unit: 'people' }, passage, context, outlet }]
}

/** Whether two figures are of one kind and count the same noun, in one unit. */
export function isSameKind(a: Figure, b: Figure): boolean {
  if (a.kind !== b.kind || a.counted !== b.counted) return false
  return a.kind === 'duration' || a.kind === 'count' || a.unit === b.unit
}

/** By outlet, its figures. */
export function figuresOf(all: readonly Passage[]): ReadonlyMap<string, readonly Figure[]> {
  const known = new Map<string, Figure[]>()
  for (const { article, figures } of all) {
    const own = known.get(article.outlet) ?? []
    own.push(...figures.filter(isComparable))
    known.set(article.outlet, own)
  }
  return known
}

/** Whether an outlet with these figures tells another's too, so that it cannot be of another opinion on it. */
export function knows(figures: readonly Figure[], figure: Figure): boolean {
  return figures.some((own) => {
    if (own.kind === 'count' && own.counted === null && own.min === figure.min && own.min > SMALL) return true
    if (!isSameKind(own, figure) || (own.role !== figure.role && figure.role !== null)) return false
    const verdict = verdictOf(own, figure)
    return verdict === 'same' || verdict === 'compatible'
  })
}
