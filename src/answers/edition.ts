import { setImmediate } from 'node:timers/promises'
import type { Excerpt, Quotation } from '../model.js'
import type { Archive } from '../store/store.js'
import type { ComparedTopic } from './compare.js'
import { outletsCopying } from './copies.js'
import { type Weigher, weigherOf } from './edition/aboutness.js'
import { speakersAsked } from './edition/askedSpeakers.js'
import { type Candidate, candidatesFor, filterOf } from './edition/candidates.js'
import { type Chosen, choose } from './edition/choose.js'
import type { Disagreements } from './edition/disagreements.js'
import { type Memory, memoryOf } from './edition/memory.js'
import { freshOf } from './edition/news.js'
import { keyOf, type Read, type Reader, readerOf } from './edition/reading.js'
import { type StoryTold, tellStory } from './edition/story.js'

export interface EditionRequest {
  /** Any of them suffices; none: all. */
  readonly topics: readonly ComparedTopic[]
  /** Only stories in which one of them is quoted; names as typed. */
  readonly speakers: readonly string[]
  /** Only their articles. */
  readonly outlets: readonly string[]
  /** How many stories. */
  readonly limit: number
  /** Milliseconds since 1970: published after `from`, and not after `until`. Undated articles: by arrival. */
  readonly from: number | null
  readonly until: number
  /** Only what came into the store, or was published, after this instant, in milliseconds since 1970; null: whenever it came. */
  readonly arrivedAfter: number | null
  /** What was told before: the ids of told articles, by story. Stories may have been renamed or joined since. */
  readonly told: ReadonlyMap<string, readonly string[]>
}

export interface EditionStory {
  readonly id: string
  /** Something of it was told before, and this is only what is new. */
  readonly isFollowUp: boolean
  readonly headline: Excerpt
  /** Who tells it, the newest article's first. */
  readonly outlets: readonly string[]
  /** How many of these have only the text of another. */
  readonly copies: number
  readonly articles: number
  /** What was told of it with this edition. */
  readonly articleIds: readonly string[]
  /** ISO 8601 of its newest article. */
  readonly published: string | null
  readonly passage: Excerpt | null
  /** What most outlets quote, the fullest wording first. */
  readonly quotations: readonly Quotation[]
  readonly disagreements: Disagreements
  /** What it can be compared on: `/compare TOPIC story:ID`. */
  readonly topic: string
}

export interface EditionAnswer {
  readonly stories: readonly EditionStory[]
  /** How many articles fit the window, whatever they are about. */
  readonly articlesSearched: number
  /** How many outlets tell these stories. */
  readonly outlets: number
  /** Stories that had no room. */
  readonly left: number
}

/** Makes editions, and remembers what it made of articles and stories: the same answer as without. */
export interface Editions {
  readonly edition: (archive: Archive, request: EditionRequest) => Promise<EditionAnswer>
}

const MOST_ARTICLES = 1500
const MOST_STORIES = 500
const MOST_WEIGHED = 20_000

export function createEditions(): Editions {
  const read = readerOf(MOST_ARTICLES)
  const stories: Memory<StoryTold | null> = memoryOf(MOST_STORIES)
  const weigh = weigherOf(MOST_WEIGHED)
  return { edition: (archive, request) => make(archive, request, { read, weigh, stories }) }
}

/** One edition: the stories that are new, those first that most tell and that are newest. */
export function edition(archive: Archive, request: EditionRequest): Promise<EditionAnswer> {
  return createEditions().edition(archive, request)
}

interface Remembered {
  readonly read: Reader
  readonly weigh: Weigher
  readonly stories: Memory<StoryTold | null>
}

async function make(
  archive: Archive,
  request: EditionRequest,
  { read, weigh, stories: known }: Remembered,
): Promise<EditionAnswer> {
  const speakers = await speakersAsked(archive, request.speakers)
  const candidates = await candidatesFor(archive, weigh, speakers?.ids ?? null, request)
  const tell = async (fresh: readonly Read[], told: readonly Read[]) => {
    const ids = [fresh, told].map((own) => own.map(({ article }) => keyOf(article)).join('\n'))
    const key = [...ids, speakers?.ids.join(' ')].join('\n\n')
    const before = known.get(key)
    if (before !== undefined) return before
    // To read a story takes milliseconds, and others wait for their turn.
    await setImmediate()
    return known.keep(key, await tellStory(archive, fresh, told, speakers))
  }
  const prepare = async (candidate: Candidate): Promise<Chosen | null> => {
    const came = await read(archive, candidate.listed)
    const told = await read(
      archive,
      candidate.told.map((id) => ({ id })),
    )
    const fresh = freshOf(came, told)
    const story = fresh.length > 0 ? await tell(fresh, told) : null
    return story && { candidate, fresh, story }
  }
  const { chosen, left } = await choose(candidates, request, prepare)
  const stories = chosen.map(storyOf)
  return {
    stories,
    articlesSearched: await archive.count(filterOf(request)),
    outlets: new Set(stories.flatMap(({ outlets }) => outlets)).size,
    left,
  }
}

function storyOf({ candidate: { id, listed, told, topic }, fresh, story }: Chosen): EditionStory {
  const articles = fresh.map(({ article }) => article)
  return {
    id,
    isFollowUp: told.length > 0,
    outlets: [...new Set(articles.map(({ outlet }) => outlet))],
    copies: outletsCopying(articles),
    articles: articles.length,
    articleIds: listed.flatMap((article) => (told.includes(article.id) ? [] : article.id)),
    published: articles[0]?.published ?? null,
    ...story,
    topic: topic ?? story.topic,
  }
}
