import type { Span } from '../model.js'
import { CUE_VERBS } from './cueWords.js'
import { describedSpeaker } from './describedSpeaker.js'
import { again, type Context, headOf, REACH, type Spoken } from './mentions.js'
import { namedSpeaker } from './namedSpeaker.js'
import { DOCUMENTS, isOrganizationWord } from './roles.js'
import { sentenceStart } from './sentenceStart.js'

const OPENING = /^\s*["“”]?(?:(?:But|And|Meanwhile,|(?:In|On) [^,.\n]{2,40},) )?/u
const WORD = /^(\p{L}[\p{L}\p{M}&.’'-]*?)(?=['’]s\b|[.,;:]?\s|[.,;:]?$)/u
const MOST_SENTENCES = 5
const MOST_WORDS = 7

/** What "it" stands for that speaks: the body or document that is the subject of the last sentence with such a subject; null where there is none. */
export function bodyBefore(context: Context, mention: Span): Spoken | null {
  const floor = Math.max(0, mention.start - REACH)
  let end = mention.start
  for (let sentence = 0; sentence < MOST_SENTENCES && end > floor; sentence++) {
    const start = sentenceStart(context.text, end, floor)
    const subject = start > floor || floor === 0 ? subjectAt(context.text, start, mention.start) : null
    const found =
      subject && (namedSpeaker(context.text, subject, subject, context.roster) ?? describedSpeaker(context, subject))
    if (found && isBody(found)) return again(found, mention)
    end = start - 1
  }
  return null
}

function isBody({ speaker }: Spoken): boolean {
  if (speaker.kind === 'organization') return true
  return speaker.kind === 'unnamed' && DOCUMENTS.has(headOf(speaker.name).split(' ').at(-1)?.toLowerCase() ?? '')
}

/** The first words of a sentence, up to the one that names a body or a document. */
function subjectAt(text: string, sentence: number, end: number): Span | null {
  const start = sentence + (OPENING.exec(text.slice(sentence, sentence + 80))?.[0].length ?? 0)
  let at = start
  let last: Span | null = null
  for (let count = 0; count < MOST_WORDS && at < end; count++) {
    const word = WORD.exec(text.slice(at, Math.min(end, at + 40)))?.[1]
    if (!word) break
    const names = isOrganizationWord(word) || DOCUMENTS.has(word.toLowerCase())
    if (!names && count > 0 && CUE_VERBS.get(word)?.isParticiple === false) break
    at += word.length
    if (names) last = { start, end: at }
    if (text[at] !== ' ') break
    at++
  }
  return last
}
