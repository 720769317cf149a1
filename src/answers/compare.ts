import { topicTest } from '../language/topic.js'
import { type Article, contains, cut, type Excerpt, overlaps, type Span } from '../model.js'
import { namesChannel } from '../quotations/channel.js'
import type { Archive, Filter, StoredQuotation, StoryRow } from '../store/store.js'
import { agreementsOf } from './compare/agreements.js'
import { type ComparedFigures, compareFigures, type Measure, shown } from './compare/figures.js'
import { weightsOf } from './compare/likeness.js'
import { onlyOne } from './compare/only.js'
import { type Passage, passagesOf } from './compare/passages.js'
import { shownIn } from './compare/shown.js'
import { bySource, sourceTest } from './compare/sources.js'
import { asChoice, mostAbout, type OtherStory, titleOf } from './compare/stories.js'
import type { Told } from './compare/told.js'
import { type ComparedWording, compareWordings } from './compare/wordings.js'
import { groupBy } from './group.js'
import { type Meaning, meaningOf } from './meaning.js'
import { didYouMean } from './suggestions.js'

export interface ComparedTopic {
  /** As typed. */
  readonly text: string
  readonly groups: NonNullable<Filter['about']>
}

export interface CompareOptions {
  /** The id of a story: this one, if it mentions the topic. */
  readonly story?: string | undefined
  /** Only stories that this outlet tells. */
  readonly outlet?: string | undefined
  /** ISO 8601 date. */
  readonly since?: string | undefined
}

export interface CompareAnswer {
  readonly topic: string
  readonly story: ComparedStory | null
  readonly otherStories: readonly OtherStory[]
  /** Those that mention the topic, with their passages in the order of their articles. */
  readonly outlets: readonly OutletPassages[]
  /** One claim each, told by two outlets or more. */
  readonly agreements: readonly Agreement[]
  readonly figures: readonly ComparedFigures[]
  readonly wordings: readonly ComparedWording[]
  readonly onlyIn: readonly { readonly outlet: string; readonly excerpts: readonly Excerpt[] }[]
  /** Outlets that tell the story and say nothing of the topic. */
  readonly silent: readonly string[]
  /** Where there is no story, what may have been meant: the topic in another spelling. */
  readonly suggestions: readonly string[]
}

export interface ComparedStory {
  readonly id: string
  readonly title: string
  /** The title, where an article has it. */
  readonly headline: Excerpt | null
  readonly outlets: number
}

export interface Agreement {
  /** One of each outlet. */
  readonly excerpts: readonly Excerpt[]
  /** The outlets that have it from one source, as they print the same text: each group counts once. */
  readonly sources: readonly (readonly string[])[]
}

export interface OutletPassages {
  readonly outlet: string
  readonly articleIds: readonly string[]
  readonly excerpts: readonly Excerpt[]
}

const ARTICLES_SEARCHED = 60
const STORIES_WEIGHED = 20
const OTHER_STORIES = 5
const MOST_COMPARED = 400
/** UTF-16 units. */
const LONGEST_JOINED = 500
const CLAIMS = /^(?:count|money|percent)$/u
const LEAST_CLAIMED = 5

/** How the outlets that tell the story a topic is most about differ on that topic. */
export async function compare(
  archive: Archive,
  topic: ComparedTopic,
  options: CompareOptions = {},
): Promise<CompareAnswer> {
  const { story: asked, outlet, since } = options
  const meaning = await meaningOf(archive, topic)
  const filter = { about: meaning.groups, ...(outlet ? { outlet } : {}), ...(since ? { since } : {}) }
  const articles = await archive.search(filter, ARTICLES_SEARCHED)
  const found = articles.length > 0 ? await archive.storiesOf(articles.map((article) => article.id)) : []
  const stories = mostAbout(found.slice(0, STORIES_WEIGHED), meaning.mentions)
  const story = found.find(({ id }) => id === asked) ?? stories[0]
  if (!story) return nothing(topic.text, await didYouMean(archive, topic.text))
  const quotations = await archive.quotationsIn(story.articles.map(({ id }) => id))
  const otherStories = stories.filter(({ id }) => id !== story.id).slice(0, OTHER_STORIES)
  return { ...compareStory(story, quotations, topic.text, meaning), otherStories: otherStories.map(asChoice) }
}

