/** Followed feeds in memory, as far as commands see them. */
import type { Feed, Feeds } from '../../src/feeds/feed.js'

/** Sets what is known of a feed, beside what commands may ask. */
export interface MemoryFeeds {
  readonly book: Feeds['book']
  readonly set: (id: string, change: Partial<Feed>) => void
}

export function memoryFeeds(): MemoryFeeds {
  const feeds = new Map<string, Feed>()
  return {
    set(id, change) {
      const feed = feeds.get(id)
      if (feed) feeds.set(id, { ...feed, ...change })
    },
    book: {
      async follow(desk, feed, _by, now) {
        const known = [...feeds.values()].find(({ url }) => url === feed.url)
        const id = known?.id ?? String(feeds.size + 1)
        const fresh = {
          status: 'ok',
          error: null,
          failingSince: null,
          lastSuccess: null,
          articles: 0,
          waiting: 0,
        } as const
        const before = known ?? { ...feed, ...fresh, id, next: now, desks: [] }
        const made = { ...before, desks: [...new Set([...before.desks, desk])] }
        feeds.set(id, made)
        return { feed: made, isNew: !before.desks.includes(desk) }
      },
      async unfollow(desk, id) {
        const feed = feeds.get(id)
        if (!feed?.desks.includes(desk)) return false
        feeds.set(id, { ...feed, desks: feed.desks.filter((one) => one !== desk) })
        return true
      },
      list: async (desk) =>
        [...feeds.values()]
          .filter(({ desks }) => (desk === undefined ? desks.length > 0 : desks.includes(desk)))
          .toSorted((a, b) => (a.outlet < b.outlet ? -1 : 1)),
      find: async (desk, idOrAddress) =>
        [...feeds.values()].find(
          ({ id, url, desks }) => desks.includes(desk) && (id === idOrAddress || url === idOrAddress),
        ) ?? null,
    },
  }
}
