import { parse } from 'yaml'
import { z } from 'zod'
import { decode } from './decode.js'
import type { RawArticle } from './draft.js'
import { checked, fields } from './fields.js'
import { readBytes } from './file.js'
import { Refusal, refusals } from './refusal.js'

const FrontMatter = z.object({ ...fields, date: fields.published })

/** A .md file: front matter, then text whose Markdown is reduced to plain paragraphs. */
export async function readMarkdown(file: string): Promise<RawArticle> {
  const { head, body } = parts(decode(await readBytes(file)))
  const { date, ...about } = head === null ? {} : frontMatter(head)
  return { ...about, published: about.published ?? date, text: plainText(body) }
}

function parts(text: string): { head: string | null; body: string } {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n?|\n/u)
  if (lines[0]?.trimEnd() !== '---') return { head: null, body: lines.join('\n') }
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/u.test(line))
  if (end < 0) throw new Refusal(refusals.openFrontMatter)
  return { head: lines.slice(1, end).join('\n'), body: lines.slice(end + 1).join('\n') }
}

function frontMatter(head: string): z.infer<typeof FrontMatter> {
  let value: unknown
  try {
    value = parse(head, { logLevel: 'error', maxAliasCount: 20 })
  } catch {
    throw new Refusal(refusals.badFrontMatter)
  }
  if (value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) throw new Refusal(refusals.badFrontMatter)
  return checked(FrontMatter, value)
}

/** Markdown without its marks: paragraphs parted by empty lines; a heading and an item of a list are paragraphs of their own. */
export function plainText(markdown: string): string {
  const paragraphs: string[][] = [[]]
  for (const given of markdown.split('\n')) {
    const line = given.replace(/^[\s>]{0,40}/u, '')
    const isMark = /^(?:[*_=~-][\s*_=~-]*|`{3,}.*|~{3,}.*|\[[^\][]+\]:\s.*)$/u.test(line)
    const isOwn = /^(?:#{1,6}|[-*+])\s/u.test(line)
    if (line === '' || isMark || isOwn) paragraphs.push([])
    if (line === '' || isMark) continue
    paragraphs.at(-1)?.push(inline(line.replace(/^(?:#{1,6}|[-*+])\s+/u, '')))
    if (line.startsWith('#') && isOwn) paragraphs.push([])
  }
  return paragraphs
    .map((lines) => lines.join(' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

function inline(line: string): string {
  return line
    .replace(/\s#+\s*$/u, '')
    .replace(/!\[[^\][]*\]\([^()]*\)/gu, '')
    .replace(/\[([^\][]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\][]*\])/gu, '$1')
    .replace(/<(https?:[^<>\s]*)>/gu, '$1')
    .replace(/<\/?[a-z][^<>]*>|<!--[^<>]*-->/giu, '')
    .replace(/\*\*([^*]+)\*\*|(?<![\p{L}\p{N}_])__([^_]+)__(?![\p{L}\p{N}_])/gu, '$1$2')
    .replace(
      /(?<![\p{L}\p{N}*])\*([^\s*][^*]*)\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_([^\s_][^_]*)_(?![\p{L}\p{N}_])/gu,
      '$1$2',
    )
    .replace(/`([^`]+)`/gu, '$1')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
}
