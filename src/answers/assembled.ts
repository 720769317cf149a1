import type { Quotation } from '../model.js'
import { sumOf } from '../quotations/alignment.js'
import { type ComparedWord, comparedWords } from '../quotations/comparedWords.js'

/** A run of pasted words that a quotation has, too. */
export interface Piece<Source> {
  readonly source: Source
  /** As the quotation prints it. */
  readonly text: string
}

/** In words: a shorter run agrees by chance. */
const SHORTEST = 4
const LIGHTEST = 1.4
/** By weight, how much of the pasted words has to be quoted somewhere. */
const MOST_OF_IT = 0.8
const MOST_WORDS = 400
/** Places of one run in one quotation. */
const MOST_PLACES = 8

/**
 * The quotations that pasted words were put together from, each with its run of them, in order; empty where one quotation has nearly
 * all, or where too much stands in none.
 */
export function assembledFrom<Source extends { readonly quotation: Quotation }>(
  candidates: readonly Source[],
  pasted: string,
): Piece<Source>[] {
  const words = comparedWords(pasted)
  if (words.length > MOST_WORDS) return []
  const sources = candidates.map((source) => {
    const own = comparedWords(source.quotation.text).slice(0, 4 * MOST_WORDS)
    return { source, own, places: placesOf(own) }
  })
  const pieces: Piece<Source>[] = []
  let covered = 0
  for (let at = 0; at + SHORTEST <= words.length; at++) {
    let best = { length: 0, piece: null as Piece<Source> | null }
    for (const { source, own, places } of sources) {
      for (const from of places.get(startOf(words, at)) ?? []) {
        const length = runFrom(words, at, own, from)
        if (length <= best.length) continue
        const text = source.quotation.text.slice(own[from]?.start, own[from + length - 1]?.end)
        best = { length, piece: { source, text } }
      }
    }
    const weight = sumOf(words, at, at + best.length)
    if (!best.piece || weight < LIGHTEST) continue
    covered += weight
    pieces.push(best.piece)
    at += best.length - 1
  }
  const quotations = new Set(pieces.map(({ source }) => source.quotation))
  return quotations.size > 1 && covered >= MOST_OF_IT * sumOf(words) ? pieces : []
}

function startOf(words: readonly ComparedWord[], at: number): string {
  return words
    .slice(at, at + SHORTEST)
    .map(({ key }) => key)
    .join(' ')
}

function placesOf(words: readonly ComparedWord[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (let at = 0; at + SHORTEST <= words.length; at++) {
    const start = startOf(words, at)
    const known = places.get(start) ?? []
    if (known.length < MOST_PLACES) places.set(start, [...known, at])
  }
  return places
}

function runFrom(a: readonly ComparedWord[], atA: number, b: readonly ComparedWord[], atB: number): number {
  let length = 0
  while (atA + length < a.length && a[atA + length]?.key === b[atB + length]?.key) length++
  return length
}
