import { sentences } from '../language/sentences.js'
import type { Change } from '../message.js'
import { type Article, cut, type Excerpt, overlaps, type Quotation } from '../model.js'
import { couldBeSamePerson } from '../quotations/people.js'
import type { WordingVerdict } from '../quotations/wording.js'
import type { Archive } from '../store/store.js'
import { type Changed, changesIn, isSamePlace } from './changed.js'
import { continued } from './pieces.js'
import { plainName } from './speakers.js'
import { type Before, type EarlierMatch, earlierMatches } from './verifyEarlier.js'
import { assembled, distinct, isReal, type Match, matchesOf, matchOf, RANK } from './verifyMatches.js'

export type VerifyVerdict = WordingVerdict | 'other-speaker' | 'not-found'

export interface VerifyMatch {
  readonly quotation: Quotation
  /** How the words of the quotation become the pasted ones. */
  readonly changes: readonly Change[]
  readonly verdict: WordingVerdict
  /** The sentence, or sentences, that it stands in, for who says it of what. */
  readonly sentence: Excerpt
  /** Of a quotation of an earlier version: until when it stood, and what stands there now. */
  readonly changedSince?: Before
}

export interface VerifyAnswer {
  readonly verdict: VerifyVerdict
  readonly articlesSearched: number
  /** The pasted words were put together from the quotations that match. */
  readonly isAssembled: boolean
  /** Best first, at most 10. */
  readonly matches: readonly VerifyMatch[]
  /** Of matches that stand in current versions: those that earlier ones print in other words. */
  readonly changedSince: readonly Changed[]
}

export interface VerifyRequest {
  /** As pasted, with quotation marks or without. */
  readonly words: string
  readonly speaker?: string | undefined
}

const MOST_CANDIDATES = 60
const MOST_ARTICLES = 10
const MOST_MATCHES = 10
/** More versions would say the same. */
const MOST_EARLIER = 3
const NEARNESS: Readonly<Record<VerifyVerdict, number>> = { ...RANK, altered: 4, 'other-speaker': 3, 'not-found': 5 }
/** Longer than any quotation: what stands behind it would only take time. */
const MOST_CHARACTERS = 20_000
/** With so much of it in one quotation, that one is meant. */
const ENOUGH_OF_IT = 0.75

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
  const standing = await speakerTest(archive, request.speaker)
  const current = judged(distinct([...parts, ...whole]), standing)
  const isSure = current.verdict === 'exact' || current.verdict === 'spelling'
  const earlier = isSure ? null : judged(distinct(await earlierMatches(archive, pasted)), standing)
  const isEarlier = earlier !== null && isBetter(earlier, current)
  const { verdict, matches } = isEarlier
    ? { ...earlier, matches: [...earlier.matches.slice(0, MOST_EARLIER), ...judged(distinct(whole), standing).matches] }
    : current
  const shown = matches.slice(0, MOST_MATCHES).map(answered)
  return {
    verdict,
    articlesSearched,
    isAssembled: !isEarlier && parts.length > 0,
    matches: shown,
    changedSince: await changedOf(archive, shown),
  }
}

/** Without what stands beside an earlier match already. */
async function changedOf(archive: Archive, matches: readonly VerifyMatch[]): Promise<readonly Changed[]> {
  const current = matches.filter(({ changedSince }) => changedSince === undefined)
  const changed = await changesIn(
    archive,
    current.map(({ quotation }) => quotation),
  )
  const isTold = (one: Quotation) =>
    matches.some(({ changedSince }) => changedSince?.now && isSamePlace(changedSince.now.quotation, one))
  return changed.filter(({ quotation }) => !isTold(quotation))
}

interface Judged<Found> {
  readonly verdict: VerifyVerdict
  readonly matches: readonly Found[]
}

/** What matches say together, those first that say it; each once and the best first. */
function judged<Found extends Match>(matches: readonly Found[], standing: (match: Match) => Standing): Judged<Found> {
  const of = (whose: Standing) => matches.filter((match) => standing(match) === whose)
  const [theirs, unclear, others] = [of('theirs'), of('unclear'), of('others')]
  // Words of somebody else are not theirs because another article does not say whose they are.
  const isOthers = !isReal(theirs[0]) && isReal(others[0])
  const possible = isReal(theirs[0]) || !isReal(unclear[0]) ? [...theirs, ...unclear] : [...unclear, ...theirs]
  const best = possible[0] ?? others[0]
  return {
    verdict: isOthers ? 'other-speaker' : (best?.verdict ?? 'not-found'),
    matches: isOthers ? [...others, ...possible] : [...possible, ...others],
  }
}

/** Whether earlier versions have words nearer to the pasted ones than the current ones do. */
function isBetter(earlier: Judged<Match>, current: Judged<Match>): boolean {
  const [a, b] = [NEARNESS[earlier.verdict], NEARNESS[current.verdict]]
  return a < b || (earlier.verdict === 'altered' && a === b && shareOf(earlier) > shareOf(current))
}

function shareOf({ matches: [best] }: Judged<Match>): number {
  return best?.share ?? 0
}

function answered(match: Match | EarlierMatch): VerifyMatch {
  const { article, quotation, changes, verdict } = match
  const found = { quotation, changes, verdict, sentence: sentenceOf(article, quotation) }
  return 'before' in match ? { ...found, changedSince: match.before } : found
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
