import type { FoundQuotation } from '../model.js'

/**
 * Quotations as they stand in a text of this language (BCP 47, null where unknown). The rules that give a speaker hold for English: in a text
 * known to be of another language, the words are a quotation all the same, and nobody is said to have spoken them.
 */
export function inLanguage(
  found: readonly FoundQuotation[],
  language: string | null | undefined,
): readonly FoundQuotation[] {
  if (!language || /^en\b/iu.test(language)) return found
  return found.map((quotation) => ({ ...quotation, speaker: null, cue: null, confidence: 0 }))
}
