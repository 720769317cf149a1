import { edits } from '../../language/edits.js'
import { contentStems, fold, words } from '../../language/words.js'
import type { Change } from '../../message.js'
import { compareWording } from '../../quotations/wording.js'
import type { StoredQuotation } from '../../store/store.js'
import { type ComparedWording, compareWordings } from '../compare/wordings.js'
import { groupBy } from '../group.js'

/** Statements that are compared, those of most outlets first. */
const COMPARED = 5
/** UTF-16 units: in longer ones the words that differ are hard to find. */
const LONGEST = 400
/** What stands in brackets is the outlet's own, and marked so. */
const MARKED = /\[[^\]]*\]/gu
const CONTRACTION = /(?<=\p{L})['’](?:ll|re|ve|s|d|m)(?!\p{L})/giu
/** Less alike, two wordings are of several sentences, of which each outlet prints others. */
const ALIKE = 0.7
const NEGATION = /\b(?:not|never|no|nobody|nothing|none|cannot)\b|n['’]t\b/iu

/** Statements that one outlet prints in other words than most: those of most outlets first, each with the one that alters it. */
export function alteredWords(quotations: readonly StoredQuotation[], most: number): ComparedWording[] {
  const statements = [...groupBy(quotations, ({ statementId }) => statementId).values()]
    .map((own) => ({ own, outlets: new Set(own.map(({ quotation }) => quotation.outlet)).size }))
    .filter(({ own, outlets }) => outlets > 1 && own.every(isReadable) && mayDiffer(own))
    .toSorted((a, b) => b.outlets - a.outlets)
  const found: ComparedWording[] = []
  for (const { own } of statements.slice(0, COMPARED)) {
    if (found.length >= most) break
    const altered = compareWordings(own, { is: () => true, mayBe: () => true }).find(
      ({ verdict }) => verdict === 'altered',
    )
    found.push(...(altered ? narrowed(altered) : []))
  }
  return found
}

/** The fullest wording and the first that says something else; nothing where all only leave out what says little. */
function narrowed({ verdict, quotations: [fullest, ...others] }: ComparedWording): ComparedWording[] {
  if (!fullest) return []
  const altered = others.find(({ text }) => {
    const wording = compareWording(fullest.text, text)
    return wording?.verdict === 'altered' && wording.likeness >= ALIKE && saysOtherwise(wording.changes)
  })
  return altered ? [{ verdict, quotations: [fullest, altered] }] : []
}

/**
 * Whether an outlet prints a word that carries meaning and stands nowhere in the fullest, nor nearly so as a slip of the pen, or a
 * "not" came or went with others. What it prints before or behind all that the fullest has was said besides.
 */
function saysOtherwise(changes: readonly Change[]): boolean {
  const compared = changes.slice(
    isSaidBesides(changes.slice(0, 2).toReversed()) ? 1 : 0,
    isSaidBesides(changes) ? -1 : undefined,
  )
  const [cut, added] = [textOf('cut', compared), textOf('add', compared).trim()]
  const fullest = tellingStems(`${textOf('keep', changes)} ${textOf('cut', changes)}`)
  const isNumeral = (stem: string) => /^\d+$/u.test(stem) && !/\d/u.test(cut)
  const isOther = (stem: string) =>
    !isNumeral(stem) && fullest.every((one) => !one.startsWith(stem) && edits(one, stem, 1) > 1)
  return tellingStems(added).some(isOther) || (added !== '' && NEGATION.test(cut) !== NEGATION.test(added))
}

function textOf(op: Change['op'], among: readonly Change[]): string {
  return among.flatMap((change) => (change.op === op ? change.text.replace(MARKED, ' ') : [])).join(' ')
}

/** Whether the last change adds words in the place of none. */
function isSaidBesides(changes: readonly Change[]): boolean {
  return changes.at(-1)?.op === 'add' && changes.at(-2)?.op === 'keep'
}

/** Without contractions, which are of small words only: "we’ll". */
function tellingStems(text: string): string[] {
  return contentStems(text.replace(CONTRACTION, '').replaceAll('-', ''))
}

function isReadable({ quotation }: StoredQuotation): boolean {
  return quotation.text.length <= LONGEST
}

/** Whether not each wording is a run of the longest: cheaper than to compare them. */
function mayDiffer(statement: readonly StoredQuotation[]): boolean {
  const said = statement.map(({ quotation }) => plain(quotation.text)).toSorted((a, b) => b.length - a.length)
  return said.some((one) => !said[0]?.includes(one))
}

function plain(text: string): string {
  return ` ${words(fold(text))
    .map((word) => word.text)
    .join(' ')} `
}
