import type { Quotation } from '../../model.js'
import { compareWording, type WordingVerdict } from '../../quotations/wording.js'
import type { StoredQuotation } from '../../store/store.js'
import { groupBy } from '../group.js'

export type Wording = 'same' | 'spelling' | 'trimmed' | 'altered'

export interface ComparedWording {
  readonly verdict: Wording
  /** One of each outlet and wording, the fullest first. */
  readonly quotations: readonly Quotation[]
}

const RANK: Readonly<Record<WordingVerdict, number>> = { exact: 0, spelling: 1, trimmed: 2, altered: 3 }
const NAMES: Readonly<Record<WordingVerdict, Wording>> = {
  exact: 'same',
  spelling: 'spelling',
  trimmed: 'trimmed',
  altered: 'altered',
}
/** Of one statement; more would only repeat. */
const MOST = 12

/** How several outlets quote the statements on the topic; those that differ most first. */
export function compareWordings(
  quotations: readonly StoredQuotation[],
  isOnTopic: (statement: readonly StoredQuotation[]) => boolean,
): ComparedWording[] {
  return [...groupBy(quotations, ({ statementId }) => statementId).values()]
    .filter(isOnTopic)
    .flatMap((group) => wordingOf(group.map(({ quotation }) => quotation)))
    .toSorted((a, b) => rankOf(b) - rankOf(a))
}

function rankOf({ verdict }: ComparedWording): number {
  return RANK[verdict === 'same' ? 'exact' : verdict]
}

function wordingOf(quotations: readonly Quotation[]): ComparedWording[] {
  const distinct = new Map(quotations.map((quotation) => [`${quotation.outlet}|${quotation.text}`, quotation]))
  const fullestFirst = [...distinct.values()].toSorted((a, b) => b.text.length - a.text.length).slice(0, MOST)
  if (new Set(fullestFirst.map(({ outlet }) => outlet)).size < 2) return []
  const found: WordingVerdict[] = []
  const alike = new Set<Quotation>()
  for (const [index, fuller] of fullestFirst.entries()) {
    for (const other of fullestFirst.slice(index + 1)) {
      if (other.outlet === fuller.outlet) continue
      const wording = compareWording(fuller.text, other.text)
      if (!wording) continue
      found.push(wording.verdict)
      alike.add(fuller).add(other)
    }
  }
  if (found.length === 0) return []
  const worst = found.reduce((so, verdict) => (RANK[verdict] > RANK[so] ? verdict : so))
  return [{ verdict: NAMES[worst], quotations: fullestFirst.filter((quotation) => alike.has(quotation)) }]
}
