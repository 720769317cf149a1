import type { Figure } from '../../language/figures.js'
import { stem, type Word } from '../../language/words.js'
import type { Span } from '../../model.js'
import { aspectOf, aspectOfStem } from './aspectWords.js'
import type { Passage } from './passages.js'

/** What befalls people: said right before or behind their number, whatever else stands near. */
export const FATE = /^(?:death|injury|arrest|missing|rescue)$/u
/** Words between people and what befell them: "were reported", "of them". */
const BETWEEN =
  /^(?:was|were|are|is|be|been|being|has|have|had|also|still|others?|people|reportedly|confirmed|reported|left|more|believed|feared|to|the|a|an|another|of|them|whom|least|at)$/iu
/** "64 people being held". */
const HELD =
  /^ (?:\p{L}+ ){0,2}(?:being|been|were|was|are) held(?! hostage)(?: (?:in|by|for|on|without)\b|[.,]| and\b)/u
const HELD_WITHIN = 60
const MOST_BETWEEN = 5
/** "The death toll in Wendmouth rose to 14", "the number of people killed is 14": the number comes last. */
const TOLL =
  /\b(?:death toll|number of (?:the |people |persons )?(dead|deaths|killed|fatalities|injured|injuries|wounded|arrests|arrested|missing))\b[^.;:()]{0,100} (?:is|was|at|to|of|reached|hit|passed|now|currently|already)(?: now)? $/iu
const TOLL_WITHIN = 150
/** "14 people in the town of Wendmouth were killed": where they were may stand between. */
const WHERE = /^(?:in|at|near|aboard|inside|on|from)$/iu
const MOST_OF_WHERE = 5

/** The fate that is told of a figure: "14 dead", "60 people were killed", "left 60 of them dead", "killed another 60". */
export function fateOf(passage: Passage, figure: Figure, around: readonly Word[]): string | null {
  if (figure.unit === 'lives') return 'death'
  const { text } = passage
  const own = { start: figure.start - passage.start, end: figure.end - passage.start }
  const next = listedNext(passage, figure)
  const before = around
    .filter((word) => word.end <= own.start)
    .slice(-MOST_BETWEEN)
    .toReversed()
  const toll = TOLL.exec(text.slice(Math.max(0, own.start - TOLL_WITHIN), own.start))
  if (toll) return aspectOfStem(stem(toll[1] ?? 'death')) ?? 'death'
  const inside = around.filter((word) => word.end > own.start && word.start < own.end)
  const end = (next ?? own).end
  const behind = withoutWhere(around.filter((word) => word.start >= end)).slice(0, MOST_BETWEEN)
  const told =
    inside.map(aspectOf).find(isFate) ?? (HELD.test(text.slice(own.end, own.end + HELD_WITHIN)) ? 'arrest' : null)
  if (told) return told
  const toldBehind = fateAmong(behind, (word) => text.slice(end, word.start))
  const toldBefore = fateAmong(before, (word) => text.slice(word.end, own.start))
  return next ? (toldBefore ?? toldBehind) : (toldBehind ?? toldBefore)
}

/** The figure that a list goes on with: "64 soldiers and three guards died". */
function listedNext({ text, start, figures }: Passage, figure: Figure): Span | null {
  const next = figures.find((other) => other.start >= figure.end)
  if (!next || next.kind !== 'count' || figure.kind !== 'count') return null
  const isListed = /^(?:,|,? and) $/u.test(text.slice(figure.end - start, next.start - start))
  return isListed ? { start: next.start - start, end: next.end - start } : null
}

function withoutWhere(behind: readonly Word[]): readonly Word[] {
  if (!WHERE.test(behind[0]?.text ?? '')) return behind
  const verb = behind.findIndex(
    (word, index) =>
      index > 1 && (isFate(aspectOf(word)) || /^(?:was|were|are|have|had|and|or|but|while|who)$/iu.test(word.text)),
  )
  return verb < 0 || verb > MOST_OF_WHERE ? behind : behind.slice(verb)
}

/** Of words in their order from a figure, the first fate that nothing but small words and no mark parts from it. */
function fateAmong(near: readonly Word[], textTo: (word: Word) => string): string | null {
  for (const word of near) {
    const aspect = aspectOf(word)
    if (/[,;:()—–]/u.test(textTo(word))) return null
    if (isFate(aspect)) return aspect
    if (!BETWEEN.test(word.text)) return null
  }
  return null
}

function isFate(aspect: string | null): aspect is string {
  return aspect !== null && FATE.test(aspect)
}
