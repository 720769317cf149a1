import { defineCommand } from '../../src/command.js'
import { digestPhrases as say } from '../../src/digestCommandPhrases.js'
import { UsageError } from '../../src/errors.js'
import { type Message, sentence } from '../../src/message.js'
import { managedDigest, mustPost } from '../../src/orders/allowed.js'
import { actionsFor } from '../../src/orders/described.js'
import { WHICH } from '../../src/orders/which.js'
import { group } from './group.js'

export default defineCommand({
  name: 'digest send-now',
  group,
  summary: 'Send an edition of a digest at once, beside its times',
  options: { id: WHICH },
  examples: ['/digest send-now 7'],
  needsAsker: true,
  isPrivate: true,
  async run({ id }, context): Promise<Message> {
    const { clock, digests } = context
    const digest = await managedDigest(context, id)
    if (digest.paused !== null) throw new UsageError(say.isPaused(digest.id))
    await mustPost(digests, digest)
    await digests.book.order(digest.id, clock().getTime())
    digests.hurry()
    return {
      title: say.orderedTitle(digest.id),
      blocks: [sentence(say.ordered(digest.channel))],
      actions: actionsFor(digest).filter(({ label }) => label === say.labels.history),
    }
  },
})
