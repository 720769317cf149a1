import { expect, test } from 'vitest'
import { extractQuotations } from '../../src/quotations/extract.js'
import { inLanguage } from '../../src/quotations/inLanguage.js'

const found = extractQuotations('“We are glad that the ferry sails again,” said Mary Bright on Monday.')

test('a quotation in English, or in a language that is not known, keeps its speaker', () => {
  expect(found[0]?.speaker?.name).toBe('Mary Bright')
  for (const language of ['en', 'en-GB', null, undefined]) expect(inLanguage(found, language)).toEqual(found)
})

test('in another language it keeps its words, and nobody is said to have spoken them', () => {
  expect(inLanguage(found, 'de')).toEqual(
    found.map((quotation) => ({ ...quotation, speaker: null, cue: null, confidence: 0 })),
  )
})
