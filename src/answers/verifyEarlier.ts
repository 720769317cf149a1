import type { Quotation } from '../model.js'
import type { Archive } from '../store/store.js'
import { type Changed, fatesOf, type Gone } from './changed.js'
import { continued } from './pieces.js'
import { type Match, matchesOf, matchOf } from './verifyMatches.js'

/** Where a version stood that prints the words, and what stands in its place. */
export interface Before {
  /** ISO 8601: when the version after it came; null where that was not noted. */
  readonly until: string | null
  /** How its words were changed; null where they are gone, or where another article took the place. */
  readonly now: Changed | null
  /** That they are gone from the article; null where they were changed, or where another article took the place. */
  readonly gone: Gone | null
}

export interface EarlierMatch extends Match {
  readonly before: Before
}

const MOST_REPLACED = 30
const MOST_ARTICLES = 5

/** Matches in earlier versions of articles, whose current ones do not print the same. */
export async function earlierMatches(archive: Archive, pasted: string): Promise<EarlierMatch[]> {
  const replaced = await archive.quotationsReplaced({ words: pasted }, MOST_REPLACED)
  if (replaced.length === 0) return []
  const dropped = new Map(replaced.map((one) => [one.id, one]))
  const ids = [...new Set(replaced.map(({ article }) => article.id))].slice(0, MOST_ARTICLES)
  const pieces = continued(await archive.quotationsIn(ids)).filter((chain) => chain.some(({ id }) => dropped.has(id)))
  const matches = [
    ...replaced.flatMap((one) => matchOf(one, pasted)),
    ...pieces.flatMap((chain) => matchesOf(chain, pasted)),
  ]
  const places = new Set(matches.map(({ quotation }) => placeOf(quotation)))
  const matching = replaced.filter(({ quotation }) => places.has(placeOf(quotation)))
  const fates = new Map((await fatesOf(archive, matching)).map((fate) => [placeOf(fate.one.quotation), fate]))
  return matches.flatMap((match) => {
    const version = replaced.find(({ article }) => article.id === match.article.id)
    const { changed: now = null, gone = null } = fates.get(placeOf(match.quotation)) ?? {}
    const isThere = now === null && gone === null && version?.currentId !== null
    const until = version && version.until > 0 ? new Date(version.until).toISOString() : null
    return isThere ? [] : [{ ...match, before: { until, now, gone } }]
  })
}

function placeOf({ articleId, start }: Quotation): string {
  return `${articleId} ${start}`
}
