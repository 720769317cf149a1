import type { Archive, Filter, ListedArticle } from '../../store/store.js'
import type { EditionRequest } from '../edition.js'
import { groupBy } from '../group.js'
import { type Meaning, meaningOf } from '../meaning.js'
import type { Weigher } from './aboutness.js'

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
/** On average over its articles: mentions in passing are less, and so is a headline of one that no other follows. */
const LEAST_ABOUT = 2

/** The stories of which something came that was not told, each with all that fits the window. */
export async function candidatesFor(
  archive: Archive,
  weigh: Weigher,
  speakers: readonly number[] | null,
  request: EditionRequest,
): Promise<Candidate[]> {
  const filter = filterOf(request)
  const most = request.from === null ? FOR_A_STORY * request.limit : MOST_LISTED
  const topics = await Promise.all(
    request.topics.map(async (topic) => ({ topic, meaning: await meaningOf(archive, topic) })),
  )
  const asked = { ...filter, ...(speakers ? { speakers } : {}) }
  const hits = await Promise.all(
    topics.length === 0
      ? [archive.listed(asked, most)]
      : topics.map(({ meaning }) => archive.listed({ ...asked, about: meaning.groups }, most)),
  )
  const [all = []] = hits
  const isWhole = topics.length === 0 && speakers === null
  const stories = [...new Set(hits.flat().map(({ storyId }) => storyId))]
  const listed = isWhole ? all : await archive.listed({ ...filter, stories }, MOST_LISTED)
  const fresh = candidatesOf(listed, request.told)
  if (topics.length === 0) return fresh
  const each = topics.map(({ topic: { text }, meaning }, at): Asked => {
    return { text, meaning, mentioning: new Set((hits[at] ?? []).map(({ id }) => id)) }
  })
  return aboutTopics(archive, weigh, fresh, each)
}

/** The stories of these articles, without those of which all was told. */
function candidatesOf(listed: readonly ListedArticle[], told: EditionRequest['told']): Candidate[] {
  const storyTold = new Map([...told].flatMap(([story, ids]) => ids.map((id) => [id, story] as const)))
  return [...groupBy(listed, ({ storyId }) => storyId)].flatMap(([id, own]): Candidate[] => {
    if (own.every((article) => storyTold.has(article.id))) return []
    const before = own.flatMap((article) => storyTold.get(article.id) ?? [])
    const ids = new Set([id, ...before].flatMap((story) => told.get(story) ?? []))
    return [{ id, listed: own, told: [...ids], about: 0, topic: null }]
  })
}

export function filterOf({ outlets, from, until, arrivedAfter }: EditionRequest): Filter {
  return {
    until,
    ...(from === null ? {} : { after: from }),
    ...(arrivedAfter === null ? {} : { arrivedAfter }),
    ...(outlets.length === 0 ? {} : { outlets }),
  }
}

/** A topic with the articles that have something of it. */
interface Asked {
  readonly text: string
  readonly meaning: Meaning
  readonly mentioning: ReadonlySet<string>
}

/** Those that are about one of the topics, with how much. */
async function aboutTopics(
  archive: Archive,
  weigh: Weigher,
  stories: readonly Candidate[],
  topics: readonly Asked[],
): Promise<Candidate[]> {
  const found = new Map<string, Candidate>()
  for (const { text, meaning, mentioning } of topics) {
    const key = JSON.stringify([text, meaning.groups])
    for (const story of stories) {
      const own = story.listed.filter(({ id }) => mentioning.has(id))
      if (own.length === 0) continue
      const each = await weigh(archive, own, { key, mentions: meaning.mentions })
      const about = each.reduce((sum, one) => sum + one, 0) / story.listed.length
      if (about >= LEAST_ABOUT && about > (found.get(story.id)?.about ?? 0))
        found.set(story.id, { ...story, about, topic: text })
    }
  }
  return stories.flatMap(({ id }) => found.get(id) ?? [])
}
