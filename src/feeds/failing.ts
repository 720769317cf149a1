/** Who follows a feed that has failed for a week is told once. */
import { UndeliverableError } from '../errors.js'
import type { Message } from '../message.js'
import type { Postman } from '../platform.js'
import { pollPhrases as say } from '../pollPhrases.js'
import type { FailingFeed, FeedBook } from './feed.js'

const DAY = 24 * 3_600_000
const LONG = 7 * DAY
const LONGEST_SHOWN = 200

interface Parts {
  readonly book: Pick<FeedBook, 'failing' | 'told'>
  /** Whether a desk can be told here. */
  readonly isServed: (desk: string) => boolean
  readonly tell: Postman['tell']
  readonly now: () => number
  readonly log: { error(details: object, text: string): void }
}

/** Who cannot be told now is told another time, and who never can be, never. */
export async function tellOfFailing({ book, isServed, tell, now, log }: Parts): Promise<void> {
  for (const failing of (await book.failing(now() - LONG)).filter(({ desk }) => isServed(desk))) {
    const { feed, desk, followedBy } = failing
    try {
      await tell(desk, followedBy, messageOn(failing, now()), `feed:${desk}:${feed.id}:failing-${feed.failingSince}`)
    } catch (error) {
      log.error({ err: error, feed: feed.id, desk }, 'Nobody could be told that a feed fails')
      if (!(error instanceof UndeliverableError)) continue
    }
    await book.told(desk, feed.id)
  }
}

function messageOn({ feed }: FailingFeed, now: number): Message {
  const { id, outlet, url, error, failingSince } = feed
  const days = Math.floor((now - (failingSince ?? now)) / DAY)
  const name = `${short(outlet)} (${short(url.replace(/\/\/[^/@]*@/u, '//'))})`
  return {
    title: say.failingTitle(id),
    // What others call themselves may look like a channel, and is none.
    blocks: [{ kind: 'text', text: say.failing(name, days, short(error ?? '')) }],
    actions: [
      { label: say.allFeeds, line: '/follow list' },
      { label: say.endIt, line: `/follow remove ${id}` },
    ],
    private: true,
  }
}

/** What others call themselves may be of any length. */
function short(words: string): string {
  return words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}…` : words
}
