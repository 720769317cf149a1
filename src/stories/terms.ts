import { contentStem } from '../language/words.js'

export interface Term {
  /** How much it says of what the article tells, before its rarity counts. */
  readonly weight: number
  /** As the article first prints it. */
  readonly word: string
}

/** The terms of an article by their stems. */
export type Terms = ReadonlyMap<string, Term>

/** The same stems and their weights in the same order, in a tenth of the memory. */
export interface TermWeights {
  readonly stems: readonly string[]
  readonly weights: Uint16Array
}

/** UTF-16 units: what an article is about stands in its title, then in its lead, and by here at the latest. */
const LEAD = 800
const LONGEST = 3000
const TITLE_WEIGHT = 3
const LEAD_WEIGHT = 2

const TERM = /[\p{L}\p{N}]{2,}/gu

/** The terms of an article whose text begins with its title, where it has one. */
export function termsOf(title: string | null, text: string): Terms {
  const titleEnd = title?.length ?? 0
  const terms = new Map<string, Term>()
  for (const { 0: word, index } of text.slice(0, titleEnd + LONGEST).matchAll(TERM)) {
    const weight = index < titleEnd ? TITLE_WEIGHT : index < titleEnd + LEAD ? LEAD_WEIGHT : 1
    const term = contentStem(word)
    if (term === null) continue
    const known = terms.get(term)
    terms.set(term, { weight: weight + (known?.weight ?? 0), word: known?.word ?? word })
  }
  return terms
}

export function weightsOf(terms: Terms): TermWeights {
  return { stems: [...terms.keys()], weights: Uint16Array.from(terms.values(), ({ weight }) => weight) }
}
