import type { ComparedFigures, FigureValue } from '../../../src/answers/compare/figures.js'
import { compareStory } from '../../../src/answers/compare/story.js'
import { overlaps } from '../../../src/model.js'
import type { LabelledFigure, LabelledPair, LabelledStory } from './labels.js'

/** A row of figures that is shown, with what its labels say of it. */
export interface JudgedRow {
  readonly story: string
  readonly row: ComparedFigures
  /** `right`: it holds a labelled conflict and nothing wrong; `wrong`: two figures that are no conflict, or not labelled; `open` counts neither way. */
  readonly judgement: 'right' | 'wrong' | 'open'
}

export interface Judged {
  readonly conflicts: readonly JudgedRow[]
  /** Labelled conflicts that are not shown as such. */
  readonly missed: readonly LabelledPair[]
  /** Labelled look-alikes that are shown in one row. */
  readonly alarms: readonly LabelledPair[]
  readonly labelled: Readonly<Record<LabelledPair['verdict'], number>>
  /** Labelled `same` and `compatible` pairs that are shown in one row, and those of them that no wrong conflict sets against each other. */
  readonly agreeing: { readonly shown: number; readonly right: number }
}

/** Compares each story as a whole, as if every sentence were on the topic, and judges what is shown by the labels. */
export function judge(stories: readonly LabelledStory[]): Judged {
  const all = stories.map((story) => {
    const rows = rowsOf(story)
    const outletOf = new Map(story.articles.map(({ id, outlet }) => [id, outlet]))
    const together = (pair: LabelledPair, isClose: Match) => rows.filter((row) => holds(row, pair, outletOf, isClose))
    return {
      conflicts: rows
        .filter(({ verdict }) => verdict === 'conflict')
        .map((row) => ({ story: story.id, row, judgement: judgementOf(row, story, outletOf) })),
      missed: story.pairs.filter(
        (pair) =>
          pair.verdict === 'conflict' && !together(pair, isSameValue).some(({ verdict }) => verdict === 'conflict'),
      ),
      alarms: story.pairs.filter((pair) => pair.verdict === 'unrelated' && together(pair, isSamePlace).length > 0),
      agreeing: story.pairs
        .filter(({ verdict }) => verdict === 'same' || verdict === 'compatible')
        .map((pair) => ({ pair, rows: together(pair, isSameValue) }))
        .filter((one) => one.rows.length > 0),
    }
  })
  const agreeing = all.flatMap((one) => one.agreeing)
  const right = new Set(
    all
      .flatMap(({ conflicts }) => conflicts)
      .filter(({ judgement }) => judgement === 'right')
      .map(({ row }) => row),
  )
  const count = (wanted: LabelledPair['verdict']) =>
    stories.flatMap(({ pairs }) => pairs).filter(({ verdict }) => verdict === wanted).length
  return {
    conflicts: all.flatMap(({ conflicts }) => conflicts),
    missed: all.flatMap(({ missed }) => missed),
    alarms: all.flatMap(({ alarms }) => alarms),
    labelled: {
      conflict: count('conflict'),
      same: count('same'),
      compatible: count('compatible'),
      unrelated: count('unrelated'),
      open: count('open'),
    },
    agreeing: {
      shown: agreeing.length,
      right: agreeing.filter(({ rows }) => rows.some((row) => row.verdict !== 'conflict' || right.has(row))).length,
    },
  }
}

/** The rows of figures that are shown for a whole story. */
export function rowsOf({ id, articles }: LabelledStory): readonly ComparedFigures[] {
  return compareStory({ id, articles }, [], '', { mentions: () => true, mentionsPart: () => false }).figures
}

type Match = (value: FigureValue, label: LabelledFigure, outlet: string | undefined) => boolean

function isSamePlace({ figure }: FigureValue, label: LabelledFigure): boolean {
  return figure.articleId === label.article && overlaps(figure, label)
}

/** An outlet tells a figure in several places, of which one is shown. */
function isSameValue(value: FigureValue, label: LabelledFigure, outlet: string | undefined): boolean {
  return isSamePlace(value, label) || (value.outlet === outlet && value.min === label.min && value.max === label.max)
}

function holds(
  { values }: ComparedFigures,
  { figures }: LabelledPair,
  outletOf: ReadonlyMap<string, string>,
  isClose: Match,
): boolean {
  return figures.every((label) => values.some((value) => isClose(value, label, outletOf.get(label.article))))
}

/** Each two values of two outlets that differ, in number or, as labelled, in their hedge, must be a labelled conflict, or agree as labelled, and one a conflict at least. */
function judgementOf(
  { values }: ComparedFigures,
  { pairs }: LabelledStory,
  outletOf: ReadonlyMap<string, string>,
): JudgedRow['judgement'] {
  const pairsOfRow = values.flatMap((one, index) =>
    values
      .slice(index + 1)
      .filter((other) => other.outlet !== one.outlet)
      .map((other) => ({
        label: labelOf(one, other, pairs, outletOf),
        isOne: other.min === one.min && other.max === one.max,
      }))
      .filter(({ label, isOne }) => !isOne || label === 'conflict')
      .map(({ label }) => label),
  )
  const found = new Set(pairsOfRow)
  if (found.has('unrelated') || found.has(null)) return 'wrong'
  if (found.has('conflict')) return 'right'
  return found.has('open') ? 'open' : 'wrong'
}

/** The verdict of the label on two values, of those places or else of those values; null where there is none. */
function labelOf(
  one: FigureValue,
  other: FigureValue,
  pairs: readonly LabelledPair[],
  outletOf: ReadonlyMap<string, string>,
): LabelledPair['verdict'] | null {
  const [places, valued] = [isSamePlace, isSameValue].map((isClose) => {
    const fits = (value: FigureValue, label: LabelledFigure) => isClose(value, label, outletOf.get(label.article))
    return pairs.find(({ figures: [a, b] }) => (fits(one, a) && fits(other, b)) || (fits(one, b) && fits(other, a)))
  })
  return places?.verdict ?? valued?.verdict ?? null
}
