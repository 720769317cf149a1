import { isGivenName } from '../language/givenNames.js'
import type { Span } from '../model.js'
import { DETERMINERS, PRONOUNS } from './cueWords.js'
import type { Said } from './paragraph.js'
import { isOrganizationWord, roleOf } from './roles.js'

const CAPITALISED = /\p{Lu}[\p{L}\p{M}]+(?:[’'-]\p{Lu}[\p{L}\p{M}]+)*/gu
const FIRST_WORD = /^\S+/u

/** How often a text has each word with a capital, and how often each has been found speaking so far. */
export interface Names {
  readonly printed: ReadonlyMap<string, number>
  readonly spoken: Map<string, number>
}

export function namesOf(text: string): Names {
  const printed = new Map<string, number>()
  for (const word of text.match(CAPITALISED) ?? []) printed.set(word, (printed.get(word) ?? 0) + 1)
  return { printed, spoken: new Map() }
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
  { printed, spoken }: Names,
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
  const count = printed.get(head) ?? 0
  const kind = isOrganizationWord(head)
    ? 'body'
    : isGivenName(head)
      ? 'given name'
      : words.length > head.length && isGivenName(FIRST_WORD.exec(words)?.[0] ?? '')
        ? 'full name'
        : 'capital'
  facts.push(`kind ${kind}`, `printed ${count > 8 ? '9+' : count > 3 ? '4-8' : count}`)
  facts.push(`spoke ${Math.min(3, spoken.get(head) ?? 0)}`)
  if (text.slice(quotation.start, quotation.end).includes(head)) facts.push(`in quotation ${kind}`)
  if (current && headWord(text, current.mention) === head) facts.push('is current')
  if (last && headWord(text, last.mention) === head) facts.push('is last')
  return facts
}

function formOf(words: string, head: string): string {
  const first = FIRST_WORD.exec(words)?.[0].toLowerCase() ?? ''
  const isAlone = first.length === words.length
  if (isAlone && PRONOUNS.has(first)) return first === 'she' ? 'he' : first
  if (/^\p{Lu}/u.test(head)) return isAlone ? 'Name' : DETERMINERS.has(first) ? 'the Name' : 'Names'
  if (DETERMINERS.has(first)) return first === 'a' || first === 'an' ? 'a' : 'the'
  return /\s\p{Lu}/u.test(words) ? 'with Name' : 'bare'
}
