/** What was fetched to find a feed is what there is to read first: nobody's server is asked twice for it. */
import type { Content, Web } from '../web/web.js'

/** Whoever looks for a feed follows it soon or not at all. Milliseconds. */
const KEPT = 60_000
const MOST_KEPT = 10

export interface FoundFeeds {
  /** Answers the first plain request for a feed that was found with what it was found by. */
  readonly web: Web
  readonly keep: (url: string, got: Content) => void
}

export function foundFeeds(web: Web, now: () => number): FoundFeeds {
  const kept = new Map<string, { readonly got: Content; readonly until: number }>()

  function take(url: string): Content | null {
    const found = kept.get(url)
    kept.delete(url)
    return found && found.until > now() ? found.got : null
  }

  return {
    web: {
      async get(url, asked) {
        const isPlain = asked.as === 'feed' && !asked.etag && !asked.lastModified
        return (isPlain ? take(url) : null) ?? web.get(url, asked)
      },
    },
    keep(url, got) {
      kept.delete(url)
      kept.set(url, { got: { ...got, movedTo: null }, until: now() + KEPT })
      for (const [oldest] of [...kept].slice(0, -MOST_KEPT)) kept.delete(oldest)
    },
  }
}
