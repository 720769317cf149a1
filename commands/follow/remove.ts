import { defineCommand } from '../../src/command.js'
import { followPhrases as say } from '../../src/feedCommandPhrases.js'
import type { Feed } from '../../src/feeds/feed.js'
import type { Message } from '../../src/message.js'
import { managerOf } from '../../src/orders/allowed.js'
import { ALL_FEEDS, feedBlock, feedsBlock, lineToFollow, outletShown } from '../../src/orders/feeds.js'
import { feedsNamed } from '../../src/orders/whichFeed.js'
import { typed } from '../../src/typed.js'
import { group } from './group.js'

const MOST_CHOICES = 10
/** What a button shows of a name. */
const LONGEST_LABEL = 40

export default defineCommand({
  name: 'follow remove',
  group,
  summary: 'Follow a feed no longer: what was read of it stays in the store, and is not shown here any more',
  options: {
    feed: {
      kind: 'feed',
      summary: 'its id as /follow list shows it, its address, or words of the outlet’s name',
      required: true,
      positional: true,
    },
  },
  examples: ['/follow remove 3'],
  needsAsker: true,
  isPrivate: true,
  async run({ feed: words }, context): Promise<Message> {
    const { feeds, place, clock } = context
    managerOf(context, 'follow')
    const [feed, ...others] = await feedsNamed(feeds.book, place.desk, words)
    if (feed === undefined) throw new TypeError('No feed, and no error.')
    if (others.length > 0) return choice(words, [feed, ...others], clock().getTime())
    await feeds.book.unfollow(place.desk, feed.id)
    const isLast = (await feeds.book.list(place.desk)).length === 0
    return {
      title: say.removed(feed.id),
      blocks: [
        feedBlock(feed),
        { kind: 'text', text: say.stays },
        ...(isLast ? [{ kind: 'text' as const, text: say.last }] : []),
      ],
      actions: [{ label: say.labels.again, line: lineToFollow(feed) }, ALL_FEEDS],
      data: { feed },
    }
  },
})

function choice(words: string, found: readonly Feed[], now: number): Message {
  const shown = found.slice(0, MOST_CHOICES)
  return {
    title: say.whichTitle(words),
    blocks: [{ kind: 'text', text: say.which(found.length, shown.length) }, feedsBlock(shown, now)],
    actions: shown.map((feed) => ({
      label: say.labels.removeOne(feed.id, outletShown(feed, LONGEST_LABEL)),
      line: typed('follow remove', feed.id),
    })),
  }
}
