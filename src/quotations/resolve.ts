import type { Span, Speaker } from '../model.js'
import type { Attribution } from './attribute.js'
import { describedSpeaker } from './describedSpeaker.js'
import { Discourse, WEIGHTS } from './discourse.js'
import { type Step, stepsOf } from './discourseSteps.js'
import { introductionsOf } from './introductions.js'
import { labelledSpeaker } from './labelledSpeaker.js'
import type { Context, Spoken } from './mentions.js'
import { headOf } from './mentions.js'
import { isNobody, namedSpeaker } from './namedSpeaker.js'
import { genderOfPronoun, pronounSpeaker } from './pronounSpeaker.js'
import { DOCUMENTS, genderOfRole, isOrganizationWord, roleOf } from './roles.js'
import type { Roster } from './roster.js'

/** "Mattis's resignation letter": the words are his. */
const OWNED_DOCUMENT =
  /^(.*\p{Lu}[\p{L}-]*)['’]s? (?:[\p{L}-]+ ){0,2}(?:letter|tweet|post|memo|op-ed|speech|remarks|statement|words|book|memoir|article|column|note|email|message)\b/u
/** Below this confidence a description is believed only if it names what can speak. */
const SURE = 0.75
const PEOPLE =
  /(?:[^s]s|people|police|men|women|children|staff|man|woman|boy|girl|person|source|team|family|crowd|couple|friend|colleague|employee|worker)$/iu

const keyOf = (mention: Span): string => `${mention.start}-${mention.end}`

/** Says who each mention is, in the order of the attributions. Null where it cannot be told: a wrong name is worse than none. */
export function resolveSpeakers(
  text: string,
  attributions: readonly Attribution[],
  roster: Roster,
): (Speaker | null)[] {
  const known = inTextOrder(text, attributions, roster)
  return attributions.map(({ mention, confidence }) => {
    const found = mention ? known.get(keyOf(mention)) : null
    if (found?.speaker.kind === 'unnamed' && confidence < SURE && !canSpeak(found.speaker.name)) return null
    return found?.speaker ?? null
  })
}

/** Resolves the mentions as a reader comes upon them. */
function inTextOrder(text: string, attributions: readonly Attribution[], roster: Roster): Map<string, Spoken | null> {
  const quoted = attributions.map((attribution) => attribution.quoted)
  const speaking = new Set(attributions.flatMap(({ mention }) => (mention ? [mention.end] : [])))
  const read = stepsOf(text, roster, quoted, speaking)
  learnGenders(text, roster, read)
  const discourse = new Discourse(text, roster, read)
  const spoken: Spoken[] = []
  let introductions: ReadonlyMap<string, readonly Span[]> | null = null
  const context: Context = {
    text,
    roster,
    spoken,
    discourse,
    introductions: () => (introductions ??= introductionsOf(text)),
  }
  const known = new Map<string, Spoken | null>()
  const steps = attributions.flatMap(({ mention, quoted: quote }) =>
    mention
      ? [
          { at: mention.start, mention, isQuote: false },
          { at: quote.start, mention, isQuote: true },
        ]
      : [],
  )
  for (const { at, mention, isQuote } of steps.toSorted((a, b) => a.at - b.at)) {
    const key = keyOf(mention)
    const before = known.get(key)
    if (isQuote) {
      discourse.advance(at)
      if (before?.person) discourse.speaks(discourse.referentOf(before.person), WEIGHTS.quotation)
    } else if (before === undefined) {
      const found = resolve(context, mention)
      known.set(key, found)
      if (found) spoken.push(found)
    }
  }
  return known
}

/** A first reading tells from the pronouns which gender somebody has whose name does not say it. */
function learnGenders(text: string, roster: Roster, steps: readonly Step[]): void {
  if (roster.people.every(({ gender }) => gender)) return
  const rehearsal = new Discourse(text, roster, steps)
  rehearsal.advance(text.length)
  for (const [person, votes] of rehearsal.votes) if (votes !== 0) person.gender ??= votes > 0 ? 'male' : 'female'
}

function resolve(context: Context, mention: Span): Spoken | null {
  const { discourse, text, roster } = context
  const words = text.slice(mention.start, mention.end)
  const pronoun = genderOfPronoun(words)
  if (isNobody(words)) return null
  discourse.advance(pronoun ? mention.end : mention.start)
  if (pronoun) return pronounSpeaker(context, mention, pronoun)
  const owner = OWNED_DOCUMENT.exec(words)?.[1]
  const span = owner ? { start: mention.start, end: mention.start + owner.length } : mention
  const named = labelledSpeaker(context, mention) ?? namedSpeaker(text, span, mention, roster)
  if (named) return named
  const described = describedSpeaker(context, mention)
  if (!described) return null
  const { speaker, person } = described
  if (person) discourse.speaks(discourse.referentOf(person))
  else if (speaker.kind === 'unnamed') {
    const noun = headOf(speaker.name).split(' ').at(-1) ?? ''
    if (canSpeak(speaker.name) && !DOCUMENTS.has(noun) && !/(?:[^s]s|people|police)$/u.test(noun))
      discourse.speaks({ person: null, speaker, gender: genderOfRole(noun) })
  }
  return described
}

/** Whether a description names what can speak: a role, people, a document, a body. */
function canSpeak(description: string): boolean {
  const head = headOf(description).split(/\s+/u).at(-1) ?? ''
  const isCapital = /^\p{Lu}/u.test(head)
  return (
    isCapital ||
    roleOf(head) !== null ||
    PEOPLE.test(head) ||
    DOCUMENTS.has(head.toLowerCase()) ||
    isOrganizationWord(head)
  )
}
