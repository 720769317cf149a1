import { sentences } from '../../language/sentences.js'
import { type Article, cut, type Excerpt } from '../../model.js'
import type { StoryRow } from '../../store/store.js'
import { groupBy } from '../group.js'
import { isFragment, isFurniture } from './fragments.js'

export interface OtherStory {
  readonly id: string
  readonly title: string
  /** ISO 8601 of its newest article. */
  readonly published: string | null
  readonly outlets: number
  /** As its article prints it; null where the title stands in no article's text. */
  readonly headline: Excerpt | null
}

/** So many paragraphs on a topic are enough to be about it. */
const FULL = 3
/** An article tells first what it is about. */
const LEADING = 3
/** How much a title, a beginning and the rest tell of what an article is about. */
const [TITLE, LEAD, BODY] = [4, 3, 3]
/** What two outlets tell can be compared, and so is worth as much as half of a story told once. */
const COMPARABLE = 5
const SHORTEST_TITLE = 20
const LONGEST_TITLE = 120
const NAMES = 2
const NAME = /(?<!\p{L})\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}(?!\p{L})/gu

/** Stories with a passage on a topic, by how much they are about it, the newest first among equals. */
export function mostAbout(stories: readonly StoryRow[], isOnTopic: (text: string) => boolean): StoryRow[] {
  return stories
    .map((story) => ({ story, about: aboutness(story, isOnTopic), day: newestDay(story) }))
    .filter(({ about }) => about > 0)
    .toSorted((a, b) => b.about - a.about || b.day.localeCompare(a.day))
    .map(({ story }) => story)
}

/** In coarse steps, how much its outlets give to the topic on average, of 10, and more where two tell of it. */
function aboutness({ articles }: StoryRow, isOnTopic: (text: string) => boolean): number {
  const outlets = [...groupBy(articles, (article) => article.outlet).values()]
  const each = outlets.map((own) => Math.max(...own.map((article) => aboutnessOf(article, isOnTopic))))
  const telling = each.filter((about) => about > 0).length
  const share = each.reduce((sum, about) => sum + about, 0) / Math.max(1, outlets.length)
  return telling === 0 ? 0 : Math.max(1, Math.round(share)) + (telling > 1 ? COMPARABLE : 0)
}

/** How much of an article is about a topic, of 10: what stands in its headline or beginning counts more than a mention. */
export function aboutnessOf(article: Article, isOnTopic: (text: string) => boolean): number {
  const [title, body] = titleAndBody(article)
  const paragraphs = body.split('\n').flatMap((line) => line.trim() || [])
  const mentioning = indexesOf(paragraphs, isOnTopic)
  return (
    (isOnTopic(title) ? TITLE : 0) +
    ((mentioning[0] ?? LEADING) < LEADING ? LEAD : 0) +
    (BODY * mentioning.length) / FULL
  )
}

function titleAndBody({ title, text }: Article): [string, string] {
  if (title === null) return ['', text]
  return [title, text.startsWith(title) ? text.slice(title.length) : text]
}

/** Which paragraphs have a passage on the topic, of the first that do; so many are enough to know. */
function indexesOf(paragraphs: readonly string[], isOnTopic: (text: string) => boolean): number[] {
  const found: number[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    if (!isOnTopic(paragraph) || !(isProper(paragraph) || !paragraphs.some(isProper))) continue
    if (sentences(paragraph).some(({ start, end }) => isOnTopic(paragraph.slice(start, end)))) found.push(index)
    if (found.length === FULL) break
  }
  return found
}

/** As `passagesOf` has it: no caption or heading, unless the article has nothing else. */
function isProper(line: string): boolean {
  return !isFurniture(line) && !isFragment(line, line)
}

/** A story as one of a choice. */
export function asChoice({ id, articles }: StoryRow): OtherStory {
  const title = titleOf(articles)
  const article = articles.find((one) => one.title === title && one.text.startsWith(title))
  const headline = article ? cut(article, { start: 0, end: title.length }) : null
  const outlets = new Set(articles.map(({ outlet }) => outlet)).size
  return { id, title, published: newestDay({ id, articles }) || null, outlets, headline }
}

function newestDay({ articles }: StoryRow): string {
  return articles.reduce((newest, { published }) => ((published ?? '') > newest ? (published ?? '') : newest), '')
}

function isGood(title: string): boolean {
  return title.length >= SHORTEST_TITLE && title.length <= LONGEST_TITLE && !/^[\p{Lu}\s]+:|\?$/u.test(title)
}

/** The title of a story: its shortest good headline; where no article has a title, the names that most of them print. */
export function titleOf(articles: readonly Article[]): string {
  const titles = articles.flatMap(({ title }) => title ?? []).toSorted((a, b) => a.length - b.length)
  return titles.find(isGood) ?? titles.at(-1) ?? namesIn(articles)
}

/** Names of two words and more, those in most articles first; the outlets where there are none. */
function namesIn(articles: readonly Article[]): string {
  const counts = new Map<string, number>()
  for (const { text } of articles) {
    for (const name of new Set(text.match(NAME) ?? [])) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const most = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, NAMES)
  const names = most.length > 0 ? most.map(([name]) => name) : [...new Set(articles.map(({ outlet }) => outlet))]
  return names.join(', ')
}
