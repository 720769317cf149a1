import { BE, CUE_VERBS, DETERMINERS, PREPOSITIONS } from './cueWords.js'
import type { Quoted } from './marks.js'
import type { Names } from './names.js'
import type { Paragraph, Said } from './paragraph.js'
import type { Token } from './tokens.js'

/** A quotation, and all that is known when its speaker is sought. */
export interface Situation {
  readonly text: string
  readonly names: Names
  readonly quoted: Quoted
  readonly paragraph: Paragraph
  /** The quotation's sentence, and its token. */
  readonly sentence: number
  readonly at: number
  readonly before: Paragraph | null
  readonly after: Paragraph | null
  /** Who spoke last in this paragraph, and how many sentences ago. */
  readonly current: Said | null
  readonly age: number
  /** Who spoke last in the paragraphs before, and whether in a quotation. */
  readonly last: Said | null
  readonly lastWasQuoted: boolean
}

/** How a quotation stands among the words around it, in words that features are made of. */
export interface Shape {
  /** alone, first, last or amid in its sentence. */
  readonly place: string
  /** Begins with a capital (U) or not (l), and the mark that it ends with. */
  readonly form: string
  /** Number of words, in steps. */
  readonly length: string
  readonly before: string
  readonly after: string
  readonly wordBefore: string
  readonly wordAfter: string
  readonly continues: string
}

export function shapeOf({ text, paragraph, sentence, at, quoted }: Situation): Shape {
  const { tokens, sentences } = paragraph
  const { start, end, hasWords } = sentences[sentence] ?? { start: 0, end: 0, hasWords: false }
  const inner = text.slice(quoted.inner.start, quoted.inner.end)
  const mark = /([,?!.…—–-])["”»›'’]*$/u.exec(text.slice(quoted.end - 3, quoted.end))?.[1]
  const ends = mark ? mark.replace(/[—–]/u, '-') : tokens[at + 1]?.text === ',' ? 'comma outside' : 'open'
  const before = at > start ? tokens[at - 1] : undefined
  const after = at + 1 < end ? tokens[at + 1] : undefined
  return {
    place: hasWords ? placeOf(tokens, at, start, end) : 'alone',
    form: `${/^[^\p{L}]*\p{Lu}/u.test(inner) ? 'U' : 'l'}${ends}`,
    length: lengthStep(inner),
    before: classOf(before),
    after: classOf(after),
    wordBefore: before?.lower ?? '',
    wordAfter: tokens[at + 1]?.lower ?? '',
    continues: quoted.continues ? 'continues' : 'new',
  }
}

function placeOf(tokens: readonly Token[], at: number, start: number, end: number): string {
  if (at === start) return 'first'
  return at === end - 1 || (at === end - 2 && tokens[at + 1]?.kind === 'mark') ? 'last' : 'amid'
}

function lengthStep(words: string): string {
  let count = 0
  for (const _ of words.slice(0, 120).matchAll(/\S+/gu)) count++
  return count < 3 ? '1-2' : count < 5 ? '3-4' : count < 9 ? '5-8' : '9+'
}

const OWN_CLASS = new Set(['that', 'as', 'and', 'to', 'of'])

/** What kind of token it is: a mark is itself, small words are themselves or their class, verbs of speech their strength. */
export function classOf(token: Token | undefined): string {
  if (!token) return 'edge'
  if (token.kind === 'quote') return 'quotation'
  if (token.kind === 'mark') return /^[—–-]$/u.test(token.text) ? 'dash' : token.text
  if (OWN_CLASS.has(token.lower)) return token.lower
  if (DETERMINERS.has(token.lower)) return 'determiner'
  if (PREPOSITIONS.has(token.lower)) return 'preposition'
  if (BE.has(token.lower)) return 'be'
  const verb = CUE_VERBS.get(token.lower)
  if (verb) return verb.isParticiple ? `${verb.strength}ing` : verb.strength
  return token.isCapital ? 'capital' : 'word'
}

/** A distance in tokens, in steps. */
export function step(distance: number): string {
  if (distance <= 3) return String(distance)
  return distance <= 5 ? '4-5' : distance <= 8 ? '6-8' : distance <= 14 ? '9-14' : 'far'
}
