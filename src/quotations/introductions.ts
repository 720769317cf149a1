import type { Span } from '../model.js'

const ARTICLE = /(?<![\p{L}’'])(?:a|an|one|another) /giu
const WORD = /^[\p{L}’'-]+/u
const ENDS = new Set('of to for by with and that who is was the in at on from'.split(' '))
const LONGEST = 6

/**
 * Where a text brings somebody or something in, "a senior White House official", by the last word of the phrase; in text order. One pass.
 */
export function introductionsOf(text: string): ReadonlyMap<string, readonly Span[]> {
  const found = new Map<string, Span[]>()
  for (const { 0: article, index } of text.matchAll(ARTICLE)) {
    let end = index + article.length
    for (let count = 0; count < LONGEST; count++) {
      const word = WORD.exec(text.slice(end, end + 40))?.[0]
      if (!word || ENDS.has(word)) break
      end += word.length
      const noun = word.toLowerCase()
      const spans = found.get(noun)
      if (spans) spans.push({ start: index, end })
      else found.set(noun, [{ start: index, end }])
      if (text[end] !== ' ') break
      end++
    }
  }
  return found
}
