import { defineCommand } from '../../src/command.js'
import { digestPhrases as say } from '../../src/digestCommandPhrases.js'
import { nextSlot } from '../../src/digests/schedule/slots.js'
import { UsageError } from '../../src/errors.js'
import { type Message, sentence } from '../../src/message.js'
import { managedDigest, mustPost } from '../../src/orders/allowed.js'
import { actionsFor } from '../../src/orders/described.js'
import { nextTimes } from '../../src/orders/times.js'
import { WHICH } from '../../src/orders/which.js'
import { group } from './group.js'

export default defineCommand({
  name: 'digest resume',
  group,
  summary: 'Let a digest that was paused go on',
  options: { id: WHICH },
  examples: ['/digest resume 7'],
  needsAsker: true,
  isPrivate: true,
  async run({ id }, context): Promise<Message> {
    const { clock, digests } = context
    const digest = await managedDigest(context, id)
    const now = clock().getTime()
    const told = digest.paused === null ? [sentence(say.notPaused(digest.id))] : []
    if (digest.paused !== null) {
      const next = nextSlot(digest, now)
      if (next === null) throw new UsageError(say.never)
      await mustPost(digests, digest)
      await digests.book.resume(digest.id, next)
    }
    return {
      title: say.resumedTitle(digest.id),
      blocks: [...told, ...nextTimes(digest, now)],
      actions: actionsFor({ ...digest, paused: null }),
    }
  },
})
