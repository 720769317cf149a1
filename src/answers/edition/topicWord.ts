import { isStopWord, stem, words } from '../../language/words.js'
import type { Parts } from './articleParts.js'
import type { Centroid } from './words.js'

const SHORTEST = 4
const LETTERS = /^[\p{L}][\p{L}’'-]*$/u

/** The one word that a story can be compared by: of its headline, or else of any passage, that which says most of it. */
export function topicWord(headline: string, articles: readonly Parts[], centroid: Centroid): string {
  const texts = [headline, ...articles.map(({ passages }) => passages.map(({ text }) => text).join(' '))]
  for (const text of texts) {
    const found = words(text)
      .map((word) => word.text.replace(/['’]s?$/u, ''))
      .filter((word) => word.length >= SHORTEST && LETTERS.test(word) && !isStopWord(word))
      .map((word) => ({ word, weight: centroid.get(stem(word)) ?? 0 }))
      .toSorted((a, b) => b.weight - a.weight)
    if (found[0]) return found[0].word
  }
  return headline
}
