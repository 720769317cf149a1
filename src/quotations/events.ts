import type { Strength } from './cueWords.js'
import { AUXILIARIES, BE, PRONOUNS, TIMES } from './cueWords.js'
import type { Phrase } from './nounPhrases.js'
import {
  isAdverb,
  isTime,
  isVerbCue,
  leadingPhrase,
  phraseEndingAt,
  phraseStartingAt,
  withTail,
} from './nounPhrases.js'
import type { Token } from './tokens.js'

/** Somebody speaks: the cue as a token range, and the phrase that is its subject. */
export interface SpeechEvent {
  readonly cue: Phrase
  readonly subject: Phrase
  readonly lemma: string
  readonly strength: Strength
  /** Subject behind the verb: "said Mattis". */
  readonly isInverted: boolean
  readonly isParticiple: boolean
}

/** The speech events between tokens `start` and `end` (one sentence), in order. */
export function speechEvents(tokens: readonly Token[], start: number, end: number): SpeechEvent[] {
  const events: SpeechEvent[] = []
  for (let at = start; at < end; at++) {
    const token = tokens[at]
    if (token?.kind !== 'word') continue
    const event = accordingTo(tokens, at, end) ?? verbEvent(tokens, start, end, at, events)
    if (event) events.push(event)
  }
  return events
}

function accordingTo(tokens: readonly Token[], at: number, end: number): SpeechEvent | null {
  const next = tokens[at + 1]?.lower
  if (next !== 'to' && next !== 'by') return null
  const words = `${tokens[at]?.lower} ${next}`
  if (words !== 'according to' && words !== 'quoted by') return null
  const subject = phraseStartingAt(tokens, at + 2, end)
  if (!subject || isTime(tokens, subject)) return null
  const lemma = words === 'according to' ? 'accord' : 'quote'
  return {
    cue: { first: at, last: at + 1 },
    subject: withTail(tokens, subject, end),
    lemma,
    strength: 'strong',
    isInverted: true,
    isParticiple: false,
  }
}

function verbEvent(
  tokens: readonly Token[],
  start: number,
  end: number,
  at: number,
  earlier: readonly SpeechEvent[],
): SpeechEvent | null {
  if (!isVerbCue(tokens, at)) return null
  const verb = tokens[at]?.cue
  if (!verb) return null
  const make = (subject: Phrase | null, isInverted: boolean): SpeechEvent | null =>
    subject && !isTime(tokens, subject)
      ? {
          cue: { first: at, last: at },
          subject,
          lemma: verb.lemma,
          strength: verb.strength,
          isInverted,
          isParticiple: verb.isParticiple,
        }
      : null
  if (isPassive(tokens, start, at, verb.isParticiple)) {
    const by = tokens[at + 1]?.lower === 'by' ? phraseStartingAt(tokens, at + 2, end) : null
    return make(by, true)
  }
  const embraced = verb.isParticiple ? withSubject(tokens, start, at) : null
  if (embraced) return make(embraced, false)
  if (verb.isParticiple ? !isProgressive(tokens, start, at) : tokens[at - 1]?.lower === 'to') {
    return make(
      earlier.findLast((event) => !event.isParticiple || event.isInverted)?.subject ?? leadingPhrase(tokens, start, at),
      false,
    )
  }
  const inverted = invertedSubject(tokens, start, end, at)
  if (inverted) return make(inverted, true)
  const near = subjectBefore(tokens, start, at)
  if (near) return make(near, false)
  const governing = earlier.findLast((event) => event.cue.last < at)
  if (governing) return make(governing.subject, false)
  return make(leadingPhrase(tokens, start, at), false)
}

function isAdverbAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return token?.kind === 'word' && isAdverb(token)
}

function isPassive(tokens: readonly Token[], start: number, at: number, isParticiple: boolean): boolean {
  if (isParticiple) return false
  let before = at - 1
  while (before >= start && isAdverbAt(tokens, before) && !BE.has(tokens[before]?.lower ?? '')) before--
  const token = tokens[before]
  return token?.kind === 'word' && BE.has(token.lower)
}

/** "with the secretary touting …": the subject stands between "with" and the participle. */
function withSubject(tokens: readonly Token[], start: number, at: number): Phrase | null {
  const phrase = phraseEndingAt(tokens, skipBack(tokens, start, at - 1), start)
  return phrase && tokens[phrase.first - 1]?.lower === 'with' ? phrase : null
}

/** "is saying" and "the letter saying" have a subject right before them; ", saying" has that of its clause. */
function isProgressive(tokens: readonly Token[], start: number, at: number): boolean {
  let before = at - 1
  while (before > start && isAdverbAt(tokens, before)) before--
  return BE.has(tokens[before]?.lower ?? '')
}

