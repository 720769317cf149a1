/** Words of others in Discord's Markdown, and the marks that Crier sets around them. */
import type { Channels } from '../../message.js'
import { runs } from '../channels.js'
import { safeUrl } from '../harmless.js'

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Marks that format, ping, link or name an emoji somewhere in a line. Discord ends the label of a link at `](` though the bracket be
 * escaped, so that parenthesis is one of them.
 */
const LIVE = /[\\*_~`|<>@#[\]/]|:(?!\s)|(?<=\])\(/gu
/** Marks that make a list of the line they begin. */
const LIVE_FIRST = /^([^\S\n]*\d*)([-+.)])(?=\s|$)/gmu

/** Longer addresses take more of a message than a link is worth. Characters. */
const LONGEST_URL = 500

/** The text with a backslash before each mark that could be live; Discord shows and copies it without those. */
export function markdown(text: string): string {
  return text.replace(LIVE, '\\$&').replace(LIVE_FIRST, '$1\\$2')
}

/** As `markdown`, with channels as links to them, which ping nobody. */
export function withChannels(text: string, channels: Channels = []): string {
  const known = channels.filter((id) => /^\d+$/u.test(id))
  return runs(text, known)
    .map((run) => ('channel' in run ? `<#${run.channel}>` : markdown(run.text)))
    .join('')
}

/** Bold words in one line; '' for none. */
export function bold(text: string): string {
  const line = markdown(oneLine(text))
  return line && `**${line}**`
}

/** Struck-out words in one line; '' for none. */
export function struck(text: string): string {
  const line = markdown(oneLine(text))
  // Discord takes the first two tildes for the end, though one of them be escaped.
  return line && `~~${line}${line.endsWith('~') ? ' ' : ''}~~`
}

/** Lines of Markdown behind a bar. */
export function quoted(lines: string): string {
  return lines.replace(/^/gmu, '> ')
}

/** A line of Markdown in small print. */
export function small(line: string): string {
  return `-# ${line}`
}

/** A name that leads to an address, where there is one that is safe and Discord takes the name as a label. */
export function link(name: string, url: string | null): string {
  const address = safeUrl(url)
  const isLabel = name !== '' && !/[[\]]|:\/\//u.test(name)
  return address && address.length <= LONGEST_URL && isLabel ? `[${markdown(name)}](<${address}>)` : markdown(name)
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** A name or label in one line of at most `limit` characters (UTF-16 units), cut with “…”. Not for words of articles. */
export function clip(text: string, limit: number): string {
  const line = oneLine(text)
  if (line.length <= limit) return line
  let short = ''
  for (const { segment } of GRAPHEMES.segment(line.slice(0, limit))) {
    if (short.length + segment.length >= limit) break
    short += segment
  }
  return `${short.trim()}…`
}
