import type { Lead } from './candidates.js'
import type { SpeechEvent } from './events.js'
import { phraseEndingAt } from './nounPhrases.js'
import { type Paragraph, saidBy } from './paragraph.js'
import { type Shape, type Situation, step } from './situation.js'
import type { Token } from './tokens.js'

const MOST = 3
const FARTHEST = 80

/** Whoever speaks in the quotation's own sentence, before it and behind it. */
export function inSentence({ paragraph, sentence, at, current }: Situation, shape: Shape): Lead[] {
  const { tokens } = paragraph
  const { before, after } = eventsAround(paragraph.events[sentence] ?? [], at)
  const cur = current ? 'current' : 'no current'
  return [
    ...label(paragraph, sentence, at),
    ...before.map((event, rank) => {
      const from = lastToken(event) + 1
      const gap = step(at - from)
      const way = wayOf(event)
      const { quotations, commas, breaks, hasThat } = between(tokens, from, at)
      const link = /^[:,]$/u.test(shape.before) ? shape.before : hasThat ? 'that' : shape.before
      return {
        route: 'said before',
        said: saidBy(tokens, event.subject, event),
        facts: [
          `${way} link ${link} gap ${gap}`,
          `${way} rank ${Math.min(3, rank)}`,
          `lemma ${event.lemma}`,
          `rank ${Math.min(3, rank)} of ${Math.min(3, before.length)}`,
          `rank ${Math.min(3, rank)} nearest ${before[0]?.strength}`,
          `breaks ${breaks}`,
          `commas ${commas} link ${link}`,
          `quotations ${quotations} ${cur}`,
          `also after ${after[0]?.strength ?? 'none'} ends ${shape.form.slice(1)}`,
          ...(hasThat ? [`that ${way} rank ${Math.min(3, rank)}`] : []),
        ],
      }
    }),
    ...after.map((event, rank) => {
      const from = firstToken(event)
      const gap = step(from - at - 1)
      const way = wayOf(event)
      const { quotations, commas, breaks } = between(tokens, at + 1, from)
      return {
        route: 'said after',
        said: saidBy(tokens, event.subject, event),
        facts: [
          `${way} gap ${gap}`,
          `${way} rank ${Math.min(2, rank)}`,
          `${way} ends ${shape.form.slice(1)}`,
          `lemma ${event.lemma}`,
          `quotations ${quotations}`,
          `form ${shape.form}`,
          `ends ${shape.form.slice(1)} gap ${gap}`,
          `commas ${commas} breaks ${breaks}`,
          `also before ${before.length > 0} ends ${shape.form.slice(1)} gap ${gap}`,
          shape.continues,
        ],
      }
    }),
  ]
}

/** The nearest events on each side, nearest first: so many at most that a sentence of any length costs the same. */
export function eventsAround(events: readonly SpeechEvent[], at: number) {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((events[middle]?.cue.first ?? 0) < at) low = middle + 1
    else high = middle
  }
  const near = (event: SpeechEvent) => Math.abs(event.cue.first - at) <= FARTHEST
  return {
    before: events
      .slice(Math.max(0, low - MOST), low)
      .filter((event) => lastToken(event) < at && near(event))
      .toReversed(),
    after: events.slice(low, low + MOST).filter((event) => firstToken(event) > at && near(event)),
  }
}

/** "MATTIS: “…”": a name and a colon at the start of a sentence. */
function label({ tokens, sentences }: Paragraph, sentence: number, at: number): Lead[] {
  const start = sentences[sentence]?.start ?? at
  if (tokens[at - 1]?.text !== ':' || at - start > 8) return []
  const phrase = phraseEndingAt(tokens, at - 2, start)
  if (phrase?.first !== start || !tokens[start]?.isCapital) return []
  return [
    { route: 'label', said: saidBy(tokens, phrase, null), facts: ['always', sentence === 0 ? 'opening' : 'later'] },
  ]
}

function wayOf({ strength, isParticiple, isInverted }: SpeechEvent): string {
  return `${strength}${isParticiple ? 'ing' : ''}${isInverted ? ' inverted' : ''}`
}

function firstToken({ cue, subject }: SpeechEvent): number {
  return Math.min(cue.first, subject.first)
}

function lastToken({ cue, subject, isInverted }: SpeechEvent): number {
  return isInverted ? Math.max(cue.last, subject.last) : cue.last
}

function between(tokens: readonly Token[], from: number, to: number) {
  let quotations = 0
  let commas = 0
  let breaks = 0
  let hasThat = false
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token?.kind === 'quote') quotations = Math.min(2, quotations + 1)
    else if (token?.text === ',') commas = Math.min(2, commas + 1)
    else if (/^[;:—–]$/u.test(token?.text ?? '')) breaks = 1
    else if (token?.lower === 'that') hasThat = true
  }
  return { quotations, commas, breaks, hasThat }
}
