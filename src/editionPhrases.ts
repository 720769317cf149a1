/** What Crier says of its own in an edition: what a digest sends, and what /brief answers. */
import { copying, count, list } from './phrases.js'

/** More outlets are counted and not named. */
const MOST_NAMED = 6

export const editionPhrases = {
  /** `since` as words: "Friday 20 November, 08:30". */
  counts: (told: { stories: number; articles: number; outlets: number; left: number }, since: string | null) =>
    `${count(told.stories, 'story', 'stories')} from ${count(told.articles, 'article')} of ${count(told.outlets, 'outlet')}${sinceWords(since)}${
      told.left === 0 ? '.' : `; ${count(told.left, 'more', 'more')} had no room.`
    }`,
  nothing: (articles: number, since: string | null) =>
    articles === 0
      ? `No new articles${sinceWords(since)}.`
      : `Nothing new in ${count(articles, 'article')}${sinceWords(since)}.`,
  told: (number: number, outlets: readonly string[], copies: number) =>
    `${number}. Told by ${named(outlets)}${copying(copies)}`,
  /** Of a story that was told before. */
  followUp: (number: number, outlets: readonly string[], copies: number, since: string | null) =>
    `${number}. New${since === null ? ' since it was told' : sinceWords(since)}: told by ${named(outlets)}${copying(copies)}`,
  detail: (number: number, stories: number, outlets: readonly string[]) =>
    `${number} of ${stories}: told by ${named(outlets)}`,
  detailFollowUp: (number: number, stories: number, outlets: readonly string[], since: string | null) =>
    `${number} of ${stories}: new${since === null ? ' since it was told' : sinceWords(since)}, told by ${named(outlets)}`,
  disagreements: 'Where they disagree',
  compareNumber: (number: number) => `Compare ${number}`,
  compare: 'Compare outlets',
  quote: (name: string) => `Quote ${name}`,
}

function sinceWords(since: string | null): string {
  return since === null ? '' : ` since ${since}`
}

function named(outlets: readonly string[]): string {
  const left = outlets.length - MOST_NAMED
  return list(left > 1 ? [...outlets.slice(0, MOST_NAMED), `${left} more`] : outlets)
}
