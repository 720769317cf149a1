import { type CompareAnswer, compare } from '../src/answers/compare.js'
import { defineCommand } from '../src/command.js'
import { comparePhrases as say } from '../src/comparePhrases.js'
import { figures } from '../src/language/figures.js'
import { around } from '../src/line/around.js'
import { instead } from '../src/line/instead.js'
import type { Block, Message } from '../src/message.js'
import { cut, type Excerpt, type Quotation, within } from '../src/model.js'
import { compareWording, type Wording } from '../src/quotations/wording.js'
import type { Archive } from '../src/store/store.js'
import { typed } from '../src/typed.js'

type Compared = Wording & { readonly quotation: Quotation }

/** More would bury the finding. */
const MOST_OTHERS = 3

export default defineCommand({
  name: 'compare',
  summary: 'How outlets tell one story: what they agree on, where they differ, who is silent',
  options: {
    topic: {
      kind: 'topic',
      summary: 'what to compare them on',
      required: true,
      positional: true,
      keywords: ['about', 'on'],
    },
    outlet: { kind: 'outlet', summary: 'only stories that this outlet tells' },
    since: { kind: 'date', summary: 'only from then on', keywords: ['since'] },
    story: { kind: 'article', summary: 'which story, where several are about it', placeholder: 'ID' },
  },
  examples: ['/compare afghanistan', '/compare allies since 2018-12'],
  async run({ topic, outlet, since, story }, { archive }): Promise<Message> {
    const answer = await compare(archive, topic, { outlet, since, story })
    const title = say.title(topic.text)
    if (answer.story === null) {
      const text = say.nothing(
        topic.text,
        await archive.count({ ...(outlet ? { outlet } : {}), ...(since ? { since } : {}) }),
      )
      return {
        title,
        ...instead([text], answer.suggestions, (meant) => typed('compare', meant, { outlet, since })),
        data: answer,
      }
    }
    const others = choices(answer.otherStories)
    return {
      title,
      blocks: [
        ...(await headlineOf(answer, archive)),
        ...blocksOf(answer, answer.story.outlets),
        ...section(say.others, others.flatMap(headlineBlock)),
      ],
      actions: others.map(({ label, story: { id } }) => ({ label, line: typed('compare', topic.text, { story: id }) })),
      data: answer,
    }
  },
})

/** The title of the story, as the article that has it prints it. */
async function headlineOf({ story, outlets }: CompareAnswer, archive: Archive): Promise<Block[]> {
  for (const id of outlets.flatMap(({ articleIds }) => articleIds)) {
    const article = await archive.article(id)
    if (!article?.title || article.title !== story?.title || !article.text.startsWith(article.title)) continue
    return [{ kind: 'excerpts', label: say.story, excerpts: [cut(article, { start: 0, end: article.title.length })] }]
  }
  return []
}

function blocksOf(answer: CompareAnswer, telling: number): Block[] {
  const { topic, outlets, agreements, figures: measures, wordings, onlyIn, silent } = answer
  return [
    { kind: 'text', text: say.told(telling, outlets.length, topic) },
    ...outlets.map(({ outlet, excerpts }): Block => ({ kind: 'excerpts', label: say.outlet(outlet), excerpts })),
    ...section(
      say.agreed,
      agreements.map(({ excerpts }): Block => ({ kind: 'excerpts', label: null, excerpts })),
    ),
    ...section(
      say.figures,
      measures.map(({ what, verdict, values }): Block => {
        const rows = values.map((value) => ({ outlet: value.outlet, figure: printed(value), excerpt: value.excerpt }))
        return { kind: 'figures', what, verdict, values: rows }
      }),
    ),
    ...section(
      say.wordings,
      wordings.flatMap(({ quotations }) => wordingBlocks(quotations)),
    ),
    ...onlyIn.map(({ outlet, excerpts }): Block => ({ kind: 'excerpts', label: say.onlyIn(outlet), excerpts })),
    ...(silent.length > 0 ? [{ kind: 'text' as const, text: say.silent(silent, topic) }] : []),
  ]
}

/** A figure as its article prints it, with what goes before and after the number: "up to 3,000 troops". */
function printed({ min, max, unit, excerpt }: CompareAnswer['figures'][number]['values'][number]): Excerpt {
  const { text, published } = excerpt
  const found = figures(text, published).find(
    (figure) => figure.min === min && figure.max === max && figure.unit === unit,
  )
  return found ? within(excerpt, found) : excerpt
}

function section(heading: string, blocks: readonly Block[]): Block[] {
  return blocks.length > 0 ? [{ kind: 'heading', text: heading }, ...blocks] : []
}

/** The fullest wording with those that have its very words, then how each other outlet's differs from it. */
function wordingBlocks(quotations: readonly Quotation[]): Block[] {
  const [fullest, ...others] = quotations.toSorted((a, b) => b.text.length - a.text.length)
  if (!fullest) return []
  const compared = others.flatMap((quotation) => {
    const wording = compareWording(fullest.text, quotation.text)
    return wording ? [{ quotation, ...wording }] : []
  })
  const carriedBy = compared.filter(({ verdict }) => verdict === 'exact').map(({ quotation }) => quotation)
  return [
    {
      kind: 'statement',
      speaker: fullest.speaker?.name ?? say.unknownSpeaker,
      quotation: fullest,
      carriedBy,
      around: around(fullest),
    },
    ...compared
      .filter(
        (one, index) => one.verdict !== 'exact' && (one.verdict === 'altered' || isOutletsFirst(one, compared, index)),
      )
      .map(({ quotation, verdict, changes }): Block => {
        const label = say.wording(verdict, quotation.outlet, fullest.outlet)
        return { kind: 'wording', label, quotation, against: fullest, changes }
      }),
  ]
}

/** An outlet often quotes one statement in several pieces: each lacks the others, and to show one of them tells enough. */
function isOutletsFirst(one: Compared, compared: readonly Compared[], index: number): boolean {
  return !compared.some(
    (other, at) =>
      other.quotation.outlet === one.quotation.outlet &&
      (other.verdict === 'altered' || other.verdict === 'exact' || at < index),
  )
}

interface Choice {
  readonly label: string
  readonly story: CompareAnswer['otherStories'][number]
}

/** Other stories, each with a label of its own. */
function choices(stories: CompareAnswer['otherStories']): Choice[] {
  const used = new Map<string, number>()
  return stories.slice(0, MOST_OTHERS).map((story) => {
    const label = say.otherStory(story.published, story.outlets)
    const times = (used.get(label) ?? 0) + 1
    used.set(label, times)
    return { label: times === 1 ? label : `${label} (${times})`, story }
  })
}

/** What the button with this label leads to, as an article prints it. */
function headlineBlock({ label, story: { headline } }: Choice): Block[] {
  return headline ? [{ kind: 'excerpts', label, excerpts: [headline] }] : []
}
