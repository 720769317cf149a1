import type { Span } from '../model.js'
import { inSentence } from './inSentence.js'
import { mentionFacts } from './names.js'
import { nearby } from './nearby.js'
import type { Said } from './paragraph.js'
import { phrasesBefore } from './phrasesBefore.js'
import type { Shape, Situation } from './situation.js'

/** Somebody who may have said a quotation, with the features that speak for and against it. */
export interface Candidate extends Said {
  readonly features: readonly string[]
}

/** One way in which words near a quotation can point at its speaker, and what is to be seen there. */
export interface Lead {
  readonly route: string
  readonly said: Said
  readonly facts: readonly string[]
}

/** Whoever may have said a quotation; the same words found by several routes are one candidate. */
export function candidatesOf(situation: Situation, shape: Shape): Candidate[] {
  const found = new Map<number, { said: Said; features: string[] }>()
  for (const { route, said, facts } of [
    ...inSentence(situation, shape),
    ...phrasesBefore(situation, shape),
    ...nearby(situation, shape),
  ]) {
    let candidate = found.get(said.mention.start)
    if (!candidate) {
      candidate = { said, features: factsOf(situation, said.mention) }
      found.set(said.mention.start, candidate)
    } else if (said.cue && !candidate.said.cue) candidate.said = said
    candidate.features.push(`${route} ${shape.place}`)
    for (const fact of facts) candidate.features.push(`${route} ${fact}`)
  }
  return [...found.values()].map(({ said, features }) => ({ ...said, features }))
}

function factsOf({ text, quoted, names, current, last }: Situation, mention: Span): string[] {
  return mentionFacts(text, mention, quoted.inner, names, current, last)
}

/** The features of there being nobody to name. */
export function nobodysFeatures(
  { paragraph, sentence, current, before: paragraphBefore }: Situation,
  shape: Shape,
  candidates: number,
): string[] {
  const { place, form, length, before, after, wordBefore, wordAfter, continues } = shape
  const isIntroduced = sentence === 0 && paragraphBefore?.tokens.at(-1)?.text === ':'
  const facts = [
    'always',
    `form ${form}`,
    `length ${length}`,
    `length ${length} before ${before}`,
    `before ${before}`,
    `before ${before} ${form[0]}`,
    `after ${after}`,
    `word before ${wordBefore}`,
    `word after ${wordAfter}`,
    `word before ${wordBefore} length ${length}`,
    `events ${Math.min(2, paragraph.events[sentence]?.length ?? 0)}`,
    current ? 'current' : 'no current',
    `candidates ${Math.min(4, candidates)}`,
    `length ${length} ${form[0]}`,
    continues,
    isIntroduced ? 'introduced' : 'not introduced',
  ]
  return facts.flatMap((fact) => [`nobody ${fact}`, `nobody ${fact} ${place}`])
}
