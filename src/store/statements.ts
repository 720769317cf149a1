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
const SAME_DAYS = 7 * 86_400

/**
 * The statements that a new quotation belongs to, best first. Where it carries the longest wording of several, they
 * are one; where it is a part of several, it is of the first alone, since a few words can stand in many statements.
 */
export function statementsOf(said: Said, candidates: readonly Tied[]): number[] {
  const telling = tellingWords(said.text)
  const longest = new Map<number, Tied>()
  for (const candidate of candidates) {
    const known = longest.get(candidate.statementId)
    if (known === undefined || candidate.text.length > known.text.length) longest.set(candidate.statementId, candidate)
  }
  const matching = [...longest.values()].filter((wording) => isOneStatement(said, telling, wording))
  const carried = matching.filter((wording) => wording.text.length <= said.text.length)
  return (carried.length > 0 ? carried : matching.slice(0, 1)).map((wording) => wording.statementId)
}

function isOneStatement(said: Said, telling: ReadonlySet<string>, other: Said): boolean {
  const speakers = sameSpeaker(said, other)
  if (speakers === 'other') return false
  const others = tellingWords(other.text)
  if (!sharesEnough(telling, others)) return false
  const isShort = Math.min(telling.size, others.size) < TELLING
  if (isShort && (speakers === 'unknown' || Math.abs(said.second - other.second) > SAME_DAYS)) return false
  const [longer, shorter] = other.text.length >= said.text.length ? [other, said] : [said, other]
  const verdict = compareWording(longer.text, shorter.text)?.verdict
  return verdict !== undefined && (speakers === 'same' || verdict !== 'altered')
}

/**
 * A cheap look before the close one: wordings of one statement share three telling words, or half of those of the
 * shorter.
 */
function sharesEnough(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length
  return shared >= 3 || 2 * shared >= Math.min(a.size, b.size)
}

function tellingWords(text: string): Set<string> {
  return new Set(words(fold(text)).flatMap((word) => (isStopWord(word.text) ? [] : word.text)))
}

/** Words alone tie quotations where nobody, or nobody with a name, is said to have spoken them. */
function sameSpeaker({ speaker: a }: Said, { speaker: b }: Said): 'same' | 'unknown' | 'other' {
  if (a === null || b === null) return 'unknown'
  if (a.kind === 'person' && b.kind === 'person') return couldBeSamePerson(a.name, b.name) ? 'same' : 'other'
  return a.kind === b.kind && a.name.toLowerCase() === b.name.toLowerCase() ? 'same' : 'unknown'
}
