/** What Crier says of its own on a card, and of it to those who do not see it. */
import { echo } from './commandPhrases.js'
import type { Sign } from './message.js'
import { count, list } from './phrases.js'

export const cardPhrases = {
  title: (topic: string) => `How outlets tell of ${echo(topic)}`,
  /** `days` are ISO 8601 dates, the first and the last. */
  basis: (articles: number, days: readonly string[]) =>
    [count(articles, 'article'), [...new Set(days)].map(day).join(' to ')].filter(Boolean).join(', '),
  label: (sign: Sign, what: string) =>
    ({
      conflict: `They conflict: ${what}`,
      compatible: `Compatible: ${what}`,
      same: `The same: ${what}`,
      agreed: `Agreed: ${what}`,
      altered: `Quoted in other words: ${what}`,
      trimmed: `Quoted in part: ${what}`,
      spelling: `Spelled otherwise: ${what}`,
      only: `Only in ${what}`,
    })[sign],
  /** `sources` are outlets by source: those of one print the same text. */
  agreed: (outlet: string, sources: readonly (readonly string[])[]) => {
    if (sources.length === 1) return `The same text of one source, as ${outlet} prints it`
    const isOneEach = sources.every((source) => source.length === 1)
    return `Agreed${isOneEach ? '' : ` by ${count(sources.length, 'source')}`}, as ${outlet} tells it`
  },
  silent: 'silent on it',
  moreOutlets: (outlets: readonly string[]) => `${count(outlets.length, 'more outlet')}: ${list(outlets)}`,
  moreSilent: (outlets: readonly string[]) => `Silent on it: ${list(outlets)}`,
  moreRows: (rows: number) => `${count(rows, 'more finding')} in the message`,
  legend: { all: 'tells it', some: 'tells part', nothing: 'not found there' },
  /** A picture in a sentence: how much of each there is. */
  counted: (counts: readonly (readonly [Sign, number])[]) =>
    list(
      counts.map(([sign, number]) => {
        const [one, many] = COUNTED[sign]
        return count(number, one, many)
      }),
    ),
  alt: (outlets: number, topic: string, counted: string) =>
    `${count(outlets, 'outlet')} on ${echo(topic)}: ${counted}.`,
  cell: (outlet: string, words: string) => `${outlet} ${words}`,
  told: (outlets: readonly string[]) => list(outlets),
  row: (label: string, cells: string) => `${label}: ${cells}.`,
}

const COUNTED: Readonly<Record<Sign, readonly [string, string]>> = {
  conflict: ['conflict', 'conflicts'],
  altered: ['quotation in other words', 'quotations in other words'],
  agreed: ['agreement', 'agreements'],
  compatible: ['compatible figure', 'compatible figures'],
  same: ['figure that is the same', 'figures that are the same'],
  trimmed: ['quotation in part', 'quotations in part'],
  spelling: ['quotation spelled otherwise', 'quotations spelled otherwise'],
  only: ['passage in one outlet only', 'passages in one outlet only'],
}

/** "4 March 2019" */
function day(date: string): string {
  const at = new Date(date)
  if (Number.isNaN(at.getTime())) return ''
  return at.toLocaleDateString('en-GB', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
}
