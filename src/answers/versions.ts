import { fold, words } from '../language/words.js'
import type { Article } from '../model.js'
import type { Archive, ArticleVersion } from '../store/store.js'
import { datelineEnd } from './edition/dateline.js'

/** Where a version of an article stands among the others. */
export interface Standing {
  /** Counts from 1; all those that are kept. */
  readonly version: number
  readonly versions: number
  /** Of a version that was replaced: when, as ISO 8601; null of the current one, and where that was not noted. */
  readonly until: string | null
  readonly isCurrent: boolean
  /** The current version of one that was replaced. */
  readonly now: ArticleVersion | null
  /** The version before it. */
  readonly before: ArticleVersion | null
  /** How many paragraphs differ in words from the current version, or of that from the one before; datelines count for nothing. */
  readonly paragraphs: number
  /** The article that this one is a copy of, where the desk sees it. */
  readonly original: Article | null
}

export async function standingOf(archive: Archive, article: Article): Promise<Standing> {
  const { id, copyOf } = article
  const later = (await archive.laterThan([id])).get(id) ?? null
  const currentId = later?.id ?? id
  const earlier = (await archive.earlier([currentId])).get(currentId) ?? []
  const at = earlier.findIndex((one) => one.id === id)
  const [own, before = null] = [earlier[at], earlier[at + 1]]
  const other = later ?? before
  return {
    version: earlier.length - at,
    versions: earlier.length + 1,
    until: own?.until ? new Date(own.until).toISOString() : null,
    isCurrent: own === undefined,
    now: later,
    before,
    paragraphs: other ? differing(article.text, other.text) : 0,
    original: copyOf ? await archive.article(copyOf) : null,
  }
}

/** How many paragraphs two texts do not share; one in the place of another counts once. */
export function differing(a: string, b: string): number {
  const [inA, inB] = [paragraphsOf(a), paragraphsOf(b)]
  return Math.max(without(inA, inB), without(inB, inA))
}

function without(own: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>()
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1)
  return own.filter((one) => {
    const times = left.get(one) ?? 0
    left.set(one, times - 1)
    return times <= 0
  }).length
}

/** The words of each paragraph, without case and typography. */
function paragraphsOf(text: string): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const said = words(fold(paragraph.slice(datelineEnd(paragraph)))).map((word) => word.text)
    return said.length > 0 ? [said.join(' ')] : []
  })
}
