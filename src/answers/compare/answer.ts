import type { Excerpt } from '../../model.js'
import type { Changed } from '../changed.js'
import type { ComparedFigures } from './figures.js'
import type { OtherStory } from './stories.js'
import type { ComparedWording } from './wordings.js'

export interface CompareAnswer {
  readonly topic: string
  readonly story: ComparedStory | null
  readonly otherStories: readonly OtherStory[]
  /** Those that mention the topic, with their passages in the order of their articles. */
  readonly outlets: readonly OutletPassages[]
  /** One claim each, told by two outlets or more. */
  readonly agreements: readonly Agreement[]
  readonly figures: readonly ComparedFigures[]
  readonly wordings: readonly ComparedWording[]
  /** Of these wordings, what outlets printed otherwise in earlier versions. */
  readonly changedSince: readonly Changed[]
  readonly onlyIn: readonly { readonly outlet: string; readonly excerpts: readonly Excerpt[] }[]
  /** Outlets that tell the story and say nothing of the topic. */
  readonly silent: readonly string[]
  /** Where there is no story, what may have been meant: the topic in another spelling. */
  readonly suggestions: readonly string[]
}

export interface ComparedStory {
  readonly id: string
  readonly title: string
  /** The title, where an article has it. */
  readonly headline: Excerpt | null
  readonly outlets: number
  /** How many of these have only the text of another. */
  readonly copies: number
}

export interface Agreement {
  /** One of each outlet. */
  readonly excerpts: readonly Excerpt[]
  /** The outlets that have it from one source, as they print the same text: each group counts once. */
  readonly sources: readonly (readonly string[])[]
}

export interface OutletPassages {
  readonly outlet: string
  readonly articleIds: readonly string[]
  readonly excerpts: readonly Excerpt[]
}
