import { fold, isStopWord, words } from '../language/words.js'

const SHORTEST = 3

/** The words of some headlines that begin with these letters, those of most headlines first; each as it is printed first. */
export function headlineWords(headlines: readonly string[], prefix: string, limit: number): string[] {
  const begins = fold(prefix)
  const counted = new Map<string, { word: string; headlines: number }>()
  for (const headline of headlines) {
    const found = words(headline)
      .map(({ text }) => text.replace(/['’]s$/u, ''))
      .filter((word) => word.length >= SHORTEST && !isStopWord(word) && !/^\d/u.test(word))
      .filter((word) => fold(word).startsWith(begins))
    for (const [key, word] of new Map(found.map((one) => [fold(one), one]))) {
      const known = counted.get(key) ?? { word, headlines: 0 }
      counted.set(key, { ...known, headlines: known.headlines + 1 })
    }
  }
  return [...counted.values()]
    .toSorted((a, b) => b.headlines - a.headlines)
    .slice(0, limit)
    .map((found) => found.word)
}
