import type { Figure } from '../../language/figures.js'
import { stem } from '../../language/words.js'
import type { Context } from './aspects.js'
import { aspectOfStem } from './aspectWords.js'
import type { Weights } from './likeness.js'
import type { Passage } from './passages.js'
import { isBareNumber, isSameKind, type Told } from './told.js'

/** Words between number and noun that change nothing of what is counted. */
const NEUTRAL =
  /^(?:us|u\.s|american|people|total|own|separate|different|full|whole|entire|consecutive|straight|long|brave|innocent|young)$/u
const FAR_APART = 3
/** Names that tell nobody apart. */
const COMMON_NAME =
  /^(?:gov|sen|rep|gen|presid|mr|mrs|ms|dr|democrat|republican|gop|u\.s?|us|american|(?:mon|tues|wednes|thurs|fri|satur|sun)dai|state|hous|senat|white|nation|offic)$/u
/** Words that two passages in conflict share besides what is counted and what happens to it. */
export const SHARED_BESIDES = 2

/** What stands between two numbers of one list. */
export const LISTED = /^(?:,|,? and)? ?$/u

export function isFarApart({ figure: a }: Told, { figure: b }: Told): boolean {
  return Math.max(a.max, b.max) > FAR_APART * Math.min(a.min, b.min)
}

/** How many stems two passages share besides what is counted and what happens to it. */
export function shareBesides(a: Told, b: Told): number {
  const own = new Set([...wordsOf(a.figure), ...wordsOf(b.figure)])
  return [...a.passage.stems].filter((one) => b.passage.stems.has(one) && !own.has(one) && aspectOfStem(one) === null)
    .length
}

export function wordsOf({ unit, kinds }: Figure): string[] {
  return [unit, ...kinds].map(stem)
}

/** Whether no other figure of its passage could be meant. */
export function isOnlyOne({ figure, passage }: Told): boolean {
  return passage.figures.every(
    (other) =>
      other === figure ||
      isOrigin(other, passage) !== isOrigin(figure, passage) ||
      !(isSameKind(other, figure) || isBareNumber(other)) ||
      other.role !== figure.role ||
      (other.min === figure.min && other.max === figure.max),
  )
}

/** "To 38,000 feet from 32,000": where it rose or fell from. */
export function isOrigin({ start }: Figure, { article }: Passage): boolean {
  return article.text.slice(start - 5, start) === 'from '
}

export function kindsOf({ kinds }: Figure): string {
  return kinds
    .filter((kind) => !NEUTRAL.test(kind))
    .toSorted()
    .join(' ')
}

/** The names that tell something apart, of the clause or else of the passage. */
function tellingNames({ context, passage }: Told): string[] {
  const inClause = [...context.names].filter((name) => !COMMON_NAME.test(name))
  return inClause.length > 0 ? inClause : [...passage.names].filter((name) => !COMMON_NAME.test(name))
}

/** Whether at least half of the names in the clause (or passage) with fewer stand in the other's passage; of money and shares one at least. */
export function shareNames(a: Told, b: Told): boolean {
  const [inA, inB] = [tellingNames(a), tellingNames(b)]
  const [fewer, other] = inA.length <= inB.length ? [inA, b] : [inB, a]
  const shared = fewer.filter((name) => other.passage.stems.has(name)).length
  return 2 * shared >= fewer.length && (shared > 0 || !/^(?:money|percent)$/u.test(a.figure.kind))
}

/** What two clauses share of the shorter, by weight. */
export function overlap(a: Context, b: Context, weights: Weights): number {
  const weigh = (stems: Iterable<string>) => [...stems].reduce((sum, one) => sum + (weights.get(one) ?? 1), 0)
  const shared = weigh([...a.stems].filter((one) => b.stems.has(one)))
  const shorter = Math.min(weigh(a.stems), weigh(b.stems))
  return a.stems.size < 3 || b.stems.size < 3 || shorter === 0 ? 0 : shared / shorter
}
