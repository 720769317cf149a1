/** A desk that follows feeds kept in memory, at 09:00 on Friday 27 March 2026. */
import { commands } from '../../../commands/index.js'
import { createBot, type RunnableBot } from '../../../src/bot.js'
import { CrierError } from '../../../src/errors.js'
import type { NewFeed } from '../../../src/feeds/feed.js'
import type { Message } from '../../../src/message.js'
import type { Asker } from '../../../src/platform.js'
import { archiveOf } from '../../answers/quoteArchive.js'
import { memoryBook } from '../../digests/memoryBook.js'
import { type MemoryFeeds, memoryFeeds } from '../../feeds/memoryFeeds.js'

export const NOW = Date.parse('2026-03-27T09:00:00Z')
export const DESK = 'slack:T1'
export const MANAGER: Asker = { user: 'ada', isManager: true, timezone: null }

export interface Desk extends MemoryFeeds {
  readonly bot: RunnableBot
  /** How often what is due was to be looked at now. */
  readonly hurries: () => number
  /** The addresses that were looked at. */
  readonly looked: string[]
  readonly ask: (line: string, asker?: Asker | null) => Promise<Message>
}

/** At each address the feeds that are given for it, and elsewhere none. */
export function deskWith(web: Readonly<Record<string, readonly NewFeed[]>> = {}): Desk {
  const feeds = memoryFeeds()
  const archive = archiveOf({ outlet: 'The Wire', text: '“It is cold,” said Bob Reed.', speakers: ['Bob Reed'] })
  const looked: string[] = []
  let hurries = 0
  const bot = createBot({
    commands,
    store: { archive: () => archive, digests: memoryBook(), book: { get: async () => null, put: async () => {} } },
    feeds: {
      book: feeds.book,
      async find(address) {
        looked.push(address)
        const found = web[address]
        if (!found) throw new CrierError('There is no feed at that address.')
        return found
      },
      hurry: () => {
        hurries += 1
      },
    },
    clock: () => new Date(NOW),
    log: { error: (details) => console.error(details) },
  })
  return {
    ...feeds,
    bot,
    looked,
    hurries: () => hurries,
    ask: (line, asker = MANAGER) => bot.answer({ desk: DESK, line, ...(asker ? { asker } : {}) }),
  }
}

export function feedAt(url: string, outlet: string): NewFeed {
  return { url, outlet, site: null }
}
