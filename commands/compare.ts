import { type CompareAnswer, compare } from '../src/answers/compare.js'
import { defineCommand } from '../src/command.js'
import { comparePhrases as say } from '../src/comparePhrases.js'
import type { Action, Block, Message } from '../src/message.js'
import type { Quotation } from '../src/model.js'
import { compareWording } from '../src/quotations/wording.js'
import { typed } from '../src/typed.js'

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
    since: { kind: 'date', summary: 'only from then on', keywords: ['since'] },
    story: { kind: 'article', summary: 'which story, where several are about it', placeholder: 'ID' },
  },
  examples: ['/compare afghanistan', '/compare allies since 2018-12'],
  async run({ topic, since, story }, { archive }): Promise<Message> {
    const answer = await compare(archive, topic, { since, story })
    const actions = othersOf(answer, topic.text)
    if (answer.story === null) {
      const text = say.nothing(topic.text, await archive.count(since ? { since } : undefined))
      return { title: say.title(topic.text), blocks: [{ kind: 'text', text }], actions, data: answer }
    }
    return { title: say.title(topic.text), blocks: blocksOf(answer), actions, data: answer }
  },
})

function blocksOf(answer: CompareAnswer): Block[] {
  const articles = answer.outlets.reduce((sum, { articleIds }) => sum + articleIds.length, 0)
  return [
    { kind: 'text', text: say.story(articles, answer.story?.outlets ?? 0) },
    ...answer.outlets.map(
      ({ outlet, excerpts }): Block => ({ kind: 'excerpts', label: say.outlet(outlet, excerpts.length), excerpts }),
    ),
    ...section(
      say.agreed,
      answer.agreements.map(({ excerpts }): Block => ({ kind: 'excerpts', label: null, excerpts })),
    ),
    ...section(
      say.figures,
      answer.figures.map(
        ({ what, verdict, values }): Block => ({
          kind: 'figures',
          what,
          verdict,
          values: values.map((value) => ({ outlet: value.outlet, figure: say.figure(value), excerpt: value.excerpt })),
        }),
      ),
    ),
    ...section(
      say.wordings,
      answer.wordings.flatMap(({ quotations }) => wordingBlocks(quotations)),
    ),
    ...answer.onlyIn.map(({ outlet, excerpts }): Block => ({ kind: 'excerpts', label: say.onlyIn(outlet), excerpts })),
    ...(answer.silent.length > 0 ? [{ kind: 'text' as const, text: say.silent(answer.silent, answer.topic) }] : []),
  ]
}

function section(heading: string, blocks: readonly Block[]): Block[] {
  return blocks.length > 0 ? [{ kind: 'heading', text: heading }, ...blocks] : []
}

/** The fullest wording with those that have its very words, then how each other wording differs from it. */
function wordingBlocks(quotations: readonly Quotation[]): Block[] {
  const [fullest, ...others] = quotations.toSorted((a, b) => b.text.length - a.text.length)
  if (!fullest) return []
  const compared = others.map((quotation) => ({ quotation, wording: compareWording(fullest.text, quotation.text) }))
  const carriedBy = compared.filter(({ wording }) => wording?.verdict === 'exact').map(({ quotation }) => quotation)
  return [
    { kind: 'statement', speaker: fullest.speaker?.name ?? say.unknownSpeaker, quotation: fullest, carriedBy },
    ...compared.flatMap(({ quotation, wording }): Block[] =>
      wording && wording.verdict !== 'exact'
        ? [
            {
              kind: 'wording',
              label: say.wording(wording.verdict, quotation.outlet, fullest.outlet),
              quotation,
              against: fullest,
              changes: wording.changes,
            },
          ]
        : [],
    ),
  ]
}

function othersOf({ otherStories }: CompareAnswer, topic: string): Action[] {
  return otherStories
    .slice(0, MOST_OTHERS)
    .map(({ id }, index) => ({ label: say.otherStory(index + 1), line: typed('compare', topic, { story: id }) }))
}
