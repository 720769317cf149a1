import type { Figure } from './figures.js'
import { type Amount, scalarAt, type Token } from './numbers.js'

/** One end of a range of ages: what it is, and its tokens from `first` to before `next`. */
export interface AgeEnd {
  readonly figure: Pick<Figure, 'kind' | 'unit' | 'counted' | 'min' | 'max'>
  readonly first: number
  readonly next: number
}

const OLDEST = 120
const BEFORE_RANGE: ReadonlySet<string> = new Set(['from', 'between', 'aged', 'ages'])
const TIME = /^(?:day|week|month|year)s?$/u

const DECADE = /^[2-9]0$/u

/** The ages at a token: those of a range, or "in his 40s" as one of 40 to 49. */
export function agesAt(all: readonly Token[], at: number): readonly AgeEnd[] {
  return rangeAt(all, at) ?? decadeAt(all, at)
}

function decadeAt(all: readonly Token[], at: number): readonly AgeEnd[] {
  if (all[at]?.lower !== 'in' || !/^(?:his|her|their)$/u.test(all[at + 1]?.lower ?? '')) return []
  const digits = /^(?:early|mid|late)$/u.test(all[at + 2]?.lower ?? '')
    ? at + (all[at + 3]?.text === '-' ? 4 : 3)
    : at + 2
  if (!DECADE.test(all[digits]?.text ?? '') || all[digits + 1]?.lower !== 's') return []
  const min = Number(all[digits]?.text)
  return [{ figure: { kind: 'age', unit: 'year', counted: null, min, max: min + 9 }, first: digits, next: digits + 2 }]
}

/**
 * The youngest and the oldest of "in age from 17 months to 77 years", "aged 5 to 73", "from 5 to 72 years of age", from the token "from",
 * "between", "aged" or "ages"; null where there is no range of ages.
 */
function rangeAt(all: readonly Token[], at: number): readonly [AgeEnd, AgeEnd] | null {
  if (!BEFORE_RANGE.has(all[at]?.lower ?? '')) return null
  const low = scalarAt(all, at + 1)
  if (!low) return null
  const unit = unitAt(all, low.next)
  const joiner = unit ? low.next + 1 : low.next
  const high = /^(?:to|and|[–-])$/u.test(all[joiner]?.lower ?? '') ? scalarAt(all, joiner + 1) : null
  if (!high || low.max > OLDEST || high.max > OLDEST) return null
  const highUnit = unitAt(all, high.next)
  const behind = highUnit ? high.next + 1 : high.next
  const isOld = all[behind]?.lower === 'old'
  const isOfAge = /^(?:of|in)$/u.test(all[behind]?.lower ?? '') && all[behind + 1]?.lower === 'age'
  const isBefore = [at, at - 1, at - 2].some((one) => /^age[sd]?$/u.test(all[one]?.lower ?? ''))
  if (!isOld && !isOfAge && !isBefore) return null
  const next = isOld ? behind + 1 : behind
  return [end(low, unit ?? highUnit ?? 'year', 'youngest', joiner), end(high, highUnit ?? 'year', 'oldest', next)]
}

function end({ first, min, max }: Amount, unit: string, counted: string, next: number): AgeEnd {
  return { figure: { kind: 'age', unit, counted, min, max }, first, next }
}

function unitAt(all: readonly Token[], at: number): string | null {
  const word = all[at]?.lower ?? ''
  return TIME.test(word) ? word.replace(/s$/u, '') : null
}
