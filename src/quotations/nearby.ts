import type { Lead } from './candidates.js'
import { leadingPhrase } from './nounPhrases.js'
import { lastEvent, type Paragraph, saidBy } from './paragraph.js'
import { type Shape, type Situation, step } from './situation.js'

/** Whoever speaks, or is spoken of, in the sentences and paragraphs around a quotation. */
export function nearby(situation: Situation, shape: Shape): Lead[] {
  const { paragraph, sentence, current, last, before } = situation
  const seen = `events ${Math.min(2, paragraph.events[sentence]?.length ?? 0)}`
  const leads: Lead[] = []
  if (sentence > 0) leads.push(...sentenceBefore(situation, shape, seen))
  if (current)
    leads.push({
      route: 'current',
      said: current,
      facts: [
        `form ${shape.form}`,
        seen,
        `age ${Math.min(3, situation.age)}`,
        `length ${shape.length} ${shape.form[0]}`,
        `link ${shape.before}`,
      ],
    })
  if (last && (sentence === 0 || !current))
    leads.push({
      route: 'last',
      said: last,
      facts: [
        `${sentence === 0 ? 'opening' : 'later'} ${shape.continues}`,
        `${sentence === 0 ? 'opening' : 'later'} form ${shape.form}`,
        `${sentence === 0 ? 'opening' : 'later'} ${situation.lastWasQuoted ? 'quoted' : 'not quoted'}`,
        seen,
        shape.continues,
        `length ${shape.length} ${shape.form[0]}`,
      ],
    })
  if (before && sentence === 0) leads.push(...paragraphBefore(before, shape))
  leads.push(...next(situation, shape, seen))
  return leads
}

function sentenceBefore({ paragraph, sentence, current }: Situation, shape: Shape, seen: string): Lead[] {
  const { tokens } = paragraph
  const previous = paragraph.sentences[sentence - 1]
  if (!previous) return []
  const leads: Lead[] = []
  const cur = current ? 'current' : 'no current'
  const event = lastEvent(paragraph, sentence - 1)
  if (event) {
    const isQuoted = tokens
      .slice(Math.max(previous.start, previous.end - 80), previous.end)
      .some((token) => token.kind === 'quote')
    leads.push({
      route: 'sentence before',
      said: saidBy(tokens, event.subject, event),
      facts: [event.strength, `form ${shape.form}`, `lemma ${event.lemma}`, `${cur} ${isQuoted ? 'quoted' : ''}`, seen],
    })
  }
  const subject = leadingPhrase(tokens, previous.start, previous.end)
  if (subject)
    leads.push({
      route: 'subject before',
      said: saidBy(tokens, subject, null),
      facts: [
        `form ${shape.form} ${cur}`,
        seen,
        `ends ${tokens[previous.end - 1]?.text === ':' ? 'colon' : 'stop'}`,
        event ? 'event' : 'no event',
      ],
    })
  return leads
}

function paragraphBefore(before: Paragraph, shape: Shape): Lead[] {
  const { tokens, sentences, quoted } = before
  const end = tokens.at(-1)?.text === ':' ? 'colon' : 'stop'
  const holds = quoted.length > 0 ? 'quoted' : 'unquoted'
  const last = sentences.length - 1
  const leads: Lead[] = []
  const event = lastEvent(before, last)
  if (event)
    leads.push({
      route: 'paragraph before',
      said: saidBy(tokens, event.subject, event),
      facts: [
        `${end} ${shape.place}`,
        `${event.strength} ${holds}`,
        `form ${shape.form}`,
        shape.continues,
        `${end} lemma ${event.lemma}`,
      ],
    })
  const closing = sentences[last]
  const subject = closing && leadingPhrase(tokens, closing.start, closing.end)
  if (subject)
    leads.push({
      route: 'closing subject',
      said: saidBy(tokens, subject, null),
      facts: [`${end} ${shape.place}`, `${end} ${holds}`, shape.continues, `${end} ${event ? 'event' : 'no event'}`],
    })
  const opening = last > 0 ? sentences[0] : undefined
  const first = opening && leadingPhrase(tokens, opening.start, opening.end)
  if (first) leads.push({ route: 'opening subject', said: saidBy(tokens, first, null), facts: [end, holds] })
  return leads
}

/** "“…” He told reporters …": the sentence behind a quotation that stands alone. */
function next({ paragraph, sentence, current, last, after }: Situation, shape: Shape, seen: string): Lead[] {
  const cur = current ? 'current' : 'no current'
  const following = paragraph.sentences[sentence + 1]
  if (following) {
    const event = paragraph.events[sentence + 1]?.[0]
    if (!event) return []
    const gap = step(Math.min(event.cue.first, event.subject.first) - following.start)
    const opens = paragraph.tokens[following.start]?.kind === 'quote' ? 'quotation' : 'words'
    return [
      {
        route: 'sentence after',
        said: saidBy(paragraph.tokens, event.subject, event),
        facts: [event.strength, `form ${shape.form}`, cur, seen, `gap ${gap}`, `opens ${opens} ${cur}`],
      },
    ]
  }
  const event = shape.place === 'alone' ? after?.events[0]?.[0] : undefined
  if (!after || !event) return []
  const opens = after.tokens[0]?.kind === 'quote' ? 'quotation' : 'words'
  return [
    {
      route: 'paragraph after',
      said: saidBy(after.tokens, event.subject, event),
      facts: [
        `${event.strength} opens ${opens} ${cur}`,
        `opens ${opens} ${after.quoted[0]?.continues ? 'continues' : 'new'}`,
        shape.continues,
        last ? 'last' : 'no last',
      ],
    },
  ]
}
