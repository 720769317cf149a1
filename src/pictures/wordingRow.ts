/** A quotation that outlets print in different words, as a finding: each outlet's words where they differ. */
import type { Wording } from '../answers/compare/wordings.js'
import { cardPhrases as say } from '../cardPhrases.js'
import type { CardCell, CardWords, Change, Sign } from '../message.js'
import { type Quotation, type Span, within } from '../model.js'
import { compareWording } from '../quotations/wording.js'
import type { Finding } from './compareCard.js'

/** Words shown on either side of a difference. */
const AROUND = 3
const WORD = /[^\s“”"‘]+/gu
const SIGN_OF: Readonly<Partial<Record<Wording, Sign>>> = {
  altered: 'altered',
  trimmed: 'trimmed',
  spelling: 'spelling',
}

/** None where all print the same words. The first of an outlet's quotations that differs stands for it. */
export function wordingRow(verdict: Wording, quotations: readonly Quotation[]): Finding[] {
  const sign = SIGN_OF[verdict]
  const [fullest, ...others] = quotations.toSorted((a, b) => b.text.length - a.text.length)
  if (!sign || !fullest) return []
  const cells = new Map<string, CardCell>()
  let own: CardCell = { kind: 'all' }
  for (const quotation of others) {
    const wording = compareWording(fullest.text, quotation.text)
    if (!wording || quotation.outlet === fullest.outlet) continue
    const isShown = wording.verdict === verdict && verdict !== 'trimmed'
    const known = cells.get(quotation.outlet)
    if (isShown && known?.kind !== 'words') {
      cells.set(quotation.outlet, { kind: 'words', words: [difference(quotation, wording.changes, 'add')] })
      if (own.kind === 'all') own = { kind: 'words', words: [difference(fullest, wording.changes, 'cut')] }
    } else if (!known) cells.set(quotation.outlet, { kind: wording.verdict === 'trimmed' ? 'some' : 'all' })
  }
  cells.set(fullest.outlet, own)
  const words = own.kind === 'all' ? { excerpt: fullest } : null
  return [{ sign, label: say.label(sign, fullest.speaker?.name ?? fullest.outlet), words, cells }]
}

/** The words of a quotation where it first differs, with some around them. `own` are the changes that stand in it. */
function difference(quotation: Quotation, changes: readonly Change[], own: 'cut' | 'add'): CardWords {
  const { text } = quotation
  const span = placeOf(text, changes, own)
  const words = [...text.matchAll(WORD)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
  const first = words.findIndex(({ end }) => end > span.start)
  const last = words.findLastIndex(({ start }) => start < span.end)
  const from = words[Math.max(0, (first < 0 ? words.length : first) - AROUND)]
  const to = words[Math.min(words.length - 1, Math.max(0, last) + AROUND)]
  if (!from || !to) return { excerpt: quotation }
  const shown = { start: from.start, end: to.end }
  return {
    excerpt: within(quotation, shown),
    isCutBefore: from !== words[0],
    isCutAfter: to !== words.at(-1),
  }
}

/**
 * Where they differ most tellingly: within words that both have, else at an end. An empty span where the other has words and this one
 * has none.
 */
function placeOf(text: string, changes: readonly Change[], own: 'cut' | 'add'): Span {
  const inner = changes.findIndex(({ op }, index) => op !== 'keep' && index > 0 && keepsOn(changes, index))
  const chosen = inner < 0 ? changes.findIndex(({ op }) => op !== 'keep') : inner
  let at = 0
  for (const [index, { op, text: words }] of changes.entries()) {
    const isOwn = op === own || op === 'keep'
    const start = isOwn ? text.indexOf(words, at) : at
    // The words put in the place of others come after them.
    const isNext = index === chosen + 1 && op === own
    if (index === chosen || isNext) {
      if (isOwn) return start < 0 ? { start: at, end: at } : { start, end: start + words.length }
      if (changes[index + 1]?.op !== own) return { start: at, end: at }
    }
    // Kept words are printed as the first wording has them, so in the second the marks may differ.
    if (isOwn) at = start < 0 ? at + words.length : start + words.length
  }
  return { start: at, end: at }
}

function keepsOn(changes: readonly Change[], index: number): boolean {
  return changes.slice(index + 1).some(({ op }) => op === 'keep')
}
