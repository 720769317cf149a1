import type { Action } from '../message.js'
import type { Excerpt } from '../model.js'
import { labels } from '../phrases.js'
import { typed } from '../typed.js'

/** Asks for the sentences that an excerpt stands in. */
export function around({ articleId, start, end }: Excerpt): Action {
  return { label: labels.around, line: typed('source', articleId, { around: `${start}-${end}` }) }
}
