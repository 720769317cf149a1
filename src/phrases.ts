/** All that Crier says of its own beside answers: short sentences with counts. What commands say when mistyped is in commandPhrases.ts. */
import { echo } from './commandPhrases.js'
import type { WordingVerdict } from './quotations/wording.js'

/** "1 article", "1,204 articles". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

/** "A", "A and B", "A, B and C". */
export function list(names: readonly string[], and = 'and'): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`
}

/** ", 1 of them with the same text as another": of outlets that were counted, those that copy. */
export function copying(copies: number): string {
  return copies === 0 ? '' : `, ${copies} of them with the same text as another`
}

/** What narrowed a search, as words: " about “syria” in CNN since 2018-12-01". */
export interface Narrowed {
  readonly about?: string | undefined
  readonly outlet?: string | undefined
  readonly since?: string | undefined
}

function about(narrowed: Narrowed): string {
  return narrowed.about ? ` about ${echo(narrowed.about)}` : ''
}

function within(articles: number, narrowed: Narrowed): string {
  return `in ${count(articles, 'article')}${limits(narrowed)}`
}

function limits({ outlet, since }: Narrowed): string {
  return `${outlet ? ` of ${outlet}` : ''}${since ? ` since ${since}` : ''}`
}

export const quotePhrases = {
  title: (speaker: string, narrowed: Narrowed) => `${speaker}, quoted${about(narrowed)}`,
  found: (statements: number, outlets: number, copies: number, articles: number, narrowed: Narrowed) =>
    `${count(statements, 'statement')} in ${count(outlets, 'outlet')}${copying(copies)}, found ${within(articles, narrowed)}.`,
  page: (first: number, last: number, total: number) => `Showing ${first} to ${last} of ${total}, newest first.`,
  nothing: (speaker: string, articles: number, narrowed: Narrowed) =>
    `No quotation of ${speaker}${about(narrowed)} ${within(articles, narrowed)}.`,
  severalTitle: (who: string) => `Who is ${echo(who)}?`,
  several: (who: string, names: readonly string[]) => `${echo(who)} could be ${list(names, 'or')}.`,
  alsoCalled: (names: readonly string[]) => `Also quoted under that name: ${list(names)}.`,
  nobodyTitle: (who: string) => `Nobody called ${echo(who)}`,
  nobody: (who: string, articles: number, narrowed: Narrowed) =>
    `Nobody called ${echo(who)} is quoted ${within(articles, narrowed)}.`,
  nearest: (names: readonly string[]) => `The nearest names: ${list(names)}.`,
}

const FOUND = {
  exact: 'Real, word for word',
  spelling: 'Real; only the spelling differs',
  trimmed: 'Real, and part of a longer quotation',
  altered: 'Altered: these are not the words that were quoted',
  'other-speaker': 'Real, and somebody else’s',
  'not-found': 'Not found',
}

const TURNED = 'Altered: a “not” or its like was lost or added'

export const verifyPhrases = {
  title: (verdict: keyof typeof FOUND, isTurned: boolean) => (isTurned ? TURNED : FOUND[verdict]),
  searched: (articles: number) => `Checked against the quotations of ${count(articles, 'article')}.`,
  carried: (verdict: WordingVerdict, outlets: readonly string[]) =>
    ({
      exact: `Printed with these words by ${list(outlets)}.`,
      spelling: `Printed by ${list(outlets)} in another spelling.`,
      trimmed: `Printed, as part of more, by ${list(outlets)}.`,
      altered: `Nearest to what ${list(outlets)} ${outlets.length === 1 ? 'prints' : 'print'}.`,
    })[verdict],
  otherSpeaker: (named: string, speakers: readonly string[]) =>
    `Quoted from ${list(speakers)}, and nowhere from ${echo(named)}.`,
  negation: 'Careful: a “not” or its like was lost or added, which turns the meaning round.',
  assembled: 'Words of several quotations were put together as one.',
  notFound: (articles: number) =>
    `No quotation in ${count(articles, 'article')} comes near these words. That does not prove that nobody said them.`,
  fullest: (outlet: string) => `Fullest wording: ${outlet}`,
  around: (outlet: string) => `As it stands in ${outlet}`,
  pasted: (verdict: WordingVerdict, outlet: string) =>
    ({
      exact: `The same words: ${outlet}`,
      spelling: `Another spelling: ${outlet}`,
      trimmed: `More of it: ${outlet}`,
      altered: `Other words: ${outlet}`,
    })[verdict],
  against: (verdict: WordingVerdict, outlet: string, fullest: string) =>
    ({
      exact: `${outlet} has the words of ${fullest}`,
      spelling: `${outlet} spells it otherwise than ${fullest}`,
      trimmed: `${outlet} has less of it than ${fullest}`,
      altered: `${outlet} has other words than ${fullest}`,
    })[verdict],
  dropped: (outlets: readonly string[], fullest: string) =>
    `${list(outlets)} ${outlets.length === 1 ? 'leaves' : 'leave'} out words that ${fullest} prints, without a mark.`,
}

export const briefPhrases = {
  neverAsked: 'You have not asked for a briefing here before, so this is what is newest.',
  lastAsked: (time: string) => `you last asked on ${time} (UTC)`,
  title: (narrowed: Narrowed) => `What is new${about(narrowed)}`,
  nothing: (articles: number, narrowed: Narrowed & { readonly speaker?: string | undefined }) =>
    articles === 0
      ? `There are no articles${limits(narrowed)}.`
      : `Nothing${about(narrowed)}${narrowed.speaker ? ` that quotes ${echo(narrowed.speaker)}` : ''} ${within(articles, narrowed)}.`,
}

export const sourcePhrases = {
  untitled: (outlet: string) => `An article of ${outlet}`,
  notAPlace: (words: string) => `${echo(words)} is no place in the article: use one such as 120-180.`,
  around: (outlet: string) => `As it stands in ${outlet}`,
  unknown: (id: string) => `There is no article ${echo(id)}.`,
  sourcesTitle: 'What Crier reads',
  sources: (outlets: number, articles: number) => `${count(outlets, 'outlet')}, ${count(articles, 'article')}.`,
  noSources: 'There are no articles yet.',
  columns: ['Outlet', 'Articles', 'Quotations', 'Newest'],
  foreign: (articles: number, outlets: readonly string[]) => {
    const shown = list(outlets.length > 3 ? [...outlets.slice(0, 3), `${outlets.length - 3} more`] : outlets)
    return articles === 1
      ? `1 article, of ${shown}, is not in English: its quotations are shown without speakers.`
      : `${count(articles, 'article')} of ${shown} are not in English: their quotations are shown without speakers.`
  },
}

/** Topics that may have been meant: "Did you mean “Wendmouth”?" */
export function didYouMean(topics: readonly string[]): string {
  return `Did you mean ${list(topics.map(echo), 'or')}?`
}

/** What buttons say. */
export const labels = {
  more: 'More',
  around: 'In context',
  article: (outlet: string) => `Read it in ${outlet}`,
  compare: 'Compare outlets',
  quote: (name: string) => name,
  topic: (text: string) => echo(text),
  brief: 'What is new',
}
