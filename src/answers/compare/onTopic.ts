import { type Article, overlaps } from '../../model.js'
import type { StoredQuotation, StoryRow } from '../../store/store.js'
import { groupBy } from '../group.js'
import type { Meaning } from '../meaning.js'
import { type Passage, passagesOf } from './passages.js'

type Mentions = Pick<Meaning, 'mentions' | 'mentionsPart'>

/**
 * The passages of a story on a topic: of each outlet each once, its headlines only where it has nothing else. What a speaker says is on
 * the speaker as a topic. Where no passage in all the story has all of the topic, those that have it together with the passage beside them.
 */
export function passagesOn(
  byArticle: ReadonlyMap<Article, readonly Passage[]>,
  quotations: readonly StoredQuotation[],
  meaning: Mentions,
): Passage[] {
  const each = [...byArticle.values()]
  const said = quotations.filter(({ quotation }) => quotation.speaker && meaning.mentions(quotation.speaker.name))
  const isSaid = (passage: Passage) =>
    said.some(({ article, quotation }) => article.id === passage.article.id && overlaps(passage, quotation))
  const whole = each.flatMap((all) => all.filter((passage) => meaning.mentions(passage.text) || isSaid(passage)))
  const found = whole.length > 0 ? whole : each.flatMap((all) => all.filter((_, at) => isBeside(all, at, meaning)))
  return [...groupBy(found, ({ article }) => article.outlet).values()].flatMap((own) => {
    const distinct = [...new Map(own.map((passage) => [passage.text, passage])).values()]
    const body = distinct.filter(({ isTitle }) => !isTitle)
    return body.length > 0 ? body : distinct
  })
}

/** Whether an article of a story has a topic in two passages side by side. */
export function isTogether({ articles }: StoryRow, meaning: Mentions): boolean {
  return articles.some((article) => {
    const all = passagesOf(article)
    return all.some((_, at) => isBeside(all, at, meaning))
  })
}

function isBeside(all: readonly Passage[], at: number, { mentions, mentionsPart }: Mentions): boolean {
  const [before, here, behind] = [all[at - 1], all[at], all[at + 1]]
  if (!here || here.isTitle || !mentionsPart(here.text)) return false
  return [before, behind].some((other) => other && !other.isTitle && mentions(`${here.text}\n${other.text}`))
}
