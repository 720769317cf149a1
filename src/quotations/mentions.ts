import type { Span, Speaker } from '../model.js'
import type { Person, Roster } from './roster.js'

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
  readonly quoted: readonly Span[]
}

/** A pronoun or a role further than this from what it stands for, in UTF-16 units, is not resolved. */
export const REACH = 1600

export function said(mention: Span, name: string, kind: Speaker['kind'], person: Person | null = null): Spoken {
  return { speaker: { name, start: mention.start, end: mention.end, kind }, person }
}

/** The same speaker, pointed at by another mention. */
export function again({ speaker, person }: Spoken, mention: Span): Spoken {
  return said(mention, speaker.name, speaker.kind, person)
}

/** A phrase without what hangs on it: "a spokesman" of "a spokesman for Mr Trump". */
export function headOf(words: string): string {
  return words
    .replace(/(?<=\p{Ll}\p{L}*) (?:for|at|from|in|with|to|on|behind|against|who|of(?! \p{Lu})) .*$/u, '')
    .replace(/['’]s?$/u, '')
}
