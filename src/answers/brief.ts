import { sentences } from '../language/sentences.js'
import { type Article, cut, type Excerpt, type Quotation, type Span } from '../model.js'
import type { Archive, Filter, StoredQuotation } from '../store/store.js'
import { groupBy } from './group.js'

export interface BriefRequest {
  readonly about?: Filter['about']
  /** ISO 8601 date. */
  readonly since?: string | undefined
  /** How many stories. */
  readonly limit: number
}

export interface BriefStory {
  readonly id: string
  readonly headline: Excerpt
  /** Who tells it, the newest article's first. */
  readonly outlets: readonly string[]
  readonly articles: number
  /** ISO 8601 of its newest article. */
  readonly published: string | null
  /** The passage that opens the fullest article; null where that is its headline. */
  readonly passage: Excerpt | null
  /** What most outlets quote, the fullest wording first. */
  readonly quotations: readonly Quotation[]
}

export interface BriefAnswer {
  /** Newest first. */
  readonly stories: readonly BriefStory[]
  readonly articlesSearched: number
}

/** Several articles tell one story, so more of them are read than stories are wanted. */
const ARTICLES_FOR_A_STORY = 12
const LONGEST_PASSAGE = 320

/** The newest stories: who tells them, how they open, and what most outlets quote. */
export async function brief(archive: Archive, { about, since, limit }: BriefRequest): Promise<BriefAnswer> {
  const filter = { ...(about ? { about } : {}), ...(since ? { since } : {}) }
  const articles = await archive.newest(filter, limit * ARTICLES_FOR_A_STORY)
  const found = new Map(
    (await archive.storiesOf(articles.map((article) => article.id))).map((story) => [story.id, story]),
  )
  const stories = [...found.values()].slice(0, limit)
  return {
    stories: await Promise.all(stories.map((story) => storyOf(archive, story.id, story.articles))),
    articlesSearched: await archive.count(since ? { since } : undefined),
  }
}

async function storyOf(archive: Archive, id: string, articles: readonly Article[]): Promise<BriefStory> {
  const newestFirst = articles.toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
  const [newest] = newestFirst
  if (!newest) throw new RangeError(`story ${id} has no articles`)
  const fullest = articles.toSorted((a, b) => b.text.length - a.text.length)[0] ?? newest
  const headline = cut(newest, sentenceAt(newest.text, 0))
  const opening = openingOf(fullest)
  return {
    id,
    headline,
    outlets: [...new Set(newestFirst.map((article) => article.outlet))],
    articles: articles.length,
    published: newest.published,
    passage:
      opening && !(headline.articleId === fullest.id && headline.start === opening.start)
        ? cut(fullest, opening)
        : null,
    quotations: mostCarried(await archive.quotationsIn(articles.map((article) => article.id))),
  }
}

/** The first sentence of an article below its title. */
function openingOf({ text, title }: Article): Span | null {
  const end = title === null ? 0 : text.indexOf('\n\n')
  return end < 0 ? null : sentenceAt(text, end)
}

/** The sentence that begins at or after `from`, or its whole paragraph where that is short. */
function sentenceAt(text: string, from: number): Span {
  const start = from + (/\S/u.exec(text.slice(from))?.index ?? 0)
  const paragraph = text.indexOf('\n\n', start)
  const end = paragraph < 0 ? text.trimEnd().length : paragraph
  if (end - start <= LONGEST_PASSAGE) return { start, end }
  const [first] = sentences(text.slice(start, end))
  return { start, end: first ? start + first.end : end }
}

/** The quotations of the statement that most outlets carry, the fullest first. */
function mostCarried(quotations: readonly StoredQuotation[]): Quotation[] {
  const statements = groupBy(
    quotations.filter(({ quotation }) => quotation.speaker),
    ({ statementId }) => statementId,
  )
  const [most] = [...statements.values()]
    .map((group) => ({
      group,
      outlets: new Set(group.map(({ quotation }) => quotation.outlet)).size,
      length: Math.max(...group.map(({ quotation }) => quotation.text.length)),
    }))
    .toSorted((a, b) => b.outlets - a.outlets || b.length - a.length)
  return (most?.group ?? []).map(({ quotation }) => quotation).toSorted((a, b) => b.text.length - a.text.length)
}
