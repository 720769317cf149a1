import { type Context, defineCommand } from '../../src/command.js'
import { CrierError } from '../../src/errors.js'
import { followPhrases as say } from '../../src/feedCommandPhrases.js'
import type { Feed, NewFeed } from '../../src/feeds/feed.js'
import type { Message } from '../../src/message.js'
import { managerOf } from '../../src/orders/allowed.js'
import {
  ALL_FEEDS,
  addressShown,
  feedBlock,
  lineToFollow,
  outletShown,
  removing,
  stateOf,
} from '../../src/orders/feeds.js'
import { feedAt } from '../../src/orders/whichFeed.js'
import { group } from './group.js'

/** Each is fetched for as long as it is followed, and a list of more is none. */
const MOST_FEEDS = 200
/** Of one address; no site has more that anybody would choose from. */
const MOST_CHOICES = 10

export default defineCommand({
  name: 'follow add',
  group,
  summary: 'Follow a feed, or the feed of a site: its articles come in from now on',
  options: {
    address: {
      kind: 'address',
      summary: 'of a feed, or of a site that has one',
      required: true,
      positional: true,
    },
  },
  examples: ['/follow add https://example.com/feed'],
  needsAsker: true,
  isPrivate: true,
  async run({ address }, context): Promise<Message> {
    const { feeds, place } = context
    const by = managerOf(context, 'follow')
    const known = await feedAt(feeds.book, place.desk, address)
    if (known) return already(known, context)
    const before = await feeds.book.list(place.desk)
    if (before.length >= MOST_FEEDS) throw new CrierError(say.tooMany(MOST_FEEDS), { option: 'address' })
    const [first, ...others] = await feeds.find(address)
    if (first === undefined) throw new CrierError(say.noFeed, { option: 'address' })
    if (others.length > 0) return choice([first, ...others], before)
    const { feed, isNew } = await feeds.book.follow(place.desk, first, by, context.clock().getTime())
    if (!isNew) return already(feed, context)
    feeds.hurry()
    const sentences = [
      feed.articles > 0 ? say.isHere(feed.articles) : say.comesIn,
      ...(before.length === 0 ? [say.first] : []),
      say.nextSteps(feed.id),
    ]
    return {
      title: say.added(feed.id),
      blocks: [feedBlock(feed), ...sentences.map((text) => ({ kind: 'text' as const, text }))],
      actions: [ALL_FEEDS, removing(feed)],
      data: { feed },
    }
  },
})

function already(feed: Feed, { clock }: Pick<Context, 'clock'>): Message {
  const rows = [
    [say.rows.outlet, outletShown(feed)],
    [say.rows.address, addressShown(feed)],
    [say.rows.state, stateOf(feed, clock().getTime())],
  ]
  return {
    title: say.addedAlready(feed.id),
    blocks: [{ kind: 'table', columns: ['', ''], rows }],
    actions: [ALL_FEEDS, removing(feed)],
    data: { feed },
  }
}

/** None is taken unasked: a site may offer its comments first. */
function choice(found: readonly NewFeed[], followed: readonly Feed[]): Message {
  const shown = found.slice(0, MOST_CHOICES).map((feed) => ({
    feed,
    isFollowed: followed.some(({ url }) => url === feed.url),
  }))
  const rows = shown.map(({ feed, isFollowed }, at) => [
    String(at + 1),
    outletShown(feed),
    addressShown(feed),
    isFollowed ? say.alreadyFollowed : '',
  ])
  return {
    title: say.severalTitle(found.length),
    blocks: [
      { kind: 'text', text: say.several },
      { kind: 'table', columns: say.severalColumns, rows },
    ],
    actions: shown.flatMap(({ feed, isFollowed }, at) =>
      isFollowed ? [] : [{ label: say.labels.add(at + 1), line: lineToFollow(feed) }],
    ),
    data: { found },
  }
}
