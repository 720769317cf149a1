import type { FoundQuotation } from '../model.js'
import { attribute } from './attribute.js'
import { channelsOf } from './channel.js'
import { resolveSpeakers } from './resolve.js'
import { rosterOf } from './roster.js'

/**
 * The quotations of a text in order, each with who said it, where that can be told. Offsets are UTF-16 units into `text` as given; a
 * quotation over several paragraphs is one piece for each. Deterministic; linear in the text; never throws.
 */
export function extractQuotations(
  text: string,
  context: { title?: string | null; outlet?: string | null } = {},
): FoundQuotation[] {
  const attributions = attribute(text)
  if (attributions.length === 0) return []
  const mentions = attributions.flatMap(({ mention }) => (mention ? [mention] : []))
  const speakers = resolveSpeakers(text, attributions, rosterOf(text, mentions))
  const channels = channelsOf(text, attributions, speakers, context.outlet ?? null)
  return attributions.map((attribution, index) => {
    const { start, end } = attribution.quoted
    const speaker = speakers[index] ?? null
    return {
      start,
      end,
      text: text.slice(start, end),
      speaker,
      cue: attribution.cue,
      channel: channels[index] ?? 'spoken',
      confidence: speaker ? Number(attribution.confidence.toFixed(2)) : 0,
    }
  })
}
