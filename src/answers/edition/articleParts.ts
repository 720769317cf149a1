import type { Article } from '../../model.js'
import { type Passage, passagesIn } from '../compare/passages.js'

/** UTF-16 units: news tells first what matters most, and what comes later is background. */
const READ = 4000

/** An article as an edition reads it: its passages, the first of them. */
export interface Parts {
  readonly article: Article
  /** Its headline first, where it has one. */
  readonly passages: readonly Passage[]
}

/** The passages of an article's beginning, as far as the paragraph that `READ` falls into. */
export function partsOf(article: Article): Parts {
  const end = article.text.indexOf('\n', READ)
  const read = end < 0 ? article : { ...article, text: article.text.slice(0, end) }
  return { article, passages: passagesIn(read).filter(({ isCaption }) => !isCaption) }
}
