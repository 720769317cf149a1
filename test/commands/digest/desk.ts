/** A desk with digests kept in memory, at 09:00 on Friday 27 March 2026, two days before clocks go forward in Europe. */
import { commands } from '../../../commands/index.js'
import { createBot, type RunnableBot } from '../../../src/bot.js'
import type { DigestBook } from '../../../src/digests/digest.js'
import type { Message } from '../../../src/message.js'
import type { Asker } from '../../../src/platform.js'
import { archiveOf } from '../../answers/quoteArchive.js'
import { memoryBook } from '../../digests/memoryBook.js'

export const NOW = Date.parse('2026-03-27T09:00:00Z')
export const MANAGER: Asker = { user: 'ada', isManager: true, timezone: null }

export interface Desk {
  readonly book: DigestBook
  readonly bot: RunnableBot
  /** How often the runner was told to look. */
  readonly hurries: () => number
  /** Asks in #news, as a manager unless another is named. */
  readonly ask: (line: string, asker?: Asker | null, channel?: string) => Promise<Message>
}

/** In the channel `shut` Crier may not post. */
export function deskWith(most = 99): Desk {
  const book = memoryBook(most)
  const archive = archiveOf({
    outlet: 'The Wire',
    published: '2026-03-27T08:45:00Z',
    title: 'Ferry sold',
    text: 'Ferry sold\n\nThe ferry went to a stranger. “It is cold,” said Bob Reed.',
    speakers: ['Bob Reed'],
  })
  let hurries = 0
  const bot = createBot({
    commands,
    store: { archive: () => archive, digests: book, book: { get: async () => null, put: async () => {} } },
    digests: {
      book,
      mayPost: async ({ channel }) => (channel === 'SHUT' ? 'I may not post in <#SHUT>: invite me there.' : null),
      hurry: () => {
        hurries += 1
      },
    },
    clock: () => new Date(NOW),
    log: { error: (details) => console.error(details) },
  })
  return {
    book,
    bot,
    hurries: () => hurries,
    ask: (line, asker = MANAGER, channel = 'C1') =>
      bot.answer({ desk: 'slack:T1', line, channel, ...(asker ? { asker } : {}) }),
  }
}

/** All that a message says, rows with a blank between their cells, a line each. */
export function told({ title, blocks }: Message): string {
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'text') return [block.text]
    return block.kind === 'table' ? block.rows.map((row) => row.filter(Boolean).join(' ')) : []
  })
  return [title, ...lines].join('\n')
}
