import { type Document, type Element, inOrder, isElement, isText, type Node, tagOf } from './dom.js'
import { OFFERING, OFFERS, PAIRS, PROPERTIES, READERS, REPLY, ROLES, STANDFIRST, TAGS, TURNED, WORDS } from './signs.js'
import { type Weight, weigh } from './weights.js'

/** An element that holds more of the page's running text than this is a frame around the article, whatever it is called. */
const MOST_OF_PROSE = 0.35
const FEWEST_REPLIES = 3
const LONGEST_LABEL = 20
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu
/** Letters behind a digit are no word: `sc-f98b1ad2` is no `ad`. */
const HASHED = /(?<=\d)[a-z]+/gu
const BODY = /\barticleBody\b/u

/** Takes out of the document what is no article by what it is called and what it is for. */
export function prune(document: Document): void {
  const { body } = document
  const weightOf = weigh(body)
  const all = weightOf(body)
  const nodes = inOrder(body)
  const heading = nodes.find((node) => tagOf(node) === 'h1') ?? null
  const frames = new Set<Node>()
  for (const node of nodes) {
    if (node === heading || (isElement(node) && BODY.test(node.getAttribute('itemprop') ?? '')))
      for (let frame: Node | null = node; frame !== null; frame = frame.parentNode) frames.add(frame)
  }
  const others = [...otherArticles(heading), ...conversations(nodes, frames, weightOf)]
  for (const other of others) other.remove()
  const alike = proseByKin(nodes, weightOf)
  const gone = new Set<Node>(others)
  for (const node of nodes) {
    if (!isElement(node) || node === body) continue
    if (gone.has(node) || (node.parentNode !== null && gone.has(node.parentNode))) gone.add(node)
    else if (isNoArticle(node, { own: weightOf(node), all, alike, isFrame: frames.has(node) })) {
      gone.add(node)
      node.remove()
    }
  }
}

/** Articles that are loaded below the first one: siblings of what holds its headline, of the same name, with a headline of their own. */
function otherArticles(heading: Node | null): Element[] {
  const found: Element[] = []
  for (let frame = heading; frame !== null; frame = frame.parentNode) {
    for (let next = frame.nextSibling; next !== null; next = next.nextSibling) {
      if (!isElement(next) || !isElement(frame) || tagOf(next) !== tagOf(frame)) continue
      if (next !== frame && nameOf(next) === nameOf(frame) && next.querySelector('h1') !== null) found.push(next)
    }
  }
  return found
}

/** The smallest element around most of the links to reply. */
function conversations(nodes: readonly Node[], frames: ReadonlySet<Node>, weightOf: (node: Node) => Weight): Element[] {
  const replies = nodes.filter(
    (node) => /^(?:a|button|span)$/u.test(tagOf(node)) && weightOf(node).letters < 30 && REPLY.test(node.textContent),
  )
  if (replies.length < FEWEST_REPLIES) return []
  const counts = new Map<Node, number>()
  for (const reply of replies)
    for (let above: Node | null = reply; above !== null && !frames.has(above); above = above.parentNode)
      counts.set(above, (counts.get(above) ?? 0) + 1)
  const around = [...counts].find(([node, count]) => isElement(node) && count > 0.8 * replies.length)?.[0]
  return around !== undefined && isElement(around) ? [around] : []
}

interface Standing {
  readonly own: Weight
  readonly all: Weight
  /** Letters of running text in all elements of one kin. */
  readonly alike: ReadonlyMap<string, number>
  /** It holds the headline, or calls itself the body of the article. */
  readonly isFrame: boolean
}

function isNoArticle(element: Element, { own, all, alike, isFrame }: Standing): boolean {
  if (isHidden(element)) return !isFrame || own.prose < MOST_OF_PROSE * all.prose
  const tag = tagOf(element)
  if (isFrame || isWholePage(tag)) return false
  const name = nameOf(element)
  if (READERS.test(name) && !isTurned(name.split(' '))) return true
  const most = Math.max(own.prose, alike.get(kinOf(element)) ?? 0)
  if (most > MOST_OF_PROSE * all.prose) return false
  if (tag === 'figure') return own.prose < (2 * own.letters) / 3 || !/blockquote|table|pre/u.test(tagsIn(element))
  if (TAGS.has(tag) || ROLES.has(element.getAttribute('role') ?? '')) return true
  if (tag === 'footer' || tag === 'address') return tagOf(element.parentNode ?? element) !== 'blockquote'
  if (PROPERTIES.test(element.getAttribute('itemprop') ?? '') && own.letters < 400) return true
  if (own.letters < 300 && own.letters < all.prose / 5 && isPictured(element, tag)) return true
  if (OFFERS.test(name) && own.letters < 600 && OFFERING.test(element.textContent)) return true
  return isNamed(name) && !(STANDFIRST.test(name) && own.linked < own.letters / 3)
}

/** How much running text the elements of each kin hold together, teasers left out: an article may come in many parts. */
function proseByKin(nodes: readonly Node[], weightOf: (node: Node) => Weight): Map<string, number> {
  const alike = new Map<string, number>()
  for (const node of nodes) {
    const { prose, linked, letters } = weightOf(node)
    if (prose === 0 || !isElement(node) || linked > letters / 5) continue
    const kin = kinOf(node)
    if (kin !== '') alike.set(kin, (alike.get(kin) ?? 0) + prose)
  }
  return alike
}

/** The classes that an element has in common with its like, without those that are numbered for it alone; its name where it has none. */
export function kinOf(element: Element): string {
  const classes = element.className.slice(0, 500)
  return (
    classes
      .replace(/\S*\d\S*/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim() || nameOf(element)
  )
}

/** A picture with a few words to it; one that stands behind more than a label is an ornament of the words. */
function isPictured(element: Element, tag: string): boolean {
  if (!/^(?:div|table|dl|center|span)$/u.test(tag)) return false
  const nodes = inOrder(element, 30)
  const picture = nodes.findIndex((node) => /^(?:amp-)?img$/u.test(tagOf(node)))
  const before = nodes.slice(0, Math.max(0, picture)).filter(isText)
  return picture >= 0 && before.every((node) => node.textContent.trim().length < LONGEST_LABEL)
}

function isWholePage(tag: string): boolean {
  return tag === 'html' || tag === 'body' || tag === 'main'
}

function tagsIn(element: Element): string {
  return inOrder(element, 30).slice(1).map(tagOf).join(' ')
}

export function isHidden(element: Element): boolean {
  return (
    element.getAttribute('hidden') !== null ||
    element.getAttribute('aria-hidden') === 'true' ||
    HIDDEN.test(element.getAttribute('style') ?? '')
  )
}

/** The words of an element's classes and id, parted where their writing parts them: `Story-relatedLinks` is "story related links". */
export function nameOf(element: Element): string {
  const given = `${element.className} ${element.id} ${element.getAttribute('data-testid') ?? ''} ${element.getAttribute('data-component') ?? ''}`
  return given
    .slice(0, 500)
    .replace(/(?<=[a-z])(?=[A-Z])/gu, ' ')
    .toLowerCase()
    .replace(HASHED, ' ')
    .replace(/[^a-zäöüéè]+/gu, ' ')
    .trim()
}

function isNamed(name: string): boolean {
  const words = name.split(' ')
  return words.some((word, index) => WORDS.has(word) && !TURNED.has(words[index - 1] ?? '')) || PAIRS.test(name)
}

function isTurned(words: readonly string[]): boolean {
  return words.some((word, index) => TURNED.has(word) && READERS.test(words[index + 1] ?? ''))
}
