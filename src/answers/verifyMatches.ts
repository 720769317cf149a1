/** How quotations stand to words that were pasted. */
import type { Change } from '../message.js'
import type { Article, Quotation } from '../model.js'
import { sumOf } from '../quotations/alignment.js'
import { comparedWords } from '../quotations/comparedWords.js'
import { compareWording, type WordingVerdict } from '../quotations/wording.js'
import type { StoredQuotation } from '../store/store.js'
import { assembledFrom } from './assembled.js'

export interface Match {
  readonly quotation: Quotation
  /** How the words of the quotation become the pasted ones. */
  readonly changes: readonly Change[]
  readonly verdict: WordingVerdict
  readonly article: Article
  readonly speakerId: number | null
  /** How much of what was pasted it has, 0 to 1, by weight of words. */
  readonly share: number
}

export const RANK: Readonly<Record<WordingVerdict, number>> = { exact: 0, spelling: 1, trimmed: 2, altered: 3 }
/** How much of what was pasted must be quoted somewhere, by weight, before it counts as quotations put together or added to. */
const MOST_OF_IT = 0.5

export function isReal(match: Match | undefined): boolean {
  return match !== undefined && RANK[match.verdict] < RANK.altered
}

/** How one quotation stands to the pasted words; nothing where it is of another statement. */
export function matchOf({ article, quotation, speakerId }: StoredQuotation, pasted: string): Match[] {
  const wording = compareWording(quotation.text, pasted)
  if (!wording) return []
  const { changes } = wording
  const share = shareOf(changes)
  // The quotation is a part of what was pasted: nobody is quoted with the rest.
  const verdict = wording.verdict === 'trimmed' && !wording.isInside ? 'altered' : wording.verdict
  const isPart = !changes.some(({ op }) => op === 'cut')
  return verdict === 'altered' && isPart && share < MOST_OF_IT
    ? []
    : [{ article, quotation, speakerId, changes, verdict, share }]
}

/** The same for a quotation that its article prints in pieces, a match for each piece; nothing where one piece has all of it. */
export function matchesOf(pieces: readonly StoredQuotation[], pasted: string): Match[] {
  const wording = compareWording(pieces.map(({ quotation }) => quotation.text).join(' '), pasted)
  if (!wording || (wording.verdict === 'trimmed' && !wording.isInside)) return []
  if (pieces.some((piece) => matchOf(piece, pasted).some((match) => isReal(match)))) return []
  const share = shareOf(wording.changes)
  return pieces.flatMap(({ article, quotation, speakerId }) => {
    const own = compareWording(quotation.text, pasted)?.changes.filter(({ op }) => op !== 'add')
    const isLeftOut = !own && RANK[wording.verdict] >= RANK.trimmed
    const changes = own ?? [{ op: 'keep' as const, text: quotation.text }]
    return isLeftOut ? [] : [{ article, quotation, speakerId, changes, verdict: wording.verdict, share }]
  })
}

/** Quotations that were put together: the pasted sentences, or runs of words, are quoted, each somewhere else. */
export function assembled(candidates: readonly StoredQuotation[], pasted: string): Match[] {
  const ofSentences = sentencesFrom(candidates, pasted)
  if (ofSentences.length > 0) return ofSentences
  return assembledFrom(candidates, pasted).map(({ source, text }) => {
    const changes = compareWording(source.quotation.text, text)?.changes ?? [{ op: 'keep' as const, text }]
    return { ...source, changes, verdict: 'altered' as const, share: MOST_OF_IT }
  })
}

function sentencesFrom(candidates: readonly StoredQuotation[], pasted: string): Match[] {
  const parts = pasted.split(/(?<=[.!?…]["”’)\]]?)\s+/u)
  if (parts.length < 2 || parts.length > 40) return []
  const found = parts.map((sentence) => {
    const best = distinct(candidates.flatMap((one) => matchOf(one, sentence)))[0]
    return { best, weight: sumOf(comparedWords(sentence)) }
  })
  const weight = found.reduce((sum, one) => sum + one.weight, 0)
  const covered = found.reduce((sum, one) => sum + (one.best ? one.weight * one.best.share : 0), 0)
  if (covered < MOST_OF_IT * weight) return []
  return found.flatMap(({ best }) => (best ? [{ ...best, verdict: 'altered' as const }] : []))
}

/** How much of the pasted words is kept, by weight. */
function shareOf(changes: readonly Change[]): number {
  const weigh = (op: Change['op']) =>
    changes.reduce((sum, change) => (change.op === op ? sum + sumOf(comparedWords(change.text)) : sum), 0)
  const kept = weigh('keep')
  return kept / Math.max(kept + weigh('add'), 0.01)
}

/** Each quotation once, best first: by verdict, by how much of the pasted words it has, the fuller one, the newer one. */
export function distinct<Found extends Match>(matches: readonly Found[]): Found[] {
  const sorted = matches.toSorted(
    (a, b) =>
      RANK[a.verdict] - RANK[b.verdict] ||
      b.share - a.share ||
      b.quotation.text.length - a.quotation.text.length ||
      (b.quotation.published ?? '').localeCompare(a.quotation.published ?? ''),
  )
  const seen = new Set<string>()
  return sorted.filter(({ quotation: { articleId, start } }) => {
    const key = `${articleId} ${start}`
    return seen.has(key) ? false : seen.add(key)
  })
}
