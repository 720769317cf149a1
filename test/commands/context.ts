import type { Context } from '../../src/command.js'
import type { Message } from '../../src/message.js'
import type { Archive } from '../../src/store/store.js'
import { memoryBook } from '../digests/memoryBook.js'
import { memoryFeeds } from '../feeds/memoryFeeds.js'

export function contextOf(archive: Archive): Context {
  return {
    archive,
    clock: () => new Date('2018-12-24T09:00:00Z'),
    commands: [],
    asker: { user: 'U1', isManager: true, timezone: null },
    place: { desk: 'local', channel: 'news' },
    memory: { get: async () => null, put: async () => {} },
    feeds: { book: memoryFeeds().book, find: async () => [], hurry() {} },
    digests: { book: memoryBook(), mayPost: async () => null, hurry() {} },
  }
}

/** What a message says in sentences of its own. */
export function said({ blocks }: Message): string {
  return blocks.flatMap((block) => (block.kind === 'text' ? block.text : [])).join(' ')
}

export function lines({ actions }: Message): string[] {
  return actions.map((action) => action.line)
}
