import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { clean } from '../../src/articles/clean.js'
import { declaredEncoding, decode } from '../../src/articles/decode.js'
import { type Page, pageOf } from '../../src/articles/page.js'

const FOLDER = 'test/golden/pages'

/** What is expected of a gold page beside its text: `about.json`. */
const About = z.object({
  url: z.string(),
  title: z.string(),
  author: z.string().nullable(),
  published: z.string(),
  outlet: z.string(),
  language: z.string(),
  canonical: z.string().nullable(),
})

export interface GoldPage {
  readonly name: string
  readonly html: string
  readonly gold: string
  readonly about: z.infer<typeof About>
}

export function goldPages(): GoldPage[] {
  return readdirSync(FOLDER).map((name) => {
    const bytes = readFileSync(join(FOLDER, name, 'page.html'))
    return {
      name,
      html: decode(bytes, declaredEncoding(bytes)),
      gold: readFileSync(join(FOLDER, name, 'article.txt'), 'utf8'),
      about: About.parse(JSON.parse(readFileSync(join(FOLDER, name, 'about.json'), 'utf8'))),
    }
  })
}

/** The text of a page as it would be stored: without the title, and without what the text rules take away. */
export function storedText({ text, title }: Page): string {
  return clean(text, title)
}

export function textOf({ html, about: { url } }: GoldPage): string {
  return storedText(pageOf(html, { url }))
}

export interface Score {
  readonly right: number
  readonly found: number
  readonly wanted: number
}

/** Words that two texts share, each counted as often as it stands in both (a bag of words, small letters). */
export function score(found: string, wanted: string): Score {
  const [a, b] = [counts(found), counts(wanted)]
  let right = 0
  for (const [word, count] of a.words) right += Math.min(count, b.words.get(word) ?? 0)
  return { right, found: a.all, wanted: b.all }
}

export function measures({ right, found, wanted }: Score): { precision: number; recall: number; f1: number } {
  return {
    precision: found === 0 ? 0 : right / found,
    recall: right / wanted,
    f1: (2 * right) / (found + wanted),
  }
}

/** All scores as one: each word counts the same, so that long pages count more. */
export function sum(scores: readonly Score[]): Score {
  const add = (key: keyof Score): number => scores.reduce((all, each) => all + each[key], 0)
  return { right: add('right'), found: add('found'), wanted: add('wanted') }
}

function counts(text: string): { words: Map<string, number>; all: number } {
  const words = new Map<string, number>()
  const all = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1)
  return { words, all: all.length }
}
