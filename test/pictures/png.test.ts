import { crc32, inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/message.js'
import { layoutOf, WIDTH } from '../../src/pictures/layout.js'
import { cardPng } from '../../src/pictures/png.js'
import { cardSvg } from '../../src/pictures/svg.js'
import { excerpt, fonts, full, row, words } from './samples.js'

/** The chunks of a PNG; throws where one is not whole. */
function chunksOf(png: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(png)
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const named = bytes.subarray(at + 4, at + 8 + length)
    if (crc32(named) !== bytes.readUInt32BE(at + 8 + length)) throw new Error('A chunk is not whole.')
    chunks.set(named.toString('latin1', 0, 4), named.subarray(4))
    at += 12 + length
  }
  return chunks
}

function pixelsOf(png: Uint8Array): { width: number; height: number; pixels: Buffer } {
  const chunks = chunksOf(png)
  const header = chunks.get('IHDR') ?? Buffer.alloc(8)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  return { width, height, pixels: inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0)) }
}

describe('the picture of a card', () => {
  const png = cardPng(full)
  const { width, height, pixels } = pixelsOf(png)

  test('is a PNG of two pixels to each of the layout’s, and nowhere transparent', () => {
    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    expect([...chunksOf(png).keys()]).toEqual(['IHDR', 'IDAT', 'IEND'])
    expect([width, height]).toEqual([2 * WIDTH, 2 * layoutOf(full, fonts).height])
    expect(pixels.length).toBe(height * (4 * width + 1))
    const alphas = new Set(Array.from({ length: height }, (_, y) => pixels[y * (4 * width + 1) + 4 + 4 * (y % width)]))
    expect([...alphas]).toEqual([255])
  })

  test('has letters on it', () => {
    const blank = pixelsOf(cardPng({ ...full, headline: excerpt('a', ' ') }))
    expect(inkIn(pixels)).toBeGreaterThan(inkIn(blank.pixels) + 1000)
  })

  test('is the same each time', () => {
    expect(Buffer.from(cardPng(full)).equals(Buffer.from(png))).toBe(true)
    expect(cardSvg(full, fonts)).toBe(cardSvg(structuredClone(full), fonts))
  })

  test.each([
    ['markup', '<text>&amp;</text> ]]> <!-- -->'],
    ['signs that XML forbids', '\u0000\u0008\uFFFE\uFFFF\uD83D and \uDE00'],
    ['turned directions', '\u202E\u2066evil'],
    ['letters that the font lacks', '渡し船 🌊 הספינה'],
    ['a word without an end', 'x'.repeat(100_000)],
    ['a million characters', 'pump '.repeat(200_000)],
    ['nothing', ''],
  ])('can be drawn of %s', (_, text) => {
    const card: Card = {
      ...full,
      title: text,
      headline: excerpt(text, text),
      columns: [{ outlet: text, isSilent: true }],
      rows: [row('conflict', text, text, [words(text)])],
      notes: [text],
    }
    expect(pixelsOf(cardPng(card)).width).toBe(2 * WIDTH)
  })
})

function inkIn(pixels: Buffer): number {
  return pixels.reduce((sum, value) => sum + (value < 100 ? 1 : 0), 0)
}
