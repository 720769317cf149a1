import { defineCommand } from '../../src/command.js'
import { digestPhrases as say } from '../../src/digestCommandPhrases.js'
import type { Order } from '../../src/digests/digest.js'
import { nextSlot } from '../../src/digests/schedule/slots.js'
import { UsageError } from '../../src/errors.js'
import { type Message, sentence } from '../../src/message.js'
import { managerOf, mustPost } from '../../src/orders/allowed.js'
import { actionsFor, orderBlock } from '../../src/orders/described.js'
import { ORDER_OPTIONS, orderSaid } from '../../src/orders/options.js'
import { remarksOn } from '../../src/orders/remarks.js'
import { nextTimes } from '../../src/orders/times.js'
import { usualZone } from '../../src/orders/zone.js'
import { group } from './group.js'

/** What holds where it is not said. */
const USUAL = {
  topics: [],
  speakers: [],
  outlets: [],
  length: 5,
  quietDays: [],
  ifLate: 'send',
  ifEmpty: 'skip',
} as const

export default defineCommand({
  name: 'digest create',
  group,
  summary: 'A new digest: what is new, posted in a channel at set times',
  options: { ...ORDER_OPTIONS, when: { ...ORDER_OPTIONS.when, required: true } },
  examples: ['/digest create "weekdays at 08:30" channel:#news topics:mattis'],
  needsAsker: true,
  hasForm: true,
  isPrivate: true,
  async run(said, context): Promise<Message> {
    const { archive, clock, digests, place } = context
    const by = managerOf(context, 'digest')
    const { schedule, ...rest } = orderSaid(said, context)
    if (schedule === undefined) throw new TypeError('An order without a schedule.')
    const zone = said.timezone === undefined ? await usualZone(context) : { timezone: said.timezone, why: null }
    const order: Order = { ...USUAL, ...place, timezone: zone.timezone, schedule, ...rest }
    if (order.channel === '') throw new UsageError(say.whichChannel, { option: 'channel' })
    const now = clock().getTime()
    const next = nextSlot(order, now)
    if (next === null) throw new UsageError(say.never, { option: 'quiet' })
    await mustPost(digests, order)
    const remarks = await remarksOn(order, archive)
    const digest = await digests.book.create(order, { by, at: now, next })
    const zoned = zone.why === null ? [] : [`${zone.why} ${say.changeZone(digest.id, zone.timezone)}`]
    return {
      title: say.created(digest.id),
      blocks: [
        orderBlock(digest),
        ...nextTimes(order, now),
        ...[...zoned, ...remarks, say.nextSteps(digest.id)].map(sentence),
      ],
      actions: actionsFor(digest),
      data: { digest },
    }
  },
})
