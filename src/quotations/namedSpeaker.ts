import type { Span } from '../model.js'
import { isVerb } from './clauseRole.js'
import { CUE_VERBS } from './cueWords.js'
import { headOf, namesIn, type Spoken, said, saidBy } from './mentions.js'
import { isNoName, isPlaceOrBody, isSurnameLike, nameIn } from './personName.js'
import { isOrganizationWord, roleOf } from './roles.js'
import type { NameMention, Roster } from './roster.js'

const CAPITALISED_TAIL =
  /(?:\p{Lu}[\p{L}\p{M}’'.-]*|\bof\b|\bde\b|\bvan\b|\bvon\b)(?: (?:\p{Lu}[\p{L}\p{M}’'.-]*|of(?= \p{Lu})|de|van|von))*$/u
const ARTICLE = /^(?:the|a|an|this|that|his|her|their|its) /iu
/** Behind the preposition stands a common noun, and then the name. */
const OFFICE_IN_FRONT = / (?:for|of|to|in) (?!(?:the|an?|his|her|its|their|our) )(?:\p{L}+ )*\p{Ll}{3,} $/u
/** Words in capitals before a colon that name nobody. */
const SHOUTED =
  /^(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|VIDEO|OPINION|ANALYSIS|READ|RELATED|LIVE|LISTEN|CORRECTION|NOTE|QUESTION|ANSWER|FILE|PHOTO|JUST|WATCHED|MUST|MORE|SEE|CLOSE|THE|ET|AD|PM|EST|EDT|GMT)\b/u
/** What stands between a name and its end in a mention: "of Alabama", ", a Republican". */
const TAIL = /^(?: of \p{Lu}| \(|,|[”"’)]*$)/u

/** The person or organization that the words of `span` name: "Mr. Trump", "Defense Secretary James Mattis", "the Wend Line"; null where they name none. */
export function namedSpeaker(text: string, span: Span, mention: Span, roster: Roster): Spoken | null {
  const words = text.slice(span.start, span.end)
  const head = headOf(words)
  const name = nameAsHead(text, { start: span.start, end: span.start + head.length }, span.end, roster)
  if (name) return saidBy(mention, name.person)
  const body = namedBody(words, head, mention, roster)
  const voice = body?.speaker.kind === 'organization' ? voiceOf(text, mention.end, roster) : null
  return voice ? saidBy(mention, voice.person) : body
}

/** "the Wend Line spokeswoman Ada Quill", of which the mention holds the first words only. */
function voiceOf(text: string, end: number, roster: Roster): NameMention | null {
  const between = /^ (?:\p{Ll}[\p{L}-]* ){1,3}(?=\p{Lu})/u.exec(text.slice(end, end + 50))?.[0]
  if (!between || roleOf(between.trim().split(' ').at(-1) ?? '') === null) return null
  const start = end + between.length
  const [name] = namesIn(roster, { start, end: start + 60 })
  return name?.from === start ? name : null
}

/** The name that is the head of a phrase, and not what the head is of: none in "Trump’s lawyer" or "Trump supporters". */
function nameAsHead(text: string, head: Span, end: number, roster: Roster): NameMention | null {
  const names = namesIn(roster, { start: head.start, end: Math.max(head.end, end) })
  for (const name of names.toReversed()) {
    if (name.from >= head.end && !isTitleWithOffice(text, head, name, end)) continue
    if (/^the $/iu.test(text.slice(Math.max(0, name.from - 4), name.from)) && name.from === name.start) continue
    const front = text.slice(head.start, name.from)
    if (/\p{Ll} of $/u.test(front)) continue
    if (hasVerb(front) || isBodyNoun(front)) continue
    const rest = text.slice(name.end, end)
    if (rest === '' || TAIL.test(rest)) return name
    const [, verb] = /^ (\p{Ll}[\p{L}]+)(?: |$)/u.exec(rest) ?? []
    if (verb && isVerb(verb)) return name
  }
  return null
}

/** "Officials believed Quill": the name is not who speaks. */
function hasVerb(front: string): boolean {
  return front.split(' ').some((word, at) => at > 0 && CUE_VERBS.get(word)?.isParticiple === false)
}

function namedBody(words: string, head: string, mention: Span, { places }: Roster): Spoken | null {
  const endsInCommonNoun = /^\p{Ll}/u.test(head.split(' ').at(-1) ?? '')
  const tail = CAPITALISED_TAIL.exec(head)?.[0]
  if (/['’]s \p{Ll}+ of /u.test(head)) return null
  if (!tail || (endsInCommonNoun && (ARTICLE.test(head) || !/^\p{Lu}/u.test(head)))) return null
  const named = nameIn(tail)
  if (!named && tail.split(' ').every((word) => roleOf(word) !== null)) return null
  if (named?.isTitleOnly || endsInRole(tail)) return null
  const isThe = /^the /iu.test(words)
  if (isBodyNoun(head.slice(0, -tail.length))) return said(mention, tail, 'organization')
  if (named && !isThe && named.kind === 'full' && !isOrganization(named.name))
    return said(mention, named.name, 'person')
  const name = head.replace(/^The /u, 'the ').replace(/^(?:An?|This) /u, '')
  if (/^\p{Ll}/u.test(name) && !/^the \p{Lu}/u.test(name)) return null
  const plain = named?.name ?? tail
  const parts = plain.split(' ')
  if (parts.some((word, place) => isNoName(word, place)) && !isThe && (parts.length === 1 || !isOrganization(name)))
    return null
  if (
    isOrganization(name) ||
    name.startsWith('the ') ||
    places.has(plain) ||
    isPlaceOrBody(plain) ||
    parts.some((word) => isPlaceOrBody(word))
  )
    return said(mention, name.replace(/^the /u, ''), 'organization')
  if (parts.length === 1 && !isSurnameLike(plain) && !/^\p{Lu}{3,}$/u.test(plain)) return null
  return parts.length <= 4 ? said(mention, plain, 'person') : said(mention, name, 'organization')
}

/** "assistant secretary for tax policy Mark Mazur": an office in front of the name, unlike "a lawyer for Mark Mazur". */
function isTitleWithOffice(text: string, head: Span, name: NameMention, end: number): boolean {
  const front = text.slice(head.start, name.start)
  return name.end === end && name.from === name.start && !ARTICLE.test(front) && OFFICE_IN_FRONT.test(front)
}

/** "the website Northern Light", "the magazine …": what is named behind it is one. */
function isBodyNoun(front: string): boolean {
  const noun = /(\p{Ll}+) $/u.exec(front)?.[1]
  return noun !== undefined && (noun === 'website' || noun === 'blog' || isOrganizationWord(noun))
}

/** "the Ohio Republican", "British Prime Minister", "Neighbours": somebody, not named. */
function endsInRole(tail: string): boolean {
  const last = tail.split(' ').at(-1) ?? ''
  return (roleOf(last) !== null || (tail === last && roleOf(last.replace(/s$/u, '')) !== null)) && last !== 'Justice'
}

/** Words that are nobody’s: a contraction, a heading in capitals. */
export function isNobody(words: string): boolean {
  return SHOUTED.test(words) || /^(?:It|There|Here|That|This|What|Who|Where)['’]s$/iu.test(words)
}

function isOrganization(name: string): boolean {
  return name.split(/\s+/u).some((word) => isOrganizationWord(word)) || /\b(?:of|for|and|&)\b/u.test(name)
}
