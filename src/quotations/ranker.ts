import type { Candidate } from './candidates.js'
import learned from './ranker.data.json' with { type: 'json' }

/** A feature's weight, learned by `npm run train`; a feature that is not there weighs nothing. */
export type Weights = ReadonlyMap<string, number>

export const WEIGHTS: Weights = new Map(Object.entries(learned))

/** The likeliest of the candidates, and how likely it is, 0 to 1, that it is the speaker. */
export interface Ranked {
  readonly candidate: Candidate
  readonly probability: number
}

/**
 * Ranks candidates by a log-linear model over their features, "nobody to name" being one of the alternatives (Berger, Della Pietra and Della Pietra,
 * "A maximum entropy approach to natural language processing", 1996; for speakers of quotations: O'Keefe et al., "A sequence labelling approach to
 * quote attribution", 2012). Null where there is no candidate.
 */
export function likeliest(
  candidates: readonly Candidate[],
  nobody: readonly string[],
  weights: Weights,
): Ranked | null {
  const scores = candidates.map(({ features }) => scoreOf(features, weights))
  const none = scoreOf(nobody, weights)
  const highest = Math.max(none, ...scores)
  const total = scores.reduce((sum, score) => sum + Math.exp(score - highest), Math.exp(none - highest))
  let best = 0
  for (const [index, score] of scores.entries()) if (score > (scores[best] ?? score)) best = index
  const candidate = candidates[best]
  return candidate ? { candidate, probability: Math.exp((scores[best] ?? 0) - highest) / total } : null
}

export function scoreOf(features: readonly string[], weights: Weights): number {
  let score = 0
  for (const feature of features) score += weights.get(feature) ?? 0
  return score
}
