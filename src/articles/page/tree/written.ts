import type { Element } from './element.js'
import { following, isElement, isText, type Node } from './node.js'

const VOID = /^(?:area|base|br|col|embed|hr|img|input|keygen|link|menuitem|meta|param|source|track|wbr)$/iu
const ESCAPES: Readonly<Record<string, string>> = { '\u00A0': '&#160;', '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** What stands in an element as HTML. Scripts and styles, whose text is no markup, are none of a scanned page. Without recursion. */
export function written(root: Element): string {
  const parts: string[] = []
  let node = root.firstChild
  while (node !== null) {
    parts.push(beginningOf(node))
    const next = following(node, root)
    const isHolding = next !== null && next.parentNode === node
    const around = next?.parentNode ?? root
    for (let end: Node | null = isHolding ? around : node; end !== null && end !== around; end = end.parentNode)
      parts.push(endOf(end))
    node = next
  }
  return parts.join('')
}

function beginningOf(node: Node): string {
  if (isText(node)) return node.data.replace(/[<>&\u00A0]/gu, (sign) => ESCAPES[sign] ?? sign)
  if (!isElement(node)) return `<!--${node.data}-->`
  const attributes = node.attributes.map(({ name, value }) => ` ${name}="${value.replaceAll('"', '&quot;')}"`)
  return `<${node.localName}${attributes.join('')}>`
}

function endOf(node: Node): string {
  return !isElement(node) || (node.firstChild === null && VOID.test(node.localName)) ? '' : `</${node.localName}>`
}
