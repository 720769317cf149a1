import type { Span } from '../model.js'
import { again, type Context, headOf, REACH, type Spoken, said } from './mentions.js'
import { lastSubject } from './pronounSpeaker.js'
import { DOCUMENTS, isOrganizationWord, roleOf } from './roles.js'
import { nearest, type Person, type Roster } from './roster.js'

const DEFINITE = /^(?:the|this|that) /iu
/** Ways to call the person an article is about without having introduced them so. */
const EPITHET =
  /\b(?:retired|former|veteran|\d+-year-old|four-star)\b|\b(?:general|admiral|billionaire|mogul|businessman)$/u

/** "the official", "the defence secretary", "this person": somebody named or described before, else a description as printed. */
export function describedSpeaker(context: Context, mention: Span): Spoken {
  const words = context.text.slice(mention.start, mention.end)
  const noun = headOf(words).split(/\s+/u).at(-1) ?? ''
  const isDefinite = DEFINITE.test(words)
  const known = isDefinite ? pointedAt(context, mention, words, noun) : null
  if (known) return known
  const description = words.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase())
  if (isDefinite && isOrganizationWord(noun) && !DOCUMENTS.has(noun.toLowerCase())) {
    return said(mention, description.replace(/^the /u, ''), 'organization')
  }
  return said(mention, description, 'unnamed')
}

/** Whom a definite description points back at. */
function pointedAt(context: Context, mention: Span, words: string, noun: string): Spoken | null {
  const { roster, spoken } = context
  const role = roleOf(noun)
  const person = role ? holderOf(role, words, mention.start, roster) : null
  if (person) return said(mention, person.name, 'person', person)
  const earlier = spoken.findLast(({ speaker }) => speaker.kind !== 'person' && endsWithNoun(speaker.name, noun))
  if (earlier) return again(earlier, mention)
  const last = spoken.at(-1)
  if (/^\S+ (?:person|source|man|woman)$/iu.test(words) && last?.speaker.kind === 'unnamed') return again(last, mention)
  const introduced = introduction(context.text, mention, noun)
  if (introduced) return said(mention, introduced, 'unnamed')
  const focus = role && EPITHET.test(words) ? lastSubject(context, mention, () => true) : null
  const isMostNamed = focus && roster.people.every((other) => other.mentions.length <= focus.mentions.length)
  return isMostNamed ? said(mention, focus.name, 'person', focus) : null
}

function endsWithNoun(name: string, noun: string): boolean {
  return headOf(name).toLowerCase().split(/\s+/u).at(-1) === noun.toLowerCase()
}

/** "a senior White House official", where "the official" is said later: the words that brought them in. */
function introduction(text: string, mention: Span, noun: string): string | null {
  if (!/^[\p{L}-]+$/u.test(noun)) return null
  const before = text.slice(Math.max(0, mention.start - REACH * 2), mention.start)
  // Making the expression takes longer than finding that it has nothing to find.
  if (!before.toLowerCase().includes(noun.toLowerCase())) return null
  const pattern = new RegExp(
    `\\b(?:a|an|one|another) (?:(?!(?:of|to|for|by|with|and|that|who|is|was|the|in|at|on|from) )[\\p{L}’'-]+ ){0,5}${noun}\\b`,
    'giu',
  )
  const last = [...before.matchAll(pattern)].at(-1)
  return last?.[0].replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) ?? null
}

/** Whoever the text has called by this role, named last before the mention; nobody where several hold it and more is said of which. */
function holderOf(role: string, words: string, at: number, roster: Roster): Person | null {
  const holders = roster.people.filter((person) => person.roles.has(role))
  const isSpecific = words
    .split(/\s+/u)
    .slice(1, -1)
    .some((word) => !/^(?:former|then|outgoing|new)$/iu.test(word))
  const before = holders.filter((person) => (person.mentions[0]?.start ?? Number.POSITIVE_INFINITY) < at)
  if (holders.length > 1 && isSpecific) return before.length === 1 ? (before[0] ?? null) : null
  return nearest(before, at, null) ?? holders[0] ?? null
}
