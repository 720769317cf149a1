/** What the doctor sees of feeds. */
import { cliPhrases } from './cliPhrases.js'
import type { Config } from './config.js'
import { messageOf } from './errors.js'
import type { Feed } from './feeds/feed.js'
import { type FeedState, feedsCliPhrases as say } from './feedsCliPhrases.js'
import { withStore } from './main.js'
import { addressShown, outletShown, stateOf } from './orders/feeds.js'
import type { Finding } from './platforms/finding.js'
import { harmlessText } from './platforms/harmless.js'

/** A feed that fails for longer needs somebody. Milliseconds. */
const TOO_LONG = 7 * 24 * 3_600_000

/** Not well where a feed has failed for a week, or none can be read. */
export async function feedsFinding(config: Config): Promise<Finding> {
  const name = 'feeds'
  try {
    const feeds = await withStore(config, false, (store) => store.feeds.list())
    if (feeds.length === 0) return { name, ok: true, told: cliPhrases.noFeeds }
    const now = config.clock().getTime()
    const of = (status: Feed['status']) => feeds.filter((feed) => feed.status === status)
    const failing = of('failing').toSorted((a, b) => (a.failingSince ?? now) - (b.failingSince ?? now))
    const unread = of('ok').filter(({ lastSuccess }) => lastSuccess === null)
    const read = of('ok').filter((feed) => !unread.includes(feed))
    const [oldest] = read.toSorted((a, b) => (a.lastSuccess ?? 0) - (b.lastSuccess ?? 0))
    const told = say.health({
      feeds: feeds.length,
      gone: of('gone').length,
      unread: unread.length,
      failing: failing.map((feed) => inWords(feed, now)),
      oldest: oldest ? inWords(oldest, now) : null,
      hasContact: config.contact !== null,
    })
    const isLong = failing.some(({ failingSince }) => now - (failingSince ?? now) >= TOO_LONG)
    return { name, ok: !isLong && failing.length < feeds.length, told: harmlessText(told) }
  } catch (error) {
    return { name, ok: false, told: messageOf(error) }
  }
}

function inWords(feed: Feed, now: number): FeedState {
  const line = { id: feed.id, outlet: outletShown(feed), address: addressShown(feed) }
  return { feed: line, state: stateOf(feed, now) }
}
