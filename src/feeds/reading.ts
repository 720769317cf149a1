/** Reading what was fetched: slow, and hostile, so that it happens in threads that hold nothing else. */
import type { Entry, FoundFeed, ParsedFeed } from './entry.js'
import type { FeedState, ReadArticle } from './feed.js'

/** What was fetched, and from where. */
export interface Fetched {
  readonly bytes: Uint8Array
  /** Content-Type as it was sent. */
  readonly type: string | null
  readonly url: string
}

/** An entry, with its page where that was fetched. */
export interface EntrySource {
  readonly entry: Entry
  readonly page: Fetched | null
  /** Whose articles these are: pages of the feed's own site, or of the one that it is known to speak for. */
  readonly feed: Pick<FeedState, 'url' | 'outlet' | 'site'>
}

/** Where something cannot be read, `reason` says why in one sentence. */
export type Reading<T> = { readonly read: T } | { readonly reason: string }

export interface Reader {
  feed(fetched: Fetched): Promise<Reading<ParsedFeed>>
  /** The feeds that a page points at. */
  discover(fetched: Fetched): Promise<readonly FoundFeed[]>
  /** Without a page, the text that the feed gives is taken where that is the whole article. */
  article(
    source: EntrySource,
  ): Promise<Reading<Omit<ReadArticle, 'etag' | 'lastModified'>> | { readonly wants: 'page' }>
}
