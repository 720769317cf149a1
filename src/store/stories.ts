import type { Kysely } from 'kysely'
import { type Terms, termsOf } from '../stories/terms.js'
import { type Neighbour, type Profile, profileOf, STORY_DAYS, storyFor, tellingWords } from '../stories/tie.js'
import { idsAround, secondOf } from './order.js'
import type { Schema } from './schema.js'
import { articlesSharing, termCounts } from './search.sqlite.js'

/** What has been learned of words and articles, kept from one article to the next. */
export interface StoryMemory {
  readonly counts: Map<string, number>
  /** By the articles' public ids. */
  readonly profiles: Map<string, Profile>
  /** Articles in the store when `counts` was begun. */
  total: number
}

export function newMemory(): StoryMemory {
  return { counts: new Map(), profiles: new Map(), total: 0 }
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

/** The story of an article that is about to be stored: that of its neighbours, or one of its own, named after it. */
export async function storyOf(db: Kysely<Schema>, memory: StoryMemory, told: Told): Promise<string> {
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

/** Counts of words are looked up anew once the store has grown by a twentieth. */
async function refresh(db: Kysely<Schema>, memory: StoryMemory): Promise<void> {
  const counted = db.selectFrom('articles').select(({ fn }) => fn.countAll<number>().as('n'))
  const total = (await counted.where('current', '=', 1).executeTakeFirstOrThrow()).n
  if (Math.abs(total - memory.total) <= memory.total / 20) return
  memory.total = total
  memory.counts.clear()
}

async function remembered(db: Kysely<Schema>, memory: StoryMemory, publicId: string, terms: Terms): Promise<Profile> {
  const unknown = [...terms.keys()].filter((term) => !memory.counts.has(term))
  const counts = await termCounts(db, unknown)
  for (const term of unknown) memory.counts.set(term, counts.get(term) ?? 0)
  const profile = profileOf(terms, memory.counts, memory.total)
  if (memory.profiles.size >= REMEMBERED) memory.profiles.clear()
  memory.profiles.set(publicId, profile)
  return profile
}
