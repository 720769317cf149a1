import { Refusal, refusals } from '../refusal.js'

/** Browsers nest no deeper than 512; beyond this, parsing takes time that grows with the square. */
const DEEPEST = 600
/** The depths of all elements together: what it takes to look at the ancestors of each. */
const DEEPEST_IN_ALL = 1_500_000
const MOST_TAGS = 15_000
/** Each becomes a node of its own. */
const MOST_ENTITIES = 50_000
/** UTF-16 units of markup that is left when scripts and styles are taken away. */
const LONGEST = 2_500_000
const LONGEST_ATTRIBUTES = 2_000

/** Elements that hold nothing, or end where the next one of them begins. */
const FLAT =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|path|source|td|th|tr|track|wbr)$/u
/** Attributes as old pages write them; the parser does not know them then. */
const SHOUTED = /\s[A-Z][A-Z-]+\s?=/u
/** Elements whose content is no markup, or none that anybody reads. */
const OPAQUE = /^(?:script|style|svg|math|textarea|select|object|canvas)$/u

export interface Scanned {
  /** The page without scripts, styles, drawings and comments. */
  readonly html: string
  /** What stands in `<script type="application/ld+json">`. */
  readonly linkedData: readonly string[]
}

/**
 * Takes away what no reader sees, in one pass over the characters, so that the parser has little to do. Throws a Refusal where what is left is
 * more, or deeper, than any article is: parsers take time that grows with the square of it.
 */
export function scan(html: string): Scanned {
  const source = html.replaceAll('\0', '')
  // Only ASCII, since other letters change their number when they are made small.
  const lower = source.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase())
  const kept: string[] = []
  const linkedData: string[] = []
  let from = 0
  let depth = 0
  let depths = 0
  let tags = 0
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    if (lower.startsWith('<!--', at)) {
      kept.push(source.slice(from, at))
      from = at = after(lower, '-->', at + 2)
      continue
    }
    const isClosing = lower[at + 1] === '/'
    if (!isClosing && ++tags > MOST_TAGS) throw new Refusal(refusals.notAPage)
    const name = nameAt(lower, at + 1)
    if (name === '') {
      at++
      continue
    }
    const end = endOfTag(source, at)
    if (OPAQUE.test(name)) {
      kept.push(source.slice(from, at), ' ')
      const close = lower.indexOf(`</${name}`, end)
      const isData = name === 'script' && lower.slice(at, Math.min(end, at + 200)).includes('ld+json')
      if (isData && close >= 0) linkedData.push(source.slice(end, close))
      from = at = source[end - 2] === '/' && name === 'svg' ? end : close < 0 ? source.length : after(lower, '>', close)
      continue
    }
    if (!FLAT.test(name)) {
      depth = Math.max(0, depth + (isClosing ? -1 : 1))
    }
    depths += depth
    if (depth > DEEPEST || depths > DEEPEST_IN_ALL) throw new Refusal(refusals.notAPage)
    if (end - at > LONGEST_ATTRIBUTES) {
      kept.push(source.slice(from, at), isClosing ? `</${name}>` : `<${name}>`)
      from = end
    } else if (SHOUTED.test(source.slice(at, end))) {
      kept.push(source.slice(from, at), inSmallLetters(source.slice(at, end)))
      from = end
    }
    at = end
  }
  kept.push(source.slice(from))
  const rest = kept.join('')
  if (rest.length > LONGEST || entitiesIn(rest) > MOST_ENTITIES) throw new Refusal(refusals.notAPage)
  return { html: rest, linkedData }
}

function inSmallLetters(tag: string): string {
  return tag.replace(/\s[A-Z][A-Z-]+(?=\s?=)/gu, (name) => name.toLowerCase())
}

function entitiesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('&'); at >= 0 && count <= MOST_ENTITIES; at = text.indexOf('&', at + 1)) count++
  return count
}

/** The name of the tag, opening or closing, whose `<` stands before `at`; empty where none begins. */
function nameAt(lower: string, at: number): string {
  const start = lower[at] === '/' ? at + 1 : at
  let end = start
  for (let code = lower.charCodeAt(end); isNamed(code) && end - start < 60; code = lower.charCodeAt(end)) end++
  return /^[a-z]/u.test(lower.slice(start, start + 1)) ? lower.slice(start, end) : ''
}

function isNamed(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x3a
}

/** Where the tag at `start` ends: after the first `>` outside quotation marks that follow an equals sign. */
function endOfTag(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    const sign = source[at]
    if (sign === '>') return at + 1
    if ((sign === '"' || sign === "'") && /=\s*$/u.test(source.slice(Math.max(start, at - 5), at))) {
      const close = source.indexOf(sign, at + 1)
      if (close < 0) return after(source, '>', at)
      at = close
    }
  }
  return source.length
}

function after(source: string, what: string, from: number): number {
  const at = source.indexOf(what, from)
  return at < 0 ? source.length : at + what.length
}
