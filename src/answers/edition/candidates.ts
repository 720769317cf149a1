import type { Archive, Filter, ListedArticle } from '../../store/store.js'
import { aboutnessOf } from '../compare/stories.js'
import type { EditionRequest } from '../edition.js'
import { groupBy } from '../group.js'
import { meaningOf } from '../meaning.js'
import { plainName } from '../speakers.js'
import type { Reader } from './reading.js'

/** A story that may be told, by what came of it. */
export interface Candidate {
  readonly id: string
  /** Newest first. */
  readonly listed: readonly ListedArticle[]
  /** The ids of its articles that were told before. */
  readonly told: readonly string[]
  /** Of 10, how much it is about the topic that it is most about; 0 where there are none. */
  readonly about: number
  /** That topic, as typed. */
  readonly topic: string | null
}

/** So many of the newest articles are looked through; where no time was given, so many for each story that is wanted. */
const MOST_LISTED = 1000
const FOR_A_STORY = 40
const MOST_QUOTATIONS = 300
/** On average over its articles: mentions in passing are less, and so is a headline of one that no other follows. */
const LEAST_ABOUT = 2

/** The stories of which something came that was not told, each with all that fits the request. */
export async function candidatesFor(archive: Archive, read: Reader, request: EditionRequest): Promise<Candidate[]> {
  const filter = filterOf(request)
  const listed = await archive.listed(filter, request.from === null ? FOR_A_STORY * request.limit : MOST_LISTED)
  const told = toldIn(request.told)
  const all = [...groupBy(listed, ({ storyId }) => storyId)].map(([id, own]): Candidate => {
    const before = own.flatMap((article) => told.storyOf(article.id) ?? [])
    const ids = new Set([id, ...before].flatMap((story) => request.told.get(story) ?? []))
    return { id, listed: own, told: [...ids], about: 0, topic: null }
  })
  const fresh = all.filter((story) => story.listed.some(({ id }) => !told.has(id)))
  const quoted = await withSpeakers(archive, fresh, request, filter)
  return request.topics.length === 0 ? quoted : aboutTopics(archive, read, quoted, request, filter)
}

export function filterOf({ outlets, from, until, arrivedAfter }: EditionRequest): Filter {
  return {
    until,
    ...(from === null ? {} : { after: from }),
    ...(arrivedAfter === null ? {} : { arrivedAfter }),
    ...(outlets.length === 0 ? {} : { outlets }),
  }
}

function toldIn(told: EditionRequest['told']) {
  const stories = new Map([...told].flatMap(([story, ids]) => ids.map((id) => [id, story] as const)))
  return { has: (id: string) => stories.has(id), storyOf: (id: string) => stories.get(id) }
}

/** Everybody whom a name as typed could mean. */
export async function speakersNamed(archive: Archive, names: readonly string[]): Promise<Set<number>> {
  const rows = await Promise.all(names.map((name) => archive.speakersNamed(plainName(name))))
  return new Set(rows.flat().map(({ id }) => id))
}

/** Those in which one of the speakers is quoted; all where none is asked for. */
async function withSpeakers(archive: Archive, stories: Candidate[], { speakers }: EditionRequest, filter: Filter) {
  if (speakers.length === 0) return stories
  const ids = await speakersNamed(archive, speakers)
  const found = await archive.quotationsOf([...ids], filter, MOST_QUOTATIONS)
  const quoted = new Set(found.map(({ article }) => article.id))
  return stories.filter(({ listed }) => listed.some(({ id }) => quoted.has(id)))
}

/** Those that are about one of the topics, with how much. */
async function aboutTopics(
  archive: Archive,
  read: Reader,
  stories: readonly Candidate[],
  { topics }: EditionRequest,
  filter: Filter,
): Promise<Candidate[]> {
  const found = new Map<string, Candidate>()
  for (const topic of topics) {
    const meaning = await meaningOf(archive, topic)
    const mentioning = new Set(
      (await archive.listed({ ...filter, about: meaning.groups }, MOST_LISTED)).map(({ id }) => id),
    )
    for (const story of stories) {
      const own = story.listed.filter(({ id }) => mentioning.has(id))
      if (own.length === 0) continue
      const each = (await read(archive, own)).map(({ article }) => aboutnessOf(article, meaning.mentions))
      const about = each.reduce((sum, one) => sum + one, 0) / story.listed.length
      if (about >= LEAST_ABOUT && about > (found.get(story.id)?.about ?? 0))
        found.set(story.id, { ...story, about, topic: topic.text })
    }
  }
  return stories.flatMap(({ id }) => found.get(id) ?? [])
}
