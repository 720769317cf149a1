/**
 * The passages that editions show against lead-3, the first three sentences of a story's newest article, as a person judges them
 * without knowing which is which:
 *   npm run bench:passages -- draw SEED FOLDER    30 stories: FOLDER/pairs.txt to judge, FOLDER/key.json to leave alone
 *   npm run bench:passages -- keep FOLDER WORDS   WORDS is a judgement for each pair in order: A, B or = (as good)
 *   npm run bench:passages                        what was judged, kept in test/golden/editions/passages.jsonl
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { partsOf } from '../../src/answers/edition/articleParts.js'
import { headlineOf } from '../../src/answers/edition/headline.js'
import { passageOf } from '../../src/answers/edition/passage.js'
import { centroidOf } from '../../src/answers/edition/words.js'
import { sentences } from '../../src/language/sentences.js'
import { type Article, cut, type Excerpt } from '../../src/model.js'
import type { StoryRow } from '../../src/store/store.js'
import { clusteredStore, storiesIn } from './clusteredStore.js'
import { randomFrom, shuffled } from './random.js'

const DRAWN = 30
const GOLDEN = 'test/golden/editions/passages.jsonl'

const Place = z.tuple([z.string(), z.number(), z.number()])
const Judged = z.object({ seed: z.number(), story: z.string(), passage: Place, lead: Place })
const Kept = Judged.extend({ better: z.enum(['passage', 'lead', 'neither']) })
const Key = z.array(Judged.extend({ isPassageFirst: z.boolean() }))

interface Pair {
  readonly story: string
  readonly headline: Excerpt
  readonly passage: Excerpt
  readonly lead: Excerpt
}

const [task, ...given] = process.argv.slice(2)
if (task === 'draw') await draw(Number(given[0] ?? 1), given[1] ?? '.')
else if (task === 'keep') keep(given[0] ?? '.', given.slice(1).join('').replace(/\s/gu, ''))
else report()

async function draw(seed: number, folder: string): Promise<void> {
  const store = await clusteredStore()
  if (store === null) return
  const random = randomFrom(seed)
  const pairs = shuffled(await storiesIn(store), random)
    .flatMap(pairOf)
    .slice(0, DRAWN)
  await store.close()
  const drawn = pairs.map((pair) => ({ ...pair, isPassageFirst: random() < 0.5 }))
  const shown = drawn.map(({ headline, passage, lead, isPassageFirst }, at) => {
    const [a, b] = isPassageFirst ? [passage, lead] : [lead, passage]
    return `${at + 1}. ${headline.text}\n  A  ${oneLine(a)}\n  B  ${oneLine(b)}\n`
  })
  writeFileSync(join(folder, 'pairs.txt'), shown.join('\n'))
  const key = drawn.map(({ story, passage, lead, isPassageFirst }) => {
    return { seed, story, passage: placeOf(passage), lead: placeOf(lead), isPassageFirst }
  })
  writeFileSync(join(folder, 'key.json'), JSON.stringify(key))
  console.log(`${drawn.length} pairs in ${join(folder, 'pairs.txt')}`)
}

function pairOf({ id, articles }: StoryRow): Pair[] {
  const [newest] = articles
  const parts = articles.map(partsOf)
  const centroid = centroidOf(parts)
  const headline = headlineOf(parts, centroid)
  const passage = headline && passageOf(parts, headline, centroid, null)
  const lead = newest && leadOf(newest)
  return headline && passage && lead ? [{ story: id, headline: headline.excerpt, passage, lead }] : []
}

function leadOf(article: Article): Excerpt | null {
  const below = article.title !== null && article.text.startsWith(article.title) ? article.title.length : 0
  const first = sentences(article.text.slice(below)).slice(0, 3)
  const [start, end] = [first[0]?.start, first.at(-1)?.end]
  return start === undefined || end === undefined ? null : cut(article, { start: below + start, end: below + end })
}

function oneLine({ text }: Excerpt): string {
  return text.replace(/\s+/gu, ' ')
}

function placeOf({ articleId, start, end }: Excerpt): [string, number, number] {
  return [articleId, start, end]
}

function keep(folder: string, judged: string): void {
  const key = Key.parse(JSON.parse(readFileSync(join(folder, 'key.json'), 'utf8')))
  if (!new RegExp(`^[AB=]{${key.length}}$`, 'u').test(judged)) {
    throw new RangeError(`There are ${key.length} pairs, and ${judged.length} judgements of A, B or =.`)
  }
  for (const [at, { isPassageFirst, ...pair }] of key.entries()) {
    const letter = judged[at]
    const better = letter === '=' ? 'neither' : (letter === 'A') === isPassageFirst ? 'passage' : 'lead'
    appendFileSync(GOLDEN, `${JSON.stringify({ ...pair, better })}\n`)
  }
  report()
}

function report(): void {
  const all = readFileSync(GOLDEN, 'utf8')
    .trim()
    .split('\n')
    .map((line) => Kept.parse(JSON.parse(line)))
  for (const seed of new Set(all.map((one) => one.seed))) {
    const own = all.filter((one) => one.seed === seed)
    const of = (better: string) => own.filter((one) => one.better === better).length
    const length = (which: 'passage' | 'lead') =>
      Math.round(own.reduce((sum, { [which]: [, start, end] }) => sum + end - start, 0) / own.length)
    console.log(
      `seed ${seed}: ${own.length} stories; passage better ${of('passage')}, lead-3 better ${of('lead')}, as good ${of('neither')}; ` +
        `${length('passage')} characters against ${length('lead')} on average`,
    )
  }
}
