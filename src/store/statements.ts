import { contentStems } from '../language/words.js'
import type { Speaker } from '../model.js'
import { couldBeSamePerson } from '../quotations/people.js'
import { compareWording, type WordingVerdict } from '../quotations/wording.js'

export interface Said {
  readonly text: string
  readonly speaker: Pick<Speaker, 'name' | 'kind'> | null
}

/** A quotation that is stored, and the statement it belongs to. */
export interface Tied extends Said {
  readonly statementId: number
}

/**
 * The statements that a new quotation belongs to, best first. Where it carries the longest wording of several, they are one; where it
 * is a part of several, it is of the first alone, since a few words can stand in many statements.
 */
export function statementsOf(said: Said, candidates: readonly Tied[]): number[] {
  const stems = new Set(contentStems(said.text))
  const longest = new Map<number, Tied>()
  for (const candidate of candidates) {
    if (!sharesEnough(stems, new Set(contentStems(candidate.text)))) continue
    const known = longest.get(candidate.statementId)
    if (known === undefined || candidate.text.length > known.text.length) longest.set(candidate.statementId, candidate)
  }
  const matching = [...longest.values()].filter((wording) => isOneStatement(wording, said))
  const carried = matching.filter((wording) => wording.text.length <= said.text.length)
  return (carried.length > 0 ? carried : matching.slice(0, 1)).map((wording) => wording.statementId)
}

function isOneStatement(a: Said, b: Said): boolean {
  const speakers = sameSpeaker(a, b)
  if (speakers === 'other') return false
  const verdict = (a.text.length >= b.text.length ? compareWording(a.text, b.text) : compareWording(b.text, a.text))
    ?.verdict
  return verdict !== undefined && (speakers === 'same' || isSure(verdict))
}

/** A cheap look before the close one: wordings of one statement share three telling words, or half of those of the shorter. */
function sharesEnough(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((stem) => b.has(stem)).length
  return shared >= 3 || 2 * shared >= Math.min(a.size, b.size)
}

/** Words alone tie quotations where nobody, or nobody with a name, is said to have spoken them. */
function sameSpeaker({ speaker: a }: Said, { speaker: b }: Said): 'same' | 'unknown' | 'other' {
  if (a === null || b === null) return 'unknown'
  if (a.kind === 'person' && b.kind === 'person') return couldBeSamePerson(a.name, b.name) ? 'same' : 'other'
  return a.kind === b.kind && a.name.toLowerCase() === b.name.toLowerCase() ? 'same' : 'unknown'
}

function isSure(verdict: WordingVerdict): boolean {
  return verdict !== 'altered'
}
