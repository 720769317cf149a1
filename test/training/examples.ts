import { attributeBy, type Choose } from '../../src/quotations/attribute.js'
import type { Quoted } from '../../src/quotations/marks.js'
import type { LabelledArticle, LabelledQuotation } from '../labelled.js'
import type { Example } from './maximumEntropy.js'

/** What the ranker has to choose in an article, with what is right by its labels; whoever spoke before is as labelled. */
export function examplesOf(article: LabelledArticle): Example[] {
  const examples: Example[] = []
  const choose: Choose = (quoted, candidates, nobody) => {
    const label = labelOf(article, quoted)
    const right = candidates.flatMap(({ mention }, index) => (label && isSource(label, mention) ? [index] : []))
    const alternatives = [...candidates.map(({ features }) => features), nobody]
    examples.push({ alternatives, right: right.length > 0 ? right : [candidates.length] })
    const said = candidates[right[0] ?? -1]
    return said ? { ...said, confidence: 1 } : null
  }
  attributeBy(article.text, choose)
  return examples
}

export function labelOf({ quotations }: LabelledArticle, { start, end }: Quoted): LabelledQuotation | undefined {
  return quotations.find(
    (one) => one.sources.length > 0 && Math.abs(one.start - start) <= 2 && Math.abs(one.end - end) <= 2,
  )
}

export function isSource({ sources }: LabelledQuotation, mention: { start: number; end: number }): boolean {
  return sources.some(([start, end]) => Math.min(end, mention.end) > Math.max(start, mention.start))
}
