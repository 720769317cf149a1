import type { Card, CardCell, CardRow, Sign } from '../../src/message.js'
import type { Excerpt } from '../../src/model.js'
import { readFonts } from '../../src/pictures/font.js'

export const fonts = readFonts()

export function excerpt(outlet: string, text: string): Excerpt {
  return { articleId: outlet, outlet, url: null, published: '2019-03-04', start: 0, end: text.length, text }
}

export const words = (text: string): CardCell => ({
  kind: 'words',
  words: [{ excerpt: excerpt('Harbour Ledger', text) }],
})

export function row(sign: Sign, label: string, claim: string | null, cells: readonly CardCell[]): CardRow {
  return { sign, label, words: claim === null ? null : { excerpt: excerpt('Harbour Ledger', claim) }, cells }
}

const [ALL, SOME, NOTHING] = (['all', 'some', 'nothing'] as const).map((kind): CardCell => ({ kind }))
if (!ALL || !SOME || !NOTHING) throw new Error('There are three marks.')

/** One of each kind of row and cell. */
export const full: Card = {
  title: 'How outlets tell of “pumps”',
  headline: excerpt('Harbour Ledger', 'Pumps failed as the Wend rose'),
  basis: '3 articles, 4 March 2019',
  columns: [
    { outlet: 'Harbour Ledger', isSilent: false },
    { outlet: 'The Albion Courier', isSilent: false },
    { outlet: 'Meridian Wire', isSilent: true },
  ],
  rows: [
    row('conflict', 'They conflict: pumps', null, [words('two pumps'), words('three pumps'), NOTHING]),
    row('altered', 'Quoted in other words: Ada Holt', null, [
      words('we warned them twice'),
      words('we warned them'),
      NOTHING,
    ]),
    row('agreed', 'Agreed', 'The pumps stopped at noon.', [ALL, ALL, NOTHING]),
    row('trimmed', 'Quoted in part: Ada Holt', '“Nobody came, and nobody called.”', [ALL, SOME, NOTHING]),
  ],
  notes: ['Silent on it: Fathom Weekly'],
}
