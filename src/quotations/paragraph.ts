import type { Span } from '../model.js'
import type { SpeechEvent } from './events.js'
import { speechEvents } from './events.js'
import type { Quoted } from './marks.js'
import type { Phrase } from './nounPhrases.js'
import type { TokenRange } from './tokenSentences.js'
import { tokenSentences } from './tokenSentences.js'
import type { Token } from './tokens.js'
import { tokenize } from './tokens.js'

/** A paragraph with its sentences, and in each of them who speaks. */
export interface Paragraph {
  readonly tokens: readonly Token[]
  readonly sentences: readonly TokenRange[]
  /** One list for each sentence. */
  readonly events: readonly (readonly SpeechEvent[])[]
  readonly quoted: readonly Quoted[]
}

/** Words that point at a speaker, and the cue that says so, where one does. */
export interface Said {
  readonly mention: Span
  readonly cue: Span | null
  readonly lemma: string | null
}

export function parseParagraph(text: string, span: Span, quoted: readonly Quoted[]): Paragraph {
  const tokens = tokenize(text, span, quoted)
  const sentences = tokenSentences(tokens)
  return { tokens, sentences, quoted, events: sentences.map(({ start, end }) => speechEvents(tokens, start, end)) }
}

export function saidBy(tokens: readonly Token[], subject: Phrase, event: SpeechEvent | null): Said {
  return {
    mention: spanOf(tokens, subject),
    cue: event ? spanOf(tokens, event.cue) : null,
    lemma: event?.lemma ?? null,
  }
}

/** The characters of a phrase, without a possessive ending. */
function spanOf(tokens: readonly Token[], { first, last }: Phrase): Span {
  const end = tokens[last]
  const possessive = end?.isPossessive ? (/['’]s?$/u.exec(end.text)?.[0].length ?? 0) : 0
  return { start: tokens[first]?.start ?? 0, end: (end?.end ?? 0) - possessive }
}

/** Who speaks last in a sentence, a plain verb of speech before any other. */
export function lastEvent({ events }: Paragraph, sentence: number): SpeechEvent | undefined {
  const last = events[sentence]?.slice(-8)
  return last?.findLast((event) => event.strength === 'strong') ?? last?.at(-1)
}
