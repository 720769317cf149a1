import type { Article } from '../../model.js'
import { type Passage, passagesIn } from '../compare/passages.js'

/** UTF-16 units: news tells first what matters most, and what comes later is background. */
const READ = 3000

/** An article as an edition reads it: its passages, the first of them. */
export interface Parts {
  readonly article: Article
  /** Its headline first, where it has one; without figures. */
  readonly passages: readonly Passage[]
}

export function partsOf(article: Article): Parts {
  return { article, passages: passagesIn(beginningOf(article, READ), []).filter(({ isCaption }) => !isCaption) }
}

/** An article as far as the paragraph that so many UTF-16 units end in, where that is not longer than all before it. */
export function beginningOf(article: Article, length: number): Article {
  const near = article.text.slice(0, 2 * length)
  const end = near.indexOf('\n', length)
  return { ...article, text: end < 0 ? near : near.slice(0, end) }
}

const DAY = 86_400_000

/** By how many days each article is older than the newest of them; 0 where it is not dated. A story goes on, and its end is what is new. */
export function daysBehind(articles: readonly Parts[]): ReadonlyMap<Article, number> {
  const times = articles.map(({ article }) => [article, Date.parse(article.published ?? '')] as const)
  const newest = Math.max(...times.flatMap(([, time]) => (Number.isNaN(time) ? [] : time)))
  return new Map(times.map(([article, time]) => [article, Number.isNaN(time) ? 0 : (newest - time) / DAY]))
}
