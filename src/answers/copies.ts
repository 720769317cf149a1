import type { Article } from '../model.js'
import { groupBy } from './group.js'

/**
 * How many outlets of these articles have nothing but the text of another, as outlets print one agency's report; of those that share
 * one text, one counts as the source.
 */
export function outletsCopying(articles: readonly Article[]): number {
  const printedBy = new Map(
    [...groupBy(articles, textOf)].map(([text, own]) => [text, [...new Set(own.map(({ outlet }) => outlet))]]),
  )
  const carriersOf = (article: Article) => printedBy.get(textOf(article)) ?? []
  const copying = new Set<string>()
  for (const [outlet, own] of groupBy(articles, ({ outlet: name }) => name)) {
    const isCopied = (article: Article) =>
      Boolean(article.copyOf) && carriersOf(article).some((other) => other !== outlet && !copying.has(other))
    if (own.every(isCopied)) copying.add(outlet)
  }
  return copying.size
}

function textOf({ id, copyOf }: Article): string {
  return copyOf ?? id
}
