import type { Span, Speaker } from '../model.js'
import type { Attribution, Rule } from './attribute.js'
import { parseName } from './people.js'
import { DOCUMENTS, isOrganizationWord, roleOf } from './roles.js'
import type { Person, Roster } from './roster.js'
import { isNoName, nameIn, nearest } from './roster.js'
import { sentenceStart } from './sentenceStart.js'

const PRONOUN_GENDER = new Map<string, 'male' | 'female' | 'any' | 'thing' | 'self'>([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['who', 'any'],
  ['they', 'thing'],
  ['it', 'thing'],
  ['i', 'self'],
  ['we', 'self'],
  ['both', 'self'],
  ['many', 'self'],
  ['some', 'self'],
  ['others', 'self'],
  ['one', 'self'],
]) // prettier-ignore
const DEFINITE = /^(?:the|this|that) /iu
const CAPITALISED_TAIL =
  /(?:\p{Lu}[\p{L}\p{M}’'.-]*|\bof\b|\bde\b|\bvan\b|\bvon\b)(?: (?:\p{Lu}[\p{L}\p{M}’'.-]*|of(?= \p{Lu})|de|van|von))*$/u
/** "Mattis's resignation letter": the words are his. */
const OWNED_DOCUMENT =
  /^(.*\p{Lu}[\p{L}-]*)['’]s? (?:[\p{L}-]+ ){0,2}(?:letter|tweet|post|memo|op-ed|speech|remarks|statement|words|book|memoir|article|column|note|email|message)\b/u
/** Ways to call the person an article is about without having introduced them so. */
const EPITHET =
  /\b(?:retired|former|veteran|\d+-year-old|four-star)\b|\b(?:general|admiral|billionaire|mogul|businessman)$/u
/** A pronoun further than this from the name it stands for is not resolved. */
const REACH = 1600

/** Rules that take the subject of a sentence on trust. */
const UNSURE: ReadonlySet<Rule> = new Set<Rule>(['before', 'governing', 'subject', 'floating', 'colon'])
const PEOPLE =
  /(?:[^s]s|people|police|men|women|children|staff|man|woman|boy|girl|person|source|team|family|crowd|couple|friend|colleague|employee|worker)$/iu

/** Whether a description names what can speak: a role, people, a document, a body. */
function canSpeak(description: string): boolean {
  const head = headOf(description).split(/\s+/u).at(-1) ?? ''
  return (
    roleOf(head) !== null ||
    PEOPLE.test(head) ||
    DOCUMENTS.has(head.toLowerCase()) ||
    isOrganizationWord(head) ||
    /^\p{Lu}/u.test(head)
  )
}

interface Spoken {
  readonly speaker: Speaker
  readonly person: Person | null
}

/** Says who each mention is. Null where it cannot be told: a wrong name is worse than none. */
export function resolveSpeakers(
  text: string,
  attributions: readonly Attribution[],
  roster: Roster,
): (Speaker | null)[] {
  const spoken: Spoken[] = []
  const known = new Map<string, Spoken | null>()
  const quoted = attributions.map((attribution) => attribution.quoted)
  return attributions.map(({ mention, rule }) => {
    if (!mention) return null
    const key = `${mention.start}-${mention.end}`
    let found = known.get(key)
    if (found === undefined) {
      found = resolve(text, mention, roster, spoken, quoted)
      known.set(key, found)
      if (found) spoken.push(found)
    }
    if (found?.speaker.kind === 'unnamed' && rule && UNSURE.has(rule) && !canSpeak(found.speaker.name)) return null
    return found?.speaker ?? null
  })
}

function resolve(
  text: string,
  mention: Span,
  roster: Roster,
  spoken: readonly Spoken[],
  quoted: readonly Span[],
): Spoken | null {
  const words = text.slice(mention.start, mention.end)
  const pronoun = PRONOUN_GENDER.get(words.toLowerCase())
  if (pronoun) return resolvePronoun(text, mention, pronoun, roster, spoken, quoted)
  const owner = OWNED_DOCUMENT.exec(words)?.[1]
  const named = owner ? namedSpeaker(owner, mention, roster) : namedSpeaker(words, mention, roster)
  return named ?? describedSpeaker(text, words, mention, roster, spoken, quoted)
}

const said = (mention: Span, name: string, kind: Speaker['kind'], person: Person | null = null): Spoken => ({
  speaker: { name, start: mention.start, end: mention.end, kind },
  person,
})

function namedSpeaker(words: string, mention: Span, roster: Roster): Spoken | null {
  const head = headOf(words)
  if (!/^(?:the |this |a |an )?\p{Lu}|\p{Lu}[\p{L}’'.-]*$/u.test(head)) return null
  const tail = CAPITALISED_TAIL.exec(head)?.[0]
  if (!tail) return null
  if (
    /^(?:the|a|an|this|that|his|her|their|its) .*\p{Ll}$/iu.test(head) &&
    /^\p{Ll}/u.test(head.split(' ').at(-1) ?? '')
  )
    return null
  const named = nameIn(tail)
  if (named) {
    const namesakes = roster.bySurname.get(parseName(named.name).surname)
    if (namesakes) {
      const fitting = named.isFull
        ? namesakes.find((person) => person.name.includes(named.name) || sameGiven(person.name, named.name))
        : null
      const person = fitting ?? (named.isFull ? null : nearest(namesakes, mention.start, named.gender))
      if (person) return said(mention, person.name, 'person', person)
    }
    if (named.isTitleOnly) return null
    const isThing = /^the /iu.test(words) || isOrganization(named.name)
    if (!isThing && (named.isFull || named.roles.length > 0 || named.gender)) return said(mention, named.name, 'person')
  } else if (tail.split(' ').every((word) => roleOf(word) !== null)) return null
  const name = head.replace(/^(?:the|a|an|this) /iu, (article) => (/^the $/iu.test(article) ? 'the ' : article)).trim()
  if (/^\p{Ll}/u.test(name) && !/^the \p{Lu}/u.test(name)) return null
  if (isOrganization(name) || /^the /u.test(name)) return said(mention, name.replace(/^the /u, ''), 'organization')
  const plain = named?.name ?? tail
  if (plain.split(' ').some((word, place) => isNoName(word, place)) || isShouted(plain)) return null
  return plain.split(' ').length <= 4 ? said(mention, plain, 'person') : said(mention, name, 'organization')
}

/** "BREAKING": a word in capitals that names nobody the text knows. */
const isShouted = (name: string): boolean => /^\p{Lu}{7,}$/u.test(name)

const sameGiven = (one: string, other: string): boolean => parseName(one).given === parseName(other).given

function isOrganization(name: string): boolean {
  return name.split(/\s+/u).some((word) => isOrganizationWord(word)) || /\b(?:of|for|and|&)\b/u.test(name)
}

/** A phrase without what hangs on it: "spokesman" of "a spokesman for Mr Trump". */
function headOf(words: string): string {
  return words
    .replace(/(?<=\p{Ll}\p{L}*) (?:for|at|from|in|with|to|on|behind|against|who|of(?! \p{Lu})) .*$/u, '')
    .replace(/['’]s?$/u, '')
}

/** "the official", "the defence secretary", "this person": somebody named or described before, else as printed. */
function describedSpeaker(
  text: string,
  words: string,
  mention: Span,
  roster: Roster,
  spoken: readonly Spoken[],
  quoted: readonly Span[],
): Spoken {
  const head = headOf(words).split(/\s+/u).at(-1) ?? ''
  const role = roleOf(head)
  const description = words.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
  if (DEFINITE.test(words)) {
    const earlier = spoken.findLast(
      ({ speaker }) => speaker.kind !== 'person' && endsWithNoun(headOf(speaker.name), head),
    )
    const person = role ? holderOf(role, words, mention.start, roster) : null
    if (earlier && (!person || !person.roles.has(role ?? '')))
      return { ...earlier, speaker: { ...earlier.speaker, start: mention.start, end: mention.end } }
    if (person) return said(mention, person.name, 'person', person)
    const last = spoken.at(-1)
    if (/^(?:this|that|the) (?:person|source|man|woman)$/iu.test(words) && last?.speaker.kind === 'unnamed') {
      return { ...last, speaker: { ...last.speaker, start: mention.start, end: mention.end } }
    }
    const introduced = introduction(text, mention, head)
    if (introduced) return said(mention, introduced, 'unnamed')
    if (DOCUMENTS.has(head.toLowerCase())) return said(mention, description, 'unnamed')
    const focus = role && EPITHET.test(words) ? lastSubject(text, mention, roster, quoted, () => true) : null
    if (focus && roster.people.every((person) => person.mentions.length <= focus.mentions.length))
      return said(mention, focus.name, 'person', focus)
  }
  const isBody = isOrganizationWord(head) && !DOCUMENTS.has(head.toLowerCase()) && DEFINITE.test(words)
  return said(
    mention,
    description.replace(/^the (?=.*$)/u, (article) => (isBody ? '' : article)),
    isBody ? 'organization' : 'unnamed',
  )
}

/** "a senior White House official", where "the official" is said later: the words that brought them in. */
function introduction(text: string, mention: Span, noun: string): string | null {
  if (!/^[\p{L}-]+$/u.test(noun)) return null
  const before = text.slice(Math.max(0, mention.start - REACH * 2), mention.start)
  const pattern = new RegExp(
    `\\b(?:a|an|one|another) (?:(?!(?:of|to|for|by|with|and|that|who|is|was|the|in|at|on|from) )[\\p{L}’'-]+ ){0,5}${noun}\\b`,
    'giu',
  )
  return [...before.matchAll(pattern)].at(-1)?.[0].replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) ?? null
}

function endsWithNoun(name: string, noun: string): boolean {
  return name.toLowerCase().split(/\s+/u).at(-1) === noun.toLowerCase()
}

/** Whoever the text has called by this role, named last before the mention; nobody where the last two named share it at equal distance. */
function holderOf(role: string, words: string, at: number, roster: Roster): Person | null {
  const holders = roster.people.filter((person) => person.roles.has(role))
  const specific = words
    .toLowerCase()
    .replace(/defence/gu, 'defense')
    .split(/\s+/u)
    .slice(1, -1)
    .filter((word) => !/^(?:former|then|outgoing|new|the)$/u.test(word))
  if (holders.length === 0) return null
  if (holders.length > 1 && specific.length > 0) {
    const last = nearest(holders, at, null)
    return holders.every((person) => person === last || (person.mentions[0]?.start ?? 0) > at) ? last : null
  }
  const before = holders.filter((person) => (person.mentions[0]?.start ?? Number.POSITIVE_INFINITY) < at)
  return before.length > 0 ? nearest(before, at, null) : (holders[0] ?? null)
}

function resolvePronoun(
  text: string,
  mention: Span,
  gender: 'male' | 'female' | 'any' | 'thing' | 'self',
  roster: Roster,
  spoken: readonly Spoken[],
  quoted: readonly Span[],
): Spoken | null {
  if (gender === 'self') return null
  const last = spoken.at(-1)
  const isNear = last !== undefined && mention.start - last.speaker.end < REACH
  if (gender === 'thing') {
    return isNear && last.speaker.kind !== 'person'
      ? { ...last, speaker: { ...last.speaker, start: mention.start, end: mention.end } }
      : null
  }
  const fits = (person: Person): boolean => gender === 'any' || person.gender === gender
  const couldFit = (person: Person): boolean => gender === 'any' || person.gender === null || person.gender === gender
  const subject =
    lastSubject(text, mention, roster, quoted, fits) ?? lastSubject(text, mention, roster, quoted, couldFit)
  if (isNear && last.person === null && last.speaker.kind !== 'organization') {
    const named =
      subject && (subject.mentions.findLast((one) => one.end <= mention.start)?.start ?? -1) > last.speaker.end
    if (!named && !isPlural(last.speaker.name))
      return { ...last, speaker: { ...last.speaker, start: mention.start, end: mention.end } }
  }
  if (!subject) return null
  const speaking = last?.person
  if (
    isNear &&
    speaking &&
    speaking !== subject &&
    (fits(speaking) || couldFit(speaking)) &&
    sameSentence(text, last.speaker, mention, subject)
  ) {
    return said(mention, speaking.name, 'person', speaking)
  }
  return said(mention, subject.name, 'person', subject)
}

const isPlural = (description: string): boolean =>
  /^(?:all|some|many|several|both|\p{L}+s\b)|(?:s|people|police)$/iu.test(headOf(description))

/** Whether who spoke last is named in the sentence that names `subject` last, or after it: speakers stay in mind longer than others. */
function sameSentence(text: string, speaker: Span, mention: Span, subject: Person): boolean {
  const place = subject.mentions.findLast((one) => one.end <= mention.start)
  if (!place) return true
  const [from, to] = place.start < speaker.start ? [place.end, speaker.start] : [speaker.end, place.start]
  return place.start < speaker.start || !/[.!?]["”’)]*\s|\n/u.test(text.slice(from, to))
}

/**
 * The person a pronoun stands for: going back sentence by sentence, the first fitting one named in each, since subjects come first
 * (after Hobbs, "Resolving pronoun references", 1978). Names inside quotations do not count.
 */
function lastSubject(
  text: string,
  mention: Span,
  roster: Roster,
  quoted: readonly Span[],
  fits: (person: Person) => boolean,
): Person | null {
  const floor = Math.max(0, mention.start - REACH)
  const named = roster.people
    .filter(fits)
    .flatMap((person) =>
      person.mentions.filter((one) => one.start >= floor && one.end <= mention.start).map((span) => ({ person, span })),
    )
    .filter(({ span }) => !quoted.some((quote) => quote.start < span.start && span.end < quote.end))
    .sort((a, b) => a.span.start - b.span.start)
  const latest = named.at(-1)
  if (!latest) return null
  const start = sentenceStart(text, latest.span.start, floor)
  return named.find(({ span }) => span.start >= start)?.person ?? latest.person
}
