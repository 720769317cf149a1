import type { Figure } from '../../language/figures.js'
import { aroundTopicTest, stemsAroundTopic } from './aroundTopic.js'
import { likeness, type Weights, type Worded } from './likeness.js'
import { clauseOn, type Passage } from './passages.js'
import { MOST_FIGURES } from './told.js'
import { verdictOf } from './verdict.js'

const NEGATION = /\b(?:not|never|no longer|nobody|none|denied|denies|deny|refused|refuses)\b|n['’]t\b/iu
const SHARED = 4
/** Of these so many must be no names: who is named is no claim. */
const SHARED_WORDS = 2
const ALIKE = 0.45
/** A short passage that a longer one holds nearly whole. */
const HELD = 0.75
/** Of the clauses that tell of the topic. */
const CLAUSES_ALIKE = 0.5
const CLAUSE_HELD = 0.85

export interface TopicTests {
  readonly isOnTopic: (text: string) => boolean
  /** Whether a single word is of the topic. */
  readonly isTopicWord: (word: string) => boolean
}

/** Claims told by two outlets or more: passages that say the same, one of each outlet, the most widely told first. */
export function agreementsOf(
  passages: readonly Passage[],
  { isOnTopic, isTopicWord }: TopicTests,
  weights: Weights,
): Passage[][] {
  const parts = new Map(
    passages.map((passage) => [
      passage,
      { whole: passage, clause: clauseOn(passage, isOnTopic), around: stemsAroundTopic(passage, isTopicWord) },
    ]),
  )
  const isSaidOfTopic = aroundTopicTest(weights)
  const alike = (a: Passage, b: Passage) => {
    const [inA, inB] = [parts.get(a), parts.get(b)]
    return inA && inB ? sameness(inA, inB, weights, isSaidOfTopic) : 0
  }
  const pairs: { a: Passage; b: Passage; sameness: number }[] = []
  const likes = new Map(passages.map((passage) => [passage, new Set<Passage>()]))
  for (const [index, a] of passages.entries()) {
    for (const b of passages.slice(index + 1)) {
      if (a.article.outlet === b.article.outlet) continue
      const found = alike(a, b)
      if (found === 0) continue
      pairs.push({ a, b, sameness: found })
      likes.get(a)?.add(b)
      likes.get(b)?.add(a)
    }
  }
  const isLikeAll = (one: Passage, claim: readonly Passage[]) => claim.every((other) => likes.get(one)?.has(other))
  const claims = new Map<Passage, readonly Passage[]>()
  for (const { a, b } of pairs.toSorted((x, y) => y.sameness - x.sameness)) {
    const [own, other] = [claims.get(a) ?? [a], claims.get(b) ?? [b]]
    if (!own.every((one) => isLikeAll(one, other))) continue
    const joined = [...own, ...other]
    for (const passage of joined) claims.set(passage, joined)
  }
  // Of two claims that one outlet tells in one sentence, it tells the other, too.
  const whole = [...new Set(claims.values())].map((claim) =>
    passages.reduce((so, one) => (isLikeAll(one, so) ? [...so, one] : so), claim),
  )
  const order = new Map(passages.map((passage, index) => [passage, index]))
  return whole
    .map((claim) => claim.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)))
    .toSorted((a, b) => b.length - a.length)
}

/** A passage, the clauses of it that mention the topic, and the stems around each mention. */
interface Parts {
  readonly whole: Passage
  readonly clause: Worded & Pick<Passage, 'text'>
  readonly around: ReadonlySet<string>
}

/** How much two passages say the same, wholly, in their clauses on the topic or right around it; 0 where they do not. */
function sameness(
  a: Parts,
  b: Parts,
  weights: Weights,
  isSaidOfTopic: (a: ReadonlySet<string>, b: ReadonlySet<string>) => boolean,
): number {
  const whole = likeness(a.whole, b.whole, weights)
  // Parts share no more words than wholes do, and most wholes share hardly any.
  if (whole.sharedWords < SHARED_WORDS) return 0
  const clause = likeness(a.clause, b.clause, weights)
  const isWhole = whole.shared >= SHARED && (whole.together >= ALIKE || whole.ofShorter >= HELD)
  const isClause =
    clause.shared > SHARED &&
    clause.sharedWords >= SHARED_WORDS &&
    (clause.together >= CLAUSES_ALIKE || clause.ofShorter >= CLAUSE_HELD)
  if (!isWhole && !isClause && !isSaidOfTopic(a.around, b.around)) return 0
  const [toldByA, toldByB] = isWhole ? [a.whole, b.whole] : [a.clause, b.clause]
  if (NEGATION.test(toldByA.text) !== NEGATION.test(toldByB.text) || disagree(a.whole, b.whole)) return 0
  return whole.together + clause.together
}

/** Whether they tell different figures of one kind and none the same. */
function disagree(a: Passage, b: Passage): boolean {
  if (a.figures.length > MOST_FIGURES || b.figures.length > MOST_FIGURES) return false
  return a.figures.some((figure) => {
    const others = b.figures.filter((other) => isLike(figure, other))
    return others.length > 0 && others.every((other) => verdictOf(figure, other) === 'conflict')
  })
}

function isLike(a: Figure, b: Figure): boolean {
  return (
    a.kind === b.kind && a.counted === b.counted && a.role === b.role && a.kind !== 'weekday' && a.kind !== 'duration'
  )
}
