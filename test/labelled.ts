import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const Place = z.tuple([z.number(), z.number()])
const Quotation = z.object({
  start: z.number(),
  end: z.number(),
  words: z.number(),
  sources: z.array(Place),
  speaker: z.string().nullish(),
})
const Article = z.object({ id: z.string(), text: z.string(), quotations: z.array(Quotation) })

/** An article whose quotations people have labelled; offsets are UTF-16 units of `text`. */
export type LabelledArticle = z.infer<typeof Article>
export type LabelledQuotation = z.infer<typeof Quotation>

export const LABELLED = `${process.env['CRIER_SHARED'] ?? '../shared'}/data/polnear`

/** The labelled articles of one set; null, having said so, where they are not there. */
export function labelledArticles(set: string): LabelledArticle[] | null {
  const file = `${LABELLED}/${set}.jsonl`
  if (!existsSync(file)) {
    console.log(`Skipped: there is no ${file}; set CRIER_SHARED to the folder that holds data/polnear.`)
    return null
  }
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => Article.parse(JSON.parse(line)))
}
