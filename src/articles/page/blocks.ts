import { BLOCKS, type Document, type Element, inOrder, isElement, isText, type Node, tagOf } from './dom.js'
import { kinOf, nameOf } from './prune.js'
import { STANDFIRST } from './signs.js'
import { blockText } from './text.js'

/** A paragraph, heading or item of a list, before it is known whether it belongs to the article. */
export interface Block {
  readonly tag: string
  /** As it is read, with line ends where the page breaks lines. */
  readonly text: string
  /** The share of its letters that stand in links to other pages. */
  readonly linked: number
  /** The share in links to places on the same page, as tables of contents are. */
  readonly inner: number
  /** The nearest element around it that is no list, quotation or table. */
  readonly container: number
  /** What that element and the one around it are called: equal for the parts of one text. Where it has no name, it is of its own kind. */
  readonly kind: string
  /** The outermost cell around it, as old pages lay out their columns; null where there is none. */
  readonly column: number | null
  /** What it, or what is right around it, is called is what lines below a headline are. */
  readonly isStandfirst: boolean
}

export const MARK = 'data-crier'

const WITHIN = new Set('blockquote center dd dl dt figure font header hgroup li ol ul'.split(' '))
/** Where lines that are parted by two line breaks are paragraphs. */
const PLAIN = new Set('article body center div dd font li main section span td'.split(' '))

/**
 * All blocks of a document in order; each is one element, marked with its number, for text that stands beside blocks is put into a paragraph of
 * its own first.
 */
export function markBlocks(document: Document): Block[] {
  const holding = wrapLooseText(document, document.body)
  const blocks: Block[] = []
  const ids = new Map<Node, number>()
  const cells = new Map<Node, number>()
  for (const node of inOrder(document.body)) {
    if (!isElement(node) || !isBlock(node) || holding.has(node)) continue
    const text = blockText(node).replace(/ {2,}/gu, ' ').trim()
    if (text === '') continue
    const container = containerOf(node)
    const id = numberOf(container, ids) ?? 0
    const marked = tagOf(node) === 'div' ? paragraphIn(document, node) : node
    marked.setAttribute(MARK, String(blocks.length))
    blocks.push({
      tag: tagOf(node),
      text,
      ...linkedShares(node, text.length),
      container: id,
      kind: kindOf(container) ?? `#${id}`,
      column: numberOf(cellOf(node), cells),
      isStandfirst: STANDFIRST.test(namesAround(node)),
    })
  }
  return blocks
}

/** Readability puts a paragraph in the place of a `<div>` that holds only text, and with it the mark would go. */
function paragraphIn(document: Document, div: Element): Element {
  const paragraph = document.createElement('p')
  for (const child of childrenOf(div)) paragraph.appendChild(child)
  div.appendChild(paragraph)
  return paragraph
}

function numberOf(node: Node | null, numbers: Map<Node, number>): number | null {
  if (node === null) return null
  const number = numbers.get(node) ?? numbers.size
  numbers.set(node, number)
  return number
}

function isBlock(node: Node): boolean {
  return BLOCKS.has(tagOf(node))
}

/** Puts text that stands beside blocks into paragraphs. Returns the elements that then have a block somewhere in them. */
function wrapLooseText(document: Document, body: Element): Set<Node> {
  const holding = new Set<Node>()
  const nodes = inOrder(body)
  for (const node of nodes) if (isBlock(node) && node !== body) addAround(node, holding)
  for (const node of nodes) {
    if (!isElement(node) || !(holding.has(node) || PLAIN.has(tagOf(node)))) continue
    const children = childrenOf(node)
    const hasBreaks = PLAIN.has(tagOf(node)) && children.filter((child) => tagOf(child) === 'br').length > 1
    if (!holding.has(node) && !hasBreaks) continue
    for (const run of runs(children, holding)) {
      const [first] = run
      if (first === undefined || !run.some((child) => /\S/u.test(child.textContent))) continue
      const paragraph = document.createElement('p')
      node.insertBefore(paragraph, first)
      for (const child of run) paragraph.appendChild(child)
      addAround(paragraph, holding)
    }
  }
  return holding
}

function addAround(block: Node, holding: Set<Node>): void {
  for (let above = block.parentNode; above !== null && !holding.has(above); above = above.parentNode) holding.add(above)
}

/** Children that stand together on their lines; two line breaks part them as a block does. */
function runs(children: readonly Node[], holding: ReadonlySet<Node>): Node[][] {
  const found: Node[][] = [[]]
  let breaks = 0
  for (const child of children) {
    const isBreak = tagOf(child) === 'br'
    const isBlank = isText(child) && !/\S/u.test(child.textContent)
    breaks = isBreak ? breaks + 1 : isBlank ? breaks : 0
    if (isBlock(child) || holding.has(child) || (isBreak && breaks > 1)) found.push([])
    else found.at(-1)?.push(child)
  }
  return found
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child)
  return children
}

function containerOf(block: Node): Node {
  let above = block.parentNode ?? block
  while (above.parentNode !== null && WITHIN.has(tagOf(above))) above = above.parentNode
  return above
}

function cellOf(block: Node): Node | null {
  let cell: Node | null = null
  for (let above = block.parentNode; above !== null; above = above.parentNode) if (tagOf(above) === 'td') cell = above
  return cell
}

function kindOf(container: Node): string | null {
  const { parentNode } = container
  const [own, above] = [container, parentNode].map((node) => (node !== null && isElement(node) ? kinOf(node) : ''))
  return own ? `${tagOf(container)} ${own} < ${above}` : null
}

function namesAround(node: Element): string {
  const above = [node, node.parentNode, node.parentNode?.parentNode ?? null]
  return above.map((each) => (each !== null && isElement(each) && tagOf(each) !== 'body' ? nameOf(each) : '')).join(' ')
}

function linkedShares(element: Element, letters: number): { linked: number; inner: number } {
  let linked = 0
  let inner = 0
  for (const link of inOrder(element)) {
    if (!isElement(link) || tagOf(link) !== 'a') continue
    const own = link.textContent.trim().length
    if (link.getAttribute('href')?.startsWith('#')) inner += own
    else linked += own
  }
  return { linked: linked / Math.max(1, letters), inner: inner / Math.max(1, letters) }
}
