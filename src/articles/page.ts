import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { readableDate } from './dates.js'
import { declaredEncoding, decode } from './decode.js'
import type { RawArticle } from './draft.js'
import { readBytes } from './file.js'
import { oneLine } from './normalise.js'
import { Refusal, refusals } from './refusal.js'

const MOST_ELEMENTS = 200_000
/** Browsers nest no deeper than 512; beyond this, parsing takes time that grows with the square. */
const DEEPEST = 600
/** Elements that hold nothing, or end where the next one of them begins. */
const FLAT =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|path|source|td|th|tr|track|wbr)$/iu
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE TD TH TR UL HR'.split(
    ' ',
  ),
)
const SILENT = new Set(
  'FIGURE FIGCAPTION SCRIPT STYLE NOSCRIPT TEMPLATE BUTTON FORM NAV SVG VIDEO AUDIO IFRAME'.split(' '),
)

interface Node {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<Node>
}

/** A saved web page: its main text as Mozilla's Readability finds it, and what its meta elements say. */
export async function readPage(file: string): Promise<RawArticle> {
  const bytes = await readBytes(file)
  return parsePage(decode(bytes, declaredEncoding(bytes)))
}

/** As `readPage`, of a page's HTML. Throws a Refusal where no article is found. */
export function parsePage(html: string): RawArticle {
  if (isTooDeep(html)) throw new Refusal(refusals.notAPage)
  try {
    return articleOf(html)
  } catch (error) {
    if (error instanceof Refusal) throw error
    // Pages with too many elements, or what the parser cannot bear, end here.
    throw new Refusal(refusals.notAPage)
  }
}

function isTooDeep(html: string): boolean {
  let depth = 0
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/giu)) {
    if (FLAT.test(name)) continue
    depth = Math.max(0, depth + (slash ? -1 : 1))
    if (depth > DEEPEST) return true
  }
  return false
}

function articleOf(html: string): RawArticle {
  const { document } = parseHTML(/<html[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`)
  const meta = (selector: string, attribute = 'content'): string | null =>
    document.querySelector(selector)?.getAttribute(attribute) ?? null
  const address = meta('link[rel="canonical"]', 'href') ?? meta('meta[property="og:url"]')
  const time = meta('time[datetime]', 'datetime')
  const heading = oneLine(document.querySelector('h1')?.textContent)
  const found = new Readability<Node>(document, {
    charThreshold: 200,
    maxElemsToParse: MOST_ELEMENTS,
    serializer: (node) => node,
  }).parse()
  const text = found?.content ? blockText(found.content) : ''
  if (found === null || text.trim() === '') throw new Refusal(refusals.noText)
  return {
    text,
    title: heading !== null && found.title?.startsWith(heading) ? heading : found.title,
    author: found.byline?.replace(/^\s*by\s+/iu, ''),
    outlet: found.siteName,
    url: address,
    published: readableDate(found.publishedTime) ?? readableDate(time),
  }
}

/** The text of an element, its blocks parted by empty lines; without recursion, since pages nest as deeply as they like. */
function blockText(root: Node): string {
  const pieces: string[] = []
  const left: (Node | string)[] = [root]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (typeof node === 'string') pieces.push(node)
    else if (node.nodeType === 3) pieces.push((node.textContent ?? '').replace(/\s+/gu, ' '))
    else if (node.nodeName === 'BR') pieces.push('\n')
    else if (node.nodeType === 1 && !SILENT.has(node.nodeName.toUpperCase())) {
      const edge = BLOCKS.has(node.nodeName) ? '\n\n' : ''
      left.push(edge)
      for (const child of [...node.childNodes].toReversed()) left.push(child)
      left.push(edge)
    }
  }
  return pieces.join('')
}
