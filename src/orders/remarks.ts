import { digestPhrases as say } from '../digestCommandPhrases.js'
import type { Order } from '../digests/digest.js'
import { parseTopic } from '../language/topic.js'
import type { Archive } from '../store/store.js'

/** What nothing in the archive fits so far, a sentence each: it may come, or be mistyped. */
export async function remarksOn(order: Partial<Order>, archive: Archive): Promise<string[]> {
  const { topics = [], speakers = [], outlets = [] } = order
  const found = await Promise.all([
    ...topics.map(async (topic) =>
      (await archive.count({ about: parseTopic(topic) })) > 0 ? null : say.noTopic(topic),
    ),
    ...speakers.map(async (name) => ((await archive.speakersNamed(name)).length > 0 ? null : say.noSpeaker(name))),
    ...outlets.map(async (outlet) => ((await archive.count({ outlet })) > 0 ? null : say.noOutlet(outlet))),
  ])
  return found.filter((remark) => remark !== null)
}
