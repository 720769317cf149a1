import { defineCommand } from '../src/command.js'
import type { Message } from '../src/message.js'
import { labels, sourcePhrases as say } from '../src/phrases.js'
import { typed } from '../src/typed.js'

export default defineCommand({
  name: 'sources',
  summary: 'The outlets that are read, with the number of articles and quotations of each',
  options: {},
  examples: ['/sources'],
  async run(_, { archive }): Promise<Message> {
    const outlets = (await archive.outlets()).toSorted(
      (a, b) => b.articles - a.articles || a.outlet.localeCompare(b.outlet),
    )
    if (outlets.length === 0)
      return {
        title: say.sourcesTitle,
        blocks: [{ kind: 'text', text: say.noSources }],
        actions: [],
        data: { outlets },
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
      ],
      actions: [{ label: labels.brief, line: typed('brief', '') }],
      data: { outlets },
    }
  },
})
