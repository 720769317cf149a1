import { mentionsTopic } from '../language/topic.js'
import type { Article, Quotation, Span } from '../model.js'
import { comparedWords } from '../quotations/comparedWords.js'
import { compareWording } from '../quotations/wording.js'
import type { Archive, Filter, ReplacedBy, StoredQuotation } from '../store/store.js'
import { type Changed, changesIn, changesSince, type Gone, isSamePlace } from './changed.js'
import { outletsCopying } from './copies.js'
import { groupBy } from './group.js'
import { findSpeaker } from './speakers.js'

export interface QuoteRequest {
  readonly who: string
  readonly about?: Filter['about']
  readonly outlet?: string | undefined
  /** ISO 8601 date. */
  readonly since?: string | undefined
  /** 1 is the first. */
  readonly page?: number | undefined
}

/** What one speaker said once, over all outlets: the longest wording first. */
export interface SpokenStatement {
  readonly speaker: string
  readonly outlets: readonly string[]
  readonly published: string | null
  readonly quotations: readonly Quotation[]
  /** Those of them that earlier versions of their articles print in other words. */
  readonly changedSince: readonly Changed[]
}

export interface QuoteAnswer {
  /** Null where the name fits nobody, or several people. */
  readonly speaker: string | null
  /** Whom else the name could mean, or the nearest names. */
  readonly candidates: readonly string[]
  /** Several people fit the name: `candidates` is the choice. */
  readonly isAmbiguous: boolean
  /** Newest first; those from the page asked for on, at most 50. */
  readonly statements: readonly SpokenStatement[]
  /** How many statements there are on all pages. */
  readonly total: number
  /** What earlier versions of articles print of the speaker and the current ones do not, last gone first; no statements. */
  readonly goneSince: readonly Gone[]
  /** How many outlets carry them. */
  readonly outlets: number
  /** How many of these have only the text of another. */
  readonly copies: number
  /** How many articles of the outlet and the time asked for were searched. */
  readonly articlesSearched: number
}

export const STATEMENTS_ON_PAGE = 5
const MOST_STATEMENTS = 50
const MOST_QUOTATIONS = 2_000
const ENOUGH_IN_COMMON = 4
const MOST_REPLACED = 40

/** What a person was quoted as saying, each thing once, with all outlets that carry it. */
export async function quote(archive: Archive, request: QuoteRequest): Promise<QuoteAnswer> {
  const { about, outlet, since, page = 1 } = request
  const place = { ...(outlet ? { outlet } : {}), ...(since ? { since } : {}) }
  const { name, ids, isAmbiguous, candidates } = await findSpeaker(archive, request.who)
  const articlesSearched = await archive.count(place)
  const filter = about ? { ...place, about } : place
  if (name === null) {
    const goneSince = isAmbiguous ? [] : await goneOf(archive, { named: request.who, filter: place }, { about })
    const none = { statements: [], total: 0, outlets: 0, copies: 0 }
    return { speaker: null, isAmbiguous, candidates, ...none, goneSince, articlesSearched }
  }
  const spoken = await archive.quotationsOf(ids, filter, MOST_QUOTATIONS)
  const all = statementsOf(name, spoken)
  const first = (lastPage(all.length, page) - 1) * STATEMENTS_ON_PAGE
  const statements = all.slice(first, first + MOST_STATEMENTS)
  const shown = statements.flatMap(({ quotations }) => quotations)
  const changed = await changesIn(archive, shown)
  return {
    speaker: name,
    isAmbiguous,
    candidates,
    statements: statements.map((statement) => withChanges(statement, changed)),
    total: all.length,
    goneSince: await goneOf(archive, { speakers: ids, filter: place }, { about, changed }),
    outlets: new Set(all.flatMap((statement) => statement.outlets)).size,
    copies: outletsCopying(spoken.map(({ article }) => article)),
    articlesSearched,
  }
}

function withChanges(statement: SpokenStatement, changed: readonly Changed[]): SpokenStatement {
  const own = changed.filter(({ quotation }) => statement.quotations.some((one) => isSamePlace(one, quotation)))
  return { ...statement, changedSince: own }
}

