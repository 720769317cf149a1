import { type Figure, figures } from '../../language/figures.js'
import { sentences } from '../../language/sentences.js'
import { contentStems, stem, words } from '../../language/words.js'
import type { Article, Span } from '../../model.js'
import type { Worded } from './likeness.js'

/** A sentence of an article, as it is compared with others. */
export interface Passage extends Span, Worded {
  readonly article: Article
  readonly text: string
  readonly isTitle: boolean
  readonly figures: readonly Figure[]
}

const BEGINS_WITH_PRONOUN =
  /^(?:(?:But|And|Yet|So|Still|However|Then|Later|Instead|Also|Meanwhile|Now),?\s+)?(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir|[Tt]his person|[Tt]he (?:latter|former|two|pair))\b/u
/** UTF-16 units: an excerpt that says who and what is no longer. */
const LONGEST_WIDENED = 700

/** The sentences of an article in order. `day` (ISO 8601) is when it was told, where the article itself does not say. */
export function passagesOf(article: Article, day: string | null = null): Passage[] {
  const titleEnd = article.title !== null && article.text.startsWith(article.title) ? article.title.length : 0
  const found = figures(article.text, article.published ?? day)
  let next = 0
  return sentences(article.text).map(({ start, end }) => {
    const own: Figure[] = []
    for (; (found[next]?.start ?? Number.POSITIVE_INFINITY) < end; next++) {
      const figure = found[next]
      if (figure && figure.start >= start && figure.end <= end) own.push(figure)
    }
    const text = article.text.slice(start, end)
    const isTitle = end <= titleEnd
    return {
      article,
      start,
      end,
      text,
      isTitle,
      stems: new Set(contentStems(text)),
      names: namesOf(text),
      figures: own,
    }
  })
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

/**
 * What is shown for a passage: its sentence, with the one before where it begins with a pronoun. `all` are the passages of its
 * article, `at` its place among them.
 */
export function shownSpan(all: readonly Passage[], at: number): Span {
  const passage = all[at]
  if (!passage) throw new RangeError(`there is no passage ${at}`)
  let first = at
  while (first > 0 && at - first < 2) {
    const [here, before] = [all[first], all[first - 1]]
    if (!here || !before || before.isTitle || !BEGINS_WITH_PRONOUN.test(here.text)) break
    if (passage.end - before.start > LONGEST_WIDENED) break
    first--
  }
  return { start: all[first]?.start ?? passage.start, end: passage.end }
}
