import { type Figure, figures } from '../../language/figures.js'
import { sentences } from '../../language/sentences.js'
import { contentStems, stem, words } from '../../language/words.js'
import type { Article, Span } from '../../model.js'
import { isFragment, isFurniture, standsAlone } from './fragments.js'
import type { Worded } from './likeness.js'

/** A sentence of an article, as it is compared with others. */
export interface Passage extends Span, Worded {
  readonly article: Article
  readonly text: string
  readonly isTitle: boolean
  /** A sentence under a picture: it tells figures, and is shown for nothing else. */
  readonly isCaption: boolean
  readonly figures: readonly Figure[]
}

/** The sentences of an article in order, without headings, captions and the like, where it has any others. */
export function passagesOf(article: Article): Passage[] {
  return passagesAndCaptionsOf(article).filter(({ isCaption }) => !isCaption)
}

const MOST_KEPT = 300
const kept = new Map<string, readonly Passage[]>()

/**
 * The same, with the sentences under its pictures. `day` (ISO 8601) is when it was told, where the article itself does not say. Of the
 * last articles it is kept, as a version never changes; the passages hold the article that they were made of.
 */
export function passagesAndCaptionsOf(article: Article, day: string | null = null): readonly Passage[] {
  const key = `${article.id} ${day ?? ''}`
  const known = kept.get(key)
  const isThis = known?.[0]?.article.text === article.text
  const passages = known && isThis ? known : passagesIn(article, figures(article.text, article.published ?? day))
  kept.delete(key)
  kept.set(key, passages)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return passages
}

/** The same, made anew and not kept, with those of the figures `found` in the article that are theirs. */
export function passagesIn(article: Article, found: readonly Figure[]): Passage[] {
  const titleEnd = article.title !== null && article.text.startsWith(article.title) ? article.title.length : 0
  const parts = ofBody(article.text, titleEnd).map(({ start, end, isCaption }): Passage => {
    const text = article.text.slice(start, end)
    const stems = new Set(contentStems(text))
    return { article, start, end, text, isTitle: end <= titleEnd, isCaption, stems, names: namesOf(text), figures: [] }
  })
  return withFigures(parts, found)
}

/** Passages in order, each with the figures that stand in it, of those found in their article. */
export function withFigures(passages: readonly Passage[], found: readonly Figure[]): Passage[] {
  let next = 0
  return passages.map((passage) => {
    const own: Figure[] = []
    for (; (found[next]?.start ?? Number.POSITIVE_INFINITY) < passage.end; next++) {
      const figure = found[next]
      if (figure && figure.start >= passage.start && figure.end <= passage.end) own.push(figure)
    }
    return { ...passage, figures: own }
  })
}

function ofBody(text: string, titleEnd: number): (Span & Pick<Passage, 'isCaption'>)[] {
  const all = sentences(text)
  const title = all.filter(({ end }) => end <= titleEnd)
  const body: (Span & Pick<Passage, 'isCaption'>)[] = []
  let next = title.length
  for (const { 0: line, index } of text.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
    const isOut = isFurniture(line)
    for (; (all[next]?.start ?? Number.POSITIVE_INFINITY) < index + line.length; next++) {
      const one = all[next]
      if (!one) continue
      const sentence = text.slice(one.start, one.end)
      if (isOut ? standsAlone(line, sentence) : !isFragment(line.trim(), sentence))
        body.push({ ...one, isCaption: isOut })
    }
  }
  const hasBody = body.some((one) => !one.isCaption)
  return (hasBody ? [...title, ...body] : all).map((one) => ({ isCaption: false, ...one }))
}

const CLAUSE_END = /[,;:—]["”’']?\s|\s[–-]+\s|—/u

/** The clauses of a passage that mention something, as one text's words; the whole where none alone does. */
export function clauseOn(passage: Passage, mentions: (text: string) => boolean): Worded & Pick<Passage, 'text'> {
  const clauses = passage.text.split(CLAUSE_END).filter(mentions)
  if (clauses.length === 0) return passage
  const stems = new Set(clauses.flatMap(contentStems))
  return { text: clauses.join(', '), stems, names: new Set([...stems].filter((one) => passage.names.has(one))) }
}

/** Stems of what is printed with a capital though no sentence begins there. */
function namesOf(text: string): Set<string> {
  const found = words(text).filter((word) => /^\p{Lu}/u.test(word.text) && !beginsSentence(text, word.start))
  return new Set(found.map((word) => stem(word.text)))
}

function beginsSentence(text: string, at: number): boolean {
  return /(?:^(?:[—–-]\s?)?|[.!?:]["”’']?\s+|["“‘])$/u.test(text.slice(Math.max(0, at - 4), at))
}
