import { figures } from '../../language/figures.js'
import type { StoredQuotation } from '../../store/store.js'
import { type ComparedFigures, compareFigures, type Measure, shown } from '../compare/figures.js'
import { weightsOf } from '../compare/likeness.js'
import { type Passage, passagesAndCaptionsOf, withFigures } from '../compare/passages.js'
import type { ComparedWording } from '../compare/wordings.js'
import { alteredWords } from './alteredWords.js'
import { beginningOf, type Parts } from './articleParts.js'

export interface Disagreements {
  /** Figures that conflict. */
  readonly figures: readonly ComparedFigures[]
  /** Words that an outlet altered. */
  readonly wordings: readonly ComparedWording[]
}

/** More would bury the news. */
const MOST = 2
/** UTF-16 units of an article in which figures are looked for. */
const BEGINNING = 1500

/** What outlets disagree on in a story: figures first, then words that most outlets print otherwise. */
export function disagreementsOf(articles: readonly Parts[], quotations: readonly StoredQuotation[]): Disagreements {
  if (new Set(articles.map(({ article }) => article.outlet)).size < 2) return { figures: [], wordings: [] }
  const conflicts = conflictsOf(articles).slice(0, MOST)
  return { figures: conflicts.map(shown), wordings: alteredWords(quotations, MOST - conflicts.length) }
}

/** Figures at the beginnings of articles that conflict, and still do where all that the outlets tell is known. */
function conflictsOf(articles: readonly Parts[]): Measure[] {
  const beginnings = articles.flatMap(({ article, passages }) => {
    const { text } = beginningOf(article, BEGINNING)
    const found = figures(text, article.published)
    return withFigures(
      passages.filter(({ end }) => end <= text.length),
      found,
    )
  })
  if (conflicting(beginnings, beginnings).length === 0) return []
  return conflicting(
    beginnings,
    articles.flatMap(({ article }) => passagesAndCaptionsOf(article)),
  )
}

function conflicting(passages: readonly Passage[], all: readonly Passage[]): Measure[] {
  return compareFigures(passages, all, weightsOf(all)).filter(({ verdict }) => verdict === 'conflict')
}
