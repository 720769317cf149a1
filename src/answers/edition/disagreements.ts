import type { StoredQuotation } from '../../store/store.js'
import { type ComparedFigures, compareFigures, shown } from '../compare/figures.js'
import { weightsOf } from '../compare/likeness.js'
import type { Passage } from '../compare/passages.js'
import { type ComparedWording, compareWordings } from '../compare/wordings.js'
import { groupBy } from '../group.js'

export interface Disagreements {
  /** Figures that conflict. */
  readonly figures: readonly ComparedFigures[]
  /** Words that an outlet altered. */
  readonly wordings: readonly ComparedWording[]
}

/** More would bury the news. */
const MOST = 2
/** Statements that are compared, those of most outlets first. */
const COMPARED = 8
/** UTF-16 units: in longer ones the words that differ are hard to find. */
const LONGEST = 500

/** What outlets disagree on in a story: figures first, then words that most outlets print otherwise. */
export function disagreementsOf(passages: readonly Passage[], quotations: readonly StoredQuotation[]): Disagreements {
  const outlets = new Set(passages.map(({ article }) => article.outlet))
  if (outlets.size < 2) return { figures: [], wordings: [] }
  const measures = compareFigures(passages, passages, weightsOf(passages))
  const figures = measures.filter(({ verdict }) => verdict === 'conflict').slice(0, MOST)
  return { figures: figures.map(shown), wordings: altered(quotations, MOST - figures.length) }
}

function altered(quotations: readonly StoredQuotation[], most: number): ComparedWording[] {
  const statements = [...groupBy(quotations, ({ statementId }) => statementId).values()]
    .map((own) => ({ own, outlets: new Set(own.map(({ quotation }) => quotation.outlet)).size }))
    .filter(({ own, outlets }) => outlets > 1 && own.every(({ quotation }) => quotation.text.length <= LONGEST))
    .toSorted((a, b) => b.outlets - a.outlets)
  const found: ComparedWording[] = []
  for (const { own } of statements.slice(0, COMPARED)) {
    if (found.length >= most) break
    const always = { is: () => true, mayBe: () => true }
    found.push(
      ...compareWordings(own, always)
        .filter(({ verdict }) => verdict === 'altered')
        .slice(0, 1),
    )
  }
  return found.slice(0, most)
}
