import type { Archive, Filter, StoryRow } from '../store/store.js'
import { changesIn } from './changed.js'
import type { CompareAnswer } from './compare/answer.js'
import { isTogether } from './compare/onTopic.js'
import { asChoice, mostAbout } from './compare/stories.js'
import { compareStory } from './compare/story.js'
import { type Meaning, meaningOf } from './meaning.js'
import { didYouMean } from './suggestions.js'

export interface ComparedTopic {
  /** As typed. */
  readonly text: string
  readonly groups: NonNullable<Filter['about']>
}

export interface CompareOptions {
  /** The id of a story, or of an article of it: this one, if it mentions the topic. */
  readonly story?: string | undefined
  /** Only stories that this outlet tells. */
  readonly outlet?: string | undefined
  /** ISO 8601 date. */
  readonly since?: string | undefined
}

const ARTICLES_SEARCHED = 60
const STORIES_WEIGHED = 12
const OTHER_STORIES = 5

/** How the outlets that tell the story a topic is most about differ on that topic. */
export async function compare(
  archive: Archive,
  topic: ComparedTopic,
  options: CompareOptions = {},
): Promise<CompareAnswer> {
  const { story: asked, outlet, since } = options
  const meaning = await meaningOf(archive, topic)
  const filter = { about: meaning.groups, ...(outlet ? { outlet } : {}), ...(since ? { since } : {}) }
  const articles = await archive.search(filter, ARTICLES_SEARCHED)
  const found = articles.length > 0 ? await archive.storiesOf(articles.map((article) => article.id)) : []
  const weighed = found.slice(0, STORIES_WEIGHED)
  const whole = mostAbout(weighed, meaning.mentions)
  const together = () => weighed.filter((one) => isTogether(one, meaning))
  const stories = whole.length > 0 ? whole : mostAbout(together(), meaning.mentionsPart)
  const story = (asked === undefined ? undefined : await storyAsked(archive, asked, meaning)) ?? stories[0]
  if (!story) return nothing(topic.text, await didYouMean(archive, topic.text))
  const quotations = await archive.quotationsIn(story.articles.map(({ id }) => id))
  const otherStories = stories.filter(({ id }) => id !== story.id).slice(0, OTHER_STORIES)
  const answer = compareStory(story, quotations, topic.text, meaning)
  const shown = answer.wordings.flatMap((wording) => wording.quotations)
  const changedSince = await changesIn(archive, shown)
  return { ...answer, changedSince, otherStories: otherStories.map(asChoice) }
}

/** The story with this id, or with this article; undefined where it says nothing of the topic. */
async function storyAsked(archive: Archive, id: string, { mentions }: Meaning): Promise<StoryRow | undefined> {
  const [story] = await archive.storiesOf([id])
  return story && mostAbout([story], mentions)[0]
}

function nothing(topic: string, suggestions: readonly string[]): CompareAnswer {
  return {
    topic,
    story: null,
    otherStories: [],
    outlets: [],
    agreements: [],
    figures: [],
    wordings: [],
    changedSince: [],
    onlyIn: [],
    silent: [],
    suggestions,
  }
}
