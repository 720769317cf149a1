import { isGivenName } from '../../language/givenNames.js'
import { isStopWord, stem, words } from '../../language/words.js'
import type { Archive } from '../../store/store.js'
import type { Parts } from './articleParts.js'
import type { Centroid } from './words.js'

/** "ZTE", or any word of some length. */
const TELLING = /^(?:\p{Lu}{3}|\p{L}[\p{L}’'-]{3,})$/u
const CONSIDERED = 5

/**
 * The one word that a story can be compared by: of its headline, or else of any passage, one that most of its articles have and fewest
 * other articles.
 */
export async function topicWord(
  archive: Archive,
  headline: string,
  articles: readonly Parts[],
  centroid: Centroid,
): Promise<string> {
  const ofHeadline = tellingWords(headline, centroid)
  const found = ofHeadline.length > 0 ? ofHeadline : tellingWords(bodyOf(articles), centroid)
  const shared = found.map((word) => ({ word, sharing: sharing(stem(word), articles) }))
  const most = Math.max(...shared.map((one) => one.sharing))
  const common = shared.filter((one) => one.sharing === most).map(({ word }) => word)
  if (common.length < 2) return common[0] ?? headline
  const counts = await archive.documentFrequencies(common)
  const [rarest] = common.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
  return rarest ?? headline
}

function bodyOf(articles: readonly Parts[]): string {
  return articles.flatMap(({ passages }) => passages.map(({ text }) => text)).join(' ')
}

function tellingWords(text: string, centroid: Centroid): string[] {
  const own = words(text).map((word) => word.text.replace(/['’]s?$/u, ''))
  const telling = new Set(own.filter((word) => TELLING.test(word) && !isStopWord(word) && !isGivenName(word)))
  const weight = (word: string) => centroid.get(stem(word)) ?? 0
  return [...telling].toSorted((a, b) => weight(b) - weight(a)).slice(0, CONSIDERED)
}

/** How many of the articles have a stem. */
function sharing(own: string, articles: readonly Parts[]): number {
  return articles.filter(({ passages }) => passages.some(({ stems }) => stems.has(own))).length
}
