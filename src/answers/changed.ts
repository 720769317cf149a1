/** What outlets changed in quotations after they had printed them: a statement in other words, or gone. */
import type { Change } from '../message.js'
import { overlaps, type Quotation } from '../model.js'
import { compareWording } from '../quotations/wording.js'
import { sharesEnough, tellingWords } from '../store/statements.js'
import type { Archive, ReplacedQuotation } from '../store/store.js'
import { groupBy } from './group.js'
import { nearest, type Printed, printed } from './printed.js'

export interface Changed {
  /** The outlet that printed it so. */
  readonly outlet: string
  /** ISO 8601: when the version without it came; null where that was not noted. */
  readonly until: string | null
  readonly verdict: 'trimmed' | 'altered'
  /** As an earlier version of the article prints it. */
  readonly earlier: Quotation
  /** As the current one does. */
  readonly quotation: Quotation
  /** How the earlier wording became the current one. */
  readonly changes: readonly Change[]
}

export interface Gone {
  readonly outlet: string
  readonly until: string | null
  /** As an earlier version of the article prints it. */
  readonly quotation: Quotation
  /** The article's current version, which does not print it. */
  readonly articleId: string
}

export interface Since {
  readonly changed: readonly Changed[]
  readonly gone: readonly Gone[]
}

/** UTF-16 units: shorter articles are often changed altogether. */
const LONG = 1500
const MOST_REPLACED = 300
/** Of the length of the earlier version. */
const SHORTEST = 0.25

/** What became of a quotation of an earlier version: other words, or gone; neither where it is still there. */
export interface Fate {
  readonly one: ReplacedQuotation
  /** The current version is hardly a part of what the earlier one was: its page was cut short, and not the quotation. */
  readonly isCutShort: boolean
  readonly changed: Changed | null
  readonly gone: Gone | null
}

/**
 * What became of quotations in the current versions of their articles, of those that have one. What differs only in spelling, or is
 * printed in other pieces, has not changed.
 */
export async function fatesOf(archive: Archive, replaced: readonly ReplacedQuotation[]): Promise<Fate[]> {
  const current = replaced.flatMap(({ currentId }) => currentId ?? [])
  if (current.length === 0) return []
  const ids = [...new Set([...current, ...replaced.map(({ article }) => article.id)])]
  const quotations = groupBy(await archive.quotationsIn(ids), ({ article }) => article.id)
  const articles = await archive.articles(ids)
  const versions = new Map(articles.map(({ id, text }) => [id, printed(text, quotations.get(id) ?? [])]))
  return replaced.flatMap((one): Fate[] => {
    const [before, now] = [versions.get(one.article.id), versions.get(one.currentId ?? '')]
    if (one.currentId === null || !before || !now) return []
    const isCutShort = now.length < SHORTEST * before.length && before.length > LONG
    return [{ one, isCutShort, ...fateOf(one, before, now, one.currentId) }]
  })
}

/** The same, each statement of an article once: as it last stood before. Of a page that was cut short nothing is told to be gone. */
export async function changesSince(archive: Archive, replaced: readonly ReplacedQuotation[]): Promise<Since> {
  const changed: Changed[] = []
  const gone: Gone[] = []
  const fates = await fatesOf(archive, replaced)
  for (const fate of fates.toSorted((a, b) => b.one.until - a.one.until)) {
    const { changed: other, gone: left, isCutShort } = fate
    if (other && !changed.some(({ quotation }) => isSamePlace(quotation, other.quotation))) changed.push(other)
    if (left && !isCutShort && !gone.some((known) => isSameStatement(known, left))) gone.push(left)
  }
  return { changed, gone }
}

function isSameStatement(a: Gone, b: Gone): boolean {
  return a.articleId === b.articleId && compareWording(a.quotation.text, b.quotation.text) !== null
}

/** What earlier versions print otherwise of these quotations, which can be parts of what their articles print in one piece. */
export async function changesIn(archive: Archive, shown: readonly Quotation[]): Promise<readonly Changed[]> {
  const byArticle = groupBy(shown, ({ articleId }) => articleId)
  const replaced = await archive.quotationsReplaced({ articles: [...byArticle.keys()] }, MOST_REPLACED)
  if (replaced.length === 0) return []
  const wordsOfShown = new Map(shown.map((one) => [one, tellingWords(one.text)]))
  const near = replaced.filter(({ quotation, currentId }) => {
    const own = tellingWords(quotation.text)
    return byArticle.get(currentId ?? '')?.some((one) => sharesEnough(own, wordsOfShown.get(one) ?? own))
  })
  const { changed } = await changesSince(archive, near)
  return changed.filter(({ quotation }) => byArticle.get(quotation.articleId)?.some((one) => overlaps(one, quotation)))
}

/** Whether two quotations are one place of one article. */
export function isSamePlace(a: Quotation, b: Quotation): boolean {
  return a.articleId === b.articleId && a.start === b.start
}

function partsOf({ article, until }: ReplacedQuotation): Pick<Gone, 'outlet' | 'until'> {
  return { outlet: article.outlet, until: until > 0 ? new Date(until).toISOString() : null }
}

/** What became of it, by the quotation of the same statement that is most like it and did not stand beside it before. */
function fateOf(
  one: ReplacedQuotation,
  before: Printed,
  now: Printed,
  articleId: string,
): Pick<Fate, 'changed' | 'gone'> {
  const { quotation: earlier } = one
  const alike = nearest(earlier, now).flatMap((quotation) => {
    const wording = compareWording(earlier.text, quotation.text)
    const stays = wording?.verdict === 'exact' || wording?.verdict === 'spelling'
    return wording && (stays || !before.has(quotation.text, one)) ? [{ quotation, ...wording }] : []
  })
  const best = alike.toSorted((a, b) => b.likeness - a.likeness)[0]
  const isTaken = !now.has(earlier.text)
  if (!best) return { changed: null, gone: isTaken ? { ...partsOf(one), quotation: earlier, articleId } : null }
  const { quotation, verdict, changes } = best
  const isGiven = verdict === 'trimmed' && !before.has(quotation.text)
  const isChanged = verdict !== 'exact' && verdict !== 'spelling' && (isTaken || isGiven)
  return { changed: isChanged ? { ...partsOf(one), verdict, earlier, quotation, changes } : null, gone: null }
}
