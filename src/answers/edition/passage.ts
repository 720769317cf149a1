import { cut, type Excerpt } from '../../model.js'
import type { Passage } from '../compare/passages.js'
import { isUnfit, surnamesIn, unclearness } from './alone.js'
import type { Parts } from './articleParts.js'
import { datelineEnd } from './dateline.js'
import type { Headline } from './headline.js'
import { type Centroid, weightOf } from './words.js'

/** UTF-16 units. */
const SHORTEST = 40
const LONGEST = 320
const LONGEST_AT_ALL = 480
/** A sentence that is shorter than this leaves room for the next. */
const SHORT = 150
/** Of each article so many sentences are weighed. */
const READ = 12

/** What counts for a passage, beside how much it says of the story (1 for the most). */
const OF_PLACE = 0.7
const OF_UNCLEARNESS = 0.6
const OF_REPEATING = 0.6
const OF_LENGTH = 0.5
const OF_OPINION = 0.5
/** So much of the headline's words may come again. */
const REPEATED = 0.5

const OPINION =
  /^\W*(?:opinion|editorial|op-ed|column|commentary|perspective|analysis|fact[- ]?check|review|letters?)\b|\bopinion\b/iu

interface Candidate {
  readonly passages: readonly [Passage, ...Passage[]]
  readonly excerpt: Excerpt
  readonly stems: ReadonlySet<string>
  /** 0 for the first sentence of its article. */
  readonly place: number
}

/**
 * The passage that says most of a story in few words and makes sense alone: of the sentences that open the articles, and of two that
 * follow each other, the one nearest to what all have in common (see `centroidOf`), less what the headline says already (Carbonell and
 * Goldstein, "The use of MMR", 1998) and later the worse, as news tells first what matters. `isNew` tells what may be taken.
 */
export function passageOf(
  articles: readonly Parts[],
  headline: Headline,
  centroid: Centroid,
  isNew: (passage: Passage) => boolean = () => true,
): Excerpt | null {
  const candidates = articles.flatMap((parts) => candidatesIn(parts, isNew))
  const known = surnamesIn(articles.flatMap(({ passages }) => passages.map(({ text }) => text)))
  const weights = candidates.map(({ stems }) => centrality(stems, centroid))
  const most = Math.max(...weights, Number.MIN_VALUE)
  const [best] = candidates
    .map((candidate, at) => ({
      candidate,
      score: (weights[at] ?? 0) / most + OF_PLACE * placed(candidate) - lessOf(candidate, headline, centroid, known),
    }))
    .toSorted((a, b) => b.score - a.score)
  return best?.candidate.excerpt ?? null
}

function candidatesIn({ article, passages }: Parts, isNew: (passage: Passage) => boolean): Candidate[] {
  const body = passages.filter(({ isTitle }) => !isTitle).slice(0, READ)
  return body.flatMap((passage, place) => {
    const from = passage.start + (place === 0 ? datelineEnd(passage.text) : 0)
    const alone = cut(article, { start: from, end: passage.end })
    if (isUnfit(alone.text) || !isNew(passage)) return []
    const next = body[place + 1]
    const single = { passages: [passage] as const, excerpt: alone, stems: passage.stems, place }
    const isShort = alone.text.length < SHORT
    const pair =
      next && isShort && /^ {0,2}$/u.test(article.text.slice(passage.end, next.start))
        ? cut(article, { start: from, end: next.end })
        : null
    const double =
      next && pair && pair.text.length <= LONGEST && !isUnfitBehind(next.text)
        ? [
            {
              passages: [passage, next] as const,
              excerpt: pair,
              stems: new Set([...passage.stems, ...next.stems]),
              place,
            },
          ]
        : []
    return [...double, ...(alone.text.length >= SHORTEST && alone.text.length <= LONGEST_AT_ALL ? [single] : [])]
  })
}

/** What cannot stand even behind the sentence before it. */
function isUnfitBehind(text: string): boolean {
  return isUnfit(text) && !/^(?:he|she|it|they|the)\b/iu.test(text)
}

/** What some stems say of the story, more for more of it, though less and less. */
function centrality(stems: ReadonlySet<string>, centroid: Centroid): number {
  return weightOf(stems, centroid) / Math.sqrt(8 + stems.size)
}

function placed({ place }: Candidate): number {
  return 1 / (1 + 0.5 * place)
}

function lessOf(
  { excerpt: { text, outlet }, stems, passages: [first] }: Candidate,
  headline: Headline,
  centroid: Centroid,
  known: ReadonlySet<string>,
): number {
  const shared = weightOf(
    [...stems].filter((one) => headline.stems.has(one)),
    centroid,
  )
  const repeated = shared / (weightOf(stems, centroid) || 1)
  const excess = Math.max(0, text.length - LONGEST) / (LONGEST_AT_ALL - LONGEST) + Math.max(0, 100 - text.length) / 100
  const isOpinion = OPINION.test(first.article.title ?? '') || OPINION.test(outlet)
  return (
    OF_UNCLEARNESS * unclearness(text, headline.excerpt.text, known) +
    OF_REPEATING * (Math.max(0, repeated - REPEATED) / (1 - REPEATED)) +
    OF_LENGTH * excess +
    (isOpinion ? OF_OPINION : 0)
  )
}
