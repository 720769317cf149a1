import { isGivenName } from '../language/givenNames.js'
import { parseTopic, type Topic, topicTest } from '../language/topic.js'
import { fold, isStopWord, words } from '../language/words.js'
import type { Article } from '../model.js'
import { parseName } from '../quotations/people.js'
import type { Archive } from '../store/store.js'
import { plainName } from './speakers.js'

/** A topic as the articles of an archive use its words. */
export interface Meaning {
  /** For `Filter.about`: what the articles must have. */
  readonly groups: Topic
  /** Whether a passage of such an article is on the topic. */
  readonly mentions: (text: string) => boolean
  /** Whether it has something of the topic, at least one of its words or names. */
  readonly mentionsPart: (text: string) => boolean
}

interface Part {
  readonly groups: Topic
  readonly mentions: (text: string) => boolean
}

interface Placed extends Part {
  readonly from: number
  readonly to: number
}

/** Words of a topic in a row that may be one name. */
const LONGEST_NAME = 4
const MOST_WORDS = 8
const LOOKED_AT = 12
const MOSTLY = 0.7

/**
 * A topic where words in a row that name somebody stand for that person, under the surname alone, too ("jim mattis", "secretary
 * mattis"), and words that outlets print with capitals side by side ("white house") for that name; all else as `parseTopic` has it.
 */
export async function meaningOf(
  archive: Archive,
  { text, groups }: { readonly text: string; readonly groups: Topic },
): Promise<Meaning> {
  const typed = words(text).map((word) => word.text.replace(/['’]s?$/u, ''))
  const isPlain = groups.length < 2 || typed.length > MOST_WORDS || /["“”]/u.test(text)
  const names = isPlain ? [] : await namesIn(archive, typed)
  if (names.length === 0) return { groups, mentions: topicTest(groups), mentionsPart: topicTest([groups.flat()]) }
  const rest = typed.filter((_, at) => !names.some(({ from, to }) => at >= from && at < to))
  const others = parseTopic(rest.join(' '))
  const isOnRest = topicTest(others)
  const hasOfRest = topicTest([others.flat()])
  return {
    groups: [...names.flatMap((name) => name.groups), ...others],
    mentions: (passage) => names.every(({ mentions }) => mentions(passage)) && isOnRest(passage),
    mentionsPart: (passage) => names.some(({ mentions }) => mentions(passage)) || hasOfRest(passage),
  }
}

/** The names among the words, the longest from the left first. */
async function namesIn(archive: Archive, typed: readonly string[]): Promise<Placed[]> {
  const found: Placed[] = []
  for (let from = 0; from < typed.length; ) {
    const name = await nameAt(archive, typed, from)
    if (name) found.push(name)
    from = name?.to ?? from + 1
  }
  return found
}

async function nameAt(archive: Archive, typed: readonly string[], from: number): Promise<Placed | null> {
  for (let to = Math.min(typed.length, from + LONGEST_NAME); to > from + 1; to--) {
    const run = typed.slice(from, to)
    if (isStopWord(run[0] ?? '') || isStopWord(run.at(-1) ?? '') || parseTopic(run.join(' ')).length < 2) continue
    const meaning = (await personNamed(archive, run.join(' '))) ?? (await printedName(archive, run))
    if (meaning) return { ...meaning, from, to }
  }
  return null
}

/** The person whom the store's speakers know by this name, or by this surname behind a title. */
async function personNamed(archive: Archive, run: string): Promise<Part | null> {
  const name = plainName(run)
  const { given, surname } = parseName(name)
  const rows = await archive.speakersNamed(name)
  const isTitled = name !== fold(run) && !name.includes(' ')
  const person = rows.find(
    (row) => row.kind === 'person' && parseName(row.name).surname === surname && parseName(row.name).given === given,
  )
  if (isTitled)
    return rows.some((row) => row.kind === 'person') ? { groups: [[surname]], mentions: topicTest([[surname]]) } : null
  if (!person || given.length < 2) return null
  return bySurname([...new Set([name, fold(person.name)])], name)
}

function bySurname(names: readonly string[], name: string): Part {
  const { given, surname } = parseName(name)
  const mentionsSurname = topicTest([[surname]])
  return { groups: [names], mentions: (text) => mentionsSurname(text) && isOf(text, given, surname) }
}

/** Whether a text has the surname where no other given name stands before it. */
function isOf(text: string, given: string, surname: string): boolean {
  const found = words(text).map((word) => word.text.replace(/['’]s?$/u, ''))
  const last = surname.split(' ')
  return found.some((_, at) => {
    if (!last.every((part, index) => fold(found[at + index] ?? '') === part)) return false
    if (!/^\p{Lu}/u.test(found[at + last.length - 1] ?? '')) return false
    const before = found[at - 1] ?? ''
    const isOther = /^\p{Lu}/u.test(before) && isGivenName(before)
    return (
      !isOther ||
      parseName(`${before} ${surname}`).given === given ||
      parseName(`${found[at - 2]} ${surname}`).given === given
    )
  })
}

/** A name that articles print with capitals where they print these words side by side. */
async function printedName(archive: Archive, run: readonly string[]): Promise<Part | null> {
  const phrase = fold(run.join(' '))
  const articles = await archive.search({ about: [[phrase]] }, LOOKED_AT)
  const prints = articles.flatMap((article) => printsOf(article, run))
  const capital = prints.filter((print) => words(print).every(({ text }) => isStopWord(text) || /^\p{Lu}/u.test(text)))
  if (prints.length < 2 || capital.length < MOSTLY * prints.length) return null
  return isGivenName(run[0] ?? '')
    ? bySurname([phrase], phrase)
    : { groups: [[phrase]], mentions: topicTest([[phrase]]) }
}

/** How an article prints these words below its title, where most outlets print all with capitals. */
function printsOf({ text, title }: Article, run: readonly string[]): string[] {
  const body = title !== null && text.startsWith(title) ? text.slice(title.length) : text
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${run.map(literal).join('[\\s-]{1,3}')}(?![\\p{L}\\p{N}])`, 'giu')
  return body.match(pattern) ?? []
}

function literal(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '.')
}
