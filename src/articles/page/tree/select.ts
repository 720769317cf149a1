import { compile } from 'css-select'
import type { Element } from './element.js'
import { following, isElement, type Node } from './node.js'

/** What most selectors are. */
const TAGS = /^[a-z\d]+(?:,\s*[a-z\d]+)*$/iu

/** The first `most` elements under `root` that a CSS selector means, in order, without what stands in templates. Throws where it is no selector. */
export function selected(root: Element, selector: string, most: number): Element[] {
  const matches = matcher(root, selector)
  const found: Element[] = []
  let node = following(root, root)
  while (node !== null && found.length < most) {
    if (isElement(node) && matches(node)) found.push(node)
    node = following(node, root, node.localName === 'template')
  }
  return found
}

function matcher(root: Element, selector: string): (element: Element) => boolean {
  const scope = selector.includes(':scope') ? { context: root } : {}
  if (!TAGS.test(selector)) return compile<Node, Element>(selector, { adapter, ...scope })
  const tags = new Set(selector.toUpperCase().split(/,\s*/u))
  return ({ tagName }) => tagName !== undefined && tags.has(tagName)
}

const adapter = {
  isTag: isElement,
  getAttributeValue: (element: Element, name: string): string | undefined => element.getAttribute(name) ?? undefined,
  hasAttrib: (element: Element, name: string): boolean => element.hasAttribute(name),
  getName: ({ localName }: Element): string => localName.toLowerCase(),
  getParent: ({ parentNode }: Element): Node | null => parentNode,
  getChildren: ({ childNodes }: Node): Node[] => childNodes,
  getSiblings: (node: Node): Node[] => node.parentNode?.childNodes ?? [node],
  getText: ({ textContent }: Node): string => textContent,
  existsOne: (test: (element: Element) => boolean, nodes: Node[]): boolean =>
    nodes.some((node) => isElement(node) && (test(node) || selected(node, '*', Number.POSITIVE_INFINITY).some(test))),
  // Asked for by searches only, which go by `selected` here.
  removeSubsets: (nodes: Node[]): Node[] => nodes,
  findAll: (): Element[] => [],
  findOne: (): Element | null => null,
}
