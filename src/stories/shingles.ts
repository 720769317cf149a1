/** How much of one text is printed in another, word for word: Broder, "On the resemblance and containment of documents", 1997. */
import { fold } from '../language/words.js'

/** Hashes of a text's runs of words, in order. */
export type Shingles = Uint32Array

const WORDS_EACH = 5
/** UTF-16 units: what an agency sends is not as long. */
const LONGEST = 32_000
const WORD = /[\p{L}\p{N}]+/gu
/** Whoever quotes the same words has not copied them from each other; a quotation may begin in a paragraph before. */
const QUOTED = /^[^"“”]*["”](?=\s|$)|["“][^"“”]*["”]?/gmu

/** The runs of five words of a text outside of quotation marks; `title` is its first paragraph, which each outlet writes anew. */
export function shinglesOf(title: string | null, text: string): Shingles {
  const own = fold(text.slice(title?.length ?? 0, LONGEST).replace(QUOTED, ' '))
  const hashes = (own.match(WORD) ?? []).map(hashOf)
  const runs = new Set<number>()
  for (let at = 0; at + WORDS_EACH <= hashes.length; at += 1) {
    let run = 0
    for (let next = at; next < at + WORDS_EACH; next += 1) run = mixed(run, hashes[next] ?? 0)
    runs.add(run)
  }
  return Uint32Array.from(runs).toSorted()
}

/** How many runs both have. */
export function shared(a: Shingles, b: Shingles): number {
  let count = 0
  for (let inA = 0, inB = 0; inA < a.length && inB < b.length; ) {
    const x = a[inA] ?? 0
    const y = b[inB] ?? 0
    if (x === y) count += 1
    if (x <= y) inA += 1
    if (y <= x) inB += 1
  }
  return count
}

/** FNV-1a (Fowler, Noll and Vo) over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = mixed(hash, word.charCodeAt(at))
  return hash
}

function mixed(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193) >>> 0
}
