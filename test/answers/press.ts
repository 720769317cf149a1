import type { Message } from '../../src/message.js'
import { extractQuotations } from '../../src/quotations/extract.js'
import { openStore } from '../../src/store/sqlite.js'
import type { Archive } from '../../src/store/store.js'

export interface Press {
  readonly archive: Archive
  readonly archiveOf: (desk: string) => Archive
  /** From now on the desk follows a feed; gives the feed's id. */
  readonly follow: (desk: string, address: string) => Promise<string>
  /**
   * An outlet prints, or changes, its article on the ferry at this time of 21 November 2026, in a file or a feed; gives the version's
   * id.
   */
  readonly prints: (at: string, outlet: string, text: string, feedId?: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** A store whose articles are printed and changed at times. */
export async function openPress(): Promise<Press> {
  let now = 0
  const store = await openStore('sqlite::memory:', { now: () => now })
  return {
    archive: store.archive('local'),
    archiveOf: (desk) => store.archive(desk),
    async follow(desk, address) {
      return (await store.feeds.follow(desk, { url: address, outlet: 'Herald', site: null }, null, now)).feed.id
    },
    async prints(at, outlet, text, feedId) {
      now = Date.parse(`2026-11-21T${at}:00Z`)
      const url = `https://${outlet.toLowerCase().replaceAll(' ', '-')}.example/ferry`
      const about = { title: text.split('\n')[0] ?? null, author: null, published: '2026-11-21T08:00:00Z' }
      const draft = { key: url, outlet, url, text, ...about }
      const quotations = extractQuotations(text)
      if (feedId === undefined) return (await store.save(draft, quotations, 'files')).id
      const entry = { key: url, link: null, updated: null, html: text, ...about }
      await store.feeds.keepEntries(feedId, [entry], false, {}, now)
      const [waiting] = await store.feeds.waiting(feedId, now, 1)
      if (waiting === undefined) throw new Error('There is nothing to read.')
      const read = { draft, quotations, addresses: [], etag: null, lastModified: null }
      return (await store.feeds.keepArticle(waiting, read, null, now)).id
    },
    close: () => store.close(),
  }
}

/** An article on the ferry with these paragraphs. */
export function ferry(...paragraphs: readonly string[]): string {
  return ['Ferry in doubt', ...paragraphs].join('\n\n')
}

/** What a message shows in words, a line for each sentence of its own, quotation and comparison. */
export function drawn({ title, blocks }: Message): string[] {
  const lines = blocks.flatMap((block): string[] => {
    if (block.kind === 'text' || block.kind === 'heading') return [block.text]
    if (block.kind === 'statement')
      return [`${block.quotation.text} ${[block.quotation, ...block.carriedBy].map(({ outlet }) => outlet).join(', ')}`]
    if (block.kind === 'excerpts') return [block.label ?? '', ...block.excerpts.map(({ text }) => text)]
    if (block.kind !== 'wording') return []
    const marks = { keep: ['', ''], cut: ['[-', '-]'], add: ['{+', '+}'] } as const
    const changes = block.changes.map(({ op, text }) => marks[op].join(text.trim()))
    return [block.label, changes.join(' ')]
  })
  return [title, ...lines]
}
