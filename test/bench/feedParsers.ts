/**
 * Sets parsers of feeds against what must come out of the feeds in test/golden/feeds: of how many they give the right number of entries (or refuse
 * what is none), and how many fields of entries are right. `npm run bench:feeds`; with the name of a parser: also what it gets wrong.
 */
import { feedDate } from '../../src/feeds/dates.js'
import { type GoldenFeed, goldenFeeds } from '../golden/feeds.js'
import { CANDIDATES, type Candidate, type Row } from './feedCandidates.js'

const FIELDS = ['link', 'title', 'published', 'html'] as const

interface Score {
  feeds: number
  fields: number
  readonly wrong: string[]
}

const golden = goldenFeeds()
const groups = [...new Set(golden.map(groupOf))]
const named = process.argv[2]

for (const [name, candidate] of Object.entries(CANDIDATES)) {
  const all = new Map<string, Score>()
  for (const feed of golden) await measure(feed, candidate, scoreOf(all, groupOf(feed)))
  const scores = [...all.values()]
  const told = groups.map(
    (group) => `${group} ${all.get(group)?.feeds}/${golden.filter((feed) => groupOf(feed) === group).length}`,
  )
  const feeds = scores.reduce((sum, score) => sum + score.feeds, 0)
  const fields = scores.reduce((sum, score) => sum + score.fields, 0)
  const most = golden.reduce(
    (sum, { expected }) => sum + ('feed' in expected ? expected.feed.entries.length * FIELDS.length : 0),
    0,
  )
  console.log(`${name.padEnd(22)} feeds ${feeds}/${golden.length}, fields ${fields}/${most}; ${told.join(', ')}`)
  if (name === named) for (const wrong of scores.flatMap((score) => score.wrong)) console.log(`  ${wrong}`)
}

function groupOf({ name, expected }: GoldenFeed): string {
  if ('refused' in expected) return 'none'
  return /^(?:encoding|broken|hostile)/u.exec(name)?.[0] ?? 'well-formed'
}

function scoreOf(all: Map<string, Score>, group: string): Score {
  const score = all.get(group) ?? { feeds: 0, fields: 0, wrong: [] }
  all.set(group, score)
  return score
}

async function measure({ name, fetched, expected }: GoldenFeed, candidate: Candidate, score: Score): Promise<void> {
  const rows = await candidate(fetched).catch(() => null)
  const wanted = 'feed' in expected ? expected.feed.entries : null
  if (rows?.length === wanted?.length) score.feeds += 1
  else score.wrong.push(`${name}: ${rows?.length ?? 'none'} entries, not ${wanted?.length ?? 'none'}`)
  for (const [at, row] of (wanted ?? []).entries()) {
    const wrong = FIELDS.filter((field) => compared(rows?.[at], field) !== compared(row, field))
    score.fields += FIELDS.length - wrong.length
    if (rows?.[at]) score.wrong.push(...wrong.map((field) => `${name}, ${at + 1}: ${field} ${rows[at]?.[field]}`))
  }
}

/** What is the same to a reader is the same: texts without tags, times in any form. */
function compared(row: Row | undefined, field: keyof Row): string | null | undefined {
  const value = row?.[field] ?? (row && null)
  if (typeof value !== 'string') return value
  if (field === 'published') return feedDate(value)
  return field === 'html' ? value.replace(/<[^<>]*>|\s+/gu, '') : value.trim() || null
}
