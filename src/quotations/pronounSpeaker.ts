import type { Span } from '../model.js'
import { bodyBefore } from './bodyBefore.js'
import { again, type Context, headOf, namesIn, REACH, type Spoken, said, saidBy } from './mentions.js'
import { DOCUMENTS, type Gender } from './roles.js'

/** What a pronoun asks for; `nobody`: one that names no third person whom the text could tell. */
export type PronounGender = Gender | 'any' | 'body' | 'several' | 'nobody'

const PRONOUNS: Readonly<Record<PronounGender, readonly string[]>> = {
  male: ['he', 'him', 'his'],
  female: ['she', 'her'],
  any: ['who'],
  body: ['it'],
  several: ['they'],
  nobody: ['i', 'we', 'both', 'many', 'some', 'others', 'one'],
}
const GENDERS = new Map(
  (['male', 'female', 'any', 'body', 'several', 'nobody'] as const).flatMap((gender) =>
    PRONOUNS[gender].map((word) => [word, gender] as const),
  ),
)

export function genderOfPronoun(word: string): PronounGender | null {
  return GENDERS.get(word.toLowerCase().replace(/(?<=^(?:s?he|it|they))['’](?:s|d|ll|re|ve)$/u, '')) ?? null
}

/** Whom a pronoun stands for. */
export function pronounSpeaker(context: Context, mention: Span, gender: PronounGender): Spoken | null {
  if (gender === 'nobody') return null
  const last = context.spoken.at(-1)
  const recent = last && mention.start - last.speaker.end < REACH ? last : null
  if (gender === 'body')
    return bodyBefore(context, mention) ?? (recent && isThing(recent, gender) ? again(recent, mention) : null)
  if (gender === 'several') return recent && isThing(recent, gender) ? again(recent, mention) : null
  if (gender === 'any') return antecedent(context, mention)
  const found = context.discourse.pronounAt(mention.start)
  return found && said(mention, found.speaker.name, found.speaker.kind, found.person)
}

/** "Ada Quill, who said": the person right before. */
function antecedent({ text, roster }: Context, mention: Span): Spoken | null {
  const start = Math.max(0, mention.start - 160, text.lastIndexOf('\n', mention.start - 1) + 1)
  const name = namesIn(roster, { start, end: mention.start }).at(-1)
  return name && !/[.!?]["”’]* /u.test(text.slice(name.end, mention.start)) ? saidBy(mention, name.person) : null
}

/** Whether "it" (an organization, a document) or "they" (several people, or an organization) can be whoever spoke last. */
function isThing({ speaker }: Spoken, gender: 'body' | 'several'): boolean {
  if (speaker.kind === 'organization') return true
  if (speaker.kind === 'person') return false
  const noun = headOf(speaker.name).split(' ').at(-1)?.toLowerCase() ?? ''
  return gender === 'several' ? isPlural(speaker.name) : DOCUMENTS.has(noun)
}

function isPlural(description: string): boolean {
  return /^(?:all|some|many|several|both)\b|(?:s|people|police)$/iu.test(headOf(description))
}
