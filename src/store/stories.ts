import type { Kysely } from 'kysely'
import { type Terms, termsOf } from '../stories/terms.js'
import { type Neighbour, type Profile, profileOf, STORY_DAYS, storyFor, tellingWords } from '../stories/tie.js'
import { idsAround, secondOf } from './order.js'
import type { Schema } from './schema.js'
import { articlesSharing, termCounts } from './search.sqlite.js'

/** Finds the story of an article that is about to be stored: that of its neighbours, or one of its own, named after it. */
export type FindStory = (db: Kysely<Schema>, told: Told) => Promise<string>

/** What has been learned of words and articles, kept from one article to the next. */
interface Memory {
  readonly counts: Map<string, number>
  /** By the articles' public ids. */
  readonly profiles: Map<string, Profile>
  /** Articles in the store when `counts` was begun. */
  total: number
  /** Articles that stories were found for since then. */
  told: number
}

interface Told {
  readonly id: number
  readonly publicId: string
  readonly title: string | null
  readonly text: string
}

const NEIGHBOURS = 24
const TELLING = 16
const REMEMBERED = 2000

/** The way to stories, with a memory of its own. */
export function storyFinder(): FindStory {
  const memory: Memory = { counts: new Map(), profiles: new Map(), total: 0, told: 0 }
  return (db, told) => storyOf(db, memory, told)
}

async function storyOf(db: Kysely<Schema>, memory: Memory, told: Told): Promise<string> {
  await refresh(db, memory)
  const terms = termsOf(told.title, told.text)
  const profile = await remembered(db, memory, told.publicId, terms)
  const around = idsAround(told.id, STORY_DAYS)
  const near = await articlesSharing(db, tellingWords(terms, profile, TELLING), around, NEIGHBOURS)
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'public_id', 'story_id', 'title', 'text'])
    .where('id', 'in', near)
    .execute()
  const neighbours: Neighbour[] = []
  for (const row of rows) {
    const days = Math.abs(secondOf(row.id) - secondOf(told.id)) / 86_400
    const known = memory.profiles.get(row.public_id)
    const other = known ?? (await remembered(db, memory, row.public_id, termsOf(row.title, row.text)))
    neighbours.push({ story: row.story_id, profile: other, days })
  }
  return storyFor(profile, neighbours) ?? told.publicId
}

/** Counts of words are looked up anew once the store has grown by a twentieth. To count articles is to walk over all of them. */
async function refresh(db: Kysely<Schema>, memory: Memory): Promise<void> {
  if (memory.total > 0 && memory.told <= memory.total / 20) {
    memory.told += 1
    return
  }
  const counted = db.selectFrom('articles').select(({ fn }) => fn.countAll<number>().as('n'))
  memory.total = (await counted.where('current', '=', 1).executeTakeFirstOrThrow()).n
  memory.told = 1
  memory.counts.clear()
}

async function remembered(db: Kysely<Schema>, memory: Memory, publicId: string, terms: Terms): Promise<Profile> {
  const unknown = [...terms.keys()].filter((term) => !memory.counts.has(term))
  const counts = await termCounts(db, unknown)
  for (const term of unknown) memory.counts.set(term, counts.get(term) ?? 0)
  const profile = profileOf(terms, memory.counts, memory.total)
  if (memory.profiles.size >= REMEMBERED) memory.profiles.clear()
  memory.profiles.set(publicId, profile)
  return profile
}
