import { type Quotation, within } from '../../model.js'
import { compareWording, type WordingVerdict } from '../../quotations/wording.js'
import type { StoredQuotation } from '../../store/store.js'
import { groupBy } from '../group.js'
import { continued } from '../pieces.js'
import { coveredUnits, unitsOf } from './units.js'

export type Wording = 'same' | 'spelling' | 'trimmed' | 'altered'

export interface ComparedWording {
  readonly verdict: Wording
  /** The fullest first, with those that have its very words; then those that differ from it as the verdict says. */
  readonly quotations: readonly Quotation[]
}

/** What an article prints of a statement, in one piece or in several that a clause parts. */
interface Item {
  readonly outlet: string
  readonly stored: readonly StoredQuotation[]
  readonly text: string
}

export interface TopicTests {
  /** Whether what outlets print of a statement is on the topic. */
  readonly is: (printed: readonly StoredQuotation[]) => boolean
  /** Whether it can be, by one of its quotations: cheaper to ask. */
  readonly mayBe: (one: StoredQuotation) => boolean
}

const RANK: Readonly<Record<Wording, number>> = { same: 0, spelling: 1, trimmed: 2, altered: 3 }
const NAMES: Readonly<Record<WordingVerdict, Wording>> = {
  exact: 'same',
  spelling: 'spelling',
  trimmed: 'trimmed',
  altered: 'altered',
}
const VERDICTS = ['altered', 'trimmed', 'spelling'] as const
const IN_PIECES = 0.8
/** Of one statement; more would only repeat. */
const MOST = 12

/**
 * How several outlets quote the statements on the topic; those that differ most first. Sentences that one
 * outlet prints together are compared each by itself where the others do not: a letter is not one statement.
 */
export function compareWordings(quotations: readonly StoredQuotation[], onTopic: TopicTests): ComparedWording[] {
  const chains = new Map(continued(quotations).flatMap((chain) => chain.map((one) => [one.id, chain] as const)))
  return [...groupBy(quotations, ({ statementId }) => statementId).values()]
    .filter((group) => group.some(onTopic.mayBe))
    .flatMap((group) => wordingsOf(itemsOf(group, chains), onTopic))
    .toSorted((a, b) => RANK[b.verdict] - RANK[a.verdict])
}

/** Each wording of an outlet once, the fullest first. */
function itemsOf(
  group: readonly StoredQuotation[],
  chains: ReadonlyMap<number, readonly StoredQuotation[]>,
): readonly Item[] {
  const items = new Map<string, Item>()
  for (const one of group) {
    const stored = (chains.get(one.id) ?? [one]).filter(({ statementId }) => statementId === one.statementId)
    const text = stored.map(({ quotation }) => quotation.text).join(' ')
    const key = `${one.quotation.outlet}|${text}`
    if (!items.has(key)) items.set(key, { outlet: one.quotation.outlet, stored, text })
  }
  return [...items.values()].toSorted((a, b) => fullnessOf(b) - fullnessOf(a)).slice(0, MOST)
}

/** What stands in one piece is easier to compare with. */
function fullnessOf({ stored, text }: Item): number {
  return stored.length > 1 ? IN_PIECES * text.length : text.length
}

function wordingsOf(items: readonly Item[], onTopic: TopicTests): ComparedWording[] {
  const [fullest, ...others] = items
  if (!fullest || new Set(items.map(({ outlet }) => outlet)).size < 2) return []
  const alike = others.flatMap((item) => {
    const wording = compareWording(fullest.text, item.text)
    return wording ? [{ item, changes: wording.changes }] : []
  })
  const rest = others.filter((item) => !alike.some((one) => one.item === item))
  const units = unitsOf(
    fullest.text,
    alike.map(({ changes }) => changes),
  )
  const found = units.flatMap((unit) => {
    const members = alike.filter(({ changes }) => coveredUnits(fullest.text, changes, [unit]).length > 0)
    const whole = units.length === 1 ? fullest : part(fullest, unit)
    return whole ? entriesOf([whole, ...members.map(({ item }) => item)], onTopic) : []
  })
  return [...found, ...wordingsOf(rest, onTopic)]
}

/** A part of what an article prints in one piece; null where it prints several. */
function part({ outlet, stored }: Item, unit: { readonly start: number; readonly end: number }): Item | null {
  const [only, more] = stored
  if (!only || more) return null
  const excerpt = within(only.quotation, unit)
  const quotation = { ...only.quotation, ...excerpt }
  return { outlet, stored: [{ ...only, quotation }], text: excerpt.text }
}

/** One for each way in which others differ from the fullest; one of all where none does. */
function entriesOf(items: readonly Item[], onTopic: TopicTests): ComparedWording[] {
  if (!onTopic.is(items.flatMap(({ stored }) => stored))) return []
  const [longest] = items
  if (!longest) return []
  const leading = items
    .filter(({ text }) => isSpelledOnly(longest.text, text))
    .toSorted((a, b) => carriers(b, items) - carriers(a, items))
  const fullest = leading[0] ?? longest
  const compared = items.flatMap((item) => {
    const wording = compareWording(fullest.text, item.text)
    return wording ? [{ item, verdict: NAMES[wording.verdict] }] : []
  })
  const of = (verdict: Wording) => compared.filter((one) => one.verdict === verdict).map(({ item }) => item)
  const same = [fullest, ...of('same').filter((item) => item !== fullest)]
  const entries = VERDICTS.flatMap((verdict) => {
    const differing = of(verdict).filter(({ outlet }) => outlet !== fullest.outlet)
    return differing.length > 0 ? [{ verdict, quotations: quotationsOf([...same, ...differing]) }] : []
  })
  const isTold = new Set(same.map(({ outlet }) => outlet)).size > 1
  return entries.length > 0 || !isTold ? entries : [{ verdict: 'same', quotations: quotationsOf(same) }]
}

function isSpelledOnly(a: string, b: string): boolean {
  return /^(?:exact|spelling)$/u.test(compareWording(a, b)?.verdict ?? '')
}

/** How many outlets print these very words. */
function carriers({ text }: Item, items: readonly Item[]): number {
  return items.filter((item) => compareWording(text, item.text)?.verdict === 'exact').length
}

function quotationsOf(items: readonly Item[]): Quotation[] {
  return items.flatMap(({ stored }) => stored.map(({ quotation }) => quotation))
}
