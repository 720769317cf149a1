import { Parser } from 'htmlparser2'
import { Attribute } from './attribute.js'
import { Element } from './element.js'
import { Node, TYPES, textNode } from './node.js'

/** A document, which has a head and a body as soon as they are asked for. */
export class Document extends Element {
  constructor() {
    super(null, '#document', undefined)
  }

  /** Throws where the page has no element. */
  get documentElement(): Element {
    const element = this.firstElementChild
    if (element === null) throw new Error('The page has no element')
    return element
  }

  get head(): Element {
    const { documentElement } = this
    const first = documentElement.firstElementChild
    if (first?.tagName === 'HEAD') return first
    return documentElement.insertBefore(this.createElement('head'), documentElement.firstChild)
  }

  get body(): Element {
    const { documentElement, head } = this
    const next = head.nextElementSibling
    if (next?.tagName === 'BODY') return next
    return documentElement.insertBefore(this.createElement('body'), head.nextSibling)
  }

  get title(): string {
    return this.head.getElementsByTagName('title')[0]?.textContent ?? ''
  }

  createElement(name: string): Element {
    return new Element(this, name.toLowerCase(), name.toUpperCase())
  }

  createTextNode(text: string): Node {
    return textNode(text)
  }

  /** Appends to `root` what stands in HTML, parsed as browsers do, more or less. Without recursion. */
  read(html: string, root: Element): void {
    let open: Element | null = root
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          const element = this.createElement(name)
          for (const [key, value] of Object.entries(attributes)) element.attributes.push(new Attribute(key, value))
          open = open?.appendChild(element) ?? null
        },
        ontext: (text) => open?.appendChild(textNode(text)),
        oncomment: (text) => open?.appendChild(new Node(TYPES.comment, '#comment', '#comment', text)),
        onclosetag: () => {
          open = open?.parentNode ?? null
        },
      },
      { lowerCaseAttributeNames: false },
    )
    parser.end(html)
  }
}
