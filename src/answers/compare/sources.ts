import { fold, words } from '../../language/words.js'
import { groupBy } from '../group.js'
import type { Passage } from './passages.js'

/** Fewer words are the same by chance. */
const FEWEST_WORDS = 8
/** Of the sentences of the shorter article: so many that stand in the other, word for word, make it a copy. */
const COPIED = 0.5
const FEWEST_COPIED = 4
/** Whoever quotes the same words has not copied them from each other; a quotation may begin in a passage before. */
const QUOTED = /^[^"“”]*["”](?=\s|$)|["“][^"“”]*["”]?/gu

/**
 * Tells passages of one source: two outlets that print an agency's report word for word. Passages are of one source where their words
 * outside of quotation marks are the same, or where half of the one article stands in the other. `all` are the story's passages.
 */
export function sourceTest(all: readonly Passage[]): (a: Passage, b: Passage) => boolean {
  const byArticle = groupBy(all, ({ article }) => article.id)
  const printed = new Map<string, ReadonlySet<string>>()
  const printedIn = (id: string) => {
    const known = printed.get(id) ?? ownSentences(byArticle.get(id) ?? [])
    printed.set(id, known)
    return known
  }
  const copies = new Map<string, boolean>()
  const areCopies = (a: string, b: string) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`
    const known = copies.get(key) ?? isCopy(printedIn(a), printedIn(b))
    copies.set(key, known)
    return known
  }
  return (a, b) => {
    const own = ownWords(a.text)
    return (own !== null && own === ownWords(b.text)) || areCopies(a.article.id, b.article.id)
  }
}

/** The passages of a claim by their sources, each with the passage that stands first. */
export function bySource(claim: readonly Passage[], areOneSource: (a: Passage, b: Passage) => boolean): Passage[][] {
  const sources: Passage[][] = []
  for (const passage of claim) {
    const known = sources.find((own) => own.some((other) => areOneSource(other, passage)))
    if (known) known.push(passage)
    else sources.push([passage])
  }
  return sources
}

/** Whether so much of the shorter of two articles stands in the other that one was copied from the other, or both from a third. */
export function isCopy(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a]
  const shared = [...shorter].filter((sentence) => longer.has(sentence)).length
  return shared >= FEWEST_COPIED && shared >= COPIED * shorter.size
}

/** The sentences of an article in its outlet's own words, to compare with those of others. */
export function ownSentences(passages: readonly Passage[]): Set<string> {
  return new Set(passages.flatMap(({ text, isTitle }) => (isTitle ? [] : (ownWords(text) ?? []))))
}

/** The outlet's own words in a text, without case and typography; null where they are too few to tell. */
function ownWords(text: string): string | null {
  const own = words(fold(text.replace(QUOTED, ' ')))
  return own.length < FEWEST_WORDS ? null : own.map((word) => word.text).join(' ')
}
