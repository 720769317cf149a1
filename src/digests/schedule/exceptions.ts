import { schedulePhrases as say } from '../../digestPhrases.js'
import { UsageError } from '../../errors.js'
import type { Clause } from './clauses.js'

/** The same clauses, in which weekdays right behind "except" are those left out. Throws a UsageError where anything else is excepted. */
export function withExceptions(clauses: readonly Clause[]): Clause[] {
  const found: Clause[] = []
  for (const clause of clauses) {
    const before = found.at(-1)
    if (clause.kind === 'days' && (before?.kind === 'except' || before?.kind === 'leftOut')) {
      if (clause.daysOfMonth.length > 0) throw new UsageError(say.onlyWeekdaysLeftOut)
      if (before.kind === 'except') found.pop()
      found.push({ kind: 'leftOut', weekdays: clause.weekdays })
    } else if (before?.kind === 'except' && clause.kind !== 'except') throw new UsageError(say.onlyWeekdaysLeftOut)
    else if (before?.kind !== 'except') found.push(clause)
  }
  if (found.at(-1)?.kind === 'except') throw new UsageError(say.onlyWeekdaysLeftOut)
  return found
}

/** Weekdays, all where none are given, without those that are left out; null where that is still all. Throws a UsageError where none remain. */
export function remaining(
  { weekdays, daysOfMonth }: { readonly weekdays: readonly number[]; readonly daysOfMonth: readonly number[] },
  leftOut: readonly number[],
): readonly number[] | null {
  if (leftOut.length === 0) return weekdays.length > 0 ? weekdays : null
  if (daysOfMonth.length > 0) throw new UsageError(say.onlyWeekdaysLeftOut)
  const found = (weekdays.length > 0 ? weekdays : [0, 1, 2, 3, 4, 5, 6]).filter((day) => !leftOut.includes(day))
  if (found.length === 0) throw new UsageError(say.noDayLeft)
  return found
}
