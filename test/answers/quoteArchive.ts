import { edits } from '../../src/language/edits.js'
import { mentionsTopic } from '../../src/language/topic.js'
import { contentStems, fold, words } from '../../src/language/words.js'
import type { Article, Channel } from '../../src/model.js'
import { speakerKey } from '../../src/quotations/people.js'
import type { Archive, Filter, SpeakerRow, StoredQuotation } from '../../src/store/store.js'

/** An article as a test tells it: each “…” in its text is a quotation, by the speakers in order, of the statements in order. */
export interface Told {
  readonly outlet: string
  readonly published?: string
  readonly title?: string
  readonly story?: string
  readonly text: string
  /** One for each quotation; null where the speaker cannot be told. */
  readonly speakers?: readonly (string | null)[]
  /** Quotations of one number are of one statement; each its own where left out. */
  readonly statements?: readonly number[]
  readonly channel?: Channel
}

/** An archive in memory, for answers to be asked of. */
export function archiveOf(...told: readonly Told[]): Archive {
  const articles = told.map((one, index): Article => articleOf(one, index))
  const names = [...new Set(told.flatMap((one) => one.speakers ?? []))].filter((name) => name !== null)
  const stored = told.flatMap((one, index) => quotationsOf(one, articles[index], names, index))
  const rows = names.map((name, id): SpeakerRow => {
    const quotations = stored.filter((quotation) => quotation.speakerId === id).length
    return { id, name, kind: 'person', key: speakerKey(name, 'person'), quotations }
  })
  const storyOf = (id: string) => told[articles.findIndex((article) => article.id === id)]?.story ?? id
  const matching = (filter: Filter = {}) =>
    articles
      .filter(
        (article) =>
          isWithin(article, filter, article.text) &&
          (filter.stories?.includes(storyOf(article.id)) ?? true) &&
          (filter.speakers === undefined ||
            stored.some((one) => one.article === article && isBy(one, filter.speakers))),
      )
      .toReversed()
  return {
    count: async (filter) => matching(filter).length,
    outlets: async () =>
      [...new Set(articles.map((article) => article.outlet))].map((outlet) => ({
        outlet,
        articles: articles.filter((article) => article.outlet === outlet).length,
        quotations: stored.filter(({ quotation }) => quotation.outlet === outlet).length,
        newest: articles.find((article) => article.outlet === outlet)?.published ?? null,
        foreign: 0,
      })),
    article: async (id) => articles.find((article) => article.id === id) ?? null,
    listed: async (filter, limit) =>
      matching(filter)
        .slice(0, limit)
        .map(({ id, outlet, url, published }) => ({ id, storyId: storyOf(id), outlet, url, published, arrived: 0 })),
    articles: async (ids) => ids.flatMap((id) => articles.find((article) => article.id === id) ?? []),
    newest: async (filter, limit) => matching(filter).slice(0, limit),
    search: async (filter, limit) => matching(filter).slice(0, limit),
    speakersNamed: async (typed) =>
      rows.filter((row) =>
        fold(typed)
          .split(' ')
          .every((word) => fold(row.name).split(' ').includes(word)),
      ),
    speakersNear: async (typed, limit) =>
      rows.filter((row) => fold(row.name).includes(fold(typed).slice(0, 3))).slice(0, limit),
    wordsNear: async (typed, limit) => {
      const printed = new Set(articles.flatMap(({ text }) => words(text).map((word) => word.text)))
      return [...printed].filter((word) => edits(fold(typed), fold(word), 1) === 1).slice(0, limit)
    },
    namesBeginning: async () => [],
    topicsBeginning: async () => [],
    quotationsOf: async (ids, filter, limit) =>
      stored
        .filter(
          (one) =>
            one.speakerId !== null && ids.includes(one.speakerId) && isWithin(one.article, filter, one.quotation.text),
        )
        .slice(0, limit),
    quotationsIn: async (ids) => stored.filter(({ article }) => ids.includes(article.id)),
    quotationsLike: async (typed, limit) => {
      const stems = new Set(contentStems(typed))
      return stored
        .filter(({ quotation }) => contentStems(quotation.text).some((stem) => stems.has(stem)))
        .slice(0, limit)
    },
    storiesOf: async (ids) => {
      return [...new Set(ids.map(storyOf))].map((story) => ({
        id: story,
        articles: articles.filter(({ id }) => storyOf(id) === story),
      }))
    },
    earlier: async () => new Map(),
    laterThan: async () => new Map(),
    quotationsReplaced: async () => [],
    documentFrequencies: async () => new Map(),
  }
}

function isBy({ speakerId }: StoredQuotation, ids: readonly number[] = []): boolean {
  return speakerId !== null && ids.includes(speakerId)
}

function articleOf({ outlet, title, text, published }: Told, index: number): Article {
  const id = `a${index}`
  return { id, key: id, outlet, title: title ?? null, author: null, url: null, published: published ?? null, text }
}

function quotationsOf(
  told: Told,
  article: Article | undefined,
  names: readonly string[],
  index: number,
): StoredQuotation[] {
  if (!article) return []
  return [...told.text.matchAll(/“[^”]*”/gu)].map((match, at) => {
    const name = told.speakers?.[at] ?? null
    const span = { start: match.index, end: match.index + match[0].length }
    return {
      id: 100 * index + at,
      statementId: told.statements?.[at] ?? 100 * index + at + 1000,
      speakerId: name === null ? null : names.indexOf(name),
      article,
      quotation: {
        articleId: article.id,
        outlet: article.outlet,
        url: null,
        published: article.published,
        ...span,
        text: match[0],
        speaker: name === null ? null : { ...span, name, kind: 'person' },
        cue: null,
        channel: told.channel ?? 'spoken',
      },
    }
  })
}

function isWithin(article: Article, filter: Filter, text: string): boolean {
  const { about = [], outlet, outlets, since, after, until } = filter
  const time = Date.parse(article.published ?? '1970-01-01')
  return (
    (!outlet || article.outlet === outlet) &&
    (!outlets || outlets.includes(article.outlet)) &&
    (!since || (article.published ?? '') >= since) &&
    (after === undefined || time > after) &&
    (until === undefined || time <= until) &&
    mentionsEach(text, about)
  )
}

/** As the store has it: each group somewhere in an article, not all in one passage. */
function mentionsEach(text: string, about: NonNullable<Filter['about']>): boolean {
  return about.every((group) => mentionsTopic(text, [group]))
}
