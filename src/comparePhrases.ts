/** What Crier says of its own when it compares outlets. */
import { echo, sayDate } from './commandPhrases.js'
import { copying, count, list } from './phrases.js'
import type { WordingVerdict } from './quotations/wording.js'

export const comparePhrases = {
  title: (topic: string) => `How outlets tell of ${echo(topic)}`,
  story: 'The story',
  told: (telling: number, copies: number, mentioning: number, topic: string) =>
    `${count(telling, 'outlet')}${copies === 0 ? '' : `${copying(copies)},`} ${telling === 1 ? 'tells' : 'tell'} this story, ${mentioning === telling ? 'each' : `${mentioning} of them`} with words on ${echo(topic)}.`,
  nothing: (topic: string, articles: number) => `No story about ${echo(topic)} in ${count(articles, 'article')}.`,
  outlet: (outlet: string) => `${outlet} says`,
  outletBesides: (outlet: string) => `${outlet} says besides`,
  agreed: 'Agreed',
  /** Outlets by source: those of one group print the same text. */
  agreedBy: (sources: readonly (readonly string[])[]) => {
    const outlets = count(sources.flat().length, 'outlet')
    const alike = sources.filter((source) => source.length > 1)
    if (alike.length === 0) return `In ${outlets}`
    const sameText = alike.map((source) => `the same text in ${list(source)}`).join(', ')
    return sources.length === 1
      ? `The same text in ${outlets}, which counts as one source: ${list(sources.flat())}`
      : `In ${outlets}, of ${count(sources.length, 'source')}: ${sameText}`
  },
  figures: 'Figures',
  wordings: 'How outlets quote the same words',
  partOf: (outlet: string) => `Of a longer quotation in ${outlet}:`,
  unknownSpeaker: 'Somebody unnamed',
  wording: (verdict: WordingVerdict, outlet: string, fullest: string) =>
    ({
      exact: `${outlet} has the words of ${fullest}`,
      spelling: `${outlet} spells it otherwise than ${fullest}`,
      trimmed: `${outlet} has less of it than ${fullest}`,
      altered: `${outlet} has other words than ${fullest}`,
    })[verdict],
  onlyIn: (outlet: string) => `Only in ${outlet}`,
  silent: (outlets: readonly string[], topic: string) =>
    `Silent: ${list(outlets)} ${outlets.length === 1 ? 'tells' : 'tell'} the story and nothing of ${echo(topic)}.`,
  others: 'Other stories about it',
  /** "18 December 2018, 4 outlets". */
  otherStory: (published: string | null, outlets: number) =>
    `${published === null ? 'Undated' : sayDate(published)}, ${count(outlets, 'outlet')}`,
  /** "14,000 troops", "up to 3,000 troops", "at least 3 days", "3 to 5 days". */
  figure: ({ min, max, unit }: { readonly min: number; readonly max: number; readonly unit: string }) =>
    `${range(min, max)} ${unit}`.trim(),
}

function range(min: number, max: number): string {
  if (min === max) return digits(min)
  if (!Number.isFinite(max)) return `at least ${digits(min)}`
  return min > 0 ? `${digits(min)} to ${digits(max)}` : `up to ${digits(max)}`
}

function digits(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 })
}
