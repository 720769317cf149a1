import { fold } from '../language/words.js'
import type { Channel, Span, Speaker } from '../model.js'
import type { Attribution } from './attribute.js'
import { PRESS } from './roles.js'
import { sentenceStart } from './sentenceStart.js'

const POSTED = /\b(?:tweet|twitter|facebook|instagram|posted on|in a post|blog)/iu
const DOCUMENT = /\b(?:letter|statement|memo|e-?mail|op-ed|column|essay|filing|press release|memoir|book)\b/iu
const LETTER = /(?<![\p{L}-])(?:letter|memo|op-ed|essay|statement)(?![\p{L}-])/giu
const OWNER = /(?:(?<!\p{L})(his|her|their)|(?<![\p{L}-])([\p{L}-]+)['’]s?) (?:[\p{L}-]+ ){0,2}$/iu
const READ = /(?<!\p{L})read(?:ing)? $/iu
/** No owner and what is theirs reach further than this. */
const LONGEST_OWNER = 70
const SPEAKING =
  /\b(?:told|interview|reporters|news conference|press conference|speech|phone|rally|podcast|radio|debate|hearing)\b/iu
const POSTING = new Set(['tweet', 'post', 'blog'])
/** Whether a text speaks of where words can stand or be said: a letter, a tweet, an interview. */
export function namesChannel(text: string): boolean {
  return DOCUMENT.test(text) || POSTED.test(text) || SPEAKING.test(text)
}

/** How far back a letter that is spoken of still is what is quoted. */
const REACH = 1200

/** How each quotation's words came, `outlet` being the article's own: from its cue and sentence, or from the letter of its speaker that the lines before it speak of. */
export function channelsOf(
  text: string,
  attributions: readonly Attribution[],
  speakers: readonly (Speaker | null)[],
  outlet: string | null,
): Channel[] {
  let otherEnd = 0
  const letters = lettersIn(text)
  return attributions.map((attribution, index) => {
    const speaker = speakers[index] ?? null
    const previous = speakers[index - 1] ?? null
    if (index > 0 && previous?.name !== speaker?.name) otherEnd = attributions[index - 1]?.quoted.end ?? 0
    return channelOf(text, attribution, speaker, otherEnd, outlet, letters)
  })
}

function channelOf(
  text: string,
  attribution: Attribution,
  speaker: Speaker | null,
  otherEnd: number,
  outlet: string | null,
  letters: readonly OwnLetter[],
): Channel {
  const { quoted, lemma } = attribution
  const around = sentenceAround(text, attribution)
  if ((lemma && POSTING.has(lemma)) || POSTED.test(around)) return 'posted'
  if (lemma === 'write' || lemma === 'pen') return 'written'
  if (lemma === 'accord' || (lemma === 'report' && speaker?.kind === 'organization')) return 'reported'
  if (DOCUMENT.test(around) && !/\bread (?:his|her|the|their)\b/u.test(around)) return 'written'
  if (isToldToPress(text, attribution, outlet)) return 'reported'
  if (SPEAKING.test(around) || !speaker) return 'spoken'
  const since = Math.max(otherEnd, quoted.start - REACH)
  return speaksOfOwnLetter(letters, { start: since, end: quoted.start }, speaker) ? 'written' : 'spoken'
}

/** "told the Harbour Ledger": another outlet than the article's own has it first. */
function isToldToPress(text: string, { lemma, cue }: Attribution, outlet: string | null): boolean {
  if (lemma !== 'tell' || !cue) return false
  const name =
    /^ (?:the )?((?:\p{Lu}[\p{L}&.’'-]*[ ,.:]?){1,4})/u
      .exec(text.slice(cue.end, cue.end + 60))?.[1]
      ?.replace(/[ ,.:]+$/u, '') ?? ''
  const isPress = name.split(/[ ,.:]+/u).some((word) => PRESS.has(word.toLowerCase().replace(/['’]s?$/u, '')))
  return isPress && !fold(outlet ?? '').includes(fold(name).replace(/'s?$/u, ''))
}

function sentenceAround(text: string, { quoted, cue, mention }: Attribution): string {
  const from = Math.min(quoted.start, cue?.start ?? quoted.start, mention?.start ?? quoted.start)
  const to = Math.max(quoted.end, cue?.end ?? quoted.end, mention?.end ?? quoted.end)
  const lead = text.slice(sentenceStart(text, from, Math.max(0, from - 160)), from)
  return `${lead} ${outside(text, { start: from, end: to }, quoted)} ${/^[^.\n]{0,80}/u.exec(text.slice(to, to + 80))?.[0] ?? ''}`
}

/** The part of a span that is not quoted: what the speaker says of letters and posts is no sign of how it was said. */
function outside(text: string, span: Span, quoted: Span): string {
  return `${text.slice(span.start, quoted.start)} ${text.slice(quoted.end, span.end)}`
}

/** A letter that a text says is somebody's. */
interface OwnLetter extends Span {
  readonly pronoun: string | null
  /** As printed, in lower case. */
  readonly owner: string | null
}

function lettersIn(text: string): OwnLetter[] {
  const found: OwnLetter[] = []
  for (const { 0: word, index } of text.matchAll(LETTER)) {
    const front = text.slice(Math.max(0, index - LONGEST_OWNER), index)
    const match = OWNER.exec(front)
    if (!match || READ.test(front.slice(0, match.index))) continue
    const [all, pronoun = null, owner] = match
    found.push({ start: index - all.length, end: index + word.length, pronoun, owner: owner?.toLowerCase() ?? null })
  }
  return found
}

function speaksOfOwnLetter(letters: readonly OwnLetter[], within: Span, speaker: Speaker): boolean {
  const surname = speaker.name.split(' ').at(-1)?.toLowerCase()
  for (let at = lastBefore(letters, within.end); (letters[at]?.start ?? -1) >= within.start; at--) {
    const { pronoun, owner } = letters[at] ?? { pronoun: null, owner: null }
    if (pronoun && speaker.kind === 'person') return true
    if (owner && (owner === surname || (surname?.endsWith('s') && `${owner}s` === surname))) return true
  }
  return false
}

/** The place of the last one that ends before `end`; -1 where none does. */
function lastBefore(letters: readonly OwnLetter[], end: number): number {
  let low = 0
  let high = letters.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((letters[middle]?.end ?? end) <= end) low = middle + 1
    else high = middle
  }
  return low - 1
}
