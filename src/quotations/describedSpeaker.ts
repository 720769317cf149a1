import { CALLED } from '../language/names.data.js'
import type { Span } from '../model.js'
import { DETERMINERS } from './cueWords.js'
import { again, type Context, headOf, namesIn, REACH, type Spoken, said, saidBy } from './mentions.js'
import { isPlaceOrBody } from './personName.js'
import { holderOf } from './roleHolders.js'
import { DOCUMENTS, genderOfRole, isOrganizationWord, roleOf } from './roles.js'
import type { Person } from './roster.js'

const CLOSES_APPOSITIVE = /^(?: of \p{Lu}[\p{L} ]{1,30})?[,.]/u
const DEFINITE = /^(?:the|this|that) /iu
const OF_A_STATE =
  /^the (?:[A-Z]\S+ ){1,2}(?:Republican|Democrat|senator|governor|congressman|congresswoman|lawmaker)$/iu
const OFFICES = new Set(
  'senator representative congressman congresswoman whip leader speaker chairman chairwoman governor lawmaker republican democrat'.split(
    ' ',
  ),
)
/** Who spoke last within so many UTF-16 units is whom "the Maryland Democrat" means. */
const JUST_NOW = 700
/** What somebody may be beside the office they hold; whoever holds one office is not called by another. */
const CHARACTER = /\b(?:retired|veteran|\d+-year-old|four-star)\b|\b(?:general|admiral|billionaire|mogul|businessman)$/u
/** Ways to call the person an article is about without having introduced them so. */
const EPITHET =
  /\b(?:retired|former|veteran|\d+-year-old|four-star)\b|\b(?:general|admiral|billionaire|mogul|businessman|candidate|nominee|front-?runner|senator|president|lawmaker|congressman|congresswoman)$/u

/** "the official", "the defence secretary", "this person": somebody named or described before, else a description as printed. */
export function describedSpeaker(context: Context, mention: Span): Spoken | null {
  const words = context.text.slice(mention.start, mention.end).replace(/^that (?=.*[^s]s$)/u, '')
  const noun = headOf(words).split(/\s+/u).at(-1) ?? ''
  const isDefinite = DEFINITE.test(words) || isBehindAnd(context.text, mention)
  const apart = headOf(words) === words ? nameBehind(context, mention) : null
  if (apart) return saidBy(mention, apart)
  if (/^no /iu.test(words)) return null
  const known = isDefinite ? pointedAt(context, mention, DEFINITE.test(words) ? words : `the ${words}`, noun) : null
  if (known) return known
  const description = isProper(words) ? words : words.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase())
  if (isDefinite && isOrganizationWord(noun) && !DOCUMENTS.has(noun.toLowerCase()) && noun !== 'officials') {
    return said(mention, description.replace(/^the /u, ''), 'organization')
  }
  return said(mention, description, 'unnamed')
}

/** "The mayor, Helen Tresidder, said": who stands between commas right behind. */
function nameBehind({ text, roster }: Context, { end }: Span): Person | null {
  if (!/^, \p{Lu}/u.test(text.slice(end, end + 3))) return null
  const [name] = namesIn(roster, { start: end + 2, end: end + 60 })
  return name?.from === end + 2 && CLOSES_APPOSITIVE.test(text.slice(name.end, name.end + 40)) ? name.person : null
}

/** "Quill’s lawyer", "White House aides": a capital that does not come from the start of the sentence alone. */
function isProper(words: string): boolean {
  const [first = '', second = ''] = words.split(' ')
  return (
    /['’]s?$/u.test(first) ||
    /^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.$/u.test(first) ||
    (!DETERMINERS.has(first.toLowerCase()) &&
      (CALLED.has(first.toLowerCase()) || (second !== '' && isPlaceOrBody(first)) || /^\p{Lu}/u.test(second)))
  )
}

/** Whom a definite description points back at. */
function pointedAt(context: Context, mention: Span, words: string, noun: string): Spoken | null {
  const { discourse, roster, spoken } = context
  const role = roleOf(noun)
  const person = role ? holderOf(roster, headOf(words), (one) => discourse.salienceOf(one)) : null
  if (person) return saidBy(mention, person)
  const earlier = spoken.findLast(({ speaker }) => speaker.kind !== 'person' && endsWithNoun(speaker.name, noun))
  // "the Arizona Republican" is not "the Kentucky Republican".
  if (earlier && (!OF_A_STATE.test(words) || earlier.speaker.name === words)) return again(earlier, mention)
  const last = spoken.at(-1)
  if (
    /^\S+ (?:person|source|man|woman)$/iu.test(words) &&
    last?.speaker.kind === 'unnamed' &&
    roleOf(lastWord(last.speaker.name))
  )
    return again(last, mention)
  const introduced = introduction(context, mention, noun)
  if (introduced) return said(mention, introduced, 'unnamed')
  const politician = role && OF_A_STATE.test(words) ? lastPolitician(context, mention) : null
  if (politician) return saidBy(mention, politician)
  if (!role || !EPITHET.test(words) || /^\S+ .*\p{Lu}/u.test(words.replace(/\b(?:Republican|Democratic|GOP) /gu, '')))
    return null
  const gender = genderOfRole(noun)
  const most = roster.people.reduce<Person | null>((best, one) => (best && best.count >= one.count ? best : one), null)
  const isOther =
    !CHARACTER.test(words) &&
    most?.titles.some(({ isFormer }) => !isFormer) &&
    most.titles.every((title) => title.role !== role)
  return most && !isOther && discourse.salienceOf(most) > 0 && (!gender || most.gender === gender)
    ? saidBy(mention, most)
    : null
}

/** "The front-runner and former mayor said": its article stands before the first of two roles. */
function isBehindAnd(text: string, { start }: Span): boolean {
  return (
    text.slice(Math.max(0, start - 5), start).endsWith(' and ') &&
    /^\p{Ll}|^(?:Republican|Democrat)/u.test(text.slice(start, start + 12))
  )
}

/** Whoever spoke last, where they hold an office that such descriptions are used for, and nobody is more present. */
function lastPolitician({ spoken, discourse, roster }: Context, mention: Span): Person | null {
  const person = spoken.at(-1)?.person
  if (!person || mention.start - (spoken.at(-1)?.speaker.end ?? 0) > JUST_NOW) return null
  const presence = discourse.salienceOf(person)
  if (roster.people.some((other) => discourse.salienceOf(other) > presence)) return null
  return person.titles.some(({ role }) => OFFICES.has(role)) ? person : null
}

function lastWord(name: string): string {
  return headOf(name).split(/\s+/u).at(-1) ?? ''
}

function endsWithNoun(name: string, noun: string): boolean {
  return lastWord(name).toLowerCase() === noun.toLowerCase()
}

/** "a senior White House official", where "the official" is said later: the words that brought them in. */
function introduction({ text, introductions }: Context, mention: Span, noun: string): string | null {
  const last = introductions()
    .get(noun.toLowerCase())
    ?.findLast(({ end }) => end <= mention.start)
  if (!last || mention.start - last.start > REACH * 2) return null
  return text.slice(last.start, last.end).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())
}
