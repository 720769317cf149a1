import type { Figure } from '../../language/figures.js'
import { isStopWord, stem, type Word, words } from '../../language/words.js'
import type { Span } from '../../model.js'
import { aspectOf } from './aspectWords.js'
import { fateOf } from './fates.js'
import type { Passage } from './passages.js'

const FURTHEST = 9
/** UTF-16 units on each side of a figure. */
const LONGEST_CLAUSE = 400
const CLAUSE_END =
  /[;:.!?—]|\s[–-]\s|,\s+(?:and|but|while|as|which|who|after|before|though|although|because|including|saying|according)\b/u

/** What surrounds a figure: its clause. */
export interface Context {
  readonly aspect: string | null
  /** What befell the people counted, where it is said right before or behind their number. */
  readonly fate: string | null
  /** Stems of its clause, without stop words and figures. */
  readonly stems: ReadonlySet<string>
  /** Names in its clause. */
  readonly names: ReadonlySet<string>
}

/** The context of a figure of a passage. */
export function contextOf(passage: Passage, figure: Figure): Context {
  const own = { start: figure.start - passage.start, end: figure.end - passage.start }
  const clause = clauseOf(passage.text, own)
  const around = words(clause.text).map((word) => ({
    ...word,
    start: word.start + clause.start,
    end: word.end + clause.start,
  }))
  const telling = around.filter((word) => !isStopWord(word.text) && !/^\p{N}/u.test(word.text))
  const stems = telling.map((word) => stem(word.text))
  const fate = fateOf(passage, figure, around)
  return {
    aspect: fate ?? nearestAspect(around, own),
    fate,
    stems: new Set(stems),
    names: new Set(stems.filter((one) => passage.names.has(one))),
  }
}

function clauseOf(text: string, own: Span): { start: number; text: string } {
  const from = Math.max(0, own.start - LONGEST_CLAUSE)
  const before = text.slice(from, own.start)
  let start = from
  for (const match of before.matchAll(new RegExp(CLAUSE_END, 'gu'))) {
    const isInside = match[0] === '.' && !/\s/u.test(text[from + match.index + 1] ?? ' ')
    if (!isInside && !/\b\p{Lu}$/u.test(before.slice(Math.max(0, match.index - 3), match.index))) {
      start = from + match.index + match[0].length
    }
  }
  const behind = text.slice(own.end, own.end + LONGEST_CLAUSE)
  return { start, text: text.slice(start, own.end + (CLAUSE_END.exec(behind)?.index ?? behind.length)) }
}

/** The aspect that a word nearest to the figure tells; of two as near the one before it. */
function nearestAspect(around: readonly Word[], own: Span): string | null {
  const first = around.findIndex((word) => word.end > own.start)
  const at = first < 0 ? around.length : first
  let behind = at
  while ((around[behind]?.start ?? Number.POSITIVE_INFINITY) < own.end) behind++
  for (let index = at; index < behind; index++) {
    const aspect = aspectOf(around[index])
    if (aspect) return aspect
  }
  for (let distance = 1; distance <= FURTHEST; distance++) {
    const aspect = aspectOf(around[at - distance]) ?? aspectOf(around[behind + distance - 1])
    if (aspect) return aspect
  }
  return null
}
