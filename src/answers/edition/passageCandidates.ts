import { cut, type Excerpt } from '../../model.js'
import type { Passage } from '../compare/passages.js'
import { isUnfit } from './alone.js'
import type { Parts } from './articleParts.js'
import { datelineEnd } from './dateline.js'
import { isInsideQuotation, standsTwice } from './insideQuotation.js'

/** UTF-16 units: shorter passages tell too little. Two sentences together are no longer than `LONGEST_PAIR`. */
const SHORTEST = 40
const LONGEST_PAIR = 320
const LONGEST = 480
/** A sentence that is shorter than this leaves room for the next. */
const SHORT = 150
/** Of each article so many sentences are weighed. */
const READ = 12
/** Of what follows up a story fewer: what is new of it is told first, and what comes later is background. */
const READ_OF_NEW = 5

/** A passage that may stand under a headline. */
export interface Candidate {
  readonly title: string | null
  readonly excerpt: Excerpt
  readonly stems: ReadonlySet<string>
  /** 0 for the first sentence of its article. */
  readonly place: number
  /** How many days its article is older than the newest. */
  readonly days: number
}

/** The sentences that open an article and make sense alone, short ones with the next of their paragraph. */
export function candidatesIn(
  { article, passages }: Parts,
  days: number,
  isNew: ((passage: Passage) => boolean) | null,
): Candidate[] {
  const body = passages.filter(({ isTitle }) => !isTitle).slice(0, isNew ? READ_OF_NEW : READ)
  return body.flatMap((passage, place) => {
    const from = passage.start + (place === 0 ? datelineEnd(passage.text) : 0)
    const alone = cut(article, { start: from, end: passage.end })
    if (
      isUnfit(alone.text) ||
      isInsideQuotation(article.text, alone) ||
      standsTwice(article.text, alone) ||
      (isNew && !isNew(passage))
    )
      return []
    const next = body[place + 1]
    const single = { title: article.title, excerpt: alone, stems: passage.stems, place, days }
    const isShort = alone.text.length < SHORT
    const pair =
      next && isShort && /^ {0,2}$/u.test(article.text.slice(passage.end, next.start))
        ? cut(article, { start: from, end: next.end })
        : null
    const double =
      next && pair && pair.text.length <= LONGEST_PAIR && !isUnfitBehind(next.text)
        ? [
            {
              title: article.title,
              excerpt: pair,
              stems: new Set([...passage.stems, ...next.stems]),
              place,
              days,
            },
          ]
        : []
    return [...double, ...(alone.text.length >= SHORTEST && alone.text.length <= LONGEST ? [single] : [])]
  })
}

/** What cannot stand even behind the sentence before it. */
function isUnfitBehind(text: string): boolean {
  return isUnfit(text) && !/^(?:he|she|it|they|the)\b/iu.test(text)
}
