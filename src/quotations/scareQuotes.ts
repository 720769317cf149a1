import { DETERMINERS } from './cueWords.js'
import type { Quoted } from './marks.js'
import type { Token } from './tokens.js'

const TITLE_WORD = /^(?:a|an|and|at|by|for|from|in|into|is|of|on|or|the|to|vs\.?|with|\p{Lu}.*|\d.*)$/u
/** Words before a quotation that make it a name or a term. */
const NAMING = new Set(
  `so-called dubbed nicknamed titled entitled named known called billed headlined captioned labeled labelled term word words phrase hashtag slogan
  nickname song book film movie show episode series album play documentary novel memoir poem game reading chanting chants signs banner banners sign`.split(
    /\s+/u,
  ),
)

/** Whether words in quotation marks quote nobody: a title, a nickname, a term, irony. */
export function isNoQuotation(text: string, tokens: readonly Token[], at: number, { inner }: Quoted): boolean {
  const words = text.slice(inner.start, inner.end).trim().replace(/[,.]$/u, '')
  const parts = words.split(/\s+/u)
  if (isTitle(parts)) return true
  if (parts.length > 4) return false
  const before = tokens[at - 1]?.lower ?? ''
  if (NAMING.has(before)) return true
  if (tokens[at - 1]?.isCapital && tokens[at + 1]?.isCapital && parts.length <= 2) return true
  return (
    DETERMINERS.has(before) &&
    before !== 'the' &&
    parts.length === 1 &&
    tokens[at + 1]?.kind === 'word' &&
    tokens[at + 1]?.isCapital === true
  )
}

/** "The Art of the Deal": every word but the small ones has a capital, and it is no sentence. */
function isTitle(parts: readonly string[]): boolean {
  if (parts.length < 2 || parts.length > 9) return false
  if (/[!?]$/u.test(parts.at(-1) ?? '')) return false
  const capitals = parts.filter((part) => /^\p{Lu}/u.test(part)).length
  return parts.every((part) => TITLE_WORD.test(part)) && capitals >= 2 && /^[\p{Lu}\d]/u.test(parts[0] ?? '')
}
