import { diffArrays } from 'diff'
import { isStopWord } from '../language/words.js'
import type { Span } from '../model.js'
import type { ComparedWord } from './comparedWords.js'

/** A run of words that stand in both, `length` of them from `a` and `b` on; or, between two, what stands in one alone. */
export interface Run {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** Edits after which two texts are taken for different ones: quadratic work stops there. */
const MOST_EDITS = 500

/** Words that most political news has in it: they tie two quotations less than others do. */
const COMMON = new Set(
  `president government country countries nation national people american americans united states state america world administration house
  white senate congress minister prime secretary general party security policy law public political campaign election year years day days time
  today going want know think believe get got make made take good great right way thing things lot need see come one two first new well
  now just like also said really very work working many much every never back put let 1 2 mr mrs must may might us can i'm we're they're
  it's that's don't didn't he's there's you're`.split(/\s+/u),
)

const CONTRACTION = /n't$|'(?:ve|ll|d|re|m|s)$/u

/** How much one word tells: a stop word little, a long one more. */
export function weightOf(key: string): number {
  if (isStopWord(key) || isStopWord(key.replace(CONTRACTION, ''))) return 0.2
  if (COMMON.has(key)) return 0.5
  return key.length > 8 ? 1.25 : key.length > 3 ? 1 : 0.7
}

/** The weight of words; those in brackets have none, as they are not the speaker's. */
export function sumOf(words: readonly ComparedWord[], from = 0, to = words.length): number {
  let sum = 0
  for (let at = from; at < to; at++) {
    const word = words[at]
    if (word && !word.bracketed) sum += weightOf(word.key)
  }
  return sum
}

/** The weight of the words that stand in both, in whatever order: no alignment has more. */
export function sharedWeight(a: readonly ComparedWord[], b: readonly ComparedWord[]): number {
  const counts = new Map<string, number>()
  for (const { key } of a) counts.set(key, (counts.get(key) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const count = counts.get(word.key) ?? 0
    if (count > 0) shared += weightOf(word.key)
    counts.set(word.key, count - 1)
  }
  return shared
}

/** Where `piece` begins in `words` from `from` on, or -1 (Knuth, Morris and Pratt, "Fast pattern matching in strings", 1977). */
function find(piece: readonly ComparedWord[], words: readonly ComparedWord[], from: number): number {
  const falls = [0]
  for (let at = 1, matched = 0; at < piece.length; at++) {
    while (matched > 0 && piece[at]?.key !== piece[matched]?.key) matched = falls[matched - 1] ?? 0
    if (piece[at]?.key === piece[matched]?.key) matched++
    falls.push(matched)
  }
  for (let at = from, matched = 0; at < words.length; at++) {
    while (matched > 0 && words[at]?.key !== piece[matched]?.key) matched = falls[matched - 1] ?? 0
    if (words[at]?.key === piece[matched]?.key) matched++
    if (matched === piece.length) return at - matched + 1
  }
  return -1
}

/** `part` in unbroken pieces: parted where an ellipsis is printed and at words in brackets, which are left out. */
function piecesOf(part: readonly ComparedWord[]): Run[] {
  const pieces: Run[] = []
  let start = 0
  for (let at = 0; at <= part.length; at++) {
    const word = part[at]
    if (word && !word.bracketed && (!word.afterEllipsis || at === start)) continue
    if (at > start) pieces.push({ a: start, b: 0, length: at - start })
    start = word?.bracketed ? at + 1 : at
  }
  return pieces
}

/** The pieces of `part` (as `a`) at their places in `whole` (as `b`), all of them and in order; null where one is not there. */
export function contained(part: readonly ComparedWord[], whole: readonly ComparedWord[]): Run[] | null {
  const unbroken = find(part, whole, 0)
  if (unbroken >= 0) return [{ a: 0, b: unbroken, length: part.length }]
  const runs: Run[] = []
  let from = 0
  for (const { a, length } of piecesOf(part)) {
    const b = find(part.slice(a, a + length), whole, from)
    if (b < 0) return null
    runs.push({ a, b, length })
    from = b + length
  }
  return runs.length > 0 ? runs : null
}

/** The stretch of the longer text that has most of the shorter one's words: matches outside it would be chance. */
function window(short: readonly ComparedWord[], long: readonly ComparedWord[]): Span {
  const size = 2 * short.length + 30
  if (long.length <= size) return { start: 0, end: long.length }
  const wanted = new Set(short.map((word) => word.key))
  const gains = long.map((word) => (wanted.has(word.key) ? weightOf(word.key) : 0))
  let sum = 0
  let best = 0
  let start = 0
  for (let at = 0; at < long.length; at++) {
    sum += gains[at] ?? 0
    if (at >= size) sum -= gains[at - size] ?? 0
    if (sum > best + 1e-9) {
      best = sum
      start = Math.max(0, at - size + 1)
    }
  }
  return { start, end: Math.min(long.length, start + size) }
}

/** Leaves out short runs of words that mean little between longer differences: they agree by chance and make a change hard to read. */
function cleaned(runs: readonly Run[], a: readonly ComparedWord[]): Run[] {
  return runs.filter((run, index) => {
    const before = runs[index - 1] ?? { a: 0, b: 0, length: 0 }
    const after = runs[index + 1]
    const left = Math.max(run.a - before.a - before.length, run.b - before.b - before.length)
    const right = after ? Math.max(after.a - run.a - run.length, after.b - run.b - run.length) : left
    return sumOf(a, run.a, run.a + run.length) >= 0.2 * run.length + 0.1 || left + right <= 3 * run.length
  })
}

/** Lets each run take in the equal words beside it that no other run has. */
function extended(runs: readonly Run[], a: readonly ComparedWord[], b: readonly ComparedWord[]): Run[] {
  const longer: Run[] = []
  for (const [index, run] of runs.entries()) {
    const before = longer.at(-1) ?? { a: 0, b: 0, length: 0 }
    const after = runs[index + 1] ?? { a: a.length, b: b.length }
    let { a: inA, b: inB } = run
    let end = run.a + run.length
    const shift = run.b - run.a
    while (inA > before.a + before.length && inB > before.b + before.length && a[inA - 1]?.key === b[inB - 1]?.key) {
      inA--
      inB--
    }
    while (end < after.a && end + shift < after.b && a[end]?.key === b[end + shift]?.key) end++
    longer.push({ a: inA, b: inB, length: end - inA })
  }
  return longer
}

function keysOf(words: readonly ComparedWord[], { start, end }: Span): string[] {
  return words.slice(start, end).map((word) => word.key)
}

/** The runs that stand in both, in order (Myers, "An O(ND) difference algorithm", 1986); empty where the texts are too unlike to tell. */
export function align(a: readonly ComparedWord[], b: readonly ComparedWord[]): Run[] {
  const inA = a.length > b.length ? window(b, a) : { start: 0, end: a.length }
  const inB = a.length > b.length ? { start: 0, end: b.length } : window(a, b)
  const changes = diffArrays(keysOf(a, inA), keysOf(b, inB), { maxEditLength: MOST_EDITS })
  const runs: Run[] = []
  let [atA, atB] = [inA.start, inB.start]
  for (const { added, removed, count } of changes ?? []) {
    if (!added && !removed) runs.push({ a: atA, b: atB, length: count })
    if (!added) atA += count
    if (!removed) atB += count
  }
  return extended(cleaned(runs, a), a, b)
}
