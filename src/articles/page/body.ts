import { Readability } from '@mozilla/readability'
import { type Block, MARK, markBlocks } from './blocks.js'
import { type Document, type Element } from './dom.js'

/** Below this Readability looks again with laxer rules. */
const FEWEST_LETTERS = 200
/** A paragraph of which more stands in links leads elsewhere. */
const MOSTLY_LINKS = 0.6
/** Of a container of which so much is text of the article, all is. */
const MOST_OF_CONTAINER = 0.5
/** Outside the main containers only paragraphs count. */
const PROSE = 80
/** A list of articles has more headlines than links between the parts of one. */
const FEWEST_HEADLINES = 4
const LONGEST_LABEL = 40
/** In blocks: key points, links among them, bylines. */
const LONGEST_STANDFIRST = 15
/** In letters: a byline or a date is shorter. */
const SHORTEST_STANDFIRST = 40

export interface Found {
  readonly blocks: readonly Block[]
  /** Its paragraphs are those of a list of articles, each below the headline of one. */
  readonly isList: boolean
}

/**
 * The blocks of a page's article in order. Readability (Mozilla's, after Arc90's) says where the article is; what it drops from among the
 * paragraphs that it keeps, such as short ones, lists and subheads, is put back, for it cleans up for the eye and a quotation can be short.
 */
export function articleBlocks(document: Document): Found {
  const blocks = markBlocks(document)
  const isKept = new Set(keptBy(document))
  if (isKept.size === 0) return { blocks: [], isList: false }
  const whole = wholeGroups(blocks, isKept)
  const text = containerOfText(blocks, isKept)
  // A heading that is a link stands in lists of places or products, too; there it stands right among the paragraphs.
  const isHeadOfText = (block: Block, next: Block | undefined): boolean =>
    isHeading(block) && block.container === text && next?.container === text && !leadsElsewhere(next)
  const belongs = blocks.map(
    (block, index) =>
      (isKept.has(index) || whole.has(block.container) || whole.has(block.kind)) &&
      (!leadsElsewhere(block) || (isKept.has(index) && isHeadOfText(block, blocks[index + 1]))) &&
      !isHeadOfLinks(block, blocks[index + 1]),
  )
  const main = mainBlocks(blocks, belongs)
  const { column } = blocks[main.first] ?? { column: null }
  const found = blocks.filter((block, index) => {
    if (column !== null && block.column !== column) return false
    if (index < main.first) return isLeadingIn(block, index, blocks, main.first) || (belongs[index] && isProse(block))
    if (index > main.last) return belongs[index] && isProse(block)
    return belongs[index] || (isHeading(block) && !leadsElsewhere(block) && belongs[index + 1])
  })
  return { blocks: found, isList: isListed(blocks.slice(Math.max(0, main.first - 2), main.last + 1), found) }
}

/** As many headlines that lead elsewhere as there are paragraphs. */
function isListed(range: readonly Block[], found: readonly Block[]): boolean {
  const headlines = range.filter((block) => isHeading(block) && block.linked > MOSTLY_LINKS).length
  const paragraphs = found.filter((block) => !isHeading(block) && block.text.length >= PROSE).length
  return headlines >= FEWEST_HEADLINES && headlines >= MOST_OF_CONTAINER * paragraphs
}

/** Where the containers begin and end that hold most of the text. */
function mainBlocks(blocks: readonly Block[], belongs: readonly boolean[]): { first: number; last: number } {
  const letters = new Map<string, number>()
  let all = 0
  for (const [index, { kind, text }] of blocks.entries()) {
    if (!belongs[index]) continue
    letters.set(kind, (letters.get(kind) ?? 0) + text.length)
    all += text.length
  }
  const isMain = blocks.map(({ kind }, index) => belongs[index] === true && (letters.get(kind) ?? 0) > all / 6)
  const inMain = blocks.reduce((sum, { text }, index) => sum + (isMain[index] ? text.length : 0), 0)
  // Where each paragraph stands in a container of its own, none holds much.
  const counts =
    inMain >= MOST_OF_CONTAINER * all
      ? isMain
      : blocks.map((block, index) => belongs[index] === true && isSentence(block))
  let first = counts.indexOf(true)
  while (/^h[2-6]$/u.test(blocks[first - 1]?.tag ?? '')) first--
  return { first, last: counts.lastIndexOf(true) }
}

/** A standfirst between the headline and the text: called one, or a sentence right below the headline. */
function isLeadingIn(block: Block, index: number, blocks: readonly Block[], first: number): boolean {
  if (leadsElsewhere(block) || first - index > LONGEST_STANDFIRST) return false
  const title = blocks.findLastIndex(({ tag }, at) => tag === 'h1' && at < index)
  if (block.isStandfirst && blocks.every(({ tag }, at) => tag !== 'h1' || at < index)) return true
  return title >= 0 && index === title + 1 && block.text.length >= SHORTEST_STANDFIRST
}

function leadsElsewhere(block: Block): boolean {
  return block.linked > MOSTLY_LINKS || (block.inner > MOSTLY_LINKS && !isHeading(block))
}

/** “Related” above links. */
function isHeadOfLinks(block: Block, next: Block | undefined): boolean {
  if (next === undefined || !leadsElsewhere(next)) return false
  return isHeading(block) || (block.text.length < LONGEST_LABEL && !/[.!?”"»]$/u.test(block.text))
}

function isProse({ text }: Block): boolean {
  return text.length >= PROSE || /["“”„«»]/u.test(text)
}

function isSentence({ text }: Block): boolean {
  return text.length >= SHORTEST_STANDFIRST && /[.!?…]["”»“)]*$/u.test(text)
}

/** The numbers of the blocks that Readability keeps. */
function keptBy(document: Document): number[] {
  const found = new Readability<Element>(document, {
    charThreshold: FEWEST_LETTERS,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node) => node,
  }).parse()
  const { content } = found ?? {}
  if (!content) return []
  return [...content.querySelectorAll(`[${MARK}]`)].map((element) => Number(element.getAttribute(MARK)))
}

/** The container that holds most of the text that is kept. */
function containerOfText(blocks: readonly Block[], isKept: ReadonlySet<number>): number | null {
  const letters = new Map<number, number>()
  for (const [index, { container, text }] of blocks.entries())
    if (isKept.has(index)) letters.set(container, (letters.get(container) ?? 0) + text.length)
  return [...letters].reduce<[number | null, number]>((best, each) => (each[1] > best[1] ? each : best), [null, 0])[0]
}

/** Containers, and kinds of containers, most of whose text is kept. */
function wholeGroups(blocks: readonly Block[], isKept: ReadonlySet<number>): ReadonlySet<number | string> {
  const letters = new Map<number | string, { kept: number; all: number }>()
  for (const [index, { container, kind, text, linked }] of blocks.entries()) {
    if (linked > MOSTLY_LINKS) continue
    for (const group of [container, kind]) {
      const sum = letters.get(group) ?? { kept: 0, all: 0 }
      sum.all += text.length
      if (isKept.has(index)) sum.kept += text.length
      letters.set(group, sum)
    }
  }
  return new Set([...letters].flatMap(([group, { kept, all }]) => (kept >= MOST_OF_CONTAINER * all ? [group] : [])))
}

export function isHeading({ tag }: Block): boolean {
  return /^h[1-6]$/u.test(tag)
}
