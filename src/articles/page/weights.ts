import { inOrder, isElement, isText, type Node, tagOf } from './dom.js'

/** How much text stands in an element, in letters without the space around them. */
export interface Weight {
  readonly letters: number
  /** Of these, in links. */
  readonly linked: number
  /** Of these, in paragraphs of running text. */
  readonly prose: number
}

const NOTHING: Weight = { letters: 0, linked: 0, prose: 0 }
/** From here on a text is a paragraph and no label. */
const PARAGRAPH = 80

/** The weight of every element under `root`, in one pass from the leaves up. */
export function weigh(root: Node): (node: Node) => Weight {
  const weights = new Map<Node, { letters: number; linked: number; prose: number }>()
  for (const node of inOrder(root).toReversed()) {
    const own = weights.get(node) ?? { ...NOTHING }
    if (isText(node)) {
      own.letters = node.textContent.trim().length
      own.prose = own.letters >= PARAGRAPH && tagOf(node.parentNode ?? node) !== 'p' ? own.letters : 0
    } else if (isElement(node)) {
      const tag = tagOf(node)
      if (tag === 'a') {
        own.linked = own.letters
        own.prose = 0
      } else if (tag === 'p') own.prose = own.letters >= PARAGRAPH && own.linked < own.letters / 2 ? own.letters : 0
      if (own.letters > 0) weights.set(node, own)
    }
    const { parentNode } = node
    if (parentNode === null || own.letters === 0) continue
    const sum = weights.get(parentNode) ?? { letters: 0, linked: 0, prose: 0 }
    sum.letters += own.letters
    sum.linked += own.linked
    sum.prose += own.prose
    weights.set(parentNode, sum)
  }
  return (node) => weights.get(node) ?? NOTHING
}
