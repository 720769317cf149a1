import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readArticles } from '../../src/articles/read.js'
import { extractQuotations } from '../../src/quotations/extract.js'

/** What the extractor finds in a case, a line a quotation, for a person to read: `Mara Holt (person) | she | said | spoken | “…”`. */
export async function storyOf(folder: string): Promise<string> {
  const { text, ...context } = await articleOf(folder)
  const lines = extractQuotations(text, context).map(({ speaker, cue, channel, text: words }) =>
    [
      speaker ? `${speaker.name} (${speaker.kind})` : '—',
      speaker ? text.slice(speaker.start, speaker.end) : '—',
      cue ? text.slice(cue.start, cue.end) : '—',
      channel,
      words,
    ].join(' | '),
  )
  return lines.join('\n')
}

/** A case holds its article, or in `source` the name of a file that does. */
async function articleOf(folder: string): Promise<{ text: string; title?: string | null; outlet?: string | null }> {
  const source = join(folder, 'source')
  if (!existsSync(source)) return { text: readFileSync(join(folder, 'article.txt'), 'utf8').trim() }
  for await (const reading of readArticles([readFileSync(source, 'utf8').trim()]))
    if ('draft' in reading) return reading.draft
  throw new Error(`${source} names no article.`)
}
