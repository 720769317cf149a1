import { createEditions, type Editions } from '../answers/edition.js'
import { runnerPhrases as say } from '../digestPhrases.js'
import { editionMessages } from '../edition/messages.js'
import { parseTopic } from '../language/topic.js'
import type { Archive } from '../store/store.js'
import type { Digest, Edition, ToldStory } from './digest.js'
import { localDay, localMinute } from './localWords.js'
import { newsWindow } from './window.js'

/** What an edition is made from. */
export interface Shelf {
  /** Of the digest's desk. */
  readonly archive: Archive
  /** What the digest told before: see `DigestBook.told`. */
  readonly told: ReadonlyMap<string, readonly string[]>
}

export type MakeEdition = (digest: Digest, due: number, now: number, shelf: Shelf) => Promise<Edition>

/** Makes the edition of a digest: what is new since the last one, up to `now` (milliseconds since 1970). */
export function editionMaker({ edition }: Editions = createEditions()): MakeEdition {
  return async (digest, due, now, { archive, told }) => {
    const { topics, speakers, outlets, length, timezone } = digest
    const { since, publishedAfter, arrivedAfter } = newsWindow(digest, due)
    const answer = await edition(archive, {
      topics: topics.map((text) => ({ text, groups: parseTopic(text) })),
      speakers,
      outlets,
      limit: length,
      from: publishedAfter,
      until: now,
      arrivedAfter,
      told,
    })
    const stories = answer.stories.map(({ id, articleIds }): ToldStory => ({ storyId: id, articleIds }))
    const articles = answer.stories.reduce((sum, story) => sum + story.articles, 0)
    const title = say.title(topics, localDay(timezone, now))
    const { summary, details } = editionMessages(answer, { title, since: localMinute(timezone, since) })
    return { summary, details, told: stories, articles, until: now }
  }
}
