import { type Excerpt, within } from '../model.js'

/** An excerpt of which so much is shown, and no more is left than a cue, is shown. */
const MOSTLY = 0.6
/** UTF-16 units. */
const LONGEST_CUE = 100

export function paragraphsOf(excerpt: Excerpt): Excerpt[] {
  return [...excerpt.text.matchAll(/[^\n]+/gu)].map(({ index, 0: text }) =>
    within(excerpt, { start: index, end: index + text.length }),
  )
}

/** Whether excerpts have so much of another that the rest ("he wrote") tells nothing more. */
export function isShown(excerpt: Excerpt, shown: readonly Excerpt[]): boolean {
  const length = excerpt.end - excerpt.start
  let [end, covered] = [excerpt.start, 0]
  const own = shown.filter((other) => other.articleId === excerpt.articleId)
  for (const other of own.toSorted((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(other.start, end), Math.min(other.end, excerpt.end)]
    if (to <= from) continue
    covered += to - from
    end = to
  }
  return covered >= MOSTLY * length && length - covered <= LONGEST_CUE
}
