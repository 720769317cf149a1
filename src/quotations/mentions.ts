import { remembering } from '../language/remember.js'
import type { Span, Speaker } from '../model.js'
import type { Discourse } from './discourse.js'
import type { NameMention, Person, Roster } from './roster.js'

/** Somebody who has been quoted, and the person of the roster they are, where they are one. */
export interface Spoken {
  readonly speaker: Speaker
  readonly person: Person | null
}

/** What is known when a mention is resolved. */
export interface Context {
  readonly text: string
  readonly roster: Roster
  /** Those quoted before, in text order. */
  readonly spoken: readonly Spoken[]
  /** Of whom the text has spoken up to the mention. */
  readonly discourse: Discourse
  /** Where the text brings people in, read when first asked. */
  readonly introductions: () => ReadonlyMap<string, readonly Span[]>
}

/** A pronoun or a role further than this from what it stands for, in UTF-16 units, is not resolved. */
export const REACH = 1600

export function said(mention: Span, name: string, kind: Speaker['kind'], person: Person | null = null): Spoken {
  return { speaker: { name, start: mention.start, end: mention.end, kind }, person }
}

export function saidBy(mention: Span, person: Person): Spoken {
  return said(mention, person.name, 'person', person)
}

/** The same speaker, pointed at by another mention. */
export function again({ speaker, person }: Spoken, mention: Span): Spoken {
  return said(mention, speaker.name, speaker.kind, person)
}

/** A phrase without what hangs on it: "a spokesman" of "a spokesman for Mr Trump". */
export const headOf = remembering((words: string): string =>
  words
    .replace(/(?<=\p{Ll}\p{L}*) (?:for|at|from|in|with|to|on|behind|against|who|of(?! \p{Lu})) .*$/u, '')
    .replace(/['’]s?$/u, ''),
)

/** The names inside a span, in text order. */
export function namesIn({ mentions }: Roster, { start, end }: Span): NameMention[] {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: NameMention[] = []
  for (let at = low; (mentions[at]?.start ?? end) < end; at++) {
    const mention = mentions[at]
    if (mention && mention.end <= end) found.push(mention)
  }
  return found
}
