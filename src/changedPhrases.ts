/** What Crier says of its own where an outlet changed what it had printed. */
import { sayDate } from './commandPhrases.js'
import { count, list } from './phrases.js'
import type { WordingVerdict } from './quotations/wording.js'

/** " until 21 November 2026, 14:05 (UTC)"; " before" where the time (ISO 8601) was not noted. */
function until(time: string | null): string {
  return time === null ? ' before' : ` until ${sayTime(time)}`
}

/** "21 November 2026, 14:05 (UTC)" for an ISO 8601 time in UTC. */
function sayTime(time: string): string {
  return `${sayDate(time)}, ${time.slice(11, 16)} (UTC)`
}

function differ(paragraphs: number): string {
  if (paragraphs === 0) return 'no words differ'
  return `${count(paragraphs, 'paragraph')} ${paragraphs === 1 ? 'differs' : 'differ'}`
}

const BECAME = {
  changed: 'and changed since',
  gone: 'and gone from the article since',
  replaced: 'when another article took the place of that one',
}

export const changedPhrases = {
  /** What two wordings of one outlet are called. */
  names: ['the earlier version', 'the current version'] as const,
  changed: (outlet: string, time: string | null, isTurned: boolean) =>
    `Changed since: ${outlet} printed it otherwise${until(time)}.${isTurned ? ' A “not” or its like was lost or added.' : ''}`,
  changedToo: (outlets: readonly string[]) =>
    `Changed since by ${list(outlets)}, too: /source of each article shows how.`,
  gone: (speaker: string, outlet: string, time: string | null) =>
    `${speaker}, as printed by ${outlet}${until(time)}, and gone from the article since`,
  goneTitle: 'Gone since',
  goneMore: (more: number) => `${count(more, 'earlier quotation')} more ${more === 1 ? 'is' : 'are'} gone since.`,
  /** "Printed with these words by The Herald until 21 November 2026, 14:05 (UTC), and changed since." */
  printedBefore: (verdict: WordingVerdict, outlet: string, time: string | null, became: keyof typeof BECAME) =>
    ({
      exact: `Printed with these words by ${outlet}`,
      spelling: `Printed by ${outlet} in another spelling`,
      trimmed: `Printed, as part of more, by ${outlet}`,
      altered: `Nearest to what ${outlet} printed`,
    })[verdict] + `${until(time)}, ${BECAME[became]}.`,
  /** Of words that stood: "The same words: The Herald until 21 November 2026, 14:05 (UTC)". */
  stood: (label: string, time: string | null) => `${label}${until(time)}`,
  around: (outlet: string) => `As it stood in ${outlet}`,
  standsNow: (outlet: string) => `What ${outlet} prints now`,
  searched: (articles: number) =>
    `Checked against the quotations of ${count(articles, 'article')} and of earlier versions.`,
  /** "Version 1 of 2. The Herald changed it by 21 November 2026, 14:05 (UTC); in the current version 2 paragraphs differ." */
  earlier: (version: number, versions: number, outlet: string, time: string | null, paragraphs: number) =>
    `Version ${version} of ${versions}. ${outlet} changed it${time === null ? '' : ` by ${sayTime(time)}`}; in the current version ${differ(paragraphs)}.`,
  current: (earlier: number, time: string | null, paragraphs: number) =>
    `There ${earlier === 1 ? 'is 1 earlier version, which' : `are ${count(earlier, 'earlier version')}; the newest of them`} stood${until(time)}: ${differ(paragraphs)}.`,
  copyOf: (outlet: string) => `The same text as ${outlet}’s article`,
  readCurrent: (outlet: string) => `Current version in ${outlet}`,
  readEarlier: (outlet: string) => `Earlier version in ${outlet}`,
}