/** Verbs that need no hearer behind them: in ", told the Post," the Post does not speak. */
const SAYING = /^(?:sa(?:id|ys)|add(?:ed|s)|wrote|writes|explain(?:ed|s)|noted|argue[ds]|recalled|tweeted)$/u

/** `“…,” said the mayor`: the verb follows a quotation at once, and a subject follows the verb. */
function invertedSubject(tokens: readonly Token[], start: number, end: number, at: number): Phrase | null {
  let before = at - 1
  while (before >= start && (tokens[before]?.text === ',' || AUXILIARIES.has(tokens[before]?.lower ?? ''))) before--
  const isClause = before >= start && tokens[before]?.kind !== 'quote'
  if (isClause && !(tokens[at - 1]?.text === ',' && SAYING.test(tokens[at]?.lower ?? ''))) return null
  const subject = phraseStartingAt(tokens, at + 1, end)
  if (!subject || isTime(tokens, subject) || isObjectPronoun(tokens, subject)) return null
  if (isClause && !(tokens[subject.last]?.isCapital && closesClause(tokens[subject.last + 1]))) return null
  return withTail(tokens, subject, end)
}

/** “…” that Crewe could lose, said Mara Holt, …: only where the name ends the clause does it speak; in "Crewe, who …, said Holt would …" it does not. */
function closesClause(next: Token | undefined): boolean {
  return next === undefined || /^[.,;(]$/u.test(next.text)
}

function isObjectPronoun(tokens: readonly Token[], { first, last }: Phrase): boolean {
  return first === last && /^(?:it|that|this|reporters|me|us)$/u.test(tokens[first]?.lower ?? '')
}

/** The phrase right before the verb, past adverbs, times and an appositive between commas. */
function subjectBefore(tokens: readonly Token[], start: number, at: number): Phrase | null {
  let last = skipBack(tokens, start, at - 1)
  const token = tokens[last]
  if (last < start || !token) return null
  if (token.kind === 'mark' && token.text === ')') {
    while (last > start && tokens[last]?.text !== '(') last--
    last = skipBack(tokens, start, last - 1)
  } else if (token.kind === 'mark' && /^[,—–-]$/u.test(token.text)) return subjectBeforeAppositive(tokens, start, last)
  if (tokens[last]?.lower === 'who') {
    const before = tokens[last - 1]?.text === ',' ? last - 2 : last - 1
    return phraseEndingAt(tokens, before, start)
  }
  return phraseEndingAt(tokens, last, start)
}

function skipBack(tokens: readonly Token[], start: number, from: number): number {
  let at = from
  while (at >= start) {
    const token = tokens[at]
    if (token?.kind !== 'word') break
    const isTimeWord = TIMES.has(token.lower) || (/^\d+$/u.test(token.text) && TIMES.has(tokens[at - 1]?.lower ?? ''))
    const isOn = /^(?:on|in|at)$/u.test(token.lower) && at < from && TIMES.has(tokens[at + 1]?.lower ?? '')
    if (!isTimeWord && !isOn && !(isAdverb(token) && !PRONOUNS.has(token.lower))) break
    at--
  }
  return at
}

/** "NAME, a doctor in Leeds who has …, said": the phrase before the comma that opens the appositive. */
function subjectBeforeAppositive(tokens: readonly Token[], start: number, comma: number): Phrase | null {
  if (tokens[comma - 1]?.text === ')') return phraseBeforeBracket(tokens, start, comma - 1)
  const marks: number[] = []
  for (let at = comma - 1; at > start; at--) {
    if (tokens[at]?.kind === 'quote' && /[.!?,]["”'’]*$/u.test(tokens[at]?.text ?? '')) break
    if (tokens[at]?.kind === 'mark' && tokens[at]?.text === tokens[comma]?.text) marks.push(at)
  }
  for (const at of marks.toReversed()) {
    const phrase =
      tokens[at - 1]?.text === ')' ? phraseBeforeBracket(tokens, start, at - 1) : phraseEndingAt(tokens, at - 1, start)
    if (!phrase || isTime(tokens, phrase)) continue
    const before = tokens[phrase.first - 1]
    const opensClause =
      phrase.first === start ||
      before?.kind !== 'word' ||
      /^(?:and|but|that|as|when|while|whom|because|for)$/u.test(before.lower)
    if (opensClause) return phrase
  }
  return leadingPhrase(tokens, start, comma)
}

function phraseBeforeBracket(tokens: readonly Token[], start: number, bracket: number): Phrase | null {
  let open = bracket
  while (open > start && tokens[open]?.text !== '(') open--
  return open > start ? phraseEndingAt(tokens, open - 1, start) : null
}
