import { type CompareAnswer, compare } from '../src/answers/compare.js'
import { inPieces } from '../src/answers/pieces.js'
import { defineCommand } from '../src/command.js'
import { comparePhrases as say } from '../src/comparePhrases.js'
import { figures } from '../src/language/figures.js'
import { around } from '../src/line/around.js'
import type { Action, Block, Message } from '../src/message.js'
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
    const actions = othersOf(answer, topic.text)
    if (answer.story === null) {
      const text = say.nothing(
        topic.text,
        await archive.count({ ...(outlet ? { outlet } : {}), ...(since ? { since } : {}) }),
      )
      return { title, blocks: [{ kind: 'text', text }], actions, data: answer }
    }
    const headline = await headlineOf(answer, archive)
    return { title, blocks: [...headline, ...blocksOf(answer, answer.story.outlets)], actions, data: answer }
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
    ...section(say.wordings, byFullest(wordings).flatMap(wordingBlocks)),
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

function keyOf({ articleId, start }: Quotation): string {
  return `${articleId} ${start}`
}

/** The quotations of each statement, which the data holds once for each way in which they differ. */
function byFullest(wordings: CompareAnswer['wordings']): Quotation[][] {
  const statements = new Map<string, Map<string, Quotation>>()
  for (const { quotations } of wordings) {
    const [fullest] = quotations
    if (!fullest) continue
    const known = statements.get(keyOf(fullest)) ?? new Map<string, Quotation>()
    for (const quotation of quotations) known.set(keyOf(quotation), quotation)
    statements.set(keyOf(fullest), known)
  }
  return [...statements.values()].map((quotations) => [...quotations.values()])
}

/** The fullest wording with those that have its very words, then how each other outlet's differs from it. */
function wordingBlocks([fullest, ...others]: readonly Quotation[]): Block[] {
  if (!fullest) return []
  const compared = inPieces(others).flatMap((pieces) => comparedWith(fullest, pieces))
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

/** How what an article prints, in one piece or in several, differs; each piece by itself where a change would run over two of them. */
function comparedWith(fullest: Quotation, pieces: readonly Quotation[]): Compared[] {
  const [first, more] = pieces
  if (!first) return []
  const wording = compareWording(fullest.text, pieces.map(({ text }) => text).join(' '))
  const slices = [fullest, ...pieces].map(({ text }) => text)
  const isPrinted = wording?.changes.every((change) => slices.some((text) => text.includes(change.text)))
  if (wording && isPrinted) return [{ quotation: first, ...wording }]
  return more ? pieces.flatMap((piece) => comparedWith(fullest, [piece])) : []
}

/** An outlet often quotes one statement in several pieces: each lacks the others, and to show one of them tells enough. */
function isOutletsFirst(one: Compared, compared: readonly Compared[], index: number): boolean {
  return !compared.some(
    (other, at) =>
      other.quotation.outlet === one.quotation.outlet &&
      (other.verdict === 'altered' || other.verdict === 'exact' || at < index),
  )
}

function othersOf({ otherStories }: CompareAnswer, topic: string): Action[] {
  return otherStories
    .slice(0, MOST_OTHERS)
    .map(({ id }, index) => ({ label: say.otherStory(index + 1), line: typed('compare', topic, { story: id }) }))
}
