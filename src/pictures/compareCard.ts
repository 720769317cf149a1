/** What a comparison found as a card, and the card in words. */
import type { Agreement, CompareAnswer } from '../answers/compare/answer.js'
import { cardPhrases as say } from '../cardPhrases.js'
import type { Block, Card, CardCell, CardRow, CardWords, Sign } from '../message.js'
import { type Excerpt, within } from '../model.js'
import { wordingRow } from './wordingRow.js'

type FiguresBlock = Extract<Block, { kind: 'figures' }>

/** A finding, before it is known which outlets are columns. */
export interface Finding extends Omit<CardRow, 'cells'> {
  readonly cells: ReadonlyMap<string, CardCell>
}

/** What tells most comes first, and no more of a kind than leave room for the others. */
const MOST: Readonly<Record<Sign, number>> = {
  conflict: 4,
  altered: 2,
  agreed: 3,
  compatible: 2,
  same: 2,
  trimmed: 1,
  spelling: 1,
  only: 2,
}
const ORDER: readonly Sign[] = ['conflict', 'altered', 'agreed', 'compatible', 'same', 'trimmed', 'spelling', 'only']
const MOST_COLUMNS = 4
/** Figures of one outlet that measure one thing; UTF-16 units of a printed one that is no sentence. */
const MOST_FIGURES = 2
const LONGEST_FIGURE = 60
/** A claim of fewer letters says little by itself. */
const SHORTEST_CLAIM = 40
const NOTHING: CardCell = { kind: 'nothing' }
const ALL: CardCell = { kind: 'all' }

/**
 * Null where nothing is compared: no story, one outlet that mentions the topic, or nothing that two of them tell. `figures` are as the
 * message shows them.
 */
export function compareCard(answer: CompareAnswer, figures: readonly FiguresBlock[]): Card | null {
  const { topic, story, outlets, silent } = answer
  const findings = findingsOf(answer, figures)
  if (story === null || outlets.length < 2 || !findings.some(({ sign }) => sign !== 'only')) return null
  const telling = mostIn(
    outlets.map(({ outlet }) => outlet),
    findings,
  )
  const mute = silent.slice(0, MOST_COLUMNS - telling.length)
  const columns = [
    ...telling.map((outlet) => ({ outlet, isSilent: false })),
    ...mute.map((outlet) => ({ outlet, isSilent: true })),
  ]
  const isColumn = new Set(columns.map(({ outlet }) => outlet))
  const more = outlets.map(({ outlet }) => outlet).filter((outlet) => !isColumn.has(outlet))
  const restSilent = silent.filter((outlet) => !isColumn.has(outlet))
  return {
    title: say.title(topic),
    headline: story.headline,
    basis: basisOf(answer),
    columns,
    rows: findings
      .filter(({ cells }) => telling.some((outlet) => cells.has(outlet)))
      .map(({ cells, ...finding }) => ({
        ...finding,
        cells: columns.map(({ outlet }) => cells.get(outlet) ?? NOTHING),
      })),
    notes: [
      ...(more.length > 0 ? [say.moreOutlets(more)] : []),
      ...(restSilent.length > 0 ? [say.moreSilent(restSilent)] : []),
    ],
  }
}

function findingsOf(answer: CompareAnswer, figures: readonly FiguresBlock[]): Finding[] {
  const all = [
    ...figures.map(figuresFinding),
    ...answer.wordings.flatMap(({ verdict, quotations }) => wordingRow(verdict, quotations)),
    ...answer.agreements.flatMap(agreementFinding),
    ...answer.onlyIn.flatMap(({ outlet, excerpts }) => excerpts.slice(0, 1).map((excerpt) => only(outlet, excerpt))),
  ]
  return ORDER.flatMap((sign) => all.filter((finding) => finding.sign === sign).slice(0, MOST[sign]))
}

function figuresFinding({ what, verdict, values }: FiguresBlock): Finding {
  const cells = new Map<string, CardCell>()
  for (const { outlet, figure } of values) {
    const cell = cells.get(outlet)
    const before = cell?.kind === 'words' ? cell.words : []
    const isNew = figure.text.length <= LONGEST_FIGURE && !before.some(({ excerpt }) => excerpt.text === figure.text)
    const words = { excerpt: withoutEnd(figure) }
    if (isNew && before.length < MOST_FIGURES) cells.set(outlet, { kind: 'words', words: [...before, words] })
    else if (!cell) cells.set(outlet, ALL)
  }
  return { sign: verdict, label: say.label(verdict, what), words: null, cells }
}

/** Without the dash or comma that stood between a figure and what follows. */
function withoutEnd(figure: Excerpt): Excerpt {
  const end = figure.text.search(/[\s,;–—-]+$/u)
  return end > 0 ? within(figure, { start: 0, end }) : figure
}

/** In the words of the outlet that is shortest about it. */
function agreementFinding({ excerpts, sources }: Agreement): Finding[] {
  const shortestFirst = excerpts.toSorted((a, b) => a.text.length - b.text.length)
  const shown = shortestFirst.find(({ text }) => text.length >= SHORTEST_CLAIM) ?? shortestFirst.at(-1)
  if (!shown) return []
  const cells = new Map(excerpts.map(({ outlet }) => [outlet, ALL]))
  return [{ sign: 'agreed', label: say.agreed(shown.outlet, sources), words: claim(shown), cells }]
}

/** A claim is cut out of its sentence where it begins as no sentence does. */
function claim(excerpt: Excerpt): CardWords {
  return { excerpt, isCutBefore: /^\p{Ll}/u.test(excerpt.text) }
}

function only(outlet: string, excerpt: Excerpt): Finding {
  return { sign: 'only', label: say.label('only', outlet), words: claim(excerpt), cells: new Map([[outlet, ALL]]) }
}

/** The outlets that are in most findings, those that tell more counting more, in their own order. */
function mostIn(outlets: readonly string[], findings: readonly Finding[]): string[] {
  const scores = new Map<string, number>()
  for (const { cells, sign } of findings) {
    const score = ORDER.length - ORDER.indexOf(sign)
    for (const outlet of cells.keys()) scores.set(outlet, (scores.get(outlet) ?? 0) + score)
  }
  const most = new Set(outlets.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0)).slice(0, MOST_COLUMNS))
  return outlets.filter((outlet) => most.has(outlet))
}

function basisOf({ outlets }: CompareAnswer): string {
  const articles = outlets.flatMap(({ articleIds }) => articleIds)
  const days = outlets
    .flatMap(({ excerpts }) => excerpts.map(({ published }) => published?.slice(0, 10) ?? ''))
    .filter(Boolean)
    .toSorted()
  return say.basis(articles.length, [days.at(0) ?? '', days.at(-1) ?? ''])
}
