import { isGivenName } from '../language/givenNames.js'
import type { Span } from '../model.js'
import { DETERMINERS, PRONOUNS } from './cueWords.js'
import type { Said } from './paragraph.js'
import { isOrganizationWord, roleOf } from './roles.js'
import type { Roster } from './roster.js'

/** Surnames of a text's people: how often those who bear them are named, and how often each has been found speaking so far. */
export interface Names {
  readonly named: ReadonlyMap<string, number>
  readonly spoken: Map<string, number>
}

export function namesOf({ people }: Roster): Names {
  const named = new Map<string, number>()
  for (const { name, count } of people) {
    const surname = name.slice(name.lastIndexOf(' ') + 1)
    named.set(surname, (named.get(surname) ?? 0) + count)
  }
  return { named, spoken: new Map() }
}

/** The last word of a mention, without its ending: what a name is known by. */
export function headWord(text: string, { start, end }: Span): string {
  const words = text.slice(start, end)
  return words.slice(words.search(/\S+$/u)).replace(/['’]s?$|[.,]$/u, '')
}

/** What a mention looks like, and what the text has said of its bearer, as features. */
export function mentionFacts(
  text: string,
  mention: Span,
  quotation: Span,
  { named, spoken }: Names,
  current: Said | null,
  last: Said | null,
): string[] {
  const head = headWord(text, mention)
  const words = text.slice(mention.start, mention.end)
  const facts = [`form ${formOf(words, head)}`]
  if (!/^\p{Lu}/u.test(head)) {
    facts.push(roleOf(head) ? 'kind role' : 'kind word')
    return facts
  }
  const mentions = named.get(head) ?? 0
  const kind =
    mentions > 0
      ? words.length > head.length
        ? 'full name'
        : 'surname'
      : isOrganizationWord(head)
        ? 'body'
        : isGivenName(head)
          ? 'given name'
          : 'capital'
  facts.push(`kind ${kind}`, `named ${mentions > 8 ? '9+' : mentions > 3 ? '4-8' : mentions}`)
  facts.push(`spoke ${Math.min(3, spoken.get(head) ?? 0)}`)
  if (text.slice(quotation.start, quotation.end).includes(head)) facts.push(`in quotation ${kind}`)
  if (current && headWord(text, current.mention) === head) facts.push('is current')
  if (last && headWord(text, last.mention) === head) facts.push('is last')
  return facts
}

function formOf(words: string, head: string): string {
  const first = /^\S+/u.exec(words)?.[0].toLowerCase() ?? ''
  const isAlone = first.length === words.length
  if (isAlone && PRONOUNS.has(first)) return first === 'she' ? 'he' : first
  if (/^\p{Lu}/u.test(head)) return isAlone ? 'Name' : DETERMINERS.has(first) ? 'the Name' : 'Names'
  if (DETERMINERS.has(first)) return first === 'a' || first === 'an' ? 'a' : 'the'
  return /\s\p{Lu}/u.test(words) ? 'with Name' : 'bare'
}
