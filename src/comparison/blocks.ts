import type { Agreement, CompareAnswer, ComparedStory } from '../answers/compare/answer.js'
import { comparePhrases as say } from '../comparePhrases.js'
import type { Block } from '../message.js'
import type { Excerpt } from '../model.js'
import { altText } from '../pictures/altText.js'
import { compareCard } from '../pictures/compareCard.js'
import { isShown, paragraphsOf } from './shown.js'
import { wordingBlocks } from './wordings.js'

/** What differs first, then what is agreed and what one outlet alone has; of the rest of their words each once. */
export function comparisonBlocks(
  answer: CompareAnswer,
  { headline, outlets: telling, copies }: ComparedStory,
): Block[] {
  const { topic, outlets, figures: measures, wordings, changedSince, onlyIn, silent } = answer
  const agreements = toldOnlyHere(answer)
  const compared = [
    ...section(
      say.figures,
      measures.map(({ what, verdict, values }): Block => {
        const rows = values.map(({ outlet, figure, excerpt }) => ({ outlet, figure, excerpt }))
        return { kind: 'figures', what, verdict, values: rows }
      }),
    ),
    ...section(say.wordings, wordingBlocks(wordings, changedSince)),
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
    { kind: 'text', text: say.told(telling, copies, outlets.length, topic) },
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

/** One excerpt of each source, under how many outlets have it. */
function agreementBlock({ excerpts, sources }: Agreement): Block {
  const firsts = sources.flatMap(([first]) => excerpts.filter(({ outlet }) => outlet === first))
  return { kind: 'excerpts', label: say.agreedBy(sources), excerpts: firsts }
}

function excerptsIn(block: Block): readonly Excerpt[] {
  if (block.kind === 'excerpts') return block.excerpts
  if (block.kind === 'statement') return [block.quotation, ...block.carriedBy]
  if (block.kind === 'wording') return [block.quotation]
  return block.kind === 'figures' ? block.values.map(({ excerpt }) => excerpt) : []
}

/** Blocks under a heading; nothing where there are none. */
export function section(heading: string, blocks: readonly Block[]): Block[] {
  return blocks.length > 0 ? [{ kind: 'heading', text: heading }, ...blocks] : []
}
