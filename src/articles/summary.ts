import { fold, isStopWord, words } from '../language/words.js'
import { paragraphs } from './normalise.js'

/** A summary stands among the first paragraphs, and what it sums up not far below it. */
const NEAR_THE_TOP = 6
const REACH = 60
const FEWEST_WORDS = 8
const MOST_WORDS = { summary: 100, paragraph: 400 }
const SHARE_IN_ORDER = 0.9
const NEGATION = /^(?:not|no|never|none|nobody|nothing|nor|neither|without|cannot|.*n't)$/u

interface Paragraph {
  /** Folded; one that opens a quotation differs from the same one outside, for who said it would be lost. */
  readonly words: readonly string[]
  readonly distinct: ReadonlySet<string>
  readonly negates: boolean
}

/**
 * Drops summaries: paragraphs near the top nearly all of whose words stand again, in order, in one paragraph below. A lead that is
 * not repeated stays, and so does what differs in a figure or a negation. `first` is the first paragraph that may go.
 */
export function withoutSummaries(text: string, first: number): string {
  const all = paragraphs(text)
  const read = all.slice(0, NEAR_THE_TOP + REACH).map(wordsOf)
  return all
    .filter((_, index) => {
      const summary = read[index]
      const mayGo = index >= first && index < NEAR_THE_TOP && summary !== undefined
      return !mayGo || !isRepeated(summary.words, read.slice(index + 1, index + 1 + REACH), summary.negates)
    })
    .join('\n\n')
}

function wordsOf(paragraph: string): Paragraph {
  const found = words(paragraph).map(({ text, start }) => {
    const opensQuotation = /["“„«‘']/u.test(paragraph[start - 1] ?? '')
    return opensQuotation ? `"${fold(text)}` : fold(text)
  })
  return { words: found, distinct: new Set(found), negates: found.some((word) => NEGATION.test(word)) }
}

function isRepeated(summary: readonly string[], below: readonly Paragraph[], negates: boolean): boolean {
  if (summary.length < FEWEST_WORDS || summary.length > MOST_WORDS.summary) return false
  const telling = summary.filter((word) => !isStopWord(word))
  return below.some((paragraph) => {
    if (paragraph.words.length > MOST_WORDS.paragraph || paragraph.negates !== negates) return false
    const missing = telling.filter((word) => !paragraph.distinct.has(word))
    if (missing.length > (1 - SHARE_IN_ORDER) * telling.length) return false
    if (missing.some((word) => /\p{N}|"/u.test(word))) return false
    return longestInOrder(summary, paragraph.words) >= SHARE_IN_ORDER * summary.length
  })
}

/** How many words two texts share in the same order: the length of their longest common subsequence. */
function longestInOrder(a: readonly string[], b: readonly string[]): number {
  let above: number[] = Array.from({ length: b.length + 1 }, () => 0)
  for (const word of a) {
    const row = [0]
    for (const [index, other] of b.entries()) {
      const left = row[index] ?? 0
      row.push(word === other ? (above[index] ?? 0) + 1 : Math.max(left, above[index + 1] ?? 0))
    }
    above = row
  }
  return above.at(-1) ?? 0
}
