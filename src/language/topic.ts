import { FAMILIES, SENSES } from './families.data.js'
import { ALSO_CALLED, OTHER_NAMES } from './topicNames.data.js'
import { fold, isStopWord, stem, words } from './words.js'

/** A topic in groups: one alternative of each group must be mentioned. Several words in one alternative stand together, in order. */
export type Topic = readonly (readonly string[])[]

/** Nobody types a longer one, and what was pasted by mistake should cost nothing. */
const LONGEST = 400
const MOST_GROUPS = 12
const LONGEST_NAME = 8
const LONGEST_BEGINNING = 6
const QUOTED = /["“”]([^"“”]*)["“”]/gu

/**
 * A topic as typed, in groups of alternatives for `Filter.about`: without stop words, with what countries, their people and bodies are
 * called besides, irregular forms and other spellings; words in quotation marks stay together. "the Afghan letter" is
 * [[afghanistan, afghan, afghans], [letter]]. Alternatives with a capital ("US") are meant with it only. Empty where nothing typed
 * carries meaning.
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
  const isShouted = typed.length > 1 && typed.every((word) => word === word.toUpperCase())
  for (let at = 0; at < typed.length; ) {
    const length = nameLength(typed, at)
    const word = typed.slice(at, at + length).join(' ')
    if (length > 1 || !isStopWord(word) || (isAcronym(word) && !isShouted)) groups.push(calledBesides(word))
    at += length
  }
  return groups
}

/** How many words from here are one name, at least one. */
function nameLength(typed: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST_NAME, typed.length - at); length > 1; length--) {
    if (namesLike(typed.slice(at, at + length).join(' '))) return length
  }
  return 1
}

/** What a name is called, or several of it ("emails"). */
function namesLike(word: string): readonly string[] | undefined {
  const folded = fold(word)
  return ALSO_CALLED.get(folded) ?? (folded.length > 4 ? ALSO_CALLED.get(folded.replace(/s$/u, '')) : undefined)
}

/** "WHO" and "IT" are names that are stop words in small letters. */
function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,5}$/u.test(word)
}

function calledBesides(word: string): string[] {
  const called = namesLike(word)
  if (called) return [...called]
  return isStopWord(word) ? [word] : [...new Set([fold(word), ...relatedTo(fold(word))])]
}

const SENSE_OF = new Map(SENSES.flatMap((sense) => sense.map((word) => [word, `${sense[0]}+`] as const)))

/** By form, the words of its families. */
const RELATED = new Map<string, readonly string[]>()
for (const family of FAMILIES) {
  for (const word of family) {
    const form = formOf(word)
    RELATED.set(form, [...(RELATED.get(form) ?? []), ...family])
  }
}

/** What a folded word is besides: in another spelling or form that has another stem. */
function relatedTo(word: string): readonly string[] {
  if (word.includes(' ')) return []
  const hyphens = word.includes('-') ? [word.replaceAll('-', '')] : []
  const people = word.replace(/(?<=^|..)m[ae]n$/u, (ending) => (ending === 'man' ? 'men' : 'man'))
  const spelled = word.length > 5 ? word.replace(/(?<=...i)[sz](?=(?:e[drs]?|ers|ing|ations?)$)/u, turned) : word
  const own = [...hyphens, people, spelled].filter((one) => one !== word)
  return [...own, ...(RELATED.get(formOf(word)) ?? [])]
}

/** "organise" and "organize". */
function turned(letter: string): string {
  return letter === 's' ? 'z' : 's'
}

/** Whether a text mentions a topic: something of each group, whatever its inflection. */
export function mentionsTopic(text: string, topic: Topic): boolean {
  return topicTest(topic)(text)
}

interface Alternative {
  /** As printed, where it is meant with its capitals. */
  readonly printed: string | null
  /** Forms of its words, each between spaces. */
  readonly forms: string
  /** Letters that a text with it has, in lower case. */
  readonly beginning: string
}

/** `mentionsTopic` for many texts and one topic. */
export function topicTest(topic: Topic): (text: string) => boolean {
  const groups = topic.map((group) => group.map(alternativeOf))
  const others = otherNames(groups.flatMap((group) => group.map(({ forms }) => forms)))
  return (text) => {
    // Most texts have nothing of a topic, and that is seen without taking them apart.
    const folded = fold(text)
    const mayBe = ({ printed, beginning }: Alternative) =>
      printed === null ? beginsWord(folded, beginning) : text.includes(printed)
    if (!groups.every((group) => group.some(mayBe))) return false
    const found = tokens(text)
    const forms = others.reduce((rest, other) => rest.replaceAll(other, ' · '), formsOf(found))
    return groups.every((group) =>
      group.some((one) => (one.printed === null ? forms.includes(one.forms) : found.includes(one.printed))),
    )
  }
}

const OTHERS = OTHER_NAMES.map((name) => formsOf(tokens(name)))

/** The names that hold something of a topic and say something else, unless it holds all of theirs. */
function otherNames(asked: readonly string[]): string[] {
  const all = asked.join('')
  const isAsked = (other: string) =>
    other
      .trim()
      .split(' ')
      .every((form) => all.includes(` ${form} `))
  return OTHERS.filter((other) => asked.some((forms) => other.includes(forms)) && !isAsked(other))
}

function alternativeOf(name: string): Alternative {
  const isPrinted = /^\p{Lu}[\p{L}]*$/u.test(name)
  const forms = formsOf(tokens(name))
  return { printed: isPrinted ? name : null, forms, beginning: beginningOf(name) }
}

/** Whether a word of a text begins with these letters. */
function beginsWord(text: string, letters: string): boolean {
  for (let at = text.indexOf(letters); at >= 0 && at < text.length; at = text.indexOf(letters, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true
  }
  return false
}

/** Letters that every word with the stem of the first of these begins with: a stem differs from its words at its end only. */
function beginningOf(name: string): string {
  const first = stem(tokens(name)[0] ?? '')
  return first.slice(0, Math.min(LONGEST_BEGINNING, first.length - 1))
}

/** The words of a text as the store's index parts them: at everything that is no letter or digit; without the s of a possessive. */
function tokens(text: string): string[] {
  const bare = /['’]s/iu.test(text) ? text.replace(/(?<=[\p{L}\p{N}])['’]s(?![\p{L}\p{N}])/giu, '') : text
  return bare.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/** The forms of words, each between spaces. */
function formsOf(found: readonly string[]): string {
  return ` ${found.map((word) => formOf(fold(word))).join(' ')} `
}

/** What is the same for the forms of one word: its stem, told apart from words of the same stem and another sense. */
function formOf(word: string): string {
  return SENSE_OF.get(word) ?? stem(word)
}
