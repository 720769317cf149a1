import { isCopy } from '../compare/sources.js'
import type { Read } from './reading.js'

/** Tells how many sources some outlets of these articles are: those that print one text, as of an agency, are one. */
export function sourceCount(articles: readonly Read[]): (outlets: ReadonlySet<string>) => number {
  const pairs = articles.flatMap((one, at) =>
    articles
      .slice(at + 1)
      .filter((other) => other.article.outlet !== one.article.outlet && isCopy(one.sentences, other.sentences))
      .map((other) => [one.article.outlet, other.article.outlet] as const),
  )
  return (outlets) => {
    const source = new Map([...outlets].map((outlet) => [outlet, outlet]))
    const rootOf = (outlet: string): string => {
      const next = source.get(outlet) ?? outlet
      return next === outlet ? outlet : rootOf(next)
    }
    for (const [one, other] of pairs) if (source.has(one) && source.has(other)) source.set(rootOf(one), rootOf(other))
    return new Set([...outlets].map(rootOf)).size
  }
}
