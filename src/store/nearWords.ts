/** Words of articles that are spelled nearly as one that is in none. */

import type { Kysely } from 'kysely'
import { edits } from '../language/edits.js'
import { fold, stem } from '../language/words.js'
import type { Article } from '../model.js'
import type { Schema } from './schema.js'
import { stemsBeginning } from './search.sqlite.js'

/** Shorter words have too many neighbours. */
const SHORTEST = 4
const LONGEST = 30
/** A longer word may differ in two letters. */
const LONG = 5
/** Of a word's end a stem may lack so many letters. */
const ENDING = 6
/** A word that is in so many times fewer articles than another is mistyped there, or meant by few. */
const MISTYPED = 30
/** So many stems are looked up, each in so many articles. */
const LOOKED_UP = 24
const ARTICLES = 4

interface Near {
  readonly word: string
  readonly far: number
  readonly articles: number
}

/**
 * Words as articles print them, all of those that differ in fewest letters, the most frequent first; `newestWith` gives the newest
 * articles that the desk sees with a stem. The first letter is taken to be right: few mistake it.
 */
export async function wordsNear(
  db: Kysely<Schema>,
  newestWith: (stem: string, limit: number) => Promise<readonly Article[]>,
  typed: string,
  limit: number,
): Promise<string[]> {
  const asked = fold(typed)
  if (asked.length < SHORTEST || asked.length > LONGEST || !/^\p{L}+$/u.test(asked)) return []
  const most = asked.length < LONG ? 1 : 2
  const lengths = [Math.max(SHORTEST - 1, asked.length - ENDING), asked.length + most] as const
  const near = (await stemsBeginning(db, asked.slice(0, 1), lengths))
    .map(({ term, doc }) => ({ term, doc, far: farness(asked, term, most) }))
    .filter(({ term, far }) => far <= most && /^\p{L}+$/u.test(term))
    .toSorted((a, b) => a.far - b.far || b.doc - a.doc)
    .slice(0, LOOKED_UP)
  const printed: Near[] = []
  for (const { term, doc } of near) {
    const articles = await newestWith(term, ARTICLES)
    const nearest = nearestOf(articles.map(({ text }) => text).join('\n'), term, asked, most)
    if (nearest) printed.push({ ...nearest, articles: doc })
  }
  const least = Math.min(...printed.map(({ far }) => far))
  const best = printed.filter(({ far }) => far === least).toSorted((a, b) => b.articles - a.articles)
  const common = best.filter(({ articles }) => articles * MISTYPED >= (best[0]?.articles ?? 0))
  return [...new Set(common.map(({ word }) => word))].slice(0, limit)
}

/** How far a word is from one with this stem; somewhat farther where it has another ending. */
function farness(asked: string, term: string, most: number): number {
  const whole = Math.min(edits(asked, term, most), edits(stem(asked), term, most))
  const isBeginning = term.length >= SHORTEST && term.length < asked.length
  return isBeginning ? Math.min(whole, edits(asked.slice(0, term.length), term, most) + 1) : whole
}

/** Of a text's words with this stem the one most like the one asked for; letters are left out more often than added. */
function nearestOf(text: string, term: string, asked: string, most: number): Omit<Near, 'articles'> | undefined {
  // Only the few words that begin as the stem does are taken to their stems.
  const beginning = new RegExp(`(?<!\\p{L})${term.slice(0, 2)}\\p{L}*`, 'giu')
  return [...new Set(text.match(beginning) ?? [])]
    .filter((word) => stem(word) === term)
    .map((word) => ({ word, far: edits(asked, fold(word), most) }))
    .filter(({ far }) => far <= most)
    .toSorted((a, b) => a.far - b.far || b.word.length - a.word.length)[0]
}
