/** Cards as PNG, with two pixels to each CSS pixel. Takes the better part of a tenth of a second of whatever thread it runs in. */
import { crc32, deflateSync } from 'node:zlib'
import { Resvg } from '@resvg/resvg-js'
import type { Card } from '../message.js'
import { FONT_FILES, FONT_NAME, type Fonts, readFonts } from './font.js'
import { cardSvg } from './svg.js'

const DENSITY = 2
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Eight bits of red, green, blue and alpha; deflated, in no special order. */
const RGBA = [8, 6, 0, 0, 0]
/** Plain areas pack well at once; more takes longer than it takes to send. */
const LEVEL = 3

let fonts: Fonts | null = null

export function cardPng(card: Card): Uint8Array {
  fonts ??= readFonts()
  const drawn = new Resvg(cardSvg(card, fonts), {
    font: { fontFiles: Object.values(FONT_FILES), loadSystemFonts: false, defaultFontFamily: FONT_NAME },
    fitTo: { mode: 'zoom', value: DENSITY },
    logLevel: 'off',
  }).render()
  return encoded(drawn.pixels, drawn.width, drawn.height)
}

/**
 * Opaque pixels (RGBA) as PNG: https://www.w3.org/TR/png-3. The renderer's own encoder tries each filter on each row, which takes three times
 * as long and comes out no smaller.
 */
function encoded(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const row = 4 * width
  // Each row begins with the number of its filter: 0, none.
  const rows = Buffer.alloc(height * (row + 1))
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1)
  const header = Buffer.alloc(8)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([header, Buffer.from(RGBA)])),
    chunk('IDAT', deflateSync(rows, { level: LEVEL })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
