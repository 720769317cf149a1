import type { Article } from '../../model.js'
import type { StoryRow } from '../../store/store.js'
import { groupBy } from '../group.js'

const FULL = 3
const STEPS = 4
const SHORTEST_TITLE = 20
const LONGEST_TITLE = 120
const NAMES = 2
const NAME = /(?<!\p{L})\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}(?!\p{L})/gu

/** Stories by how much they are about a topic, the newest first among equals. */
export function mostAbout(stories: readonly StoryRow[], isOnTopic: (text: string) => boolean): StoryRow[] {
  return stories
    .map((story) => ({ story, about: aboutness(story, isOnTopic), day: newestDay(story) }))
    .toSorted((a, b) => b.about - a.about || b.day.localeCompare(a.day))
    .map(({ story }) => story)
}

/** In coarse steps, how much of a story its outlets give to the topic; a story that two outlets tell is worth more than any of one. */
function aboutness({ articles }: StoryRow, isOnTopic: (text: string) => boolean): number {
  const outlets = [...groupBy(articles, (article) => article.outlet).values()]
  const paragraphs = outlets.map((own) => atMost(FULL, own, isOnTopic))
  const share = paragraphs.reduce((sum, count) => sum + count / FULL, 0) / Math.max(1, outlets.length)
  const telling = paragraphs.filter((count) => count > 0).length
  const isInTitles = articles.some(({ title }) => title !== null && isOnTopic(title))
  return (telling > 1 ? 2 * STEPS : 0) + (isInTitles ? 1 : 0) + Math.round(share * STEPS)
}

/** How many paragraphs are on the topic; so many are enough to know. */
function atMost(enough: number, articles: readonly Article[], isOnTopic: (text: string) => boolean): number {
  let count = 0
  for (const { text } of articles) {
    for (const paragraph of text.split('\n')) {
      if (isOnTopic(paragraph)) count += 1
      if (count === enough) return count
    }
  }
  return count
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
