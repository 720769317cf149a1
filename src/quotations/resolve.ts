import type { Span, Speaker } from '../model.js'
import type { Attribution } from './attribute.js'
import { describedSpeaker } from './describedSpeaker.js'
import type { Context, Spoken } from './mentions.js'
import { headOf } from './mentions.js'
import { namedSpeaker } from './namedSpeaker.js'
import { genderOfPronoun, pronounSpeaker } from './pronounSpeaker.js'
import { DOCUMENTS, isOrganizationWord, roleOf } from './roles.js'
import type { Roster } from './roster.js'

/** "Mattis's resignation letter": the words are his. */
const OWNED_DOCUMENT =
  /^(.*\p{Lu}[\p{L}-]*)['’]s? (?:[\p{L}-]+ ){0,2}(?:letter|tweet|post|memo|op-ed|speech|remarks|statement|words|book|memoir|article|column|note|email|message)\b/u
/** Below this confidence a description is believed only if it names what can speak. */
const SURE = 0.9
const PEOPLE =
  /(?:[^s]s|people|police|men|women|children|staff|man|woman|boy|girl|person|source|team|family|crowd|couple|friend|colleague|employee|worker)$/iu

/** Says who each mention is, in the order of the attributions. Null where it cannot be told: a wrong name is worse than none. */
export function resolveSpeakers(
  text: string,
  attributions: readonly Attribution[],
  roster: Roster,
): (Speaker | null)[] {
  const spoken: Spoken[] = []
  const context: Context = { text, roster, spoken, quoted: attributions.map((attribution) => attribution.quoted) }
  const known = new Map<string, Spoken | null>()
  return attributions.map(({ mention, confidence }) => {
    if (!mention) return null
    const key = `${mention.start}-${mention.end}`
    let found = known.get(key)
    if (found === undefined) {
      found = resolve(context, mention)
      known.set(key, found)
      if (found) spoken.push(found)
    }
    if (found?.speaker.kind === 'unnamed' && confidence < SURE && !canSpeak(found.speaker.name)) return null
    return found?.speaker ?? null
  })
}

function resolve(context: Context, mention: Span): Spoken | null {
  const words = context.text.slice(mention.start, mention.end)
  const pronoun = genderOfPronoun(words)
  if (pronoun) return pronounSpeaker(context, mention, pronoun)
  const owner = OWNED_DOCUMENT.exec(words)?.[1]
  return namedSpeaker(owner ?? words, mention, context.roster) ?? describedSpeaker(context, mention)
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
