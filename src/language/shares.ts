import type { Amount, Token } from './numbers.js'

const PARTS = new Map(
  Object.entries({ half: 2, third: 3, quarter: 4, fifth: 5, sixth: 6, tenth: 10 }).flatMap(([one, parts]) => [
    [one, parts],
    [`${one}s`, parts],
  ]),
)
const FEW = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word, index) => [
    word,
    index + 1,
  ]),
)
/** "The second half of" is no share. */
const ORDERED = /^(?:first|second|other|latter|last|top|bottom|final|next)$/u

/** A share in words that begins at a token, in per cent: "a third of", "two-thirds of", "half of", "one in five"; null where there is none. */
export function shareAt(all: readonly Token[], at: number): Amount | null {
  const word = all[at]?.lower ?? ''
  if (word === 'half') {
    const isShare = all[at + 1]?.lower === 'of' && !ORDERED.test(all[at - 1]?.lower ?? '')
    return isShare ? amount(at, at + 1, 50) : null
  }
  const times = word === 'a' ? 1 : FEW.get(word)
  if (times === undefined) return null
  const from = all[at + 1]?.text === '-' ? at + 2 : at + 1
  const parts = PARTS.get(all[from]?.lower ?? '')
  if (parts) return times < parts && isOfSomething(all, from + 1) ? amount(at, from + 1, (100 * times) / parts) : null
  const isOutOf = all[at + 1]?.lower === 'out' && all[at + 2]?.lower === 'of'
  const whole =
    word !== 'a' && (isOutOf || all[at + 1]?.lower === 'in')
      ? FEW.get(all[isOutOf ? at + 3 : at + 2]?.lower ?? '')
      : undefined
  return whole && times < whole ? amount(at, isOutOf ? at + 4 : at + 3, (100 * times) / whole) : null
}

/** "A quarter of a million" and "a quarter of an hour" are other numbers. */
function isOfSomething(all: readonly Token[], at: number): boolean {
  return all[at]?.lower === 'of' && !/^an?$/u.test(all[at + 1]?.lower ?? '')
}

function amount(first: number, next: number, value: number): Amount {
  return { first, next, min: value, max: value }
}
