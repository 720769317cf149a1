import { type Article, cut, type Excerpt, type Span } from '../../model.js'
import type { StoredQuotation } from '../../store/store.js'
import { groupBy } from '../group.js'
import type { Passage } from './passages.js'
import { shownIn } from './shown.js'

/** UTF-16 units. */
const LONGEST_JOINED = 500

export interface Excerpts {
  /** A passage with what it needs to stand on its own. */
  readonly of: (passage: Passage) => Excerpt
  /** The same side by side with others, where a quotation speaks for itself, and paragraphs before a passage would hide the claim. */
  readonly asClaim: (passage: Passage) => Excerpt
  /** Passages in order, each standing on its own, those that follow each other as one. */
  readonly all: (passages: readonly Passage[]) => Excerpt[]
}

/** How the passages of articles are shown, given the quotations in them. */
export function excerptsOf(
  byArticle: ReadonlyMap<Article, readonly Passage[]>,
  quotations: readonly StoredQuotation[],
): Excerpts {
  const said = groupBy(quotations, ({ article }) => article.id)
  const spans = new Map(
    [...byArticle].map(([article, passages]) => {
      const quoted = (said.get(article.id) ?? []).map(({ quotation }) => quotation)
      return [article, shownIn(passages, quoted)] as const
    }),
  )
  const of = (passage: Passage) =>
    cut(passage.article, (passage.isCaption ? null : spans.get(passage.article)?.(passage)) ?? passage)
  return {
    of,
    asClaim: (passage) => {
      const wide = of(passage)
      return /^["“]/u.test(passage.text) || wide.text.includes('\n') ? cut(passage.article, passage) : wide
    },
    all: (passages) => joined(passages.map((passage) => ({ article: passage.article, span: of(passage) }))),
  }
}

/** Excerpts in order; those of one paragraph that overlap or follow each other become one, while it is not too long to read. */
function joined(found: readonly { article: Article; span: Span }[]): Excerpt[] {
  const excerpts: Excerpt[] = []
  for (const { article, span } of found) {
    const last = excerpts.at(-1)
    const isNext =
      last?.articleId === article.id &&
      last.start <= span.start &&
      /^ *$/u.test(article.text.slice(last.end, span.start))
    const together = last && { start: last.start, end: Math.max(last.end, span.end) }
    const isReadable = together && (span.start < last.end || together.end - together.start <= LONGEST_JOINED)
    if (isNext && isReadable) excerpts[excerpts.length - 1] = cut(article, together)
    else excerpts.push(cut(article, span))
  }
  return excerpts
}
