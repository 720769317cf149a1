/** Whether two stories of the store tell one event after all. */
import type { Article } from '../../model.js'
import { termsOf } from '../../stories/terms.js'
import { likeness, type Profile, profileOf } from '../../stories/tie.js'

/**
 * How alike the articles of two stories are on average, less for each day between them. Read off 326 stories that were made of 322:
 * six pairs are above, and five of them tell one event by their labels.
 */
const ALIKE = 0.305
const PER_DAY = 0.94
const DAY = 86_400_000
/** As if the words of the store were not known: what is common in news is. */
const STORE = 1000
/** The other terms of an article weigh little. */
const TERMS = 60

/** An article as it is compared with those of other stories. */
export interface Likened {
  readonly profile: Profile
  /** Milliseconds since 1970; null where it is not dated. */
  readonly time: number | null
}

export function likenedOf({ title, text, published }: Article): Likened {
  const time = Date.parse(published ?? '')
  return {
    profile: mostTelling(profileOf(termsOf(title, text), new Map(), STORE)),
    time: Number.isNaN(time) ? null : time,
  }
}

function mostTelling(profile: Profile): Profile {
  return new Map([...profile].toSorted(([, a], [, b]) => b - a).slice(0, TERMS))
}

/** Whether two stories, by their articles, tell one event. */
export function tellOneEvent(a: readonly Likened[], b: readonly Likened[]): boolean {
  const days = daysApart(a, b)
  // What cannot be alike enough on account of its days need not be compared.
  if (PER_DAY ** days < ALIKE) return false
  let sum = 0
  for (const one of a) for (const other of b) sum += likeness(one.profile, other.profile)
  return (sum / (a.length * b.length || 1)) * PER_DAY ** days >= ALIKE
}

function daysApart(a: readonly Likened[], b: readonly Likened[]): number {
  const [first, second] = [a, b].map((own) => Math.max(...own.map(({ time }) => time ?? -Infinity)))
  return first === undefined || second === undefined || first === -Infinity || second === -Infinity
    ? 0
    : Math.abs(first - second) / DAY
}
