import type { Span } from '../model.js'
import { byline } from './bylines.js'
import { type Candidate, candidatesOf, nobodysFeatures } from './candidates.js'
import { findQuoted, paragraphs, type Quoted } from './marks.js'
import { headWord, namesOf } from './names.js'
import { lastEvent, type Paragraph, parseParagraph, type Said, saidBy } from './paragraph.js'
import { likeliest, WEIGHTS } from './ranker.js'
import { isNoQuotation } from './scareQuotes.js'
import { type Situation, shapeOf } from './situation.js'

export interface Attribution {
  readonly quoted: Quoted
  /** The words that point at the speaker. */
  readonly mention: Span | null
  readonly cue: Span | null
  readonly lemma: string | null
  /** How likely it is, 0 to 1, that these words are the speaker's. */
  readonly confidence: number
}

interface Found extends Said {
  readonly confidence: number
}

/** Who said a quotation, chosen from candidates; null where nobody is sure enough. */
export type Choose = (quoted: Quoted, candidates: readonly Candidate[], nobody: readonly string[]) => Found | null

/** A wrong name is worse than none: whoever is named is likelier than all others and nobody together, or a little less where hardly any other could be. */
const SURE_ENOUGH = 0.5
const ALMOST = 0.4
const HARDLY_ANY_OTHER = 0.7
const BYLINE = 0.97
/** So many quotations, and one more for so many UTF-16 units, are asked for their speaker: three times what news has. The rest of a hostile text costs little. */
const ATTRIBUTED = 2000
const UNITS_EACH = 250
const UNREAD: Paragraph = { tokens: [], sentences: [], events: [], quoted: [] }
/** Shorter quotations, in UTF-16 units, give nobody the floor in the next paragraph. */
const TELLING = 25

const chooseLikeliest: Choose = (_, candidates, nobody) => {
  const best = likeliest(candidates, nobody, WEIGHTS)
  if (!best || best.probability < (best.share < HARDLY_ANY_OTHER ? SURE_ENOUGH : ALMOST)) return null
  const { mention, cue, lemma } = best.candidate
  return { mention, cue, lemma, confidence: best.probability }
}

/** Gives each quotation of a text the words that say who speaks. Those that quote nobody are left out. Linear in the text; never throws. */
export function attribute(text: string): Attribution[] {
  return attributeBy(text, chooseLikeliest)
}

/** The same, with another way of choosing: training looks on, and chooses what is known to be right. */
export function attributeBy(text: string, choose: Choose): Attribution[] {
  const names = namesOf(text)
  const parsed = paragraphsOf(text)
  const found: Attribution[] = []
  let last: Said | null = null
  let lastWasQuoted = false
  let asked = 0
  for (const [index, paragraph] of parsed.entries()) {
    let floor: Floor = { current: null, age: 0, quoted: null }
    const before = parsed[index - 1] ?? null
    const after = parsed[index + 1] ?? null
    for (const [sentence, { start, end }] of paragraph.sentences.entries()) {
      const atStart: Said | null = floor.current
      for (let at = start; at < end; at++) {
        const quoted = paragraph.quoted[paragraph.tokens[at]?.quote ?? -1]
        if (!quoted || isNoQuotation(text, paragraph.tokens, at, quoted)) continue
        const { current, age } = floor
        const said: Found | null =
          ++asked <= ATTRIBUTED + text.length / UNITS_EACH
            ? speakerOf(
                { text, names, quoted, paragraph, sentence, at, before, after, current, age, last, lastWasQuoted },
                choose,
              )
            : null
        if (said) {
          found.push({ quoted, ...said })
          floor = { current: said, age: 0, quoted: quoted.end - quoted.start > TELLING ? said : floor.quoted }
          const name = headWord(text, said.mention)
          names.spoken.set(name, (names.spoken.get(name) ?? 0) + 1)
        } else if (isUtterance(text, quoted))
          found.push({ quoted, mention: null, cue: null, lemma: null, confidence: 0 })
      }
      const event = floor.current === atStart ? lastEvent(paragraph, sentence) : undefined
      if (event?.strength === 'strong')
        floor = { current: saidBy(paragraph.tokens, event.subject, event), age: 0, quoted: floor.quoted }
      else floor = { ...floor, age: floor.age + 1 }
    }
    last = floor.quoted ?? floor.current
    lastWasQuoted = floor.quoted !== null
  }
  return withLaterSpeakers(found)
}

/** Who has the floor in a paragraph. */
interface Floor {
  readonly current: Said | null
  /** Sentences since. */
  readonly age: number
  /** Who spoke last in a quotation of some length. */
  readonly quoted: Said | null
}

/** The paragraphs that hold a quotation, and those next to one; nobody reads the others. */
function paragraphsOf(text: string): Paragraph[] {
  const quoted = findQuoted(text)
  let next = 0
  const spans = paragraphs(text).map((span) => {
    const inside: Quoted[] = []
    for (let quote = quoted[next]; quote && quote.start < span.end; quote = quoted[++next]) inside.push(quote)
    return { span, inside }
  })
  const holds = (index: number): boolean => (spans[index]?.inside.length ?? 0) > 0
  return spans.map(({ span, inside }, index) =>
    holds(index - 1) || holds(index) || holds(index + 1) ? parseParagraph(text, span, inside) : UNREAD,
  )
}

function speakerOf(situation: Situation, choose: Choose): Found | null {
  const { text, quoted, paragraph, sentence } = situation
  const opening = paragraph.tokens[paragraph.sentences[sentence]?.start ?? situation.at]
  const signed = byline(text, quoted, opening?.start ?? quoted.start)
  if (signed) return { ...signed, confidence: BYLINE }
  const shape = shapeOf(situation)
  const candidates = candidatesOf(situation, shape)
  return choose(quoted, candidates, nobodysFeatures(situation, shape, candidates.length))
}

/** A quotation over several paragraphs may say only behind its last piece who speaks. */
function withLaterSpeakers(attributions: Attribution[]): Attribution[] {
  for (let at = attributions.length - 1; at > 0; at--) {
    const piece = attributions[at]
    const earlier = attributions[at - 1]
    if (piece?.mention && piece.quoted.continues && earlier && !earlier.mention)
      attributions[at - 1] = { ...piece, quoted: earlier.quoted }
  }
  return attributions
}

/** A quotation that could be a sentence of its own: begins with a capital, ends with a full stop, four words or more. */
function isUtterance(text: string, { inner }: Quoted): boolean {
  const words = text.slice(inner.start, inner.end).trim()
  return /^[^\p{L}]*\p{Lu}/u.test(words) && /[.!?…,—–-]["”’')\]]*$/u.test(words) && /(?:\S+\s+){3}\S/u.test(words)
}
