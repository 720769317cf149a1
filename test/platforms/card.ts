import type { Card } from '../../src/message.js'

/** A card for those who do not look at it. */
export const card: Card = { title: 'A card', headline: null, basis: '', columns: [], rows: [], notes: [] }

/** The first bytes of a PNG. */
export const PNG = Uint8Array.from([137, 80, 78, 71])
