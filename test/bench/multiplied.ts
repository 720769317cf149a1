/** Real articles multiplied: each copy of a story happens at another time, to people and at places of other names. */
import { isGivenName } from '../../src/language/givenNames.js'
import { CALLED } from '../../src/language/names.data.js'
import { fold } from '../../src/language/words.js'
import type { ArticleDraft, FoundQuotation } from '../../src/model.js'
import type { LabelledArticle } from './clusters.js'
import { randomFrom, shuffled } from './random.js'

/** Which copy of which article, and when it is published. */
export interface Copy {
  readonly of: LabelledArticle
  readonly number: number
  readonly published: string
}

const FIRST_DAY = Date.UTC(2016, 0, 1)
const YEARS = 5
const DAY = 86_400_000
const WORD = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}]*\p{Ll}(?![\p{L}\p{N}])/gu
const KEPT = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|march|april|may|june|july|president|senator)$/u

/** So many copies of articles of whole stories, the oldest first; `from` is the number of the first copy. */
export function copiesOf(articles: readonly LabelledArticle[], count: number, from = 0): Copy[] {
  const begun = new Map<string, number>()
  for (const { story, published } of articles) {
    begun.set(story, Math.min(begun.get(story) ?? Number.POSITIVE_INFINITY, Date.parse(published)))
  }
  const all = Array.from({ length: Math.ceil(count / articles.length) }, (_, index) => {
    const random = randomFrom(from + index)
    const days = new Map([...begun.keys()].map((story) => [story, Math.floor(random() * YEARS * 365)]))
    return articles.map((of): Copy => {
      const since = Date.parse(of.published) - (begun.get(of.story) ?? 0)
      const time = FIRST_DAY + (days.get(of.story) ?? 0) * DAY + since
      return { of, number: from + index, published: new Date(time).toISOString().slice(0, 10) }
    })
  })
  return all
    .flat()
    .slice(0, count)
    .toSorted((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0))
}

/**
 * The names of people and places that a copy has in place of those of the original, each of the same length, so that spans stay
 * true. Given names, countries, days and outlets stay: by them speakers are told.
 */
export function renaming(articles: readonly LabelledArticle[], number: number): (text: string) => string {
  const random = randomFrom(-1 - number)
  const names = new Map<string, string>()
  for (const alike of namesByLength(articles)) {
    const others = number === 0 ? alike : shuffled(alike, random)
    for (const [at, name] of alike.entries()) names.set(name, others[at] ?? name)
  }
  return (text) => text.replace(WORD, (word) => names.get(word) ?? word)
}

const lengths = new WeakMap<readonly LabelledArticle[], string[][]>()

/** Words that are printed with a capital nearly always, by their lengths. */
function namesByLength(articles: readonly LabelledArticle[]): string[][] {
  const known = lengths.get(articles)
  if (known) return known
  const counts = new Map<string, number>()
  for (const { text } of articles) {
    for (const [word] of text.matchAll(/\p{L}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const outlets = new Set(articles.flatMap(({ outlet }) => outlet.split(/\s+/u)))
  const isName = (word: string) =>
    word.length > 3 &&
    new RegExp(`^${WORD.source}$`, 'u').test(word) &&
    (counts.get(word.toLowerCase()) ?? 0) * 10 < (counts.get(word) ?? 0) &&
    !outlets.has(word) &&
    !CALLED.has(fold(word)) &&
    !isGivenName(word) &&
    !KEPT.test(word.toLowerCase())
  const found = new Map<number, string[]>()
  for (const word of [...counts.keys()].filter(isName))
    found.set(word.length, [...(found.get(word.length) ?? []), word])
  const grouped = [...found.values()]
  lengths.set(articles, grouped)
  return grouped
}

/** A copy as it is stored, with the quotations of its original. */
export function draftOf(
  { of, number, published }: Copy,
  rename: (text: string) => string,
  quotations: readonly FoundQuotation[],
): { draft: ArticleDraft; quotations: FoundQuotation[] } {
  const text = rename(of.text)
  const { outlet, url } = of
  return {
    draft: { key: `${of.id}-${number}`, outlet, title: rename(of.title), author: null, url, published, text },
    quotations: quotations.map((quotation) => ({
      ...quotation,
      text: text.slice(quotation.start, quotation.end),
      speaker: quotation.speaker && { ...quotation.speaker, name: rename(quotation.speaker.name) },
    })),
  }
}
