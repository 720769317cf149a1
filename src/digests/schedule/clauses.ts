import { schedulePhrases as say } from '../../digestPhrases.js'
import { UsageError } from '../../errors.js'
import { type Expected, type Item, itemAt } from './items.js'
import { cycle } from './names.js'
import type { ClockTime, Token } from './tokens.js'
import { wordAt } from './wordClauses.js'

export type Part = 'morning' | 'afternoon' | 'evening' | 'night'

/** What a few tokens say. */
export type Clause =
  | { readonly kind: 'days'; readonly weekdays: readonly number[]; readonly daysOfMonth: readonly number[] }
  /** "Except": the days behind it are left out. */
  | { readonly kind: 'except'; readonly word: string }
  | { readonly kind: 'leftOut'; readonly weekdays: readonly number[] }
  | { readonly kind: 'months'; readonly months: readonly number[] }
  | { readonly kind: 'times'; readonly times: readonly ClockTime[] }
  | { readonly kind: 'span'; readonly from: ClockTime; readonly to: ClockTime }
  | { readonly kind: 'step'; readonly minutes: number; readonly words: string }
  | { readonly kind: 'part'; readonly part: Part }
  /** "Weekly" says nothing without a weekday, "of the month" nothing without a day. */
  | { readonly kind: 'needs'; readonly what: 'weekday' | 'dayOfMonth'; readonly word: string }
  /** "On", "every day": it limits nothing. */
  | { readonly kind: 'filler' }

/** A clause, how many tokens it takes, and what a bare number is behind it. */
export interface Read {
  readonly clause: Clause
  readonly length: number
  readonly expected: Expected
}

/** What the tokens say, in their order. Throws a UsageError at the first that says nothing clear. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const found: Clause[] = []
  let expected: Expected = tokens.some(({ kind }) => kind === 'word' || kind === 'ordinal') ? null : 'hour'
  for (let at = 0; at < tokens.length; ) {
    if (tokens[at]?.kind === 'and') {
      at += 1
      continue
    }
    const item = itemAt(tokens, at, expected)
    const read = item ? rangeAt(tokens, at, item) : wordAt(tokens, at)
    if (read.clause.kind !== 'filler') found.push(read.clause)
    expected = read.expected
    at += read.length
  }
  return found
}

/** An item, or two with all that lies between them. */
function rangeAt(tokens: readonly Token[], at: number, first: Item): Read {
  const expected = first.kind === 'time' || first.kind === 'weekday' ? 'hour' : 'day'
  const end = tokens[at + 1]?.kind === 'to' ? itemAt(tokens, at + 2, expected) : null
  const length = end ? 3 : 1
  if (first.kind === 'time') {
    const next = tokens[at + length]
    if (next?.kind === 'time' || next?.kind === 'number') throw new UsageError(say.unjoined(first.time.text, next.text))
  }
  return { clause: clauseOf(first, end ?? first), length, expected }
}

function clauseOf(first: Item, last: Item): Clause {
  if (first.kind === 'time' && last.kind === 'time')
    return first === last ? { kind: 'times', times: [first.time] } : { kind: 'span', from: first.time, to: last.time }
  if (first.kind === 'weekday' && last.kind === 'weekday')
    return { kind: 'days', weekdays: cycle(first.value, last.value, 0, 7), daysOfMonth: [] }
  if (first.kind === 'month' && last.kind === 'month')
    return { kind: 'months', months: cycle(first.value, last.value, 1, 12) }
  if (first.kind !== 'dayOfMonth' || last.kind !== 'dayOfMonth') throw new UsageError(say.unlikeEnds)
  if (last.value < first.value) throw new UsageError(say.backwards(`${first.value} to ${last.value}`))
  const daysOfMonth = Array.from({ length: last.value - first.value + 1 }, (_, step) => first.value + step)
  return { kind: 'days', weekdays: [], daysOfMonth }
}
