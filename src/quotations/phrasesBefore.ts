import type { Lead } from './candidates.js'
import { eventsAround } from './inSentence.js'
import { leadingPhrase, type Phrase, phraseEndingAt } from './nounPhrases.js'
import { saidBy } from './paragraph.js'
import { classOf, type Shape, type Situation, step } from './situation.js'
import type { Token } from './tokens.js'

const MOST = 3
const FARTHEST = 50
const OWNER = /^(?:his|her|their|its)$/u
const PRONOUN = /^(?:he|she|i|who|it|they)$/u

/** Names, pronouns and owners ("her remark that …") in the quotation's sentence before it, whether or not they are seen to speak. */
export function phrasesBefore({ paragraph, sentence, at, current }: Situation, shape: Shape): Lead[] {
  const { tokens } = paragraph
  const start = paragraph.sentences[sentence]?.start ?? at
  if (at === start) return []
  const { before, after } = eventsAround(paragraph.events[sentence] ?? [], at)
  const seen = `events ${before.length > 0 ? 'before' : ''}${after.length > 0 ? 'after' : ''}`
  const leads: Lead[] = []
  const subject = leadingPhrase(tokens, start, at)
  if (subject)
    leads.push({
      route: 'subject',
      said: saidBy(tokens, subject, null),
      facts: [
        `form ${shape.form}`,
        seen,
        `link ${shape.before}`,
        `gap ${step(at - subject.last - 1)}`,
        `length ${shape.length}`,
        `word ${shape.wordBefore}`,
        current ? 'current' : 'no current',
      ],
    })
  const cue = before[0]?.cue.first ?? -1
  const subjects = new Set(before.map((event) => event.subject.first))
  for (const [rank, phrase] of namesBackFrom(tokens, at, start).entries()) {
    const last = tokens[phrase.last]
    const relation =
      cue < 0 ? 'no cue' : phrase.first > cue ? 'behind cue' : phrase.last < cue - 1 ? 'before' : 'at cue'
    const role = `${subjects.has(phrase.first) ? 'subject' : 'other'} ${relation}`
    const owns = last?.isPossessive || OWNER.test(last?.lower ?? '')
    const next = tokens[phrase.last + 1]
    leads.push({
      route: 'phrase',
      said: saidBy(tokens, phrase, null),
      facts: [
        `rank ${Math.min(5, rank)} ${relation}`,
        `before ${classOf(tokens[phrase.first - 1])} ${role}`,
        `after ${classOf(next)} ${role}`,
        `${owns ? 'owns ' : ''}${role}`,
        `${seen} ${role}`,
        `link ${shape.before} gap ${step(at - phrase.last - 1)} ${relation}`,
        `word after ${next?.lower ?? ''}${owns ? ' owned' : ''}`,
        `word before ${tokens[phrase.first - 1]?.lower ?? ''}`,
        ...(phrase.first === start ? [`first ${relation}`] : []),
        ...(owns ? [`owns link ${shape.before}`] : []),
      ],
    })
  }
  return leads
}

function namesBackFrom(tokens: readonly Token[], at: number, start: number): Phrase[] {
  const found: Phrase[] = []
  for (let index = at - 1; index >= Math.max(start, at - FARTHEST) && found.length < MOST; index--) {
    const token = tokens[index]
    if (token?.kind !== 'word') continue
    if (!token.isCapital && !token.isPossessive && !PRONOUN.test(token.lower) && !OWNER.test(token.lower)) continue
    const phrase = OWNER.test(token.lower) ? { first: index, last: index } : phraseEndingAt(tokens, index, start)
    if (!phrase) continue
    found.push(phrase)
    index = phrase.first
  }
  return found
}
