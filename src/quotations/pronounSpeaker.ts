import type { Span } from '../model.js'
import { again, type Context, headOf, REACH, type Spoken, said } from './mentions.js'
import { DOCUMENTS, type Gender } from './roles.js'
import type { Person } from './roster.js'
import { sentenceStart } from './sentenceStart.js'

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
  return GENDERS.get(word.toLowerCase()) ?? null
}

/** Whom a pronoun stands for: who spoke last, or the subject of the last sentence that names somebody fitting. */
export function pronounSpeaker(context: Context, mention: Span, gender: PronounGender): Spoken | null {
  if (gender === 'nobody') return null
  const last = context.spoken.at(-1)
  const recent = last && mention.start - last.speaker.end < REACH ? last : null
  if (gender === 'body' || gender === 'several')
    return recent && isThing(recent, gender) ? again(recent, mention) : null
  const fits = (person: Person): boolean => gender === 'any' || person.gender === gender
  const couldFit = (person: Person): boolean => fits(person) || person.gender === null
  const subject = lastSubject(context, mention, fits) ?? lastSubject(context, mention, couldFit)
  if (recent?.speaker.kind === 'unnamed' && !isPlural(recent.speaker.name)) {
    const isNamedSince = subject !== null && lastNamed(subject, mention.start) > recent.speaker.end
    if (!isNamedSince) return again(recent, mention)
  }
  if (!subject) return null
  const speaking = recent?.person
  const isInMind =
    speaking && couldFit(speaking) && isLater(context.text, recent.speaker, lastNamed(subject, mention.start))
  const person = isInMind ? speaking : subject
  return said(mention, person.name, 'person', person)
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

function lastNamed(person: Person, before: number): number {
  return person.mentions.findLast((one) => one.end <= before)?.start ?? -1
}

/** Whether who spoke last stands in the sentence that begins with `place`, or after it: speakers stay in mind longer than others. */
function isLater(text: string, speaker: Span, place: number): boolean {
  return place < speaker.start || !/[.!?]["”’)]*\s|\n/u.test(text.slice(speaker.end, place))
}

/**
 * The person a pronoun stands for: going back sentence by sentence, the first fitting one named in each, since subjects come first
 * (after Hobbs, "Resolving pronoun references", 1978). Names inside quotations do not count.
 */
export function lastSubject(
  { text, roster, quoted }: Context,
  mention: Span,
  fits: (person: Person) => boolean,
): Person | null {
  const floor = Math.max(0, mention.start - REACH)
  const isQuoted = (span: Span) => quoted.some((quote) => quote.start < span.start && span.end < quote.end)
  const named = roster.people
    .filter(fits)
    .flatMap((person) => person.mentions.map((span) => ({ person, span })))
    // "Trump, he wrote, had …": a name right before the pronoun is somebody else.
    .filter(({ span }) => span.start >= floor && span.end < mention.start - 2 && !isQuoted(span))
    .toSorted((a, b) => a.span.start - b.span.start)
  const latest = named.at(-1)
  if (!latest) return null
  const start = sentenceStart(text, latest.span.start, floor)
  return named.find(({ span }) => span.start >= start)?.person ?? latest.person
}
