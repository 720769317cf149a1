import type { Kysely } from 'kysely'
import { commonness } from '../language/commonness.js'
import { areCopies } from '../stories/copies.js'
import { type Shingles, shinglesOf } from '../stories/shingles.js'
import { type Terms, type TermWeights, termsOf, weightsOf } from '../stories/terms.js'
import { likenessTo, type Neighbour, profileOf, STORY_DAYS, storyFor, tellingWords } from '../stories/tie.js'
import { idsAround, secondOf } from './order.js'
import type { Schema } from './schema.js'
import { articlesSharing, termCounts } from './search.sqlite.js'

/**
 * Finds the story of an article that is about to be stored: that of its neighbours, or one of its own, named after it. `copies` are the numbers
 * of the neighbours of other outlets that print the same report.
 */
export type FindStory = (db: Kysely<Schema>, told: Told) => Promise<{ story: string; copies: readonly number[] }>

/** What articles hold, by their public ids. */
interface Remembered<Found> {
  readonly known: Map<string, Found>
  readonly most: number
  readonly find: (title: string | null, text: string) => Found
}

/** What has been learned of words and articles, kept from one article to the next. */
interface Memory {
  readonly counts: Map<string, number>
  readonly terms: Remembered<TermWeights>
  readonly shingles: Remembered<Shingles>
  /** Articles in the store when `counts` was begun. */
  total: number
  /** Articles that stories were found for since then. */
  told: number
}

interface Told {
  readonly id: number
  readonly publicId: string
  readonly outletId: number
  readonly title: string | null
  readonly text: string
}

/** An article of the store, without what it prints. */
interface Row {
  readonly id: number
  readonly public_id: string
  readonly outlet_id: number
}

const NEIGHBOURS = 12
const TELLING = 16
/** Of an article's terms that are not common; the others weigh little. */
const COUNTED = 50
/** Articles: their terms are asked for with each one that is stored. */
const REMEMBERED_TERMS = 12_000
/** They are asked for seldom, and take more memory. */
const REMEMBERED_SHINGLES = 2000
/** Nothing that prints the same is less alike in its terms. */
const ALIKE = 0.3

/** The way to stories, with a memory of its own. */
export function storyFinder(): FindStory {
  const memory: Memory = {
    counts: new Map(),
    terms: {
      known: new Map(),
      most: REMEMBERED_TERMS,
      find: (title, text) => weightsOf(termsOf(title, text)),
    },
    shingles: { known: new Map(), most: REMEMBERED_SHINGLES, find: shinglesOf },
    total: 0,
    told: 0,
  }
  return (db, told) => storyOf(db, memory, told)
}

async function storyOf(db: Kysely<Schema>, memory: Memory, told: Told): ReturnType<FindStory> {
  await refresh(db, memory)
  const terms = termsOf(told.title, told.text)
  remember(memory.terms, told.publicId, weightsOf(terms))
  const counts = await countsOf(db, memory, terms)
  const profile = profileOf(terms, counts, memory.total)
  const around = idsAround(told.id, STORY_DAYS)
  const near = await articlesSharing(db, tellingWords(terms, profile, TELLING), around, NEIGHBOURS)
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'public_id', 'story_id', 'outlet_id'])
    .where('id', 'in', near)
    .execute()
  const neighbours: (Neighbour & { readonly row: Row })[] = []
  for (const row of rows) {
    const alike = likenessTo(profile, await foundIn(db, memory.terms, row), counts, memory.total)
    const days = Math.abs(secondOf(row.id) - secondOf(told.id)) / 86_400
    neighbours.push({ row, story: row.story_id, alike, days })
  }
  const similar = neighbours.filter(({ row, alike }) => row.outlet_id !== told.outletId && alike >= ALIKE)
  const copies = await copiesAmong(db, memory, told, similar)
  return { story: storyFor(neighbours) ?? told.publicId, copies }
}

async function copiesAmong(
  db: Kysely<Schema>,
  memory: Memory,
  told: Told,
  similar: readonly { readonly row: Row }[],
): Promise<number[]> {
  if (similar.length === 0) return []
  const own = shinglesOf(told.title, told.text)
  remember(memory.shingles, told.publicId, own)
  const copies: number[] = []
  for (const { row } of similar) if (areCopies(own, await foundIn(db, memory.shingles, row))) copies.push(row.id)
  return copies
}

/** What an article's title and text hold. They are read only where that is not remembered: all of a text takes long to read. */
async function foundIn<Found>(db: Kysely<Schema>, remembered: Remembered<Found>, row: Row): Promise<Found> {
  const before = remembered.known.get(row.public_id)
  if (before !== undefined) return before
  const printed = db.selectFrom('articles').select(['title', 'text']).where('id', '=', row.id)
  const { title, text } = await printed.executeTakeFirstOrThrow()
  const found = remembered.find(title, text)
  remember(remembered, row.public_id, found)
  return found
}

/** The one that was remembered first is forgotten first. */
function remember<Found>({ known, most }: Remembered<Found>, publicId: string, found: Found): void {
  const [oldest] = known.keys()
  if (known.size >= most && oldest !== undefined) known.delete(oldest)
  known.set(publicId, found)
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
