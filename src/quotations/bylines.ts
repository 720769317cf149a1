import { isGivenName } from '../language/givenNames.js'
import type { Quoted } from './marks.js'
import type { Said } from './paragraph.js'

const NAME = "(?:\\p{Lu}[\\p{L}\\p{M}.’'-]*[ \\u00a0]?)"
/** “…” — Mara Holt */
const BEHIND_DASH = new RegExp(`^[)\\s]{0,4}[―—–-]{1,2}[ \\u00a0]?(${NAME}{1,5})(?=[.,;(\\n]|\\s*$)`, 'u')
/** “HOLT: …”, as transcripts are quoted */
const LABEL_INSIDE = new RegExp(`^(${NAME}{1,4})(?:\\([^()\\n]{1,40}\\))?:\\s`, 'u')
const SHOUTED = /^(?:VIDEO|AUDIO|CLIP|NOTE|UPDATE|QUESTION|ANSWER|READ|WATCH|BREAKING|RELATED|P\.S\.?|FACT|WARNING)$/u

/** HOLT: “…” */
const LABEL_BEFORE = new RegExp(`^(${NAME}{1,4}):\\s{0,2}$`, 'u')

/**
 * The name behind a dash at a quotation's end, or before a colon at its beginning, inside its marks or outside; null where there is neither.
 * `sentence` is where the quotation's sentence begins.
 */
export function byline(text: string, { start, end, inner }: Quoted, sentence: number): Said | null {
  const before = start - sentence < 60 ? LABEL_BEFORE.exec(text.slice(sentence, start))?.[1] : undefined
  if (before && isShouted(before)) return at(sentence, before)
  const opensSentence = sentence === start
  const behind = opensSentence ? BEHIND_DASH.exec(text.slice(end, end + 90)) : null
  if (behind?.[1]) return at(end + behind[0].length - behind[1].length, behind[1])
  const inside = LABEL_INSIDE.exec(text.slice(inner.start, Math.min(inner.end, start + 100)))?.[1]
  return inside && isLabel(inside.trim()) ? at(inner.start, inside) : null
}

/** Transcripts name speakers in capitals or in full; "Look: …" is no label. */
function isLabel(words: string): boolean {
  return isShouted(words) || (/\p{Ll}/u.test(words) && words.includes(' ') && isGivenName(words.split(' ')[0] ?? ''))
}

function isShouted(words: string): boolean {
  return /^\p{Lu}[\p{Lu}.’' -]{2,}$/u.test(words) && !SHOUTED.test(words)
}

function at(start: number, name: string): Said {
  return {
    mention: { start, end: start + name.trimEnd().replace(/(?<!\b(?:Jr|Sr|\p{Lu}))\.$/u, '').length },
    cue: null,
    lemma: null,
  }
}
