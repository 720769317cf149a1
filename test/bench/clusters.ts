import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Labelled = z.object({
  id: z.string(),
  story: z.string(),
  outlet: z.string(),
  published: z.string(),
  title: z.string(),
  url: z.string(),
  text: z.string(),
})

/** A real article with the story that people put it in. `published` is an ISO 8601 date. */
export type LabelledArticle = z.infer<typeof Labelled>

/** The labelled articles, the oldest first; null, having said so, where they are not there. */
export function clusteredArticles(): LabelledArticle[] | null {
  const file = join(process.env['CRIER_SHARED'] ?? '../shared', 'data/clusters/articles.jsonl')
  if (!existsSync(file)) {
    console.log(`Skipped: there is no ${file}. Set CRIER_SHARED to the folder of the shared data.`)
    return null
  }
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const articles = lines.map((line) => Labelled.parse(JSON.parse(line)))
  return articles.toSorted((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0))
}
