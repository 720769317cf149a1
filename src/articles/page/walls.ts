import { normalise, paragraphs } from '../normalise.js'
import { Refusal, refusals } from '../refusal.js'
import type { Block } from './blocks.js'
import { isHeading } from './body.js'
import { type Document, inOrder, isElement, type Node, tagOf } from './dom.js'
import type { LinkedData } from './linkedData.js'
import type { Metadata } from './metadata.js'
import { isHidden, nameOf } from './prune.js'
import { blockText } from './text.js'
import { ENDS_AMID, LOCKED, WALLS, type Wall } from './wallSigns.js'

/** Longer texts are articles, whatever the page says beside them. */
const LONG = 3_000
/** Of a part that is not free, so much must be there for it to count as served. */
const SERVED = 400

interface Found {
  readonly blocks: readonly Block[]
  readonly text: string
  readonly about: Metadata
  readonly data: LinkedData
  /** The page anew, as it was before anything was taken out of it. */
  readonly again: () => Document
}

/** Less running text than this, in letters, beside many headlines is a list; a headline has so many letters. */
const FEWEST_OF_ARTICLE = 500
const HEADLINE = 25
const FEWEST_HEADLINES = 8
const LIST_TYPES: ReadonlySet<string> = new Set(['CollectionPage', 'ItemList', 'SearchResultsPage'])

const REASONS: Readonly<Record<Wall['kind'], string>> = {
  consent: refusals.consentWall,
  login: refusals.loginWall,
  missing: refusals.errorPage,
  paywall: refusals.paywall,
  robot: refusals.robotCheck,
  script: refusals.needsScript,
}

/** Throws a Refusal that says what the page is, where that is no article. */
export function refuseIfNoArticle(found: Found): void {
  const { blocks, text, data, again } = found
  if (text.length >= LONG) return
  // To parse a page anew takes longest, and most have too much text for any of this.
  let parsed: Document | undefined
  const page = (): Document => (parsed ??= again())
  const walls = WALLS.filter((wall) => isLittleBeside(wall, text))
  const said = walls.length > 0 ? saidBy(page()) : []
  const wall = walls.find((each) => stands(each, said, found))
  if (wall !== undefined) throw new Refusal(REASONS[wall.kind])
  if (isLocked(page, text, data)) throw new Refusal(refusals.paywall)
  if (lettersIn(blocks) < FEWEST_OF_ARTICLE && isList(page(), data)) throw new Refusal(refusals.listPage)
  if (text === '' || lettersIn(blocks) < 100) {
    if (isPlayer(page(), data)) throw new Refusal(refusals.noWords)
    if (text === '') throw new Refusal(refusals.noText)
  }
}

function lettersIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (isHeading(block) ? 0 : block.text.length), 0)
}

/** Hidden, or in the head or foot of the page, where papers ask every reader to subscribe. */
function isAside(node: Node): boolean {
  if (!isElement(node)) return false
  const tag = tagOf(node)
  const isEdge =
    tag === 'nav' ||
    tag === 'footer' ||
    tag === 'header' ||
    /^(?:banner|navigation|contentinfo)$/u.test(node.getAttribute('role') ?? '')
  return isHidden(node) || (isEdge && node.querySelector('h1') === null)
}

/** The blocks of text that a reader sees, with what stands in for scripts. */
function saidBy(page: Document): string[] {
  const shown = blockText(page.body, isAside)
  const without = [...page.querySelectorAll('noscript')].slice(0, 20).map((each) => each.textContent)
  const buttons = [...page.querySelectorAll('button, form, input[value]')].slice(0, 200).map((each) => each.textContent)
  return [...normalise(shown).split(/\n+/u), ...without, ...buttons]
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

function isTalk({ hint, says, longest }: Wall, block: string): boolean {
  return block.length <= longest && hint.test(block) && says.test(block)
}

/** Whether the text has little but the words of a wall. */
function isLittleBeside(wall: Wall, text: string): boolean {
  if (text.length >= wall.most + wall.longest) return false
  return text.split(/\n+/u).reduce((sum, block) => sum + (isTalk(wall, block) ? 0 : block.length), 0) < wall.most
}

function stands(wall: Wall, said: readonly string[], { about, data }: Found): boolean {
  if (wall.kind === 'paywall' && data.isFree === true) return false
  const isTitled = wall.kind === 'missing' || wall.kind === 'robot'
  return said.some((block) => isTalk(wall, block)) || (isTitled && isTalk(wall, about.title ?? ''))
}

/** Not free, and the part that is not free is not served; or a class says that it is cut, and the text breaks off. */
function isLocked(page: () => Document, text: string, { isFree, lockedParts }: LinkedData): boolean {
  if (isFree === true) return false
  if (isFree === false) return !lockedParts.some((selector) => lettersAt(page(), selector) >= SERVED)
  if (
    !paragraphs(text)
      .slice(-3)
      .some((paragraph) => ENDS_AMID.test(paragraph))
  )
    return false
  return inOrder(page().documentElement).some((node) => isElement(node) && LOCKED.test(nameOf(node)) && !isHidden(node))
}

function lettersAt(page: Document, selector: string): number {
  try {
    return [...page.querySelectorAll(selector)].reduce((sum, each) => sum + blockText(each).trim().length, 0)
  } catch {
    // The selector is none.
    return 0
  }
}

/** Whether a page says that it is an article, or when it was published as one. */
export function callsItselfArticle(page: Document, { types }: LinkedData): boolean {
  if ([...types].some((type) => LIST_TYPES.has(type))) return false
  return (
    [...types].some((type) => /Article|Posting|Report$/u.test(type)) ||
    page.querySelector('meta[property="og:type"][content="article"], meta[property="article:published_time"]') !== null
  )
}

/** Headlines that lead elsewhere, and hardly a paragraph beside them. */
function isList(page: Document, data: LinkedData): boolean {
  if (callsItselfArticle(page, data)) return false
  const { types } = data
  if ([...types].some((type) => LIST_TYPES.has(type))) return true
  const links = [...page.querySelectorAll('a[href]')].filter(
    (link) => link.textContent.trim().length >= HEADLINE && !link.getAttribute('href')?.startsWith('#'),
  )
  return links.length >= FEWEST_HEADLINES
}

function isPlayer(page: Document, { types }: LinkedData): boolean {
  const kinds = ['VideoObject', 'ImageGallery', 'MediaGallery', 'AudioObject', 'PodcastEpisode']
  return (
    kinds.some((kind) => types.has(kind)) ||
    page.querySelector(
      'video, audio, amp-video, [class*="gallery" i], [class*="slideshow" i], [class*="player" i], iframe[src*="embed"]',
    ) !== null
  )
}
