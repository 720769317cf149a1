import type { Change } from '../message.js'
import { align, contained, type Run, sharedWeight, sumOf } from './alignment.js'
import { type ComparedWord, comparedWords, joinedAs } from './comparedWords.js'

export type WordingVerdict = 'exact' | 'spelling' | 'trimmed' | 'altered'

export interface Wording {
  readonly verdict: WordingVerdict
  /** How the first wording becomes the second; every text is a slice of one of the two as printed. */
  readonly changes: readonly Change[]
  /** The weight of the words that both have, in order, beside those in brackets: see `weightOf`. */
  readonly shared: number
  /** The share of words that agree, 0 to 1. */
  readonly likeness: number
  /** The second has no words of its own, but in brackets. */
  readonly isInside: boolean
}

const VERDICTS: readonly WordingVerdict[] = ['exact', 'spelling', 'trimmed', 'altered']
const NEGATION =
  /(?:^|[^\p{L}])(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|\p{L}{2,9}n['’]t)(?!\p{L})/iu

/** A longer passage that comes or goes has a "not" of its own. */
const MOST_TURNED = 6

/** No quotation is as long. Longer texts are the same only where they are equal. */
const MOST_CHARACTERS = 200_000

/**
 * How two wordings of one statement differ, `a` being the fuller or the real one; null where they are two statements. Words are
 * compared without quotation marks, case, typography and the punctuation around them. `exact`: the same words. `spelling`: they
 * differ as British and American spelling, hyphens or numerals do. `trimmed`: one is a run of the other, broken at most where an
 * ellipsis or brackets are printed. `altered`: any other change.
 */
export function compareWording(a: string, b: string): Wording | null {
  if (a === b) {
    const shared = sumOf(comparedWords(a))
    return { verdict: 'exact', changes: a ? [{ op: 'keep', text: a }] : [], shared, likeness: 1, isInside: true }
  }
  if (a.length > MOST_CHARACTERS || b.length > MOST_CHARACTERS) return null
  const inA = comparedWords(a)
  const inB = comparedWords(b)
  const wordsA = joinedAs(inA, inB)
  const wordsB = joinedAs(inB, inA)
  if (wordsA.length === 0 || wordsB.length === 0) return null
  const found = (verdict: WordingVerdict, runs: readonly Run[]): Wording => ({
    verdict,
    changes: changesOf(a, b, wordsA, wordsB, runs),
    shared: weight(runs, wordsA),
    likeness: likenessOf(runs, wordsA, wordsB),
    isInside: runs.reduce((sum, run) => sum + run.length, 0) >= spoken(wordsB),
  })
  if (isSame(wordsA, wordsB, 'key')) {
    return found(isSame(wordsA, wordsB, 'exact') ? 'exact' : 'spelling', whole(wordsA))
  }
  const inside = containment(wordsA, wordsB)
  if (inside) return isDistinctive(inside, wordsA) ? found('trimmed', inside) : null
  const [sumA, sumB] = [sumOf(wordsA), sumOf(wordsB)]
  const atMost = sharedWeight(wordsA, wordsB)
  if (!areOneStatement(atMost, atMost, 1, sumA, sumB)) return null
  const runs = align(wordsA, wordsB)
  const longest = Math.max(0, ...runs.map((run) => weight([run], wordsA)))
  const likeness = likenessOf(runs, wordsA, wordsB)
  if (!areOneStatement(weight(runs, wordsA), longest, likeness, sumA, sumB)) return null
  return found(isMarked(runs, wordsA, wordsB) ? 'trimmed' : 'altered', runs)
}

function likenessOf(runs: readonly Run[], a: readonly ComparedWord[], b: readonly ComparedWord[]): number {
  return (2 * runs.reduce((sum, run) => sum + run.length, 0)) / (a.length + b.length)
}

function isSame(a: readonly ComparedWord[], b: readonly ComparedWord[], by: 'key' | 'exact'): boolean {
  return a.length === b.length && a.every((word, index) => word[by] === b[index]?.[by])
}

function whole(words: readonly ComparedWord[]): Run[] {
  return [{ a: 0, b: 0, length: words.length }]
}

/** The runs of the shorter wording in the longer one, where it has nothing else. */
function containment(a: readonly ComparedWord[], b: readonly ComparedWord[]): Run[] | null {
  const bInA = spoken(b) <= a.length ? contained(b, a)?.map((run) => ({ ...run, a: run.b, b: run.a })) : null
  return bInA ?? contained(a, b)
}

/** How many words are the speaker's: those in brackets are somebody else's. */
function spoken(words: readonly ComparedWord[]): number {
  return words.filter(({ bracketed }) => !bracketed).length
}

/** Whether a fragment has enough of its own to be told from the same words said at another time. */
function isDistinctive(runs: readonly Run[], a: readonly ComparedWord[]): boolean {
  const shared = runs.reduce((sum, run) => sum + run.length, 0)
  return weight(runs, a) >= (shared > 3 ? 1.4 : shared > 2 ? 1.9 : 2)
}

function weight(runs: readonly Run[], a: readonly ComparedWord[]): number {
  return runs.reduce((sum, run) => sum + sumOf(a, run.a, run.a + run.length), 0)
}

/**
 * Whether two wordings that differ in words are of one statement: most of both, most of the shorter, or one long run agrees.
 * `shared`, `longest`, `sumA` and `sumB` are weights; `likeness` is the share of words that agree.
 */
function areOneStatement(shared: number, longest: number, likeness: number, sumA: number, sumB: number): boolean {
  const isNearlyEqual = shared >= 1.4 && (likeness >= 0.8 || (2 * shared) / (sumA + sumB) >= 0.75)
  const ofShorter = shared / Math.min(sumA, sumB)
  const isMostOfShorter = shared >= 3.5 && ofShorter >= 0.65 && longest >= Math.min(2.5, 0.5 * shared)
  return isNearlyEqual || isMostOfShorter || longest >= 6 || (longest >= 4.5 && ofShorter >= 0.5)
}

function isBracketed(words: readonly ComparedWord[]): boolean {
  return words.length > 0 && words.every((word) => word.bracketed)
}

/** Whether every difference is marked, and words are left out of one wording only. */
function isMarked(runs: readonly Run[], a: readonly ComparedWord[], b: readonly ComparedWord[]): boolean {
  let isCut = false
  let isAdded = false
  for (const [run, next] of between(runs, a, b)) {
    const cut = a.slice(run.a + run.length, next.a)
    const added = b.slice(run.b + run.length, next.b)
    if (isBracketed(cut) || isBracketed(added)) continue
    if (cut.length > 0 && added.length > 0) return false
    const isEdge = run.length === 0 || next.length === 0
    isCut ||= cut.length > 0
    isAdded ||= added.length > 0
    if (cut.length > 0 && !isEdge && !b[next.b]?.afterEllipsis) return false
    if (added.length > 0 && !isEdge && !a[next.a]?.afterEllipsis) return false
  }
  return !(isCut && isAdded)
}

/** Each run with the one after it, from an empty run before the first words to one after the last. */
function between(runs: readonly Run[], a: readonly ComparedWord[], b: readonly ComparedWord[]): [Run, Run][] {
  const ends = [...runs, { a: a.length, b: b.length, length: 0 }]
  return ends.map((next, index) => [runs[index - 1] ?? { a: 0, b: 0, length: 0 }, next])
}

function changesOf(
  a: string,
  b: string,
  wordsA: readonly ComparedWord[],
  wordsB: readonly ComparedWord[],
  runs: readonly Run[],
): Change[] {
  const changes: Change[] = []
  const push = (op: Change['op'], text: string, words: readonly ComparedWord[], from: number, to: number) => {
    if (to > from) changes.push({ op, text: printed(text, words, from, to) })
  }
  for (const [run, next] of between(runs, wordsA, wordsB)) {
    push('cut', a, wordsA, run.a + run.length, next.a)
    push('add', b, wordsB, run.b + run.length, next.b)
    for (const { op, from, to } of keptAndRespelled(wordsA, wordsB, next)) {
      if (op === 'keep') push('keep', a, wordsA, next.a + from, next.a + to)
      else {
        push('cut', a, wordsA, next.a + from, next.a + to)
        push('add', b, wordsB, next.b + from, next.b + to)
      }
    }
  }
  return changes
}

/** A run that both wordings have, cut where they spell it differently. */
function keptAndRespelled(
  a: readonly ComparedWord[],
  b: readonly ComparedWord[],
  run: Run,
): { op: 'keep' | 'respell'; from: number; to: number }[] {
  const parts: { op: 'keep' | 'respell'; from: number; to: number }[] = []
  for (let at = 0; at < run.length; at++) {
    const op = a[run.a + at]?.exact === b[run.b + at]?.exact ? 'keep' : 'respell'
    const last = parts.at(-1)
    if (last?.op === op) last.to = at + 1
    else parts.push({ op, from: at, to: at + 1 })
  }
  return parts
}

/** Words as printed, with the punctuation that follows the last of them. */
function printed(text: string, words: readonly ComparedWord[], from: number, to: number): string {
  const first = words[from]?.start ?? 0
  const start = first > 0 && text[first - 1] === '(' ? first - 1 : first
  const end = words[to - 1]?.end ?? start
  const after = text.slice(start, end).includes('(') ? /^[.,;:!?…)]+/u : /^[.,;:!?…]+/u
  return text.slice(start, end) + (after.exec(text.slice(end, end + 8))?.[0] ?? '')
}

/** The verdict that says most against a wording: of several comparisons, the one a reader must know. */
export function worst(verdicts: readonly WordingVerdict[]): WordingVerdict {
  return VERDICTS[Math.max(0, ...verdicts.map((verdict) => VERDICTS.indexOf(verdict)))] ?? 'exact'
}

/**
 * Whether a change takes a "not" or its like away, or puts one in, so that the meaning is turned round. At the ends, where whole
 * sentences may be left out, only the words next to what is kept count.
 */
export function negationChanged(changes: readonly Change[]): boolean {
  let negations = { cut: false, add: false }
  for (const [index, { op, text }] of changes.entries()) {
    if (op === 'keep') {
      if (negations.cut !== negations.add) return true
      negations = { cut: false, add: false }
      continue
    }
    const said = text.split(/\s+/u)
    const isFirst = !changes.slice(0, index).some((change) => change.op === 'keep')
    const isLast = !changes.slice(index).some((change) => change.op === 'keep')
    if (isFirst && isLast) return false
    const near = isFirst ? said.slice(-2) : isLast ? [] : said.length > MOST_TURNED ? [] : said
    negations[op] ||= NEGATION.test(near.join(' '))
  }
  return false
}
