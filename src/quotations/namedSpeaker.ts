import type { Span } from '../model.js'
import { headOf, type Spoken, said } from './mentions.js'
import { parseName } from './people.js'
import { isNoName, nameIn } from './personName.js'
import { isOrganizationWord, roleOf } from './roles.js'
import { nearest, type Roster } from './roster.js'

const CAPITALISED_TAIL =
  /(?:\p{Lu}[\p{L}\p{M}’'.-]*|\bof\b|\bde\b|\bvan\b|\bvon\b)(?: (?:\p{Lu}[\p{L}\p{M}’'.-]*|of(?= \p{Lu})|de|van|von))*$/u
const ARTICLE = /^(?:the|a|an|this|that|his|her|their|its) /iu
/** Words in capitals before a colon that name nobody. */
const SHOUTED =
  /^(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|VIDEO|OPINION|ANALYSIS|READ|RELATED|LIVE|LISTEN|CORRECTION|NOTE|QUESTION|ANSWER)$/u

/** The person or organization that a phrase names: "Mr. Trump", "Defense Secretary James Mattis", "the Wend Line"; null where it names none. */
export function namedSpeaker(words: string, mention: Span, roster: Roster): Spoken | null {
  const head = headOf(words)
  const endsInCommonNoun = /^\p{Ll}/u.test(head.split(' ').at(-1) ?? '')
  const tail = CAPITALISED_TAIL.exec(head)?.[0]
  if (!tail || (endsInCommonNoun && (ARTICLE.test(head) || !/^\p{Lu}/u.test(head)))) return null
  const named = nameIn(tail)
  if (!named && tail.split(' ').every((word) => roleOf(word) !== null)) return null
  if (named) {
    const namesakes = roster.bySurname.get(parseName(named.name).surname) ?? []
    const { given } = parseName(named.name)
    const person = named.isFull
      ? namesakes.find(({ name }) => name.includes(named.name) || parseName(name).given === given)
      : namesakes.length > 0 && nearest(namesakes, mention.start, named.gender)
    if (person) return said(mention, person.name, 'person', person)
    if (named.isTitleOnly) return null
    const isThing = /^the /iu.test(words) || isOrganization(named.name)
    if (!isThing && (named.isFull || named.roles.length > 0 || named.gender)) return said(mention, named.name, 'person')
  }
  const name = head.replace(/^The /u, 'the ').replace(/^(?:An?|This) /u, '')
  if (/^\p{Ll}/u.test(name) && !/^the \p{Lu}/u.test(name)) return null
  if (isOrganization(name) || name.startsWith('the ')) return said(mention, name.replace(/^the /u, ''), 'organization')
  const plain = named?.name ?? tail
  if (plain.split(' ').some((word, place) => isNoName(word, place)) || SHOUTED.test(plain)) return null
  return plain.split(' ').length <= 4 ? said(mention, plain, 'person') : said(mention, name, 'organization')
}

function isOrganization(name: string): boolean {
  return name.split(/\s+/u).some((word) => isOrganizationWord(word)) || /\b(?:of|for|and|&)\b/u.test(name)
}
