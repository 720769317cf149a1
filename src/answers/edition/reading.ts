import { setImmediate } from 'node:timers/promises'
import type { Article } from '../../model.js'
import type { Archive } from '../../store/store.js'
import { ownSentences } from '../compare/sources.js'
import { type Parts, partsOf } from './articleParts.js'
import { type Memory, memoryOf } from './memory.js'
import { type Likened, likenedOf } from './sameEvent.js'

/** An article with all that an edition takes from it. */
export interface Read extends Parts {
  readonly sentences: ReadonlySet<string>
  readonly likened: Likened
}

/** An article by its id, and where it was published and when, as far as that matters. */
export interface Named {
  readonly id: string
  readonly outlet?: string
  readonly url?: string | null
  readonly published?: string | null
}

/** UTF-16 units: longer ones would fill the memory. */
const LONGEST_KEPT = 50_000

/** Reads articles, in the order given; without those that the archive does not have. */
export type Reader = (archive: Archive, named: readonly Named[]) => Promise<Read[]>

/** A reader that remembers the last `most` articles: a version never changes, but for where and when it was published. */
export function readerOf(most: number): Reader {
  const known: Memory<Read> = memoryOf(most)
  return async (archive, named) => {
    const unknown = named.filter((one) => !known.has(keyOf(one)))
    const fetched = unknown.length > 0 ? await archive.articles(unknown.map(({ id }) => id)) : []
    const articles = new Map(fetched.map((article) => [article.id, article]))
    const found: Read[] = []
    for (const one of named) {
      const key = keyOf(one)
      const article = articles.get(one.id)
      const before = known.get(key)
      if (before) found.push(before)
      else if (article) {
        // Each takes a millisecond or two, and others wait for their turn.
        await setImmediate()
        const reading = readingOf(article)
        found.push(article.text.length > LONGEST_KEPT ? reading : known.keep(key, reading))
      }
    }
    return found
  }
}

/** What tells a version as it is stored from others. */
export function keyOf({ id, outlet, url, published }: Named): string {
  return [id, outlet, url, published].join('\n')
}

function readingOf(article: Article): Read {
  const parts = partsOf(article)
  return { ...parts, sentences: ownSentences(parts.passages), likened: likenedOf(article) }
}
