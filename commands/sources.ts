import { defineCommand } from '../src/command.js'
import { followPhrases } from '../src/feedCommandPhrases.js'
import type { Block, Message } from '../src/message.js'
import { ALL_FEEDS, countedFeeds, feedsBlock, troubledFirst } from '../src/orders/feeds.js'
import { labels, sourcePhrases as say } from '../src/phrases.js'
import type { OutletRow } from '../src/store/store.js'
import { typed } from '../src/typed.js'

/** Those in trouble come first, and `/follow list` has them all. */
const MOST_FEEDS = 10

export default defineCommand({
  name: 'sources',
  summary: 'The outlets that are read, with the number of articles and quotations of each, and how feeds are doing',
  options: {},
  examples: ['/sources'],
  async run(_, { archive, feeds: { book }, place, clock }): Promise<Message> {
    const outlets = (await archive.outlets()).toSorted(
      (a, b) => b.articles - a.articles || a.outlet.localeCompare(b.outlet),
    )
    const feeds = troubledFirst(await book.list(place.desk))
    const followed: Block[] =
      feeds.length === 0
        ? []
        : [
            { kind: 'heading', text: followPhrases.listTitle },
            { kind: 'text', text: countedFeeds(feeds) },
            feedsBlock(feeds.slice(0, MOST_FEEDS), clock().getTime()),
          ]
    const all = feeds.length > 0 ? [ALL_FEEDS] : []
    const data = { outlets, feeds }
    if (outlets.length === 0)
      return {
        title: say.sourcesTitle,
        blocks: [{ kind: 'text', text: say.noSources }, ...followed],
        actions: all,
        data,
      }
    const articles = outlets.reduce((sum, row) => sum + row.articles, 0)
    const rows = outlets.map((row) => [
      row.outlet,
      row.articles.toLocaleString('en'),
      row.quotations.toLocaleString('en'),
      row.newest?.slice(0, 10) ?? '',
    ])
    return {
      title: say.sourcesTitle,
      blocks: [
        { kind: 'text', text: say.sources(outlets.length, articles) },
        { kind: 'table', columns: say.columns, rows },
        ...foreign(outlets),
        ...followed,
      ],
      actions: [{ label: labels.brief, line: typed('brief', '') }, ...all],
      data,
    }
  },
})

/** Whose words are shown without a speaker, and why. */
function foreign(outlets: readonly OutletRow[]): Block[] {
  const rows = outlets.filter((row) => row.foreign > 0)
  const articles = rows.reduce((sum, row) => sum + row.foreign, 0)
  return articles === 0
    ? []
    : [
        {
          kind: 'text',
          text: say.foreign(
            articles,
            rows.map(({ outlet }) => outlet),
          ),
        },
      ]
}
