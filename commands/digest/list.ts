import { defineCommand } from '../../src/command.js'
import { digestPhrases as say } from '../../src/digestCommandPhrases.js'
import { type Message, sentence } from '../../src/message.js'
import { actionsFor, listBlock } from '../../src/orders/described.js'
import { group } from './group.js'

const HOW_TO = '/digest create "weekdays at 08:30" topics:mattis'

export default defineCommand({
  name: 'digest list',
  group,
  summary: 'The digests of this place: when, where, on what, and when next',
  options: {},
  examples: ['/digest list'],
  isPrivate: true,
  async run(_, { digests, place }): Promise<Message> {
    const all = await digests.book.list(place.desk)
    const [first] = all
    const blocks = first ? [listBlock(all)] : [say.none, say.howToCreate(HOW_TO)].map(sentence)
    const help = { label: say.labels.help, line: '/help digest' }
    const actions = [...(first && all.length === 1 ? actionsFor(first) : []), help]
    return { title: say.listTitle, blocks, actions, data: { digests: all } }
  },
})
