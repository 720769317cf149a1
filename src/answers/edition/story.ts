import type { Excerpt, Quotation } from '../../model.js'
import type { Archive } from '../../store/store.js'
import { weightsOf } from '../compare/likeness.js'
import type { AskedSpeakers } from './askedSpeakers.js'
import { type Disagreements, disagreementsOf } from './disagreements.js'
import { headlineOf } from './headline.js'
import { newnessTest } from './news.js'
import { passageOf } from './passage.js'
import { mostCarried } from './quotation.js'
import type { Read } from './reading.js'
import { sourceCount } from './sourceCount.js'
import { topicWord } from './topicWord.js'
import { centroidOf } from './words.js'

/** What is told of a story. */
export interface StoryTold {
  readonly headline: Excerpt
  readonly passage: Excerpt | null
  readonly quotations: readonly Quotation[]
  readonly disagreements: Disagreements
  /** What it can be compared on, where the request names no topic. */
  readonly topic: string
}

/**
 * What is told of the articles of a story that are `fresh`, given those that were `told` before; null where they say nothing new.
 * `speakers` narrows the quotation to those.
 */
export async function tellStory(
  archive: Archive,
  fresh: readonly Read[],
  told: readonly Read[],
  speakers: AskedSpeakers | null,
): Promise<StoryTold | null> {
  const centroid = centroidOf(fresh)
  const headline = headlineOf(fresh, centroid)
  if (!headline) return null
  const passages = fresh.flatMap((one) => one.passages)
  const isNew = told.length === 0 ? null : newnessTest(told, weightsOf(passages))
  const passage = passageOf(fresh, headline, centroid, isNew)
  if (told.length > 0 && passage === null) return null
  const all = await archive.quotationsIn([...fresh, ...told].map(({ article }) => article.id))
  const isFresh = new Set(fresh.map(({ article }) => article.id))
  const quotations = all.filter(({ article }) => isFresh.has(article.id))
  const said = new Set(all.filter(({ article }) => !isFresh.has(article.id)).map(({ statementId }) => statementId))
  const unsaid = quotations.filter(({ statementId }) => !said.has(statementId))
  return {
    headline: headline.excerpt,
    passage,
    quotations: mostCarried(unsaid, { sourcesOf: sourceCount(fresh), speakers, passage, centroid }),
    disagreements: disagreementsOf(fresh, unsaid),
    topic: await topicWord(archive, headline.excerpt.text, fresh, centroid),
  }
}
