import type { Span } from '../model.js'
import { type Context, type Spoken, said, saidBy } from './mentions.js'
import { isOrganizationWord } from './roles.js'

const LABEL = /^\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]*){0,3}$/u
const COLON = /^(?: \([^()\n]{1,40}\))?:/u

/** "HOLT: We were never asked.": transcripts print names in capitals; null where the words are no such label. */
export function labelledSpeaker({ text, roster }: Context, mention: Span): Spoken | null {
  const words = text.slice(mention.start, mention.end)
  if (!LABEL.test(words) || !COLON.test(text.slice(mention.end, mention.end + 44))) return null
  const parts = words.split(' ')
  const surname = parts.at(-1) ?? ''
  if (parts.some((part) => isOrganizationWord(part.toLowerCase()))) return null
  const bearers = roster.people.filter(({ name }) => name !== words && name.toUpperCase().split(' ').at(-1) === surname)
  const [bearer] = bearers
  return bearer && bearers.length === 1 ? saidBy(mention, bearer) : said(mention, words, 'person')
}
