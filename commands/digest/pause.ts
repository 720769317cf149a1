import { defineCommand } from '../../src/command.js'
import { digestPhrases as say } from '../../src/digestCommandPhrases.js'
import { type Message, sentence } from '../../src/message.js'
import { managedDigest } from '../../src/orders/allowed.js'
import { actionsFor } from '../../src/orders/described.js'
import { sayTime } from '../../src/orders/times.js'
import { WHICH } from '../../src/orders/which.js'
import { group } from './group.js'

export default defineCommand({
  name: 'digest pause',
  group,
  summary: 'Let a digest rest, with its settings kept',
  options: { id: WHICH },
  examples: ['/digest pause 7'],
  needsAsker: true,
  isPrivate: true,
  async run({ id }, context): Promise<Message> {
    const { clock, digests } = context
    const digest = await managedDigest(context, id)
    const { paused, timezone } = digest
    const pause = { at: clock().getTime(), why: null }
    if (paused === null) await digests.book.pause(digest.id, pause)
    const told = paused === null ? [] : [say.pausedAlready(digest.id, sayTime(paused.at, timezone), paused.why)]
    return {
      title: say.pausedTitle(digest.id),
      blocks: [...told, say.pausedNow(digest.id)].map(sentence),
      actions: actionsFor({ ...digest, paused: paused ?? pause }),
    }
  },
})
