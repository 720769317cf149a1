import type { Element } from './element.js'

/** `nodeType` of the DOM standard. */
export const TYPES = { element: 1, text: 3, comment: 8, document: 9 } as const

/** Elements, texts and comments, each linked with those around it, by their names in the DOM standard. */
export class Node {
  parentNode: Element | null = null
  previousSibling: Node | null = null
  nextSibling: Node | null = null
  firstChild: Node | null = null
  lastChild: Node | null = null
  readonly nodeType: number
  /** In small letters as the page is read; `#text` and the like for what is no element. */
  readonly localName: string
  readonly nodeName: string
  /** What a text or a comment says. */
  readonly data: string

  constructor(nodeType: number, localName: string, nodeName = localName, data = '') {
    this.nodeType = nodeType
    this.localName = localName
    this.nodeName = nodeName
    this.data = data
  }

  get textContent(): string {
    return this.data
  }

  get childNodes(): Node[] {
    const nodes: Node[] = []
    for (let child = this.firstChild; child !== null; child = child.nextSibling) nodes.push(child)
    return nodes
  }

  get nextElementSibling(): Element | null {
    return elementFrom(this.nextSibling)
  }

  get previousElementSibling(): Element | null {
    let node = this.previousSibling
    while (node !== null && !isElement(node)) node = node.previousSibling
    return node
  }

  remove(): void {
    const { parentNode, previousSibling, nextSibling } = this
    if (parentNode === null) return
    if (previousSibling === null) parentNode.firstChild = nextSibling
    else previousSibling.nextSibling = nextSibling
    if (nextSibling === null) parentNode.lastChild = previousSibling
    else nextSibling.previousSibling = previousSibling
    this.parentNode = null
    this.previousSibling = null
    this.nextSibling = null
  }
}

export function textNode(text: string): Node {
  return new Node(TYPES.text, '#text', '#text', text)
}

export function isElement(node: Node): node is Element {
  return node.nodeType === TYPES.element
}

export function isText(node: Node): boolean {
  return node.nodeType === TYPES.text
}

/** The first element among a node and its siblings behind it. */
export function elementFrom(node: Node | null): Element | null {
  let next = node
  while (next !== null && !isElement(next)) next = next.nextSibling
  return next
}

/** The node after this one under `root`, in the order of the document; behind all that it holds where that is passed over. */
export function following(node: Node, root: Node, isPassedOver = false): Node | null {
  if (node.firstChild !== null && !isPassedOver) return node.firstChild
  let left: Node | null = node
  while (left !== null && left !== root && left.nextSibling === null) left = left.parentNode
  return left === root || left === null ? null : left.nextSibling
}
