import { groupBy } from '../group.js'
import { likeness, type Weights } from './likeness.js'
import type { Passage } from './passages.js'

const ALIKE = 0.34
/** So much of the shorter, with so many words, is told elsewhere. */
const HELD = 0.3
const SHARED = 5
/** Words that no other outlet has, where no name or figure tells a passage apart. */
const FEWEST_WORDS = 3

/** Of the passages on a topic those that one outlet alone reports: none of another outlet is like it, and it names what no other names. */
export function onlyOne(passages: readonly Passage[], all: readonly Passage[], weights: Weights): Passage[] {
  const byOutlet = groupBy(all, (passage) => passage.article.outlet)
  if (byOutlet.size < 2) return []
  const vocabulary = new Map([...byOutlet].map(([outlet, own]) => [outlet, vocabularyOf(own)]))
  return passages.filter((passage) => {
    const outlet = passage.article.outlet
    const elsewhere = (stem: string) => [...vocabulary].some(([other, stems]) => other !== outlet && stems.has(stem))
    if (!isDistinctive(passage, elsewhere)) return false
    return all.every((other) => {
      if (other.article.outlet === outlet) return true
      const { together, ofShorter, shared } = likeness(passage, other, weights)
      return together < ALIKE && (ofShorter < HELD || shared < SHARED)
    })
  })
}

function vocabularyOf(passages: readonly Passage[]): Set<string> {
  return new Set(passages.flatMap((passage) => [...passage.stems]))
}

function isDistinctive(passage: Passage, elsewhere: (stem: string) => boolean): boolean {
  const own = [...passage.stems].filter((stem) => !elsewhere(stem))
  return own.some((stem) => passage.names.has(stem) || /^\p{N}/u.test(stem)) || own.length >= FEWEST_WORDS
}
