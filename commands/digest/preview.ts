import { defineCommand } from '../../src/command.js'
import { digestPhrases as say } from '../../src/digestCommandPhrases.js'
import { editionMaker } from '../../src/digests/build.js'
import { type Message, sentence } from '../../src/message.js'
import { digestOf } from '../../src/orders/allowed.js'
import { actionsFor } from '../../src/orders/described.js'
import { sayTime } from '../../src/orders/times.js'
import { WHICH } from '../../src/orders/which.js'
import { group } from './group.js'

/** What it remembers of stories holds for every question. */
const makeEdition = editionMaker()

export default defineCommand({
  name: 'digest preview',
  group,
  summary: 'The next edition of a digest as it would be now, for you alone',
  options: { id: WHICH },
  examples: ['/digest preview 7'],
  isPrivate: true,
  async run({ id }, { archive, clock, digests, place }): Promise<Message> {
    const digest = await digestOf(digests.book, place.desk, id)
    const now = clock().getTime()
    const told = await digests.book.told(digest.id)
    const { summary, details } = await makeEdition(digest, now, now, { archive, told })
    const { channel, next, timezone } = digest
    const note = say.previewNote(channel, next === null ? null : sayTime(next, timezone))
    return {
      title: say.previewTitle(digest.id),
      blocks: [
        sentence(note),
        ...[summary, ...details].flatMap(({ title, blocks }) => [{ kind: 'heading' as const, text: title }, ...blocks]),
      ],
      actions: [...summary.actions, ...actionsFor(digest).filter(({ label }) => label !== say.labels.preview)],
      data: { summary, details },
    }
  },
})
