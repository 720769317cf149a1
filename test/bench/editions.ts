/**
 * Editions over labelled news: `npm run bench:editions` makes those of three dates, counts stories that tell one event twice, sets what
 * they show against what a person read and judged (test/golden/editions/read.jsonl), and measures how long editions take. With `show`
 * it prints them to be read.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { createEditions, type EditionRequest, type EditionStory } from '../../src/answers/edition.js'
import { editionMessage } from '../../src/edition/messages.js'
import type { Excerpt } from '../../src/model.js'
import { renderText } from '../../src/platforms/terminal/render.js'
import { extractQuotations } from '../../src/quotations/extract.js'
import type { Archive } from '../../src/store/store.js'
import { clusteredStore } from './clusteredStore.js'
import { clusteredArticles } from './clusters.js'

const DAY = 86_400_000
const WINDOWS = [
  ['2013-05-01', '2013-05-18'],
  ['2018-05-02', '2018-05-16'],
  ['2020-06-01', '2020-06-25'],
] as const
const GOLDEN = join(import.meta.dirname, '../golden/editions/read.jsonl')
const Read = z.object({ until: z.string(), headline: z.string(), passage: z.string().nullable(), isFine: z.boolean() })
const LOOK = { width: 100, color: false, links: false }

const isWanted = (published: string | null) =>
  WINDOWS.some(([from, until]) => published !== null && published >= from && published <= until)
const store = await clusteredStore(({ text, title, outlet, published }) =>
  isWanted(published) ? extractQuotations(text, { title, outlet }) : [],
)
if (store !== null) {
  const archive = store.archive('bench')
  for (const [from, until] of WINDOWS) await read(archive, from, until)
  await time(archive)
  await store.close()
}

function requestFor(from: number, until: number): EditionRequest {
  return { topics: [], speakers: [], outlets: [], limit: 8, from, until, arrivedAfter: null, told: new Map() }
}

async function read(archive: Archive, from: string, until: string): Promise<void> {
  const answer = await createEditions().edition(archive, requestFor(Date.parse(from), Date.parse(until)))
  if (process.argv[2] === 'show') {
    console.log(renderText(editionMessage(answer, { title: until, since: from }), LOOK))
    for (const { headline, passage } of answer.stories) {
      console.log(
        JSON.stringify({ until, headline: placeOf(headline), passage: passage && placeOf(passage), isFine: true }),
      )
    }
  }
  const golden = readFileSync(GOLDEN, 'utf8')
    .trim()
    .split('\n')
    .map((line) => Read.parse(JSON.parse(line)))
  const judged = answer.stories.map((story) => golden.find((one) => isOf(one, story, until))?.isFine)
  const count = (verdict: boolean | undefined) => judged.filter((one) => one === verdict).length
  const labels = await labelsOf(archive, answer.stories)
  console.log(
    `${until}: ${answer.stories.length} stories, ${labels.length - new Set(labels).size} of one event twice; ` +
      `read as fine ${count(true)}, as poor ${count(false)}, never read ${count(undefined)}`,
  )
}

function isOf(one: z.infer<typeof Read>, { headline, passage }: EditionStory, until: string): boolean {
  return one.until === until && one.headline === placeOf(headline) && one.passage === (passage && placeOf(passage))
}

function placeOf({ articleId, start, end }: Excerpt): string {
  return `${articleId} ${start}-${end}`
}

/** The label that most articles of each story have. */
async function labelsOf(archive: Archive, stories: readonly EditionStory[]): Promise<string[]> {
  const labels = new Map((clusteredArticles() ?? []).map(({ url, story }) => [url, story]))
  return Promise.all(
    stories.map(async ({ articleIds }) => {
      const own = (await archive.articles(articleIds)).map(({ url }) => labels.get(url ?? '') ?? '')
      const counted = own.map((label) => ({ label, count: own.filter((other) => other === label).length }))
      return counted.toSorted((a, b) => b.count - a.count)[0]?.label ?? ''
    }),
  )
}

/** Processor milliseconds: other programs on the machine make the clock tell little. */
function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function time(archive: Archive): Promise<void> {
  const ends = Array.from({ length: 60 }, (_, n) => Date.parse('2012-07-01') + n * 47 * DAY)
  for (const end of ends.slice(0, 20)) await createEditions().edition(archive, requestFor(end - 30 * DAY, end))
  const cold: number[] = []
  const warm: number[] = []
  for (const end of ends.slice(20)) {
    const request = { ...requestFor(end - 30 * DAY, end), limit: 5 }
    const { edition } = createEditions()
    const begun = spent()
    const { stories } = await edition(archive, request)
    if (stories.length < 5) continue
    cold.push(spent() - begun)
    const again = spent()
    for (let n = 0; n < 20; n += 1) await edition(archive, request)
    warm.push((spent() - again) / 20)
  }
  const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
  const worst = (all: number[]) => Math.max(...all)
  const said = (all: number[]) => `${median(all).toFixed(1)} ms at the median, ${worst(all).toFixed(1)} at the worst`
  console.log(
    `${cold.length} editions of 5 stories: first ${said(cold)}; again ${said(warm)}; ${(median(cold) / median(warm)).toFixed(0)} to 1`,
  )
}
