import type { Quotation } from '../model.js'
import type { StoredQuotation } from '../store/store.js'

/** A clause that parts a quotation is no longer than this. */
const LONGEST_CLAUSE = 120
const OPEN_ENDED = /[,–—]["”»]$|["”»],$/u
const CLOSING = /["”»][.,]?$/u

/**
 * The quotations that their articles print in pieces, each as its pieces in order: one sentence with "he said," in its middle, or
 * one that runs over paragraphs, of which only the last is closed.
 */
export function continued(quotations: readonly StoredQuotation[]): StoredQuotation[][] {
  const ordered = quotations.toSorted(
    (a, b) => a.article.id.localeCompare(b.article.id) || a.quotation.start - b.quotation.start,
  )
  const chains: StoredQuotation[][] = []
  for (const quotation of ordered) {
    const chain = chains.at(-1)
    const before = chain?.at(-1)
    if (chain && before && continues(before, quotation)) chain.push(quotation)
    else chains.push([quotation])
  }
  return chains.filter((chain) => chain.length > 1)
}

/** The same of quotations without their articles, as far as they tell: a piece that ends in a comma, and one close behind it. */
export function inPieces(quotations: readonly Quotation[]): Quotation[][] {
  const chains: Quotation[][] = []
  for (const quotation of quotations) {
    const before = chains.at(-1)?.at(-1)
    const isNear =
      before?.articleId === quotation.articleId &&
      before.end <= quotation.start &&
      quotation.start - before.end <= LONGEST_CLAUSE
    if (isNear && OPEN_ENDED.test(before.text)) chains.at(-1)?.push(quotation)
    else chains.push([quotation])
  }
  return chains
}

function continues(a: StoredQuotation, b: StoredQuotation): boolean {
  if (a.article.id !== b.article.id || a.speakerId !== b.speakerId) return false
  const between = a.article.text.slice(a.quotation.end, b.quotation.start)
  if (/^\s*$/u.test(between)) return !CLOSING.test(a.quotation.text)
  if (between.length > LONGEST_CLAUSE || between.includes('\n')) return false
  return OPEN_ENDED.test(a.quotation.text) && /[,–—]\s*$/u.test(between)
}
