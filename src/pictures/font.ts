/** Widths of a TrueType font's characters: https://learn.microsoft.com/typography/opentype/spec/cmap and …/hmtx */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export interface Font {
  /** Whether it can draw a character, given by its code point. */
  covers(codePoint: number): boolean
  /** Of a text, in units of `size`, without kerning. */
  width(text: string, size: number): number
}

export type Weight = 400 | 600

export type Fonts = Readonly<Record<Weight, Font>>

const FAMILY = '@expo-google-fonts/source-sans-3'
export const FONT_NAME = 'Source Sans 3'

const { resolve } = createRequire(import.meta.url)

/** Where the bundled font stands, by weight. */
export const FONT_FILES: Readonly<Record<Weight, string>> = {
  400: resolve(`${FAMILY}/400Regular/SourceSans3_400Regular.ttf`),
  600: resolve(`${FAMILY}/600SemiBold/SourceSans3_600SemiBold.ttf`),
}

export function readFonts(): Fonts {
  return { 400: readFont(readFileSync(FONT_FILES[400])), 600: readFont(readFileSync(FONT_FILES[600])) }
}

/** Throws where the bytes are no font with a table of all of Unicode (a subtable of format 12). */
function readFont(bytes: Buffer): Font {
  const tables = new Map(
    Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => {
      const record = 12 + 16 * index
      return [bytes.toString('latin1', record, record + 4), bytes.readUInt32BE(record + 8)] as const
    }),
  )
  const table = (name: string): number => {
    const at = tables.get(name)
    if (at === undefined) throw new Error(`The font has no table ${name}.`)
    return at
  }
  const unitsPerEm = bytes.readUInt16BE(table('head') + 18)
  const glyphs = glyphsByCharacter(bytes, table('cmap'))
  const [widths, count] = [table('hmtx'), bytes.readUInt16BE(table('hhea') + 34)]
  // Glyphs after the last that has a width of its own are as wide as that one.
  const widthOf = (glyph: number): number => bytes.readUInt16BE(widths + 4 * Math.min(glyph, count - 1))
  return {
    covers: (codePoint) => glyphs.has(codePoint),
    width(text, size) {
      let units = 0
      for (const character of text) units += widthOf(glyphs.get(character.codePointAt(0) ?? 0) ?? 0)
      return (units * size) / unitsPerEm
    },
  }
}

function glyphsByCharacter(bytes: Buffer, cmap: number): Map<number, number> {
  const subtables = Array.from(
    { length: bytes.readUInt16BE(cmap + 2) },
    (_, index) => cmap + bytes.readUInt32BE(cmap + 8 + 8 * index),
  )
  const subtable = subtables.find((at) => bytes.readUInt16BE(at) === 12)
  if (subtable === undefined) throw new Error('The font has no table of all of Unicode.')
  const glyphs = new Map<number, number>()
  for (let group = 0; group < bytes.readUInt32BE(subtable + 12); group++) {
    const at = subtable + 16 + 12 * group
    const [first, last, glyph] = [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4), bytes.readUInt32BE(at + 8)]
    for (let character = first; character <= last; character++) glyphs.set(character, glyph + character - first)
  }
  return glyphs
}
