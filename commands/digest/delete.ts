import { defineCommand } from '../../src/command.js'
import { digestPhrases as say } from '../../src/digestCommandPhrases.js'
import { type Message, sentence } from '../../src/message.js'
import { managedDigest } from '../../src/orders/allowed.js'
import { lineFor, orderBlock } from '../../src/orders/described.js'
import { WHICH } from '../../src/orders/which.js'
import { group } from './group.js'

export default defineCommand({
  name: 'digest delete',
  group,
  summary: 'Take a digest away, with its settings and its history',
  options: { id: WHICH },
  examples: ['/digest delete 7'],
  needsAsker: true,
  isPrivate: true,
  async run({ id }, context): Promise<Message> {
    const { digests } = context
    const digest = await managedDigest(context, id)
    await digests.book.remove(digest.id)
    return {
      title: say.deleted(digest.id),
      blocks: [sentence(say.gone), orderBlock(digest)],
      actions: [{ label: say.labels.again, line: lineFor(digest) }],
    }
  },
})
