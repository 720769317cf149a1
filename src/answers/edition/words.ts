/** What the articles of a story have in common, word by word. */
import { commonness } from '../../language/commonness.js'
import { isOfReporting } from '../compare/likeness.js'
import type { Parts } from './articleParts.js'

/** How much each stem says of the story, more than 0; none for a stem that a single article has, unless there is but one. */
export type Centroid = ReadonlyMap<string, number>

/** The share of articles that have a stem which is on no list. */
const RARE = 0.004
const OF_REPORTING = 0.2

/**
 * The centroid of a story: the share of its articles that have a stem, by how rare the stem is in news (Radev, Jing, Styś and Tam,
 * "Centroid-based summarization of multiple documents", 2004).
 */
export function centroidOf(articles: readonly Parts[]): Centroid {
  const counts = new Map<string, number>()
  for (const { passages } of articles) {
    for (const stem of new Set(passages.flatMap((passage) => [...passage.stems]))) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1)
    }
  }
  const least = articles.length > 1 ? 2 : 1
  const told = [...counts].filter(([, count]) => count >= least)
  return new Map(
    told.map(([stem, count]) => {
      const rarity = -Math.log(commonness(stem) ?? RARE)
      return [stem, (count / articles.length) * rarity * (isOfReporting(stem) ? OF_REPORTING : 1)]
    }),
  )
}

/** How much some stems say of the story together. */
export function weightOf(stems: Iterable<string>, centroid: Centroid): number {
  let sum = 0
  for (const stem of stems) sum += centroid.get(stem) ?? 0
  return sum
}
