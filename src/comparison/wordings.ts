import type { CompareAnswer } from '../answers/compare/answer.js'
import { inPieces } from '../answers/pieces.js'
import { comparePhrases as say } from '../comparePhrases.js'
import { around } from '../line/around.js'
import type { Block } from '../message.js'
import { overlaps, type Quotation } from '../model.js'
import { compareWording, type Wording } from '../quotations/wording.js'
import { changedNotes } from './changed.js'

type Compared = Wording & { readonly quotation: Quotation }

/**
 * How outlets quote each statement: the fullest wording, then how each other outlet's differs from it, and which outlets changed theirs
 * since they first printed it.
 */
export function wordingBlocks(
  wordings: CompareAnswer['wordings'],
  changed: CompareAnswer['changedSince'] = [],
): Block[] {
  return byFullest(wordings).flatMap((quotations) => {
    const own = changed.filter(({ quotation }) =>
      quotations.some((one) => one.articleId === quotation.articleId && overlaps(one, quotation)),
    )
    return [...blocksOf(quotations), ...changedNotes(own)]
  })
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

function keyOf({ articleId, start }: Quotation): string {
  return `${articleId} ${start}`
}

/** The fullest wording with those that have its very words, then how each other outlet's differs from it. */
function blocksOf([fullest, ...others]: readonly Quotation[]): Block[] {
  if (!fullest) return []
  const compared = inPieces(others).flatMap((pieces) => comparedWith(fullest, pieces))
  const carriedBy = compared.filter(({ verdict }) => verdict === 'exact').map(({ quotation }) => quotation)
  return [
    ...(isPart(fullest) ? [{ kind: 'text' as const, text: say.partOf(fullest.outlet) }] : []),
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

/** Whether it was cut out of a longer quotation: one mark or both are missing. */
function isPart({ text }: Quotation): boolean {
  return !/^["“‘'«„]/u.test(text) || !/["”’'»“][.,;:]?$/u.test(text)
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
