import type { Candidate } from './candidates.js'
import learned from './ranker.data.json' with { type: 'json' }

/** A feature's weight, learned by `npm run train`; a feature that is not there weighs nothing. */
export type Weights = ReadonlyMap<string, number>

export const WEIGHTS: Weights = new Map(Object.entries(learned))

/** The likeliest of the candidates. */
export interface Ranked {
  readonly candidate: Candidate
  /** How likely it is, 0 to 1, that it is the speaker. */
  readonly probability: number
  /** How likely, if any of the candidates is. */
  readonly share: number
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
  const somebody = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0)
  let best = 0
  for (const [index, score] of scores.entries()) if (score > (scores[best] ?? score)) best = index
  const candidate = candidates[best]
  if (!candidate) return null
  const odds = Math.exp((scores[best] ?? 0) - highest)
  return { candidate, probability: odds / (somebody + Math.exp(none - highest)), share: odds / somebody }
}

function scoreOf(features: readonly string[], weights: Weights): number {
  let score = 0
  for (const feature of features) score += weights.get(feature) ?? 0
  return score
}
