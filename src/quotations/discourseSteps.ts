import type { Span } from '../model.js'
import { type ClauseRole, clauseRole } from './clauseRole.js'
import { type Description, descriptions } from './roleHolders.js'
import type { Gender } from './roles.js'
import type { NameMention, Roster } from './roster.js'

const PRONOUN = /(?<![\p{L}’'])(?:(he|him|his|himself)|(she|her|hers|herself))(?![\p{L}])/giu
const BOUNDARY = /[.!?][”"’)\]]*(?=\s+["“‘(]?\p{Lu})|\n+/gu
const NO_END = /(?:^|[\s("“])(?:\p{Lu}|Mrs?|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Jr|vs|Prof|Rev)$/u

export interface NameStep {
  readonly kind: 'name'
  readonly start: number
  readonly mention: NameMention
  readonly role: ClauseRole
  readonly isQuoted: boolean
  readonly isSpeaking: boolean
}
export interface DescriptionStep {
  readonly kind: 'description'
  readonly start: number
  readonly description: Description
  readonly role: ClauseRole
}
export interface PronounStep extends Span {
  readonly gender: Gender
  readonly kind: 'pronoun'
  readonly isOwner: boolean
}
interface Boundary {
  readonly kind: 'boundary'
  readonly start: number
  readonly isParagraph: boolean
}
export type Step = NameStep | DescriptionStep | PronounStep | Boundary

/** Names, descriptions, pronouns and ends of sentences in text order; of what is quoted, only names. Linear but for the sorting. */
export function stepsOf(text: string, roster: Roster, quoted: readonly Span[], speaking: ReadonlySet<number>): Step[] {
  const isQuoted = insideOf(quoted)
  const steps: Step[] = roster.mentions.map((mention) => ({
    kind: 'name',
    start: mention.start,
    mention,
    role: mention.role,
    isQuoted: isQuoted(mention.start),
    isSpeaking: speaking.has(mention.end),
  }))
  for (const { 0: word, 1: male, index } of text.matchAll(PRONOUN)) {
    if (isQuoted(index)) continue
    const isOwner = /^(?:his|hers?|him|himself|herself)$/iu.test(word)
    steps.push({ kind: 'pronoun', start: index, end: index + word.length, gender: male ? 'male' : 'female', isOwner })
  }
  for (const description of descriptions(text, roster)) {
    const { start, end } = description
    if (!isQuoted(start))
      steps.push({ kind: 'description', start, description, role: clauseRole(text, { from: start, start, end }) })
  }
  for (const { 0: end, index } of text.matchAll(BOUNDARY)) {
    const isParagraph = end.startsWith('\n')
    if (!isParagraph && NO_END.test(text.slice(Math.max(0, index - 6), index))) continue
    const after = index + end.length
    if (!isQuoted(index) || !isQuoted(after)) steps.push({ kind: 'boundary', start: index, isParagraph })
  }
  return steps.toSorted((a, b) => a.start - b.start)
}

/** Whether a place is inside one of the spans, which are in text order. */
function insideOf(spans: readonly Span[]): (place: number) => boolean {
  return (place) => {
    let low = 0
    let high = spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((spans[middle]?.start ?? 0) <= place) low = middle + 1
      else high = middle
    }
    return place < (spans[low - 1]?.end ?? -1)
  }
}
