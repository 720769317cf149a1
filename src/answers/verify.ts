import { sentences } from '../language/sentences.js'
import type { Change } from '../message.js'
import { type Article, cut, type Excerpt, overlaps, type Quotation } from '../model.js'
import { sumOf } from '../quotations/alignment.js'
import { comparedWords } from '../quotations/comparedWords.js'
import { couldBeSamePerson } from '../quotations/people.js'
import { compareWording, type WordingVerdict } from '../quotations/wording.js'
import type { Archive, StoredQuotation } from '../store/store.js'
import { assembledFrom } from './assembled.js'
import { continued } from './pieces.js'
import { plainName } from './speakers.js'

export type VerifyVerdict = WordingVerdict | 'other-speaker' | 'not-found'

export interface VerifyMatch {
  readonly quotation: Quotation
  /** How the words of the quotation become the pasted ones. */
  readonly changes: readonly Change[]
  readonly verdict: WordingVerdict
  /** The sentence, or sentences, that it stands in, for who says it of what. */
  readonly sentence: Excerpt
}

export interface VerifyAnswer {
  readonly verdict: VerifyVerdict
  readonly articlesSearched: number
  /** The pasted words were put together from the quotations that match. */
  readonly isAssembled: boolean
  /** Best first, at most 10. */
  readonly matches: readonly VerifyMatch[]
}

export interface VerifyRequest {
  /** As pasted, with quotation marks or without. */
  readonly words: string
  readonly speaker?: string | undefined
}

const RANK: Readonly<Record<WordingVerdict, number>> = { exact: 0, spelling: 1, trimmed: 2, altered: 3 }
const MOST_CANDIDATES = 60
const MOST_ARTICLES = 10
const MOST_MATCHES = 10
/** Longer than any quotation: what stands behind it would only take time. */
const MOST_CHARACTERS = 20_000
/** How much of what was pasted must be quoted somewhere, by weight, before it counts as quotations put together or added to. */
const MOST_OF_IT = 0.5
/** With so much of it in one quotation, that one is meant. */
const ENOUGH_OF_IT = 0.75

interface Match extends Omit<VerifyMatch, 'sentence'> {
  readonly article: Article
  readonly speakerId: number | null
  /** How much of what was pasted it has, 0 to 1, by weight of words. */
  readonly share: number
}

/** Whether somebody was quoted with these words, and how the quotations differ from them. */
export async function verify(archive: Archive, request: VerifyRequest): Promise<VerifyAnswer> {
  const pasted = request.words.slice(0, MOST_CHARACTERS)
  const articlesSearched = await archive.count()
  const candidates = await archive.quotationsLike(pasted, MOST_CANDIDATES)
  const articles = [...new Set(candidates.map(({ article }) => article.id))].slice(0, MOST_ARTICLES)
  const pieces = continued(await archive.quotationsIn(articles))
  const whole = [
    ...candidates.flatMap((one) => matchOf(one, pasted)),
    ...pieces.flatMap((one) => matchesOf(one, pasted)),
  ]
  const isFound = whole.some((match) => isReal(match) || match.share >= ENOUGH_OF_IT)
  const parts = isFound ? [] : assembled(candidates, pasted)
  const matches = distinct([...parts, ...whole])
  const standing = await speakerTest(archive, request.speaker)
  const of = (whose: Standing) => matches.filter((match) => standing(match) === whose)
  const [theirs, unclear, others] = [of('theirs'), of('unclear'), of('others')]
  // Words of somebody else are not theirs because another article does not say whose they are.
  const isOthers = !isReal(theirs[0]) && isReal(others[0])
  const possible = isReal(theirs[0]) || !isReal(unclear[0]) ? [...theirs, ...unclear] : [...unclear, ...theirs]
  const best = possible[0] ?? others[0]
  const verdict = isOthers ? 'other-speaker' : (best?.verdict ?? 'not-found')
  const shown = isOthers ? [...others, ...possible] : [...possible, ...others]
  return {
    verdict,
    articlesSearched,
    isAssembled: parts.length > 0,
    matches: shown.slice(0, MOST_MATCHES).map(({ article, quotation, changes, verdict: own }) => {
      return { quotation, changes, verdict: own, sentence: sentenceOf(article, quotation) }
    }),
  }
}

/** The sentences of a paragraph that have a part of a quotation. */
function sentenceOf(article: Article, { start, end }: Quotation): Excerpt {
  const from = article.text.lastIndexOf('\n', start) + 1
  const to = article.text.indexOf('\n', end)
  const paragraph = article.text.slice(from, to < 0 ? undefined : to)
  const own = sentences(paragraph).filter((one) => overlaps(one, { start: start - from, end: end - from }))
  const span = { start: from + (own[0]?.start ?? start - from), end: from + (own.at(-1)?.end ?? end - from) }
  return cut(article, { start: Math.min(span.start, start), end: Math.max(span.end, end) })
}

function isReal(match: Match | undefined): boolean {
  return match !== undefined && RANK[match.verdict] < RANK.altered
}

/** How one quotation stands to the pasted words; nothing where it is of another statement. */
function matchOf({ article, quotation, speakerId }: StoredQuotation, pasted: string): Match[] {
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
function matchesOf(pieces: readonly StoredQuotation[], pasted: string): Match[] {
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
function assembled(candidates: readonly StoredQuotation[], pasted: string): Match[] {
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
function distinct(matches: readonly Match[]): Match[] {
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

/** Whose a match is, as seen from the speaker that is named; all are theirs where nobody is named. */
type Standing = 'theirs' | 'unclear' | 'others'

async function speakerTest(archive: Archive, named: string | undefined): Promise<(match: Match) => Standing> {
  if (!named?.trim()) return () => 'theirs'
  const name = plainName(named)
  const ids = new Set((await archive.speakersNamed(name)).map((row) => row.id))
  return ({ quotation: { speaker }, speakerId }) => {
    if (speaker === null) return 'unclear'
    const isTheirs = (speakerId !== null && ids.has(speakerId)) || couldBeSamePerson(plainName(speaker.name), name)
    return isTheirs ? 'theirs' : 'others'
  }
}
