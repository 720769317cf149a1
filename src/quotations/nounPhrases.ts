import {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  NOUN_LIKE,
  OPENERS,
  PREPOSITIONS,
  PRONOUNS,
  TIMES,
} from './cueWords.js'
import type { Token } from './tokens.js'

/** A noun phrase as a range of tokens, `last` inclusive: the words that point at a speaker. */
export interface Phrase {
  readonly first: number
  readonly last: number
}

const LONGEST = 14
const FARTHEST_SUBJECT = 80
/** "Trump unleashed", "the statement talked", "Weaver didn’t": such a word behind a name or a noun is its verb. */
const TIME_COUNTS =
  /^(?:\d[\d.,:]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|several|many)$/u
const PAST_OR_NEGATED = /[a-z]{2}ed$|n['’]t$/u
const BARE_PLURALS = /s$|^(?:police|people|staff|fans|men|women|children|counsel|management|officials)$/u

const isWord = (token: Token | undefined): token is Token => token?.kind === 'word'

export function isAdverb(token: Token): boolean {
  return (
    AUXILIARIES.has(token.lower) ||
    (/[a-z]ly$/u.test(token.text) && !/^(?:family|ally|assembly|bully|reply|rally)$/u.test(token.lower))
  )
}

/** "Continued Holt: “…”" */
function opensWithCue(tokens: readonly Token[], at: number): boolean {
  const { lower = '', cue } = tokens[at] ?? {}
  return (
    cue?.strength === 'strong' &&
    /(?:ed|said|wrote|says|adds|asks)$/u.test(lower) &&
    !isWord(tokens[at - 1]) &&
    tokens[at + 1]?.isCapital === true
  )
}

export function isVerbCue(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const cue = token?.cue
  if (
    !isWord(token) ||
    !cue ||
    (token.isCapital &&
      !cue.isParticiple &&
      !/^(?:tweeted|said|wrote)$/u.test(token.lower) &&
      !opensWithCue(tokens, at))
  )
    return false
  const before = tokens[at - 1]
  if (!NOUN_LIKE.has(token.lower)) return !(cue.strength === 'weak' && isWord(before) && DETERMINERS.has(before.lower))
  if (!before || before.kind === 'quote') return true
  if (before.kind === 'mark')
    return before.text === ',' || before.text === ')' || before.text === '—' || before.text === '–'
  if (DETERMINERS.has(before.lower) || before.isPossessive || PREPOSITIONS.has(before.lower))
    return before.lower === 'to'
  if (PRONOUNS.has(before.lower) || before.isCapital || isAdverb(before) || before.lower === 'and') return true
  const previous = tokens[at - 2]
  if (!isWord(previous) || !DETERMINERS.has(previous.lower)) return false
  // “…,” the statement read.
  return /(?:ed|es|[^s]s)$/u.test(token.lower) || tokens[at - 3]?.kind === 'quote'
}

/** Whether a noun phrase cannot go on here. */
function endsPhrase(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.endsPhrase) return true
  return isVerbCue(tokens, at) || (token.isCapital && opensClause(tokens, at))
}

/** "After Scalia", "Likewise, a paper": a small word with a capital, where a clause begins, or one that is in no name. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at] ?? { lower: '' }
  if (/^(?:when|while|as|in|but)$/u.test(lower)) return true
  if (!PREPOSITIONS.has(lower) && !CONJUNCTIONS.has(lower) && !OPENERS.has(lower)) return false
  const before = tokens[at - 1]
  return !isWord(before) || /[.!?]$/u.test(before.text)
}

/** The phrase that ends with token `last`: "the senior official", "Defense Secretary James Mattis", "a spokesman for Mr Trump". */
export function phraseEndingAt(tokens: readonly Token[], last: number, floor: number): Phrase | null {
  const token = tokens[last]
  if (!isWord(token)) return null
  if (PRONOUNS.has(token.lower)) return { first: last, last }
  if (endsPhrase(tokens, last) || DETERMINERS.has(token.lower)) return null
  let first = last
  while (first > floor && last - first < LONGEST) {
    const before = tokens[first - 1]
    if (!before) break
    if (isWord(before) && DETERMINERS.has(before.lower)) {
      first--
      break
    }
    if (before.text === '-' || before.text === '&' || before.text === '’' || before.text === "'") {
      first--
      continue
    }
    if (isNameLink(tokens, first - 1)) {
      first -= tokens[first - 1]?.lower === 'the' ? 2 : 1
      continue
    }
    if (endsPhrase(tokens, first - 1) || PRONOUNS.has(before.lower)) break
    first--
  }
  return widenOverPrepositions(tokens, { first, last }, floor)
}

/** "University of Ohio", "Chiefs of Staff": small words inside a capitalised name. */
function isNameLink(tokens: readonly Token[], at: number): boolean {
  const link = tokens[at]
  if (!isWord(link) || !/^(?:of|for|de|van|von|and|&)$/u.test(link.lower)) return false
  if (link.lower === 'and') return false
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  return isWord(before) && before.isCapital && isWord(after) && after.isCapital && link.lower !== 'for'
}

/** "a spokesman | for Mr Trump": the phrase before the preposition is the one that speaks. */
function widenOverPrepositions(tokens: readonly Token[], phrase: Phrase, floor: number): Phrase {
  const preposition = tokens[phrase.first - 1]
  if (
    phrase.first - 2 < floor ||
    !isWord(preposition) ||
    !/^(?:of|for|from|at|in|with|on|to|behind|against|who)$/u.test(preposition.lower)
  ) {
    return phrase
  }
  const head = tokens[phrase.first - 2]
  if (!isWord(head) || endsPhrase(tokens, phrase.first - 2) || DETERMINERS.has(head.lower)) return phrase
  const outer = phraseEndingAt(tokens, phrase.first - 2, floor)
  return outer ? { first: outer.first, last: phrase.last } : phrase
}