function nothing(topic: string, suggestions: readonly string[]): CompareAnswer {
  return {
    topic,
    story: null,
    otherStories: [],
    outlets: [],
    agreements: [],
    figures: [],
    wordings: [],
    onlyIn: [],
    silent: [],
    suggestions,
  }
}

/** The comparison of one story's articles, given the quotations in them. */
export function compareStory(
  { id, articles }: StoryRow,
  quotations: readonly StoredQuotation[],
  topic: string,
  { groups, mentions: isOnTopic }: Meaning,
): CompareAnswer {
  const title = titleOf(articles)
  const day = articles.find(({ published }) => published !== null)?.published ?? null
  const byArticle = new Map(articles.map((article) => [article, passagesOf(article, day)]))
  const byOutlet = groupBy(articles, (article) => article.outlet)
  const spoken = quotations.filter(({ quotation }) => quotation.speaker && isOnTopic(quotation.speaker.name))
  const isSpoken = (passage: Passage) =>
    spoken.some(({ article, quotation }) => article.id === passage.article.id && overlaps(passage, quotation))
  const onTopic = [...byOutlet.values()].flatMap((own) =>
    passagesOn(own, byArticle, (passage) => isOnTopic(passage.text) || isSpoken(passage)),
  )
  const compared = firstOfEach(onTopic)
  const all = [...byArticle.values()].flat()
  const weights = weightsOf(all)
  const said = groupBy(quotations, ({ article }) => article.id)
  const spans = new Map(
    [...byArticle].map(([article, passages]) => {
      const quoted = (said.get(article.id) ?? []).map(({ quotation }) => quotation)
      return [article, shownIn(passages, quoted)] as const
    }),
  )
  const excerptOf = (passage: Passage) => cut(passage.article, spans.get(passage.article)?.(passage) ?? passage)
  /** Side by side with others, a quotation speaks for itself, and paragraphs before a passage would hide the claim. */
  const claimOf = (passage: Passage) => {
    const wide = excerptOf(passage)
    return /^["“]/u.test(passage.text) || wide.text.includes('\n') ? cut(passage.article, passage) : wide
  }
  const shownAs = (passages: readonly Passage[]) =>
    joined(passages.map((passage) => ({ article: passage.article, span: excerptOf(passage) })))
  const measures = compareFigures(compared, all, weights)
  const disputed = new Set(
    measures.filter(({ verdict }) => verdict === 'conflict').flatMap(({ told }) => told.map(({ passage }) => passage)),
  )
  const figureExcerpt = ({ passage, figure }: Told) => {
    const span = { start: figure.start, end: passage.end }
    const excerpt = cut(passage.article, span)
    return disputed.has(passage) && isOnTopic(excerpt.text) ? excerpt : excerptOf(passage)
  }
  const isTopicWord = topicTest([groups.flat()])
  const areOneSource = sourceTest(all)
  const sourcesOf = (claim: readonly Passage[]) =>
    bySource(claim, areOneSource).map((own) => own.map(({ article }) => article.outlet))
  const claims = agreementsOf(compared, { isOnTopic, isTopicWord }, weights)
  const shared = new Set([...claims.flat(), ...measures.flatMap(({ told }) => told.map(({ passage }) => passage))])
  const only = groupBy(
    onlyOne(compared, all, weights).filter((passage) => !shared.has(passage)),
    ({ article }) => article.outlet,
  )
  const telling = groupBy(onTopic, ({ article }) => article.outlet)
  return {
    topic,
    story: { id, title, headline: headlineOf(articles, title), outlets: byOutlet.size },
    otherStories: [],
    outlets: [...telling].map(([outlet, passages]) => ({
      outlet,
      articleIds: [...new Set(passages.map(({ article }) => article.id))],
      excerpts: shownAs(passages),
    })),
    agreements: [
      ...claims.map((claim) => ({ excerpts: claim.map(claimOf), sources: sourcesOf(claim) })),
      ...agreedFigures(measures, claims).map((told) => ({
        excerpts: told.map(figureExcerpt),
        sources: sourcesOf(told.map(({ passage }) => passage)),
      })),
    ].toSorted((a, b) => b.sources.length - a.sources.length),
    figures: measures.map(shown),
    wordings: compareWordings(quotations, (statement) => {
      const isSaid = statement.some(({ quotation }) => isOnTopic(quotation.text))
      const toldOn = statement.filter(({ article, quotation }) =>
        onTopic.some((passage) => passage.article.id === article.id && contains(passage, quotation)),
      )
      const outlets = new Set(toldOn.map(({ article }) => article.outlet)).size
      return isSaid || outlets >= (namesChannel(topic) ? 1 : 2)
    }),
    onlyIn: [...only].map(([outlet, passages]) => ({ outlet, excerpts: shownAs(passages) })),
    silent: [...byOutlet.keys()].filter((outlet) => !telling.has(outlet)),
    suggestions: [],
  }
}

function headlineOf(articles: readonly Article[], title: string): Excerpt | null {
  const titled = articles.find((article) => article.title === title && article.text.startsWith(title))
  return titled ? cut(titled, { start: 0, end: title.length }) : null
}

/** The passages of one outlet on the topic, each once; its headline only where there is nothing else. */
function passagesOn(
  articles: readonly Article[],
  byArticle: ReadonlyMap<Article, readonly Passage[]>,
  isOnTopic: (passage: Passage) => boolean,
): Passage[] {
  const found = articles.flatMap((article) => (byArticle.get(article) ?? []).filter(isOnTopic))
  const distinct = [...new Map(found.map((passage) => [passage.text, passage])).values()]
  const body = distinct.filter(({ isTitle }) => !isTitle)
  return body.length > 0 ? body : distinct
}

/** As many passages as can be compared with each other, the first of each outlet: news tells first what matters most. */
function firstOfEach(passages: readonly Passage[]): Passage[] {
  const byOutlet = groupBy(passages, ({ article }) => article.outlet)
  return [...byOutlet.values()].flatMap((own) => own.slice(0, Math.ceil(MOST_COMPARED / byOutlet.size)))
}

/** Excerpts in order; those of one paragraph that overlap or follow each other become one, while it is not too long to read. */
function joined(found: readonly { article: Article; span: Span }[]): Excerpt[] {
  const excerpts: Excerpt[] = []
  for (const { article, span } of found) {
    const last = excerpts.at(-1)
    const isNext =
      last?.articleId === article.id &&
      last.start <= span.start &&
      /^ *$/u.test(article.text.slice(last.end, span.start))
    const together = last && { start: last.start, end: Math.max(last.end, span.end) }
    const isReadable = together && (span.start < last.end || together.end - together.start <= LONGEST_JOINED)
    if (isNext && isReadable) excerpts[excerpts.length - 1] = cut(article, together)
    else excerpts.push(cut(article, span))
  }
  return excerpts
}

/**
 * Figures that two outlets tell alike, one of each outlet, where no claim has their passages already. An age or "two officials" agrees
 * too easily to be a claim of its own.
 */
function agreedFigures(measures: readonly Measure[], claims: readonly (readonly Passage[])[]): Told[][] {
  const known: (readonly Passage[])[] = [...claims]
  const agreed: Told[][] = []
  for (const { told, verdict } of measures) {
    const one = [...groupBy(told, ({ outlet }) => outlet).values()].flatMap(([first]) => first ?? [])
    const passages = one.map(({ passage }) => passage)
    const isClaim =
      verdict === 'same' && one.every(({ figure }) => CLAIMS.test(figure.kind) && figure.max >= LEAST_CLAIMED)
    if (!isClaim || known.some((claim) => passages.every((passage) => claim.includes(passage)))) continue
    agreed.push(one)
    known.push(passages)
  }
  return agreed
}
