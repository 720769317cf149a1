import { extractQuotations } from '../../src/quotations/extract.js'

/** What the extractor finds in a text, a line a quotation, for a person to read: `Mara Holt (person) | she | said | spoken | “…”`. */
export function storyOf(text: string): string {
  const lines = extractQuotations(text).map(({ speaker, cue, channel, text: words }) =>
    [
      speaker ? `${speaker.name} (${speaker.kind})` : '—',
      speaker ? text.slice(speaker.start, speaker.end) : '—',
      cue ? text.slice(cue.start, cue.end) : '—',
      channel,
      words,
    ].join(' | '),
  )
  return lines.join('\n')
}
