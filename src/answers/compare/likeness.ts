/** Words to compare, as stems; names count for more. */
export interface Worded {
  readonly stems: ReadonlySet<string>
  readonly names: ReadonlySet<string>
}

/** How much each stem tells: the rarer in the story, the more. */
export type Weights = ReadonlyMap<string, number>

/** Words of any report: that two outlets use them says nothing. */
const REPORTING = new Set(
  `accord report statement ask announc ad wrote write call news claim interview thursdai wednesdai tuesdai mondai fridai saturdai sundai week month
  year dai time todai yesterdai new make made take go get come includ us on two first last press spokesman spokeswoman tell explain note believ`.split(
    /\s+/u,
  ),
)
const OF_REPORTING = 0.25
const OF_A_NAME = 1.3

export function isOfReporting(stem: string): boolean {
  return REPORTING.has(stem)
}

export function weightOfStems(stems: readonly string[], weights: Weights): number {
  return stems.reduce((total, one) => total + (weights.get(one) ?? 1), 0)
}

/**
 * The weight of each stem of a story's passages: its inverse document frequency, passages being the documents (Spärck Jones, "A
 * statistical interpretation of term specificity", 1972), less for the words of reporting.
 */
export function weightsOf(passages: readonly Worded[]): Weights {
  const counts = new Map<string, number>()
  for (const { stems } of passages) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return new Map(
    [...counts].map(([stem, count]) => {
      const rarity = Math.log(1 + passages.length / count)
      return [stem, REPORTING.has(stem) ? OF_REPORTING * rarity : rarity] as const
    }),
  )
}

export interface Likeness {
  /** 0 to 1: what is shared of the two together (Dice's coefficient over weights). */
  readonly together: number
  /** 0 to 1: what is shared of the shorter. */
  readonly ofShorter: number
  /** How many stems are shared, without those of reporting. */
  readonly shared: number
  /** How many of these are no names. */
  readonly sharedWords: number
}

/** How much two texts say the same. */
export function likeness(a: Worded, b: Worded, weights: Weights): Likeness {
  const [small, large] = a.stems.size <= b.stems.size ? [a, b] : [b, a]
  let weight = 0
  let shared = 0
  let sharedWords = 0
  for (const stem of small.stems) {
    if (!large.stems.has(stem)) continue
    weight += weightOf(stem, small, weights)
    if (REPORTING.has(stem)) continue
    shared++
    if (!small.names.has(stem) && !large.names.has(stem)) sharedWords++
  }
  const [sumA, sumB] = [sum(small, weights), sum(large, weights)]
  if (sumA === 0 || sumB === 0) return { together: 0, ofShorter: 0, shared: 0, sharedWords: 0 }
  return {
    together: Math.min(1, (2 * weight) / (sumA + sumB)),
    ofShorter: Math.min(1, weight / Math.min(sumA, sumB)),
    shared,
    sharedWords,
  }
}

function weightOf(stem: string, passage: Worded, weights: Weights): number {
  return (weights.get(stem) ?? 1) * (passage.names.has(stem) ? OF_A_NAME : 1)
}

const sums = new WeakMap<Worded, { weights: Weights; sum: number }>()

function sum(passage: Worded, weights: Weights): number {
  const known = sums.get(passage)
  if (known?.weights === weights) return known.sum
  let total = 0
  for (const stem of passage.stems) total += weightOf(stem, passage, weights)
  sums.set(passage, { weights, sum: total })
  return total
}
