import { setImmediate } from 'node:timers/promises'
import type { Archive, ListedArticle } from '../../store/store.js'
import { aboutnessOf } from '../compare/stories.js'
import { type Memory, memoryOf } from './memory.js'

export interface Weighed {
  /** The same for the same topic meant in the same way. */
  readonly key: string
  readonly mentions: (text: string) => boolean
}

/** How much each of these articles is about a topic, of 10. */
export type Weigher = (archive: Archive, articles: readonly ListedArticle[], topic: Weighed) => Promise<number[]>

/** A weigher that remembers the last `most` articles and topics: the words of a version never change. */
export function weigherOf(most: number): Weigher {
  const known: Memory<number> = memoryOf(most)
  return async (archive, listed, { key, mentions }) => {
    const keyOf = ({ id }: ListedArticle) => `${id} ${key}`
    const unknown = listed.filter((one) => !known.has(keyOf(one)))
    const fetched = unknown.length > 0 ? await archive.articles(unknown.map(({ id }) => id)) : []
    const weighed = new Map(fetched.map((article) => [article.id, aboutnessOf(article, mentions)]))
    // Others wait for their turn.
    if (fetched.length > 0) await setImmediate()
    return listed.map((one) => known.get(keyOf(one)) ?? known.keep(keyOf(one), weighed.get(one.id) ?? 0))
  }
}
