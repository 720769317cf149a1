import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))
const PUBLISHED = /^published: (.+)$/mu
const HOUR = 3_600_000

/** The sample articles as if they were of today: the newest of each story is so many hours older than `now`. Gives their folder. */
export function freshNews(folder: string, now: number, hours = 2): string {
  const to = join(folder, 'news')
  mkdirSync(to)
  const files = readdirSync(SEEDS).filter((name) => name.endsWith('.md') && name !== 'README.md')
  const articles = files.map((name) => ({ name, text: readFileSync(join(SEEDS, name), 'utf8') }))
  const newest = new Map<string, number>()
  for (const { name, text } of articles)
    newest.set(storyOf(name), Math.max(newest.get(storyOf(name)) ?? 0, publishedIn(text)))
  for (const { name, text } of articles) {
    const age = (newest.get(storyOf(name)) ?? 0) - publishedIn(text) + hours * HOUR
    writeFileSync(join(to, name), text.replace(PUBLISHED, `published: ${new Date(now - age).toISOString()}`))
  }
  return to
}

/** `ferry` of `harbour-ledger-ferry.md` */
function storyOf(name: string): string {
  return name.replace(/^.*-|\.md$/gu, '')
}

function publishedIn(text: string): number {
  return Date.parse(PUBLISHED.exec(text)?.[1] ?? '')
}
