import type { Kysely } from 'kysely'
import { commonness } from '../language/commonness.js'
import { type Terms, termsOf } from '../stories/terms.js'
import { type Neighbour, profileOf, STORY_DAYS, storyFor, tellingWords } from '../stories/tie.js'
import { idsAround, secondOf } from './order.js'
import type { Schema } from './schema.js'
import { articlesSharing, termCounts } from './search.sqlite.js'

/** Finds the story of an article that is about to be stored: that of its neighbours, or one of its own, named after it. */
export type FindStory = (db: Kysely<Schema>, told: Told) => Promise<string>

/** What has been learned of words and articles, kept from one article to the next. */
interface Memory {
  readonly counts: Map<string, number>
  /** Terms of articles, by their public ids. */
  readonly terms: Map<string, Terms>
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

const NEIGHBOURS = 12
const TELLING = 16
/** Of an article's terms that are not common; the others weigh little. */
const COUNTED = 50
const REMEMBERED = 2000

/** The way to stories, with a memory of its own. */
export function storyFinder(): FindStory {
  const memory: Memory = { counts: new Map(), terms: new Map(), total: 0, told: 0 }
  return (db, told) => storyOf(db, memory, told)
}

async function storyOf(db: Kysely<Schema>, memory: Memory, told: Told): Promise<string> {
  await refresh(db, memory)
  const terms = remembered(memory, told.publicId, told)
  const counts = await countsOf(db, memory, terms)
  const profile = profileOf(terms, counts, memory.total)
  const around = idsAround(told.id, STORY_DAYS)
  const near = await articlesSharing(db, tellingWords(terms, profile, TELLING), around, NEIGHBOURS)
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'public_id', 'story_id', 'title', 'text'])
    .where('id', 'in', near)
    .execute()
  const neighbours = rows.map((row): Neighbour => {
    const days = Math.abs(secondOf(row.id) - secondOf(told.id)) / 86_400
    return {
      story: row.story_id,
      profile: profileOf(remembered(memory, row.public_id, row), counts, memory.total),
      days,
    }
  })
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

function remembered(memory: Memory, publicId: string, { title, text }: Pick<Told, 'title' | 'text'>): Terms {
  const terms = memory.terms.get(publicId) ?? termsOf(title, text)
  if (memory.terms.size >= REMEMBERED) memory.terms.clear()
  memory.terms.set(publicId, terms)
  return terms
}

/**
 * In how many articles each of these terms is. To count those with a common word takes long, and what share has it is known. Other
 * terms of the neighbours only make out how long these are, and are not counted.
 */
async function countsOf(db: Kysely<Schema>, memory: Memory, terms: Terms): Promise<Map<string, number>> {
  const rare = [...terms]
    .filter(([term]) => commonness(term) === null)
    .toSorted(([, a], [, b]) => b.weight - a.weight)
    .slice(0, COUNTED)
    .map(([term]) => term)
  const unknown = rare.filter((term) => !memory.counts.has(term))
  const found = unknown.length > 0 ? await termCounts(db, unknown) : new Map<string, number>()
  for (const term of unknown) memory.counts.set(term, found.get(term) ?? 0)
  return new Map(rare.map((term) => [term, memory.counts.get(term) ?? 0]))
}
