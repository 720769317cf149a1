import { fold, words } from '../language/words.js'
import type { FoundQuotation } from '../model.js'

/** An article has hardly a hundred quotations; looking each up in each other costs the square of that. */
const MOST = 1000

/**
 * An article's quotations, each once: of the same words the first, of words that stand in a longer quotation of the
 * same speaker the longer.
 */
export function withoutRepeats(quotations: readonly FoundQuotation[]): FoundQuotation[] {
  const said = quotations.map((quotation) => ({
    quotation,
    speaker: quotation.speaker?.name ?? '',
    words: ` ${words(fold(quotation.text))
      .map((word) => word.text)
      .join(' ')} `,
  }))
  const first = new Map(said.toReversed().map((one) => [`${one.speaker}\n${one.words}`, one]))
  const once = said.filter((one) => first.get(`${one.speaker}\n${one.words}`) === one)
  if (once.length > MOST) return once.map(({ quotation }) => quotation)
  const isWithin = (part: (typeof once)[number]): boolean =>
    once.some(
      (whole) =>
        whole.speaker === part.speaker && whole.words.length > part.words.length && whole.words.includes(part.words),
    )
  return once.filter((one) => !isWithin(one)).map(({ quotation }) => quotation)
}
