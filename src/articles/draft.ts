import { resolve } from 'node:path'
import { languageOf } from '../language/language.js'
import type { ArticleDraft } from '../model.js'
import { clean } from './clean.js'
import { isoDate } from './dates.js'
import { normalise, oneLine } from './normalise.js'
import { Refusal, refusals } from './refusal.js'
import { withTitle } from './title.js'

/** What a file says of one article, before it is checked and cleaned. */
export interface RawArticle {
  readonly text: string
  readonly id?: string | null | undefined
  readonly title?: string | null | undefined
  readonly outlet?: string | null | undefined
  readonly url?: string | null | undefined
  readonly published?: string | null | undefined
  readonly author?: string | null | undefined
  /** BCP 47; where it is left out, its words tell. */
  readonly language?: string | null | undefined
}

/** Where an article stands, and the outlet of an article that names none. */
export interface Place {
  readonly file: string
  readonly line: number | null
  readonly outlet: string
}

/** The article that is stored. Throws a Refusal where its date is none or no text is left. */
export function draftOf(raw: RawArticle, { file, line, outlet }: Place): ArticleDraft {
  const published = isoDate(raw.published)
  const text = normalise(raw.text)
  if (text === '') throw new Refusal(refusals.empty)
  const body = clean(text, oneLine(raw.title))
  if (body === '') throw new Refusal(refusals.noText)
  const url = webAddress(raw.url)
  const publisher = oneLine(raw.outlet) ?? outlet
  const id = oneLine(raw.id)
  return {
    key: id ? `id:${publisher}/${id}` : (url ?? `${resolve(file)}${line === null ? '' : `#${line}`}`),
    outlet: publisher,
    author: oneLine(raw.author),
    url,
    published,
    language: raw.language === undefined ? languageOf(body) : raw.language,
    ...withTitle(oneLine(raw.title), body),
  }
}

/** Only what a browser opens as a page becomes a link. */
function webAddress(given: string | null | undefined): string | null {
  const url = given?.trim() ?? ''
  return /^https?:\/\/[^\s<>"]+$/iu.test(url) && URL.canParse(url) ? url : null
}
