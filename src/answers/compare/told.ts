import type { Figure } from '../../language/figures.js'
import { groupBy } from '../group.js'
import { type Context, contextOf } from './aspects.js'
import { isOneEvent, type Setting } from './event.js'
import type { Passage } from './passages.js'
import { areLengths, verdictOf } from './verdict.js'

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
/** So wide that many a length is within. */
const BOUND = /^(?:(?:more|less) than|at (?:least|most))$/u
/** "Up to 44,000 feet" does not tell of 38,000. */
const NEAR = 1.15
/** A sentence with more figures is a table. */
export const MOST_FIGURES = 30
/** A post that is shown with its date: "(@name) March 3". */
const POST = /\(@\w+\)/u

/** The figures of a passage that can be compared. */
export function toldIn(passage: Passage): Told[] {
  if (!isNoTable(passage)) return []
  const isPost = POST.test(passage.text)
  return passage.figures
    .filter((figure) => isComparable(figure) && !(isPost && figure.kind === 'date'))
    .flatMap((figure) => toldAs(passage, figure))
}

function isNoTable({ figures }: Passage): boolean {
  return figures.length <= MOST_FIGURES
}

function isComparable({ kind, min, max }: Figure): boolean {
  return COMPARED.has(kind) && (kind !== 'date' || max - min <= LONGEST_DATE)
}

/**
 * "Fourteen were killed" counts people, and so does "eight others were injured": besides the dead. Any other number that counts nothing by
 * name measures nothing that can be compared.
 */
function toldAs(passage: Passage, figure: Figure): Told[] {
  const context = contextOf(passage, figure)
  const told = { figure, passage, context, outlet: passage.article.outlet }
  if (figure.kind !== 'count') return [told]
  const isOfPeople = OF_PEOPLE.test(context.fate ?? '') && figure.counted === null
  const isInjured = context.aspect === 'injury' && /^other (?:other|person)$|^other$/u.test(figure.counted ?? '')
  if (isOfPeople || isInjured) return [{ ...told, figure: { ...figure, counted: 'person', unit: 'people' } }]
  return figure.counted === null ? [] : [told]
}

/** Whether two figures are of one kind and count the same noun, in one unit. */
export function isSameKind(a: Figure, b: Figure): boolean {
  if (a.kind !== b.kind || a.counted !== b.counted) return false
  return (
    a.kind === 'duration' || a.kind === 'count' || a.kind === 'age' || a.unit === b.unit || areLengths(a.unit, b.unit)
  )
}

/** By outlet, what it tells anywhere, numbers that count nothing by name among it. */
export function toldBy(all: readonly Passage[]): ReadonlyMap<string, readonly Told[]> {
  const told = all.filter(isNoTable).flatMap((passage) =>
    passage.figures.filter(isComparable).flatMap((figure) => {
      const found = toldAs(passage, figure)
      return found.length > 0
        ? found
        : [{ figure, passage, context: contextOf(passage, figure), outlet: passage.article.outlet }]
    }),
  )
  return groupBy(told, ({ outlet }) => outlet)
}

/** "Likud 28 and the Union 27": what it counts stands elsewhere. */
export function isBareNumber({ kind, counted }: Figure): boolean {
  return kind === 'count' && counted === null
}

/** Whether an outlet that tells these tells another's figure too, so that it cannot be of another opinion on it. */
export function knows(own: readonly Told[], one: Told, setting: Setting): boolean {
  return own.some((other) => tellsAsWell(other, one, setting))
}

function tellsAsWell(own: Told, one: Told, setting: Setting): boolean {
  const [a, b] = [own.figure, one.figure]
  if (isBareNumber(a) && a.min === b.min && a.min > SMALL) return true
  if (!isSameKind(a, b) || (a.role !== b.role && b.role !== null && one.context.fate === null)) return false
  const verdict = verdictOf(a, b)
  if (verdict !== 'same' && verdict !== 'compatible') return false
  if (a.kind === 'measure' && a.unit !== b.unit) return ![a, b].some(({ qualifier }) => BOUND.test(qualifier ?? ''))
  const [fate, other] = [one.context.fate, own.context.fate]
  if (a.min === b.min && a.max === b.max) return fate === other || fate === null || other === null
  if (fate !== null) return own.context.aspect === fate && isOneEvent(own, one, setting)
  return Math.max(a.max, b.max) <= NEAR * Math.min(a.min, b.min) || a.min < a.max || b.min < b.max
}
