import { defineCommand } from '../../src/command.js'
import { followPhrases as say } from '../../src/feedCommandPhrases.js'
import type { Action, Block, Message } from '../../src/message.js'
import { countedFeeds, feedsBlock, removing, troubledFirst } from '../../src/orders/feeds.js'
import { typed } from '../../src/typed.js'
import { group } from './group.js'

const ON_PAGE = 20

export default defineCommand({
  name: 'follow list',
  group,
  summary: 'The feeds that are followed here: how each is doing, what came of it, and when it is read next',
  options: { page: { kind: 'number', summary: 'which page of many' } },
  examples: ['/follow list'],
  isPrivate: true,
  async run({ page: asked = 1 }, { feeds, place, clock }): Promise<Message> {
    const all = troubledFirst(await feeds.book.list(place.desk))
    const pages = Math.max(1, Math.ceil(all.length / ON_PAGE))
    const page = Math.min(Math.max(1, Math.floor(asked)), pages)
    const start = (page - 1) * ON_PAGE
    const shown = all.slice(start, start + ON_PAGE)
    const [only] = shown
    const sentences =
      only === undefined
        ? [say.none, say.howToAdd]
        : [countedFeeds(all), ...(pages > 1 ? [say.page(start + 1, start + shown.length, all.length)] : [])]
    const blocks: Block[] = [
      ...sentences.map((text) => ({ kind: 'text' as const, text })),
      ...(only === undefined ? [] : [feedsBlock(shown, clock().getTime())]),
    ]
    const actions: Action[] = [
      ...(page < pages ? [{ label: say.labels.more, line: typed('follow list', '', { page: page + 1 }) }] : []),
      ...(only !== undefined && all.length === 1 ? [removing(only)] : []),
      { label: say.labels.help, line: '/help follow' },
    ]
    return { title: say.listTitle, blocks, actions, data: { feeds: all } }
  },
})
