/** The shapes of a card: what a row tells is seen without colour, and what a cell says without reading. */
import type { CardCell, Sign } from '../message.js'

export const COLORS = {
  paper: '#ffffff',
  edge: '#8a94a2',
  band: '#eef1f5',
  alarm: '#fdf0ee',
  rule: '#d5dae1',
  ink: '#18202b',
  muted: '#4f5a68',
} as const

/** Sizes in the units of the paths below. */
export const SIGN_SIZE = 20

interface Shape {
  readonly color: string
  /** Filled with `color`. */
  readonly body: string
  /** Drawn over it in white. */
  readonly strokes: string
}

const CIRCLE = 'M10 .5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 1 1 0-19z'
const SQUARE = 'M4 1h12a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3h-12a3 3 0 0 1-3-3v-12a3 3 0 0 1 3-3z'
const DIAMOND = 'M10-1.5l11.5 11.5l-11.5 11.5l-11.5-11.5z'
const TRIANGLE = 'M10-.5l11 19.5h-22z'
const EQUALS = 'M5.5 7.5h9M5.5 12.5h9'
const WAVES = 'M5 8q2.5-3 5 0t5 0M5 13q2.5-3 5 0t5 0'

export const SIGNS: Readonly<Record<Sign, Shape>> = {
  conflict: { color: '#b3261e', body: DIAMOND, strokes: `${EQUALS}M12.8 4.5l-5.6 11` },
  altered: { color: '#8a3ca0', body: TRIANGLE, strokes: 'M10 6.5v6M10 15.2v.6' },
  agreed: { color: '#1c6b3c', body: CIRCLE, strokes: 'M5.2 10.4l3.4 3.4l6.2-7' },
  same: { color: '#1c6b3c', body: CIRCLE, strokes: EQUALS },
  compatible: { color: '#7d5400', body: SQUARE, strokes: WAVES },
  trimmed: { color: '#4f5a68', body: SQUARE, strokes: 'M5 10h.6M9.7 10h.6M14.4 10h.6' },
  spelling: { color: '#4f5a68', body: SQUARE, strokes: 'M6 15l4-10l4 10M7.5 11.5h5' },
  only: { color: '#24618f', body: CIRCLE, strokes: 'M7.5 7.5l3-2.5v10.5' },
}

/** The mark of a cell, dark on the paper. */
export const MARKS: Readonly<
  Record<Exclude<CardCell['kind'], 'words'>, { readonly body: string; readonly strokes: string }>
> = {
  all: { body: 'M10 3.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z', strokes: '' },
  some: { body: 'M10 3.5a6.5 6.5 0 1 0 0 13z', strokes: 'M10 4.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6z' },
  nothing: { body: '', strokes: 'M5 10h10' },
}
