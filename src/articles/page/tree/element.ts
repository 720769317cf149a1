import { Attribute, rulesIn } from './attribute.js'
import type { Document } from './document.js'
import { elementFrom, following, isElement, isText, Node, TYPES, textNode } from './node.js'
import { selected } from './select.js'
import { written } from './written.js'

const UNSTYLED = {}

/** As much of the DOM standard's element as Readability and the rules here ask for. Lists are copies: they do not change with the document. */
export class Element extends Node {
  readonly attributes: Attribute[] = []
  readonly ownerDocument: Document | null
  /** In capitals; a document has none. */
  readonly tagName: string | undefined

  constructor(ownerDocument: Document | null, localName: string, tagName: string | undefined) {
    super(tagName === undefined ? TYPES.document : TYPES.element, localName, tagName)
    this.ownerDocument = ownerDocument
    this.tagName = tagName
  }

  getAttributeNode(name: string): Attribute | null {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute
    return null
  }

  getAttribute(name: string): string | null {
    return this.getAttributeNode(name)?.value ?? null
  }

  hasAttribute(name: string): boolean {
    return this.getAttributeNode(name) !== null
  }

  setAttributeNode(attribute: Attribute): void {
    const at = this.attributes.findIndex(({ name }) => name === attribute.name)
    if (at >= 0) this.attributes[at] = attribute
    else this.attributes.unshift(attribute)
  }

  setAttribute(name: string, value: string): void {
    this.setAttributeNode(new Attribute(name, value))
  }

  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((attribute) => attribute.name === name)
    if (at >= 0) this.attributes.splice(at, 1)
  }

  get className(): string {
    return this.getAttribute('class') ?? ''
  }

  set className(value: string) {
    this.setAttribute('class', value)
  }

  get id(): string {
    return this.getAttribute('id') ?? ''
  }

  set id(value: string) {
    this.setAttribute('id', value)
  }

  /** What its own attribute says of how it is shown. */
  get style(): Readonly<Record<string, string>> {
    const style = this.getAttribute('style')
    return style === null ? UNSTYLED : rulesIn(style)
  }

  get firstElementChild(): Element | null {
    return elementFrom(this.firstChild)
  }

  get children(): Element[] {
    const elements: Element[] = []
    for (let child = this.firstElementChild; child !== null; child = child.nextElementSibling) elements.push(child)
    return elements
  }

  override get textContent(): string {
    let text = ''
    for (let node = following(this, this); node !== null; node = following(node, this))
      if (isText(node)) text += node.data
    return text
  }

  override set textContent(text: string) {
    this.#clear()
    if (text !== '') this.appendChild(textNode(text))
  }

  get innerHTML(): string {
    return written(this)
  }

  set innerHTML(html: string) {
    this.#clear()
    this.ownerDocument?.read(html, this)
  }

  appendChild<Child extends Node>(child: Child): Child {
    return this.insertBefore(child, null)
  }

  insertBefore<Child extends Node>(child: Child, before: Node | null): Child {
    if (child === before) return child
    child.remove()
    const previous = before === null ? this.lastChild : before.previousSibling
    child.parentNode = this
    child.previousSibling = previous
    child.nextSibling = before
    if (previous === null) this.firstChild = child
    else previous.nextSibling = child
    if (before === null) this.lastChild = child
    else before.previousSibling = child
    return child
  }

  replaceChild(child: Node, replaced: Node): Node {
    const next = replaced.nextSibling
    replaced.remove()
    this.insertBefore(child, next)
    return replaced
  }

  removeChild(child: Node): Node {
    child.remove()
    return child
  }

  getElementsByTagName(name: string): Element[] {
    const found: Element[] = []
    for (let node = following(this, this); node !== null; node = following(node, this))
      if (isElement(node) && node.localName === name) found.push(node)
    return found
  }

  querySelectorAll(selector: string): Element[] {
    return selected(this, selector, Number.POSITIVE_INFINITY)
  }

  querySelector(selector: string): Element | null {
    return selected(this, selector, 1)[0] ?? null
  }

  #clear(): void {
    while (this.firstChild !== null) this.firstChild.remove()
  }
}
