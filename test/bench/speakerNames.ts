/**
 * Speakers as named in real stories, for a person to judge: `npm run bench:names [SEED] [COUNT]`. Needs the data in CRIER_SHARED.
 * Prints quotations drawn at random, each with who is said to speak and the text around, and how the names of their stories were told apart.
 */
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { extractQuotations } from '../../src/quotations/extract.js'
import { couldBeSamePerson, parseName } from '../../src/quotations/people.js'

const Article = z.object({
  id: z.string(),
  story: z.string(),
  outlet: z.string(),
  title: z.string().nullish(),
  text: z.string(),
})
const AROUND = 300

const file = `${process.env['CRIER_SHARED'] ?? '../shared'}/data/clusters/articles.jsonl`
const [, , seed = '1', wanted = '100'] = process.argv
if (!existsSync(file)) {
  console.log(`Skipped: no ${file}; set CRIER_SHARED to the folder that holds data/clusters.`)
  process.exit(0)
}

/** Numbers from 0 to 1 that a seed fixes (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const articles = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => Article.parse(JSON.parse(line)))
const spoken = articles.flatMap((article) =>
  extractQuotations(article.text, { title: article.title ?? null, outlet: article.outlet }).flatMap(
    ({ start, end, speaker }) => (speaker ? [{ article, start, end, speaker }] : []),
  ),
)

/** How the people of a story who share a surname were told apart: "Johnson: Gary Johnson = Johnson | Jeh Johnson". */
function namesakesOf(story: string): string[] {
  const bySurname = new Map<string, Set<string>>()
  for (const { article, speaker } of spoken) {
    if (article.story !== story || speaker.kind !== 'person') continue
    const { surname } = parseName(speaker.name)
    bySurname.set(surname, (bySurname.get(surname) ?? new Set()).add(speaker.name))
  }
  return [...bySurname].flatMap(([surname, names]) => {
    if (names.size < 2) return []
    const groups: string[][] = []
    for (const name of [...names].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
      const same = groups.filter((group) => group[0] !== undefined && couldBeSamePerson(group[0], name))
      if (same.length === 1) same[0]?.push(name)
      else groups.push([name])
    }
    return [`${surname}: ${groups.map((group) => group.join(' = ')).join(' | ')}`]
  })
}

const random = randomFrom(Number(seed))
const left = [...spoken]
const drawn = Array.from({ length: Math.min(Number(wanted), left.length) }, () =>
  left.splice(Math.floor(random() * left.length), 1),
).flat()
const flat = (text: string): string => text.replace(/\s*\n\s*/gu, ' ¶ ')
for (const [index, { article, start, end, speaker }] of drawn.entries()) {
  const { text, outlet, story } = article
  const from = Math.max(0, Math.min(start, speaker.start) - AROUND)
  const to = Math.min(text.length, Math.max(end, speaker.end) + AROUND)
  console.log(
    `${index + 1}. ${outlet} (${article.id}) “${flat(text.slice(speaker.start, speaker.end))}” is ${speaker.name} (${speaker.kind})`,
  )
  console.log(`   …${flat(text.slice(from, to))}…`)
  for (const line of namesakesOf(story)) console.log(`   ${line}`)
}
