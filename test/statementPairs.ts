import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { type FoundQuotation, overlaps, type Span } from '../src/model.js'
import { extractQuotations } from '../src/quotations/extract.js'
import { compareWording, type WordingVerdict } from '../src/quotations/wording.js'
import { openStore } from '../src/store/sqlite.js'
import { tieOf } from '../src/store/statements.js'
import type { StoredQuotation } from '../src/store/store.js'

const Place = z.tuple([z.string(), z.number(), z.number()])
const Pair = z.object({
  half: z.enum(['seen', 'scored']),
  a: Place,
  b: Place,
  verdict: z.enum(['exact', 'spelling', 'trimmed', 'altered']).nullable(),
})
const Labelled = z.object({
  id: z.string(),
  outlet: z.string(),
  published: z.string(),
  title: z.string(),
  url: z.string(),
  text: z.string(),
})

export type StatementPair = z.infer<typeof Pair>
export type ClusterArticle = z.infer<typeof Labelled>

/** What was found for one pair. */
export interface Judged {
  readonly pair: StatementPair
  readonly texts: readonly [string, string]
  /** By `compareWording`, the longer wording first. */
  readonly verdict: WordingVerdict | null
  /** Whether words, speakers and dates make them one, by `tieOf`. */
  readonly isTied: boolean
  /** Whether the store gives both one statement; null where one of the two was not found as a quotation. */
  readonly isJoined: boolean | null
}

const FILE = `${process.env['CRIER_SHARED'] ?? '../shared'}/data/clusters/articles.jsonl`

/** The articles of the story clusters, oldest first; null, having said so, where they are not there. */
export function clusterArticles(): ClusterArticle[] | null {
  if (!existsSync(FILE)) {
    console.log(`Skipped: there is no ${FILE}; set CRIER_SHARED to the folder that holds data/clusters.`)
    return null
  }
  const lines = readFileSync(FILE, 'utf8').trim().split('\n')
  return lines
    .map((line) => Labelled.parse(JSON.parse(line)))
    .toSorted((a, b) => a.published.localeCompare(b.published) || a.id.localeCompare(b.id))
}

/** The labels of one file of test/golden/statements. */
export function statementPairs(name: 'drawn' | 'apart'): StatementPair[] {
  return z.array(Pair).parse(JSON.parse(readFileSync(`test/golden/statements/${name}.json`, 'utf8')))
}

/** Stores the articles that the pairs stand in, with their quotations, and looks at what became of each pair. */
export async function judge(articles: readonly ClusterArticle[], pairs: readonly StatementPair[]): Promise<Judged[]> {
  const store = await openStore('sqlite::memory:')
  const ids = new Map<string, string>()
  const needed = new Set(pairs.flatMap(({ a, b }) => [a[0], b[0]]))
  for (const { id: key, outlet, title, url, published, text } of articles.filter(({ id }) => needed.has(id))) {
    const draft = { key, outlet, title, url, published, text, author: null }
    const { id } = await store.save(draft, extractQuotations(text, { title, outlet }), 'files')
    ids.set(key, id)
  }
  const byId = new Map(articles.map((article) => [article.id, article]))
  const judged: Judged[] = []
  for (const pair of pairs) {
    const sides = []
    for (const [id, start, end] of [pair.a, pair.b]) {
      const article = byId.get(id)
      const words = article?.text.slice(start, end) ?? ''
      const found = storedAt(await store.archive('test').quotationsIn([ids.get(id) ?? '']), { start, end }, words)
      const second = Date.parse(article?.published ?? '') / 1000
      sides.push({ found, said: { text: words, speaker: found?.quotation.speaker ?? null, second } })
    }
    const [longer, shorter] = sides.toSorted((a, b) => b.said.text.length - a.said.text.length)
    if (!longer || !shorter) continue
    judged.push({
      pair,
      texts: [longer.said.text, shorter.said.text],
      verdict: compareWording(longer.said.text, shorter.said.text)?.verdict ?? null,
      isTied: tieOf(longer.said, shorter.said) !== null,
      isJoined: longer.found && shorter.found ? longer.found.statementId === shorter.found.statementId : null,
    })
  }
  await store.close()
  return judged
}

/** The quotation that has most of a span; an article that says the same words twice keeps one of them. */
function storedAt(stored: readonly StoredQuotation[], span: Span, words: string): StoredQuotation | undefined {
  const shared = ({ start, end }: Pick<FoundQuotation, 'start' | 'end'>) =>
    Math.min(end, span.end) - Math.max(start, span.start)
  const [best] = stored
    .filter(({ quotation }) => overlaps(quotation, span))
    .toSorted((a, b) => shared(b.quotation) - shared(a.quotation))
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return best ?? stored.find(({ quotation }) => bare(quotation.text).includes(bare(words)))
}

/**
 * Of pairs, what share was joined rightly (as two quotations alone, and in the store), and given the right verdict. A pair of which one
 * was not found as a quotation counts as apart, but in `ofFound`.
 */
export function scoreOf(judged: readonly Judged[]) {
  const share = (isRight: (one: Judged) => boolean, of = judged) => of.filter(isRight).length / of.length
  const isStoredRight = ({ pair, isJoined }: Judged) => (pair.verdict !== null) === (isJoined ?? false)
  return {
    pairs: judged.length,
    missing: judged.filter(({ isJoined }) => isJoined === null).length,
    alone: share(({ pair, isTied }) => (pair.verdict !== null) === isTied),
    inStore: share(isStoredRight),
    ofFound: share(
      isStoredRight,
      judged.filter(({ isJoined }) => isJoined !== null),
    ),
    verdict: share(({ pair, verdict, isTied }) => pair.verdict === (isTied ? verdict : null)),
  }
}
