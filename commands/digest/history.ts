import { defineCommand } from '../../src/command.js'
import { digestPhrases as say } from '../../src/digestCommandPhrases.js'
import type { Digest, Slot } from '../../src/digests/digest.js'
import { type Block, type Message, named, sentence } from '../../src/message.js'
import { digestOf } from '../../src/orders/allowed.js'
import { actionsFor } from '../../src/orders/described.js'
import { sayTime } from '../../src/orders/times.js'
import { WHICH } from '../../src/orders/which.js'
import { group } from './group.js'

const SHOWN = 20

export default defineCommand({
  name: 'digest history',
  group,
  summary: 'What became of each edition of a digest: sent, nothing new, late or failed, and why',
  options: { id: WHICH },
  examples: ['/digest history 7'],
  isPrivate: true,
  async run({ id }, { digests, place }): Promise<Message> {
    const digest = await digestOf(digests.book, place.desk, id)
    const slots = await digests.book.history(digest.id, SHOWN)
    const blocks = slots.length > 0 ? [historyBlock(slots, digest), sentence(say.zone(digest.timezone))] : []
    return {
      title: say.historyTitle(digest.id),
      blocks: blocks.length > 0 ? blocks : [sentence(say.noHistory)],
      actions: actionsFor(digest).filter(({ label }) => label !== say.labels.history),
      data: { slots },
    }
  },
})

function historyBlock(slots: readonly Slot[], { timezone }: Digest): Block {
  const channels = new Set<string>()
  const rows = slots.map((slot) => {
    const { text, channels: inIt } = named(becameOf(slot))
    for (const channel of inIt) channels.add(channel)
    return [sayTime(slot.due, timezone), text]
  })
  return { kind: 'table', columns: say.historyColumns, rows, channels: [...channels] }
}

/** "sent, 4 stories", "late: …" */
function becameOf({ state, why, stories, isByHand }: Slot): string {
  const told = [
    ...(isByHand ? [say.byHand] : []),
    say.states[state],
    ...(state === 'sent' && stories !== null ? [say.stories(stories)] : []),
  ].join(', ')
  return why === null ? told : `${told}: ${why}`
}
