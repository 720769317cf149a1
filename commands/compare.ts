import { type Agreement, type CompareAnswer, type ComparedStory, compare } from '../src/answers/compare.js'
import { inPieces } from '../src/answers/pieces.js'
import { defineCommand } from '../src/command.js'
import { comparePhrases as say } from '../src/comparePhrases.js'
import { around } from '../src/line/around.js'
import { instead } from '../src/line/instead.js'
import type { Block, Message } from '../src/message.js'
import { type Excerpt, type Quotation, within } from '../src/model.js'
import { altText } from '../src/pictures/altText.js'
import { compareCard } from '../src/pictures/compareCard.js'
import { compareWording, type Wording } from '../src/quotations/wording.js'
import { typed } from '../src/typed.js'

type Compared = Wording & { readonly quotation: Quotation }

/** More would bury the finding. */
const MOST_OTHERS = 3
/** An excerpt of which so much is shown, and no more is left than a cue, is shown. */
const MOSTLY = 0.6
/** UTF-16 units. */
const LONGEST_CUE = 100

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
      blocks: [...blocksOf(answer, answer.story), ...section(say.others, others.flatMap(headlineBlock))],
      actions: others.map(({ label, story: { id } }) => ({ label, line: typed('compare', topic.text, { story: id }) })),
      data: answer,
    }
  },
})

/** What differs first, then what is agreed and what one outlet alone has; of the rest of their words each once. */
function blocksOf(answer: CompareAnswer, { headline, outlets: telling }: ComparedStory): Block[] {
  const { topic, outlets, figures: measures, wordings, onlyIn, silent } = answer
  const agreements = toldOnlyHere(answer)
  const compared = [
    ...section(
      say.figures,
      measures.map(({ what, verdict, values }): Block => {
        const rows = values.map(({ outlet, figure, excerpt }) => ({ outlet, figure, excerpt }))
        return { kind: 'figures', what, verdict, values: rows }
      }),
    ),
    ...section(say.wordings, byFullest(wordings).flatMap(wordingBlocks)),
    ...section(say.agreed, agreements.map(agreementBlock)),
    ...onlyIn.map(({ outlet, excerpts }): Block => ({ kind: 'excerpts', label: say.onlyIn(outlet), excerpts })),
  ]
  const shown = compared.flatMap(excerptsIn)
  const left = outlets.flatMap(({ outlet, excerpts }): Block[] => {
    const rest = excerpts.filter((excerpt) => !paragraphsOf(excerpt).every((part) => isShown(part, shown)))
    const label = rest.length < excerpts.length ? say.outletBesides(outlet) : say.outlet(outlet)
    return rest.length > 0 ? [{ kind: 'excerpts', label, excerpts: rest }] : []
  })
  return [
    ...(headline ? [{ kind: 'excerpts' as const, label: say.story, excerpts: [headline] }] : []),
    { kind: 'text', text: say.told(telling, outlets.length, topic) },
    ...(silent.length > 0 ? [{ kind: 'text' as const, text: say.silent(silent, topic) }] : []),
    ...cardBlock({ ...answer, agreements }, compared),
    ...compared,
    ...left,
  ]
}

/** The picture of what was compared, above it. */
function cardBlock(answer: CompareAnswer, compared: readonly Block[]): Block[] {
  const card = compareCard(
    answer,
    compared.filter((block) => block.kind === 'figures'),
  )
  return card ? [{ kind: 'image', name: 'comparison.png', alt: altText(card, answer.topic), card }] : []
}

/** The claims that do not stand among the wordings or the figures already. */
function toldOnlyHere({ agreements, figures: measures, wordings }: CompareAnswer): readonly Agreement[] {
  const agreed = measures.filter(({ verdict }) => verdict === 'same')
  return agreements.filter(
    (agreement) => !isQuotedAlike(agreement, wordings) && !agreed.some((measure) => isOfFigures(agreement, measure)),
  )
}

function excerptsIn(block: Block): readonly Excerpt[] {
  if (block.kind === 'excerpts') return block.excerpts
  if (block.kind === 'statement') return [block.quotation, ...block.carriedBy]
  if (block.kind === 'wording') return [block.quotation]
  return block.kind === 'figures' ? block.values.map(({ excerpt }) => excerpt) : []
}

function paragraphsOf(excerpt: Excerpt): Excerpt[] {
  return [...excerpt.text.matchAll(/[^\n]+/gu)].map(({ index, 0: text }) =>
    within(excerpt, { start: index, end: index + text.length }),
  )
}

/** Whether excerpts have so much of another that the rest ("he wrote") tells nothing more. */
function isShown(excerpt: Excerpt, shown: readonly Excerpt[]): boolean {
  const length = excerpt.end - excerpt.start
  let [end, covered] = [excerpt.start, 0]
  const own = shown.filter((other) => other.articleId === excerpt.articleId)
  for (const other of own.toSorted((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(other.start, end), Math.min(other.end, excerpt.end)]
    if (to <= from) continue
    covered += to - from
    end = to
  }
  return covered >= MOSTLY * length && length - covered <= LONGEST_CUE
}

/** One excerpt of each source, under how many outlets have it. */
function agreementBlock({ excerpts, sources }: Agreement): Block {
  const firsts = sources.flatMap(([first]) => excerpts.filter(({ outlet }) => outlet === first))
  return { kind: 'excerpts', label: say.agreedBy(sources), excerpts: firsts }
}

/** Whether a claim is nothing but words that outlets quote alike, which stand among the wordings. */
function isQuotedAlike({ excerpts }: Agreement, wordings: CompareAnswer['wordings']): boolean {
  const quoted = wordings.flatMap(({ quotations }) => quotations)
  return excerpts.every((excerpt) => isShown(excerpt, quoted))
}

/** Whether a claim is nothing but figures that are the same, which stand among the figures. */
function isOfFigures({ excerpts }: Agreement, { values }: CompareAnswer['figures'][number]): boolean {
  const told = values.map(({ excerpt }) => excerpt)
  return excerpts.every((excerpt) => isShown(excerpt, told))
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
