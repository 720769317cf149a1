import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { groupBy } from '../../../src/answers/group.js'
import { draftOf } from '../../../src/articles/draft.js'
import type { Article } from '../../../src/model.js'
import { clusteredArticles, type LabelledArticle } from '../../bench/clusters.js'

const Figure = z.object({
  article: z.string(),
  start: z.number(),
  end: z.number(),
  min: z.number(),
  max: z.number(),
  unit: z.string(),
})
const Pair = z.object({
  story: z.string(),
  verdict: z.enum(['same', 'compatible', 'conflict', 'unrelated', 'open']),
  figures: z.tuple([Figure, Figure]),
})

export type LabelledFigure = z.infer<typeof Figure>
export type LabelledPair = z.infer<typeof Pair>

/** A story as it is stored, with its labels; their offsets are moved from the file's text into the stored one. */
export interface LabelledStory {
  readonly id: string
  readonly articles: readonly Article[]
  readonly pairs: readonly LabelledPair[]
}

/** The labelled stories of a file of labels; null, having said so, where the articles are not there. Throws where a label fits no article. */
export function labelledStories(file: string): LabelledStory[] | null {
  const lines = clusteredArticles()
  if (!lines) return null
  const pairs = readFileSync(file, 'utf8').trim().split('\n')
  const read = pairs.map((line) => Pair.parse(JSON.parse(line)))
  return [...new Set(read.map(({ story }) => story))].map((id) => {
    const own = lines.filter(({ story }) => story === id)
    const articles = own.map(stored)
    const texts = new Map(own.map((line, index) => [line.id, { text: line.text, stored: articles[index]?.text ?? '' }]))
    const moved = (figure: LabelledFigure): LabelledFigure => ({ ...figure, ...movedSpan(figure, texts) })
    const labels = read.filter(({ story }) => story === id)
    return {
      id,
      articles,
      pairs: labels.map(({ figures: [one, other], ...pair }) => ({ ...pair, figures: [moved(one), moved(other)] })),
    }
  })
}

/** All stories, without labels; null, having said so, where they are not there. */
export function everyStory(): LabelledStory[] | null {
  const lines = clusteredArticles()
  if (!lines) return null
  return [...groupBy(lines, ({ story }) => story)].map(([id, own]) => ({ id, articles: own.map(stored), pairs: [] }))
}

function stored({ id, outlet, ...raw }: LabelledArticle): Article {
  return { ...draftOf({ id, outlet, ...raw }, { file: 'articles.jsonl', line: null, outlet }), id }
}

/** UTF-16 units before and behind: what was printed next to it may have gone. */
const AROUND = [60, 30, 15].flatMap(
  (units) =>
    [
      [units, units],
      [0, units],
      [units, 0],
    ] as const,
)

/** Where a labelled span stands in the stored text: found by the words around it, as cleaning drops paragraphs and puts the title first. */
function movedSpan(
  { article, start, end }: LabelledFigure,
  texts: ReadonlyMap<string, { readonly text: string; readonly stored: string }>,
): { start: number; end: number } {
  const { text, stored: into } = texts.get(article) ?? { text: '', stored: '' }
  for (const [before, behind] of AROUND) {
    const from = Math.max(0, start - before)
    const found = into.indexOf(text.slice(from, end + behind))
    if (found >= 0) return { start: found + start - from, end: found + end - from }
  }
  throw new RangeError(`The label at ${start} of ${article} fits no place of the stored article.`)
}
