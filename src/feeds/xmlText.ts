import { type Element, localName } from './elements.js'
import { LONGEST, unescaped } from './tags.js'

/** Elements that titles and summaries are dressed with. Other words in angle brackets are words. */
const TAG =
  /<\/?(a|abbr|acronym|b|big|blockquote|br|cite|code|del|div|dd|dl|dt|em|figure|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|section|small|span|strike|strong|sub|sup|table|tbody|td|th|tr|tt|u|ul|wbr)(?:[\s/][^<>]*)?>/giu
const BLOCK = /^(?:blockquote|br|div|d[dlt]|figure|h[1-6r]|li|[ou]l|p|pre|section|t(?:able|body|d|h|r))$/iu
const ESCAPED_TAG = /^[^<]*&lt;(?:p|div|br|a|span|img|strong|em|b|i|ul|ol|h[1-6]|blockquote|table)(?:[\s/]|&gt;)/iu
const PLAIN: ReadonlySet<string> = new Set(['', 'text', 'text/plain', 'plain'])
const CDATA = { start: '<![CDATA[', end: ']]>' }

/** The words directly in an element; CDATA in CDATA, or that was escaped, is opened too. */
export function wordsOf(element: Element | undefined): string {
  const words = element?.text.trim() ?? ''
  if (!words.startsWith(CDATA.start)) return words
  const inner = words.slice(CDATA.start.length).trim()
  return (inner.endsWith(CDATA.end) ? inner.slice(0, -CDATA.end.length) : inner).trim()
}

/** Words with their markup taken away and its references read, once. */
export function withoutTags(html: string): string {
  return unescaped(html.replace(TAG, (_, name: string) => (BLOCK.test(name) ? ' ' : '')))
}

/** A title or name. In RSS it is HTML by custom; in Atom its type says what it is (RFC 4287, 3.1). */
export function lineOf(element: Element | undefined, source: string, isAtom: boolean): string {
  if (element === undefined) return ''
  if (element.children.length > 0) return withoutTags(markupOf(element, source).slice(0, LONGEST.value))
  const words = encoded(element).slice(0, LONGEST.value)
  return isAtom && isPlain(element) ? words : withoutTags(words)
}

/** What an element holds, as HTML: markup in it as it stands, or its words as HTML or as plain text, whichever it is. */
export function htmlOf(element: Element, source: string, isAtom: boolean): string {
  if (element.children.length > 0) return markupOf(element, source)
  const words = encoded(element)
  if (isAtom && isPlain(element) && words.search(TAG) < 0) return htmlOfPlain(words)
  const html = ESCAPED_TAG.test(words) ? unescaped(words) : words
  return html.search(TAG) < 0 ? inParagraphs(html) : html
}

/** Plain text as HTML, with the paragraphs that empty lines make. */
export function htmlOfPlain(text: string): string {
  return inParagraphs(text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;'))
}

function inParagraphs(html: string): string {
  const paragraphs = html.split(/\n[^\S\n]*\n/u).flatMap((each) => each.trim() || [])
  return paragraphs.length > 1 ? paragraphs.map((each) => `<p>${each}</p>`).join('\n') : html.trim()
}

function encoded(element: Element): string {
  const words = wordsOf(element)
  return element.attributes.get('mode')?.toLowerCase() === 'base64' ? Buffer.from(words, 'base64').toString() : words
}

function isPlain({ attributes }: Element): boolean {
  return PLAIN.has((attributes.get('type') ?? '').trim().toLowerCase())
}

/** The markup inside an element as HTML: without prefixes, without a `div` that only wraps it (RFC 4287, 3.1.1.3). */
function markupOf(element: Element, source: string): string {
  const [only, ...others] = element.children
  if (only && others.length === 0 && localName(only.name) === 'div' && element.text.trim() === '') {
    return markupOf(only, source)
  }
  return source
    .slice(element.start, Math.min(element.end, element.start + LONGEST.text))
    .split(CDATA.start)
    .map((piece, at) => (at === 0 ? piece : piece.replace(CDATA.end, '')))
    .join('')
    .replace(/<(\/?)[a-z][\w-]*:(?=[a-z])/giu, '<$1')
    .replace(/<(?!(?:area|br|col|embed|hr|img|input|source|wbr)\b)([a-z][\w-]*)((?:\s[^<>]*)?)\/>/giu, '<$1$2></$1>')
    .trim()
}
