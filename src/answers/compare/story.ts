import { type Article, contains, cut, type Excerpt, overlaps } from '../../model.js'
import { namesChannel } from '../../quotations/channel.js'
import type { StoredQuotation, StoryRow } from '../../store/store.js'
import { outletsCopying } from '../copies.js'
import { groupBy } from '../group.js'
import type { Meaning } from '../meaning.js'
import { agreedFigures } from './agreedFigures.js'
import { agreementsOf } from './agreements.js'
import type { CompareAnswer } from './answer.js'
import { excerptsOf } from './excerpts.js'
import { compareFigures, type Measure, shown } from './figures.js'
import { weightsOf } from './likeness.js'
import { onlyOne } from './only.js'
import { passagesOn } from './onTopic.js'
import { type Passage, passagesAndCaptionsOf } from './passages.js'
import { bySource, sourceTest } from './sources.js'
import { titleOf } from './stories.js'
import type { Told } from './told.js'
import { compareWordings } from './wordings.js'

const MOST_COMPARED = 400

/** The comparison of one story's articles, given the quotations in them. */
export function compareStory(
  { id, articles }: StoryRow,
  quotations: readonly StoredQuotation[],
  topic: string,
  meaning: Pick<Meaning, 'mentions' | 'mentionsPart'>,
): CompareAnswer {
  const isOnTopic = meaning.mentions
  const title = titleOf(articles)
  const day = articles.find(({ published }) => published !== null)?.published ?? null
  const printed = articles.map((one) => {
    const own = passagesAndCaptionsOf(one, day)
    return [own[0]?.article ?? one, own] as const
  })
  const byArticle = new Map(printed.map(([article, own]) => [article, own.filter(({ isCaption }) => !isCaption)]))
  const captions = printed.flatMap(([, own]) => own.filter(({ isCaption }) => isCaption))
  const byOutlet = groupBy(articles, (article) => article.outlet)
  const onTopic = passagesOn(byArticle, quotations, meaning)
  const compared = firstOfEach(onTopic)
  const all = [...byArticle.values()].flat()
  const weights = weightsOf(all)
  const excerpts = excerptsOf(byArticle, quotations)
  const onTopicToo = captions.filter(({ text }) => isOnTopic(text))
  const measures = compareFigures([...compared, ...onTopicToo], [...all, ...captions], weights).filter(
    (measure) => !isQuotedAlike(measure, quotations),
  )
  const disputed = new Set(
    measures.filter(({ verdict }) => verdict === 'conflict').flatMap(({ told }) => told.map(({ passage }) => passage)),
  )
  const figureExcerpt = ({ passage, figure }: Told) => {
    const span = { start: figure.start, end: passage.end }
    const excerpt = cut(passage.article, span)
    return disputed.has(passage) && isOnTopic(excerpt.text) ? excerpt : excerpts.of(passage)
  }
  const areOneSource = sourceTest(all)
  const sourcesOf = (claim: readonly Passage[]) =>
    bySource(claim, areOneSource).map((own) => own.map(({ article }) => article.outlet))
  const claims = agreementsOf(compared, { isOnTopic, isTopicWord: meaning.mentionsPart }, weights)
  const shared = new Set([...claims.flat(), ...measures.flatMap(({ told }) => told.map(({ passage }) => passage))])
  const only = groupBy(
    onlyOne(compared, all, weights).filter((passage) => !shared.has(passage)),
    ({ article }) => article.outlet,
  )
  const telling = groupBy(onTopic, ({ article }) => article.outlet)
  return {
    topic,
    story: {
      id,
      title,
      headline: headlineOf(articles, title),
      outlets: byOutlet.size,
      copies: outletsCopying(articles),
    },
    otherStories: [],
    outlets: [...telling].map(([outlet, passages]) => ({
      outlet,
      articleIds: [...new Set(passages.map(({ article }) => article.id))],
      excerpts: excerpts.all(passages),
    })),
    agreements: [
      ...claims.map((claim) => ({ excerpts: claim.map(excerpts.asClaim), sources: sourcesOf(claim) })),
      ...agreedFigures(measures, claims).map((told) => ({
        excerpts: told.map(figureExcerpt),
        sources: sourcesOf(told.map(({ passage }) => passage)),
      })),
    ].toSorted((a, b) => b.sources.length - a.sources.length),
    figures: measures.map(shown),
    wordings: compareWordings(quotations, {
      mayBe: ({ article, quotation }) =>
        isOnTopic(quotation.text) ||
        onTopic.some((passage) => passage.article.id === article.id && overlaps(passage, quotation)),
      is: (statement) => {
        const isSaid = statement.some(({ quotation }) => isOnTopic(quotation.text))
        const toldOn = statement.filter(({ article, quotation }) =>
          onTopic.some((passage) => passage.article.id === article.id && contains(passage, quotation)),
        )
        const outlets = new Set(toldOn.map(({ article }) => article.outlet)).size
        return isSaid || outlets >= (namesChannel(topic) ? 1 : 2)
      },
    }),
    onlyIn: [...only].map(([outlet, passages]) => ({ outlet, excerpts: excerpts.all(passages) })),
    silent: [...byOutlet.keys()].filter((outlet) => !telling.has(outlet)),
    changedSince: [],
    suggestions: [],
  }
}

function headlineOf(articles: readonly Article[], title: string): Excerpt | null {
  const titled = articles.find((article) => article.title === title && article.text.startsWith(title))
  return titled ? cut(titled, { start: 0, end: title.length }) : null
}

/** As many passages as can be compared with each other, the first of each outlet: news tells first what matters most. */
function firstOfEach(passages: readonly Passage[]): Passage[] {
  const byOutlet = groupBy(passages, ({ article }) => article.outlet)
  return [...byOutlet.values()].flatMap((own) => own.slice(0, Math.ceil(MOST_COMPARED / byOutlet.size)))
}

/** Whether outlets tell a figure alike because they print one statement. */
function isQuotedAlike({ verdict, told }: Measure, quotations: readonly StoredQuotation[]): boolean {
  if (verdict !== 'same') return false
  const statements = told.map(({ figure, passage }) =>
    quotations.flatMap(({ article, quotation, statementId }) =>
      article.id === passage.article.id && contains(quotation, figure) ? statementId : [],
    ),
  )
  return statements[0]?.some((one) => statements.every((own) => own.includes(one))) ?? false
}
