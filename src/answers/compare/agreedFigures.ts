import { groupBy } from '../group.js'
import type { Measure } from './figures.js'
import type { Passage } from './passages.js'
import type { Told } from './told.js'

const CLAIMS = /^(?:count|money|percent)$/u
const LEAST_CLAIMED = 5

/**
 * Figures that two outlets tell alike, one of each outlet, where no claim has their passages already. An age or "two officials" agrees
 * too easily to be a claim of its own.
 */
export function agreedFigures(measures: readonly Measure[], claims: readonly (readonly Passage[])[]): Told[][] {
  const known: (readonly Passage[])[] = [...claims]
  const agreed: Told[][] = []
  for (const { told, verdict } of measures) {
    const one = [...groupBy(told, ({ outlet }) => outlet).values()].flatMap(([first]) => first ?? [])
    const passages = one.map(({ passage }) => passage)
    const isClaim =
      verdict === 'same' && one.every(({ figure }) => CLAIMS.test(figure.kind) && figure.max >= LEAST_CLAIMED)
    if (!isClaim || known.some((claim) => passages.every((passage) => claim.includes(passage)))) continue
    agreed.push(one)
    known.push(passages)
  }
  return agreed
}