/** The phrase that begins with token `first`: after "said", after "according to". */
export function phraseStartingAt(tokens: readonly Token[], start: number, ceiling: number): Phrase | null {
  const token = tokens[start]
  if (!isWord(token)) return null
  if (PRONOUNS.has(token.lower) && !(DETERMINERS.has(token.lower) && !endsPhrase(tokens, start + 1)))
    return { first: start, last: start }
  if (endsPhrase(tokens, start) && !DETERMINERS.has(token.lower)) return null
  let last = start
  let sawDeterminer = DETERMINERS.has(token.lower)
  while (last + 1 < ceiling && last - start < LONGEST) {
    const next = tokens[last + 1]
    if (!next) break
    if (next.text === '-' || next.text === '&') {
      last++
      continue
    }
    if (isNameLink(tokens, last + 1)) {
      last += 2
      continue
    }
    if (endsPhrase(tokens, last + 1) || DETERMINERS.has(next.lower)) break
    if (tokens[last]?.isCapital && !next.isCapital && !next.isPossessive) {
      if (isNameEnd(tokens, start, last) || PAST_OR_NEGATED.test(next.lower)) break
    } else if (last > start && PAST_OR_NEGATED.test(next.lower) && isPlainWord(tokens[last])) break
    last++
  }
  while (last > start && !isWord(tokens[last])) last--
  if (last === start && DETERMINERS.has(token.lower) && !PRONOUNS.has(token.lower)) return null
  const first = tokens[start]
  sawDeterminer ||= token.isCapital || token.isPossessive
  if (!sawDeterminer && last === start && first && !BARE_PLURALS.test(first.lower)) return null
  return { first: start, last }
}

function isPlainWord(token: Token | undefined): boolean {
  return (
    isWord(token) &&
    !token.isCapital &&
    !token.isPossessive &&
    !DETERMINERS.has(token.lower) &&
    !token.lower.endsWith('ly')
  )
}

/** Two capitalised words or more in a row before this place: a full name, after which no common noun belongs to it. */
function isNameEnd(tokens: readonly Token[], start: number, last: number): boolean {
  return last - start >= 1 && tokens[last - 1]?.isCapital === true && !DETERMINERS.has(tokens[last - 1]?.lower ?? '')
}

/** The first phrase of a clause: its subject, past a dateline and an opening "But", "On Thursday," or "While …,". */
export function leadingPhrase(tokens: readonly Token[], start: number, sentenceEnd: number): Phrase | null {
  const end = Math.min(sentenceEnd, start + FARTHEST_SUBJECT)
  let at = afterDateline(tokens, start, end)
  let opening = at
  while (at < end) {
    const token = tokens[at]
    if (!isWord(token)) {
      at++
      continue
    }
    if (at === opening) {
      if (/^(?:but|and|yet|so|still|also|later|then|now|instead|meanwhile|however)$/u.test(token.lower)) {
        opening = ++at
        continue
      }
      if (PREPOSITIONS.has(token.lower) || isSubordinator(token) || /(?:ing|ed)$/u.test(token.lower)) {
        const comma = indexOfMark(tokens, ',', at, Math.min(end, at + 40))
        if (comma > 0) {
          opening = at = comma + 1
          continue
        }
      }
    }
    const phrase = phraseStartingAt(tokens, at, end)
    if (phrase && !isTime(tokens, phrase)) return withTail(tokens, phrase, end)
    if (phrase && tokens[phrase.last + 1]?.text === ',') opening = phrase.last + 2
    at = phrase ? phrase.last + 1 : at + 1
  }
  return null
}

/** "WASHINGTON, Dec. 8 (UPI) —" */
function afterDateline(tokens: readonly Token[], start: number, end: number): number {
  if (!/^\p{Lu}{3}/u.test(tokens[start]?.text ?? '')) return start
  for (let at = start; at < Math.min(end, start + 14); at++)
    if (/^[—–]$|^--?$/u.test(tokens[at]?.text ?? '')) return at + 1
  return start
}

/** "an official at the Pentagon": the prepositional phrases right behind it. */
export function withTail(tokens: readonly Token[], phrase: Phrase, ceiling: number): Phrase {
  const head = tokens[phrase.last]
  const link = tokens[phrase.last + 1]
  if (
    !isWord(head) ||
    !isWord(link) ||
    head.isCapital ||
    PRONOUNS.has(head.lower) ||
    !/^(?:of|for|from|at|in|with)$/u.test(link.lower)
  )
    return phrase
  const rest = phraseStartingAt(tokens, phrase.last + 2, ceiling)
  return rest && !isTime(tokens, rest) ? { first: phrase.first, last: rest.last } : phrase
}

function isSubordinator(token: Token): boolean {
  return CONJUNCTIONS.has(token.lower) && !/^(?:and|or|but|nor|yet|so|who|whom|whose)$/u.test(token.lower)
}

export function isTime(tokens: readonly Token[], { first, last }: Phrase): boolean {
  const words = tokens.slice(first, last + 1)
  return words.some(isTimeWord) && words.every((token) => isTimeWord(token) || DETERMINERS.has(token.lower))
}

function isTimeWord(token: Token): boolean {
  return TIMES.has(token.lower) || TIME_COUNTS.test(token.lower)
}

function indexOfMark(tokens: readonly Token[], mark: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (tokens[at]?.kind === 'mark' && tokens[at]?.text === mark) return at
  return -1
}
