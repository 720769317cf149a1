import { CALLED } from './names.data.js'
import { fold, isStopWord, stem, words } from './words.js'

/** A topic in groups: one alternative of each group must be mentioned. Several words in one alternative stand together, in order. */
export type Topic = readonly (readonly string[])[]

/** Nobody types a longer one, and what was pasted by mistake should cost nothing. */
const LONGEST = 400
const MOST_GROUPS = 12
const LONGEST_NAME = 3
const QUOTED = /["“”]([^"“”]*)["“”]/gu

/**
 * A topic as typed, in groups of alternatives for `Filter.about`: without stop words, with what countries and their people are called
 * besides; words in quotation marks stay together. "the Afghan letter" is [[afghanistan, afghan, afghans], [letter]]. Alternatives
 * in capitals ("US") are meant in capitals only. Empty where nothing typed carries meaning.
 */
export function parseTopic(text: string): string[][] {
  const typed = text.slice(0, LONGEST)
  const phrases = [...typed.matchAll(QUOTED)].flatMap((match) => {
    const parts = plain(match[1] ?? '')
    return parts.some((part) => !isStopWord(part)) ? [calledBesides(parts.join(' '))] : []
  })
  const groups = [...phrases, ...groupsOf(plain(typed.replace(QUOTED, ' ')))]
  const distinct = new Map(groups.map((group) => [group.join('|'), group]))
  return [...distinct.values()].slice(0, MOST_GROUPS)
}

function plain(text: string): string[] {
  return words(text).map((word) => word.text.replace(/['’]s?$/u, ''))
}

function groupsOf(typed: readonly string[]): string[][] {
  const groups: string[][] = []
  for (let at = 0; at < typed.length; ) {
    const length = nameLength(typed, at)
    const word = typed.slice(at, at + length).join(' ')
    if (length > 1 || !isStopWord(word)) groups.push(calledBesides(word))
    else if (isAcronym(word)) groups.push([word])
    at += length
  }
  return groups
}

/** How many words from here are one name, at least one. */
function nameLength(typed: readonly string[], at: number): number {
  for (let length = LONGEST_NAME; length > 1; length--) {
    if (at + length <= typed.length && CALLED.has(fold(typed.slice(at, at + length).join(' ')))) return length
  }
  return 1
}

/** "WHO" and "IT" are names that are stop words in small letters. */
function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,5}$/u.test(word)
}

function calledBesides(word: string): string[] {
  return [...(CALLED.get(fold(word)) ?? [fold(word)])]
}

/** Whether a text mentions a topic: something of each group, whatever its inflection. */
export function mentionsTopic(text: string, topic: Topic): boolean {
  return topicTest(topic)(text)
}

/** `mentionsTopic` for many texts and one topic. */
export function topicTest(topic: Topic): (text: string) => boolean {
  const groups = topic.map((group) =>
    group.map((name) => (isAcronym(name) ? { acronym: name, stems: '' } : { acronym: '', stems: stemmed(name) })),
  )
  const beginnings = groups.map((group) =>
    group.map(({ acronym, stems }) => (acronym ? acronym.toLowerCase() : beginningOf(stems))),
  )
  return (text) => {
    // Most texts have nothing of a topic, and that is seen without taking them apart.
    const folded = fold(text)
    if (!beginnings.every((group) => group.some((letters) => beginsWord(folded, letters)))) return false
    const stems = stemmed(text)
    return groups.every((group) =>
      group.some((name) => (name.acronym ? printed(text).has(name.acronym) : stems.includes(name.stems))),
    )
  }
}

/** Whether a word of a text begins with these letters. */
function beginsWord(text: string, letters: string): boolean {
  for (let at = text.indexOf(letters); at >= 0 && at < text.length; at = text.indexOf(letters, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true
  }
  return false
}

/** Letters that every word with the first of these stems begins with: a stem differs from its words at its end only. */
function beginningOf(stems: string): string {
  const [first = ''] = stems.trim().split(' ')
  return first.slice(0, Math.min(3, first.length - 1))
}

/** The stems of a text, each between spaces, parts of hyphenated words apart. */
function stemmed(text: string): string {
  const parts = words(text).flatMap((word) => word.text.split('-'))
  return ` ${parts.map(stem).join(' ')} `
}

function printed(text: string): Set<string> {
  return new Set(words(text).flatMap((word) => word.text.split(/['’-]/u)))
}
