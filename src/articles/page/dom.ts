import { parseHTML } from 'linkedom'

/** What is used of the parser's document. */
export interface Node {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly parentNode: Node | null
  readonly firstChild: Node | null
  readonly nextSibling: Node | null
}

export interface Element extends Node {
  readonly firstElementChild: Element | null
  readonly nextElementSibling: Element | null
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  insertBefore(child: Node, before: Node | null): void
  appendChild(child: Node): void
  remove(): void
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): Iterable<Element>
}

export interface Document extends Element {
  readonly documentElement: Element
  readonly body: Element | null
  createElement(name: string): Element
}

/** The document of a page or a fragment. */
export function parse(html: string): Document {
  const { document }: { document: Document } = parseHTML(
    /<(?:html|body)[\s>]/iu.test(html.slice(0, 20_000)) ? html : `<html><body>${html}</body></html>`,
  )
  return document
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

export function isText(node: Node): boolean {
  return node.nodeType === 3
}

/** The nodes at and under `root` in the order of the document, no more than `most`; without recursion, since pages nest as deeply as they like. */
export function inOrder(root: Node, most = Number.POSITIVE_INFINITY): Node[] {
  const nodes: Node[] = []
  let node: Node | null = root
  while (node !== null && nodes.length < most) {
    nodes.push(node)
    if (node.firstChild !== null) node = node.firstChild
    else {
      while (node !== null && node !== root && node.nextSibling === null) node = node.parentNode
      node = node === root ? null : (node?.nextSibling ?? null)
    }
  }
  return nodes
}

/** Tag names in small letters, whatever the page writes. */
export function tagOf(node: Node): string {
  return node.nodeName.toLowerCase()
}

/** Elements that stand on lines of their own. Cells are read along their row, unless they hold such elements. */
export const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