/** `changed` are those that are known to have been changed, and are not gone. */
async function goneOf(
  archive: Archive,
  by: ReplacedBy,
  { about = [], changed = [] }: { readonly about?: Filter['about']; readonly changed?: readonly Changed[] },
): Promise<readonly Gone[]> {
  const replaced = await archive.quotationsReplaced(by, MOST_REPLACED)
  const possible = replaced.filter(
    ({ article, quotation }) =>
      !changed.some(({ earlier }) => isSamePlace(earlier, quotation)) &&
      mentionsTopic(paragraphOf(article, quotation), about),
  )
  return (await changesSince(archive, possible)).gone
}

function paragraphOf({ text }: Article, { start, end }: Span): string {
  const to = text.indexOf('\n', end)
  return text.slice(text.lastIndexOf('\n', start) + 1, to < 0 ? undefined : to)
}

/** The page asked for, or the nearest one that there is. */
export function lastPage(total: number, page: number): number {
  return Math.max(1, Math.min(Math.floor(page) || 1, Math.ceil(total / STATEMENTS_ON_PAGE)))
}

interface Wording {
  readonly stored: StoredQuotation
  readonly length: number
  /** Its words as they are compared, each between spaces. */
  readonly words: string
}

function wordingOf(stored: StoredQuotation): Wording {
  const words = comparedWords(stored.quotation.text)
  return { stored, length: words.length, words: ` ${words.map((word) => word.key).join(' ')} ` }
}

/** Groups quotations by statement, newest first, the fullest first among those of one day. */
function statementsOf(speaker: string, quotations: readonly StoredQuotation[]): SpokenStatement[] {
  const groups = [...groupBy(quotations, ({ statementId }) => statementId).values()].map((group) =>
    group.map((stored) => wordingOf(stored)).toSorted((a, b) => b.length - a.length),
  )
  return withFragments(groups.toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0)))
    .map((group) => ({ group, day: newest(group).slice(0, 10), length: group[0]?.length ?? 0 }))
    .toSorted((a, b) => b.day.localeCompare(a.day) || b.length - a.length)
    .map(({ group }) => statementOf(speaker, group))
}

/**
 * Joins statements that are wordings of one: a part of a fuller one, or the two halves that one outlet parts and another prints
 * whole. Takes and gives the fullest first.
 */
function withFragments(groups: readonly Wording[][]): Wording[][] {
  const whole: { group: Wording[]; keys: Set<string> }[] = []
  for (const group of groups) {
    const [fullest] = group
    if (!fullest) continue
    const own = whole.find(({ group: [other], keys }) => other && isWordingOf(other, keys, fullest))
    if (own) own.group.push(...group)
    else whole.push({ group: [...group], keys: new Set(fullest.words.split(' ')) })
  }
  return whole.map(({ group }) => group.toSorted((a, b) => b.length - a.length))
}

/** Compares word by word only what has enough in common, as a speaker may have hundreds of statements. */
function isWordingOf(fuller: Wording, keys: ReadonlySet<string>, part: Wording): boolean {
  const common = part.words.split(' ').filter((word) => word.length > 3 && keys.has(word)).length
  if (common < ENOUGH_IN_COMMON && !fuller.words.includes(part.words)) return false
  return compareWording(fuller.stored.quotation.text, part.stored.quotation.text) !== null
}

function newest(group: readonly Wording[]): string {
  return group.reduce(
    (latest, { stored }) => ((stored.quotation.published ?? '') > latest ? (stored.quotation.published ?? '') : latest),
    '',
  )
}

function statementOf(speaker: string, group: readonly Wording[]): SpokenStatement {
  const seen = new Set<string>()
  const distinct = group.filter(({ stored, words }) => {
    const key = `${stored.quotation.outlet}\n${words}`
    return seen.has(key) ? false : seen.add(key)
  })
  return {
    speaker,
    outlets: [...new Set(distinct.map(({ stored }) => stored.quotation.outlet))],
    published: newest(group) || null,
    quotations: distinct.map(({ stored }) => stored.quotation),
    changedSince: [],
  }
}
