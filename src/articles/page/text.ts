import { BLOCKS, isElement, isText, type Node, tagOf } from './dom.js'

const SILENT = new Set(
  'audio button canvas figcaption form iframe input noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
)

/**
 * The text of a node: blocks parted by empty lines, `<br>` a line end. What is no text (scripts, buttons, players) is left out, and what
 * `isLeftOut` says. Without recursion, since pages nest as deeply as they like.
 */
export function blockText(root: Node, isLeftOut: (node: Node) => boolean = () => false): string {
  const pieces: string[] = []
  const left: (Node | string)[] = [root]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'string') pieces.push(next)
    else if (isText(next)) pieces.push(next.textContent.replace(/\s+/gu, ' '))
    else if (isElement(next) && !SILENT.has(tagOf(next)) && !isLeftOut(next)) {
      const tag = tagOf(next)
      const edge = tag === 'br' ? '\n' : tag === 'td' || tag === 'th' ? ' ' : BLOCKS.has(tag) ? '\n\n' : ''
      left.push(edge)
      const children: Node[] = []
      for (let child = next.firstChild; child !== null; child = child.nextSibling) children.push(child)
      left.push(...children.toReversed(), edge)
    }
  }
  return pieces.join('')
}
