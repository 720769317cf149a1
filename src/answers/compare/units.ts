import { sentences } from '../../language/sentences.js'
import type { Change } from '../../message.js'
import { overlaps, type Span } from '../../model.js'
import { sumOf } from '../../quotations/alignment.js'
import { comparedWords } from '../../quotations/comparedWords.js'

/** By weight: fewer shared words do not tie a wording to a sentence. */
const LEAST = 0.7

/** The parts of a wording that others print apart: its sentences, those together that one of the others has together. */
export function unitsOf(fullest: string, others: readonly (readonly Change[])[]): Span[] {
  let units: Span[] = sentences(fullest)
  for (const changes of others) {
    const covered = coveredUnits(fullest, changes, units)
    const [first, last] = [covered[0], covered.at(-1)]
    if (!first || !last || first === last) continue
    const joined = { start: first.start, end: last.end }
    units = [...units.filter((unit) => !overlaps(unit, joined)), joined].toSorted((a, b) => a.start - b.start)
  }
  return units.filter((unit) => others.some((changes) => coveredUnits(fullest, changes, [unit]).length > 0))
}

/** The units in which words of the fullest are kept; `changes` are those from the fullest to another wording. */
export function coveredUnits(fullest: string, changes: readonly Change[], units: readonly Span[]): Span[] {
  const kept: Span[] = []
  let at = 0
  for (const { op, text } of changes) {
    if (op === 'add') continue
    const start = fullest.indexOf(text, at)
    if (start < 0) continue
    at = start + text.length
    if (op === 'keep') kept.push({ start, end: at })
  }
  return units.filter((unit) => {
    const shared = kept.map((run) => fullest.slice(Math.max(run.start, unit.start), Math.min(run.end, unit.end)))
    return shared.reduce((sum, text) => sum + sumOf(comparedWords(text)), 0) >= LEAST
  })
}
