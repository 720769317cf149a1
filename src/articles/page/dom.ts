/**
 * A tree that has as much of the DOM as Readability and the rules here ask for. linkedom, which has most of it, gives each node and attribute
 * tables of its own: with it 60 pages a second are read where this reads 175, each to the same text (`npm run bench:pages`).
 */
import { Document } from './tree/document.js'
import { following, type Node } from './tree/node.js'

export type { Document } from './tree/document.js'
export type { Element } from './tree/element.js'
export { isElement, isText, type Node } from './tree/node.js'

/** The document of a page or a fragment. */
export function parse(html: string): Document {
  const document = new Document()
  const isPage = /<(?:html|body)[\s>]/iu.test(html.slice(0, 20_000))
  document.read(isPage ? html : `<html><body>${html}</body></html>`, document)
  return document
}

/** The nodes at and under `root` in the order of the document, no more than `most`; without recursion, since pages nest as deeply as they like. */
export function inOrder(root: Node, most = Number.POSITIVE_INFINITY): Node[] {
  const nodes: Node[] = []
  for (let node: Node | null = root; node !== null && nodes.length < most; node = following(node, root))
    nodes.push(node)
  return nodes
}

/** Tag names in small letters, whatever the page writes. */
export function tagOf(node: Node): string {
  return node.localName
}

/** Elements that stand on lines of their own. Cells are read along their row, unless they hold such elements. */
export const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
