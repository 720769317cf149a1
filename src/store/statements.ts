import { QUOTATIONS, remembering } from '../language/remember.js'
import { fold, isStopWord, words } from '../language/words.js'
import type { Speaker } from '../model.js'
import { couldBeSamePerson } from '../quotations/people.js'
import { compareWording } from '../quotations/wording.js'

export interface Said {
  readonly text: string
  readonly speaker: Pick<Speaker, 'name' | 'kind'> | null
  /** The Unix second of its article's publication, 0 where that is unknown. */
  readonly second: number
}

/** A quotation that is stored, and the statement it belongs to. */
export interface Tied extends Said {
  readonly statementId: number
}

/** Fewer telling words than this can be said by anybody, and again another day. */
const TELLING = 3
/** Fewer than this can be said by somebody else another day. */
const TELLING_OF_ALL = 4
/** In words: so many, all of them the same, say something, if two of them tell. */
const SENTENCE = 5
const TELLING_OF_SENTENCE = 2
const SAME_DAYS = 3 * 86_400
const SAME_WEEK = 7 * 86_400
/** By weight: so much is not said twice in the same words. */
const UNMISTAKABLE = 4.5
const NEARLY_EQUAL = 0.9

type Tie = 'likely' | 'certain'

/**
 * The statements that a new quotation belongs to, best first. Where it carries the longest wording of several, or shares with several
 * what nobody says twice, they are one; where it is a part of several, it is of the first alone, since a few words can stand in many.
 */
export function statementsOf(said: Said, candidates: readonly Tied[]): number[] {
  const longest = new Map<number, Tied>()
  for (const candidate of candidates) {
    const known = longest.get(candidate.statementId)
    if (known === undefined || candidate.text.length > known.text.length) longest.set(candidate.statementId, candidate)
  }
  const matching = [...longest.values()].flatMap((wording) => {
    const tie = tieOf(said, wording)
    return tie ? [{ wording, isSure: tie === 'certain' || wording.text.length <= said.text.length }] : []
  })
  const sure = matching.filter(({ isSure }) => isSure)
  return (sure.length > 0 ? sure : matching.slice(0, 1)).map(({ wording }) => wording.statementId)
}

/** Whether two quotations are of one statement: `certain` where they share what nobody says twice in the same days. */
export function tieOf(said: Said, other: Said): Tie | null {
  const [a, b] = [tellingWords(said.text), tellingWords(other.text)]
  if (!sharesEnough(a, b)) return null
  const apart = Math.abs(said.second - other.second)
  const speakers = sameSpeaker(said, other)
  const telling = Math.min(a.size, b.size)
  const isLater = apart > SAME_DAYS
  if (telling < TELLING && isLater) return null
  const [longer, shorter] = other.text.length >= said.text.length ? [other, said] : [said, other]
  const least = isLater ? TELLING_OF_ALL : TELLING
  // Most candidates share a word by chance: what can be told without comparing all words is told first.
  const isShort = speakers !== 'same' && telling < least
  if (isShort && (telling < TELLING_OF_SENTENCE || !isLongEnough(shorter))) return null
  if (speakers === 'other' && apart > SAME_WEEK) return null
  const wording = compareWording(longer.text, shorter.text)
  if (!wording) return null
  if (isShort && wording.verdict !== 'exact' && wording.verdict !== 'spelling') return null
  const isKept = wording.verdict !== 'altered' || wording.likeness >= NEARLY_EQUAL
  const isSure = apart <= SAME_WEEK && wording.shared >= UNMISTAKABLE
  if (speakers === 'same') return isSure ? 'certain' : 'likely'
  if (speakers === 'other') return isKept && isSure ? 'certain' : null
  if (isKept) return isSure ? 'certain' : 'likely'
  return isSure && wording.shared >= 2 * UNMISTAKABLE ? 'certain' : null
}

function isLongEnough({ text }: Said): boolean {
  return words(text).length >= SENTENCE
}

/**
 * A cheap look before the close one: wordings of one statement share three telling words, or half of those of the
 * shorter.
 */
export function sharesEnough(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return isEnough(shared, a.size, b.size)
}

/** The same where it is only known how many telling words both share, and how many each has. */
export function isEnough(shared: number, a: number, b: number): boolean {
  return shared >= 3 || 2 * shared >= Math.min(a, b)
}

/** Words that say something, without case and accents. */
export const tellingWords = remembering(
  (text): ReadonlySet<string> => new Set(words(fold(text)).flatMap((word) => (isStopWord(word.text) ? [] : word.text))),
  QUOTATIONS,
)

/** Words alone tie quotations where nobody, or nobody with a name, is said to have spoken them. */
function sameSpeaker({ speaker: a }: Said, { speaker: b }: Said): 'same' | 'unknown' | 'other' {
  if (a === null || b === null) return 'unknown'
  if (a.kind === 'person' && b.kind === 'person') return couldBeSamePerson(a.name, b.name) ? 'same' : 'other'
  return a.kind === b.kind && a.name.toLowerCase() === b.name.toLowerCase() ? 'same' : 'unknown'
}
