/** Feeds as they are shown. What they are called and where they are is said by others, so it is bounded, and stands in messages as words alone. */
import { followPhrases as say } from '../feedCommandPhrases.js'
import type { Feed, NewFeed } from '../feeds/feed.js'
import type { Action, Block } from '../message.js'
import { typed } from '../typed.js'

const LONGEST_OUTLET = 80
const LONGEST_ADDRESS = 120
const LONGEST_WHY = 200

export function outletShown({ outlet }: Pick<NewFeed, 'outlet'>, longest = LONGEST_OUTLET): string {
  return short(outlet, longest)
}

/** Without a name and password. */
export function addressShown({ url }: Pick<NewFeed, 'url'>): string {
  if (!URL.canParse(url)) return short(url, LONGEST_ADDRESS)
  const address = new URL(url)
  address.username = ''
  address.password = ''
  return short(address.href, LONGEST_ADDRESS)
}

/** In one line, at most so many characters, none of them torn. */
function short(words: string, limit: number): string {
  const line = words
    .slice(0, 4 * limit)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  const characters = Array.from(line)
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : line
}

/** How a feed does: "read 5 minutes ago", "failing for 3 hours: …". */
export function stateOf({ status, error, failingSince, lastSuccess, waiting }: Feed, now: number): string {
  const why = error === null ? null : short(error, LONGEST_WHY)
  if (status === 'gone') return say.gone(why)
  if (status === 'failing') return say.failing(failingSince === null ? null : now - failingSince, why)
  const told = lastSuccess === null ? say.notYet : say.ok(now - lastSuccess)
  return waiting > 0 ? `${told}, ${say.toCome(waiting)}` : told
}

/** A row a feed. */
export function feedsBlock(feeds: readonly Feed[], now: number): Block {
  const rows = feeds.map((feed) => [
    feed.id,
    outletShown(feed),
    addressShown(feed),
    stateOf(feed, now),
    feed.articles.toLocaleString('en'),
    feed.next === null || feed.status === 'gone' ? say.never : say.next(feed.next - now),
  ])
  return { kind: 'table', columns: say.columns, rows }
}

const TROUBLE = { failing: 0, gone: 1, ok: 2 }

/** Those in trouble first; else as they come. */
export function troubledFirst(feeds: readonly Feed[]): Feed[] {
  return feeds.toSorted((a, b) => TROUBLE[a.status] - TROUBLE[b.status])
}

/** "31 feeds: 2 failing, 1 ended." */
export function countedFeeds(feeds: readonly Feed[]): string {
  const of = (status: Feed['status']) => feeds.filter((feed) => feed.status === status).length
  return say.counted(feeds.length, of('failing'), of('gone'))
}

/** What one feed is, in rows. */
export function feedBlock(feed: NewFeed): Block {
  const rows = [
    [say.rows.outlet, outletShown(feed)],
    [say.rows.address, addressShown(feed)],
  ]
  return { kind: 'table', columns: ['', ''], rows }
}

export const ALL_FEEDS: Action = { label: say.labels.list, line: '/follow list' }

/** The line that follows a feed; its address as browsers write it, so that nothing in it is taken for more of the line. */
export function lineToFollow({ url }: Pick<NewFeed, 'url'>): string {
  return typed('follow add', URL.canParse(url) ? new URL(url).href : url)
}

export function removing({ id }: Pick<Feed, 'id'>): Action {
  return { label: say.labels.remove, line: typed('follow remove', id) }
}
