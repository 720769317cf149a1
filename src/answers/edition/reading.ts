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

/** Reads articles by their ids, in the order given; without those that the archive does not have. */
export type Reader = (archive: Archive, ids: readonly string[]) => Promise<Read[]>

/** A reader that remembers what it read: a version never changes, but for when and where it was published. */
export function readerOf(most: number): Reader {
  const known: Memory<Read> = memoryOf(most)
  return async (archive, ids) => {
    const articles = await archive.articles(ids)
    return Promise.all(articles.map((article) => known.of(keyOf(article), async () => readingOf(article))))
  }
}

/** What tells a version as it is stored from others. */
export function keyOf({ id, published, outlet, title, url }: Article): string {
  return [id, published, outlet, title, url].join('\n')
}

function readingOf(article: Article): Read {
  const parts = partsOf(article)
  return { ...parts, sentences: ownSentences(parts.passages), likened: likenedOf(article) }
}
