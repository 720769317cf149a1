import type { Excerpt } from '../../model.js'
import type { Passage } from '../compare/passages.js'
import { quotedShare, surnamesIn, unclearness } from './alone.js'
import { daysBehind, type Parts } from './articleParts.js'
import type { Headline } from './headline.js'
import { type Candidate, candidatesIn } from './passageCandidates.js'
import { type Centroid, weightOf } from './words.js'

/** UTF-16 units: longer passages count less, the longest that may be shown least. */
const READABLE = 320
const LONGEST = 480
const TERSE = 100

/** What counts for a passage, beside how much it says of the story (1 for the most). */
const OF_PLACE = 0.7
const OF_UNCLEARNESS = 0.6
const OF_REPEATING = 0.4
const OF_LENGTH = 0.5
const OF_OPINION = 0.5
/** Of the headline's words so many at least should come again, else it is of something beside. */
const OF_BESIDE = 0.5
const SHARED = 0.4
const OF_SPEECH = 0.4
const OF_A_DAY = 0.15
const OF_DAYS = 0.45
/** So much of the headline's words may come again. */
const REPEATED = 0.6

const OPINION =
  /^\W*(?:opinion|editorial|op-ed|column|commentary|perspective|analysis|fact[- ]?check|review|letters?)\b|\bopinion\b/iu

/**
 * The passage that says most of a story in few words and makes sense alone: of the sentences that open the articles, and of two that
 * follow each other, the one nearest to what all have in common (see `centroidOf`), less what the headline says already (Carbonell and
 * Goldstein, "The use of MMR", 1998) and later the worse, as news tells first what matters. `isNew` tells what may be taken of a story that was told before.
 */
export function passageOf(...given: Parameters<typeof scored>): Excerpt | null {
  return scored(...given)[0]?.candidate.excerpt ?? null
}

export function scored(
  articles: readonly Parts[],
  headline: Headline,
  centroid: Centroid,
  isNew: ((passage: Passage) => boolean) | null,
) {
  const behind = daysBehind(articles)
  const candidates = articles.flatMap((parts) => candidatesIn(parts, behind.get(parts.article) ?? 0, isNew))
  const known = surnamesIn(articles.flatMap(({ passages }) => passages.map(({ text }) => text)))
  const weights = candidates.map(({ stems }) => centrality(stems, centroid))
  const most = Math.max(...weights, Number.MIN_VALUE)
  return candidates
    .map((candidate, at) => ({
      candidate,
      score: (weights[at] ?? 0) / most + OF_PLACE * placed(candidate) - lessOf(candidate, headline, centroid, known),
    }))
    .toSorted((a, b) => b.score - a.score)
}

/** What some stems say of the story, more for more of it, though less and less. */
function centrality(stems: ReadonlySet<string>, centroid: Centroid): number {
  return weightOf(stems, centroid) / Math.sqrt(8 + stems.size)
}

function placed({ place }: Candidate): number {
  return 1 / (1 + 0.5 * place)
}

function lessOf(
  { excerpt: { text, outlet }, stems, days, title }: Candidate,
  headline: Headline,
  centroid: Centroid,
  known: ReadonlySet<string>,
): number {
  const shared = weightOf(
    [...stems].filter((one) => headline.stems.has(one)),
    centroid,
  )
  const repeated = shared / (weightOf(stems, centroid) || 1)
  const taken = shared / (weightOf(headline.stems, centroid) || 1)
  const excess = Math.max(0, text.length - READABLE) / (LONGEST - READABLE) + Math.max(0, TERSE - text.length) / TERSE
  const isOpinion = OPINION.test(title ?? '') || OPINION.test(outlet)
  return (
    OF_UNCLEARNESS * unclearness(text, headline.excerpt.text, known) +
    OF_REPEATING * (Math.max(0, repeated - REPEATED) / (1 - REPEATED)) +
    OF_BESIDE * (Math.max(0, SHARED - taken) / SHARED) +
    OF_LENGTH * excess +
    Math.min(OF_DAYS, OF_A_DAY * days) +
    OF_SPEECH * quotedShare(text) +
    (isOpinion ? OF_OPINION : 0)
  )
}
