import { defineCommand } from '../../src/command.js'
import { digestPhrases as say } from '../../src/digestCommandPhrases.js'
import type { Digest } from '../../src/digests/digest.js'
import { nextSlot } from '../../src/digests/schedule/slots.js'
import { UsageError } from '../../src/errors.js'
import { type Message, sentence } from '../../src/message.js'
import { managedDigest, mustPost } from '../../src/orders/allowed.js'
import { actionsFor, orderBlock } from '../../src/orders/described.js'
import { ORDER_OPTIONS, orderSaid } from '../../src/orders/options.js'
import { remarksOn } from '../../src/orders/remarks.js'
import { nextTimes } from '../../src/orders/times.js'
import { WHICH } from '../../src/orders/which.js'
import { group } from './group.js'

export default defineCommand({
  name: 'digest edit',
  group,
  summary: 'Change a digest: only what is said changes; topics:all takes all again',
  options: { id: WHICH, ...ORDER_OPTIONS },
  examples: ['/digest edit 7 topics:ferry'],
  needsAsker: true,
  isPrivate: true,
  async run({ id, ...said }, context): Promise<Message> {
    const { archive, clock, digests } = context
    const before = await managedDigest(context, id)
    const change = orderSaid(said, context)
    if (Object.keys(change).length === 0)
      throw new UsageError(say.nothingToChange(before.id, Object.keys(ORDER_OPTIONS)))
    const digest: Digest = { ...before, ...change }
    const now = clock().getTime()
    const next = nextSlot(digest, now)
    if (next === null) throw new UsageError(say.never, { option: 'quiet' })
    if (change.channel !== undefined) await mustPost(digests, digest)
    const remarks = await remarksOn(change, archive)
    await digests.book.change(digest.id, digest, digest.paused === null ? next : null)
    const times = digest.paused === null ? nextTimes(digest, now) : [sentence(say.isPaused(digest.id))]
    return {
      title: say.changed(digest.id),
      blocks: [orderBlock(digest), ...times, ...remarks.map(sentence)],
      actions: actionsFor(digest),
      data: { digest: { ...digest, next: digest.paused === null ? next : null } },
    }
  },
})
