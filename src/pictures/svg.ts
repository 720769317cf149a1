/** A card as SVG; pure, the same card the same text. */
import type { Card } from '../message.js'
import { FONT_NAME, type Fonts } from './font.js'
import { type Item, type Layout, layoutOf } from './layout.js'
import { COLORS, MARKS, SIGNS } from './signs.js'

/** Of a line's height, above the line that letters stand on. */
const ASCENT = 0.77
/** Sets it off from a light page and a dark one; nothing is transparent. */
const BORDER = 2

export function cardSvg(card: Card, fonts: Fonts): string {
  return svgOf(layoutOf(card, fonts))
}

function svgOf({ width, height, items }: Layout): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT_NAME}">`,
    `<rect width="${width}" height="${height}" fill="${COLORS.edge}"/>`,
    `<rect x="${BORDER}" y="${BORDER}" width="${width - 2 * BORDER}" height="${height - 2 * BORDER}" fill="${COLORS.paper}"/>`,
    ...items.map(drawn),
    '</svg>',
  ].join('\n')
}

function drawn(item: Item): string {
  const { x, y, width, height } = item
  switch (item.kind) {
    case 'text': {
      const { size, weight, color } = item.style
      const place = `x="${short(x)}" y="${short(y + height * ASCENT)}"`
      return `<text ${place} font-size="${size}" font-weight="${weight}" fill="${color}">${escaped(item.text)}</text>`
    }
    case 'band':
      return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" fill="${item.color}"/>`
    case 'sign': {
      const { color, body, strokes } = SIGNS[item.sign]
      return placed(x, y, `<path d="${body}" fill="${color}"/>${stroked(strokes, COLORS.paper)}`)
    }
    case 'mark': {
      const { body, strokes } = MARKS[item.mark]
      return placed(x, y, `<path d="${body}" fill="${COLORS.ink}"/>${stroked(strokes, COLORS.ink)}`)
    }
    default:
      return item satisfies never
  }
}

function placed(x: number, y: number, shape: string): string {
  return `<g transform="translate(${short(x)} ${short(y)})">${shape}</g>`
}

function stroked(path: string, color: string): string {
  return `<path d="${path}" fill="none" stroke="${color}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`
}

function short(number: number): string {
  return String(Math.round(number * 100) / 100)
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')
}
