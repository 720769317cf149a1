import { readableDate } from '../dates.js'
import { oneLine } from '../normalise.js'
import { isSameTitle } from '../title.js'
import { absolute, canonicalOf } from './canonical.js'
import { type Document, type Element, tagOf } from './dom.js'
import type { LinkedData } from './linkedData.js'

/** What a page says about its article, beside the article itself. */
export interface Metadata {
  readonly title: string | null
  readonly author: string | null
  readonly published: string | null
  /** What it calls itself. */
  readonly outlet: string | null
  /** Its `lang` attribute: a hint, since templates often say "en" to whatever they hold. */
  readonly language: string | null
  readonly canonical: string | null
  /** The address of its AMP version. */
  readonly amp: string | null
}

const DATE_METAS =
  /^(?:article:published(?:_time)?|og:article:published_time|og:published_time|publish(?:ed)?-?date|publication_date|pubdate|parsely-pub-date|sailthru\.date|date|dc\.date(?:\.\w+)?|dcterms\.(?:date|created|issued)|datepublished|release_date|cxenseparse:recs:publishtime)$/u
const AUTHOR_METAS =
  /^(?:author|byl|article:author|og:article:author|article:author_name|parsely-author|sailthru\.author|dc\.creator|dcterms\.creator|twitter:data1)$/u
const BY = /^(?:by|von|par|por|di|door|av|af|written by|words by|interview by|text:?|autor:?)\s+/iu

export function metadataOf(document: Document, data: LinkedData, url: string | null): Metadata {
  // Asked for once: each selector goes over the whole page anew.
  const elements = [...document.querySelectorAll('*')]
  const metas = metasOf(elements)
  const said = (...names: readonly string[]): string | null =>
    names.map((name) => metas.get(name)).find(Boolean) ?? null
  const link = (rel: string): string | null =>
    named(elements, 'link')
      .find((each) => each.getAttribute('rel')?.toLowerCase().split(/\s+/u).includes(rel))
      ?.getAttribute('href') ?? null
  const outlet =
    [said('og:site_name'), data.publisher, said('application-name')].find((name) => name && !/^https?:/iu.test(name)) ??
    null
  return {
    title: titleOf(elements, data, said('og:title', 'twitter:title'), outlet),
    author: withoutEnd(authorOf(document, data, metas), outlet),
    published: publishedOf(elements, data, metas),
    outlet,
    language: /^[a-z]{2,3}\b/iu.exec(document.documentElement.getAttribute('lang') ?? '')?.[0].toLowerCase() ?? null,
    canonical: canonicalOf([link('canonical'), said('og:url')], url),
    amp: absolute(link('amphtml'), url)?.href ?? null,
  }
}

function named(elements: readonly Element[], ...tags: readonly string[]): Element[] {
  return elements.filter((element) => tags.includes(tagOf(element)))
}

function metasOf(elements: readonly Element[]): Map<string, string> {
  const metas = new Map<string, string>()
  for (const meta of named(elements, 'meta')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop'))
      ?.trim()
      .toLowerCase()
    const content = oneLine(meta.getAttribute('content'))
    if (name && content !== null && !metas.has(name)) metas.set(name, content)
  }
  return metas
}

/** The headline that readers see where it is the one that the page names elsewhere, too; else what it names. */
function titleOf(
  elements: readonly Element[],
  data: LinkedData,
  og: string | null,
  outlet: string | null,
): string | null {
  const names = [data.headline, og, oneLine(named(elements, 'title')[0]?.textContent)].filter((each) => each !== null)
  const first = named(elements, 'h1')
  const headings = [...first, ...named(elements, 'h2', 'h3')]
    .slice(0, 20)
    .flatMap((each) => oneLine(each.textContent) ?? [])
  // A site's own name stands in many titles, and above many headlines.
  const shown =
    headings.find((heading) => names.some((name) => isSameTitle(heading, name))) ??
    headings.find((heading) => names.some((name) => holds(name, heading)))
  return shown ?? (names[0] === undefined ? (oneLine(first[0]?.textContent) ?? null) : withoutOutlet(names[0], outlet))
}

function holds(name: string, heading: string): boolean {
  return heading.length > 12 && name.toLowerCase().includes(heading.toLowerCase())
}

function withoutOutlet(title: string, outlet: string | null): string {
  const [, first, last] = /^(.{2,}?)\s+[|–—·»-]\s+([^|–—·»]{2,200})$/u.exec(title) ?? []
  if (!first || !last) return title
  if (outlet === null) return last.length > 1.5 * first.length ? last : first.length > last.length ? first : title
  const isOutlet = (part: string): boolean => part.includes(outlet) || outlet.includes(part)
  return isOutlet(last) ? first : isOutlet(first) ? last : title
}

function authorOf(document: Document, data: LinkedData, metas: ReadonlyMap<string, string>): string | null {
  if (data.authors.length > 0) return data.authors.join(', ')
  const said = [...metas].find(([name, value]) => AUTHOR_METAS.test(name) && isName(value))?.[1]
  if (said) return said.replace(BY, '')
  for (const selector of [
    '[itemprop~="author"]',
    '[rel~="author"]',
    '[typeof~="schema:Person"]',
    '[class*="byline" i]',
    '[class*="author" i]',
  ]) {
    for (const element of [...document.querySelectorAll(selector)].slice(0, 5)) {
      const inner = element.querySelector('[itemprop="name"]') ?? element
      const name = oneLine(inner.textContent)?.replace(BY, '')
      if (name && isName(name)) return name
    }
  }
  return null
}

/** “Ann Stroud, Wend Post” is one author. */
function withoutEnd(author: string | null, outlet: string | null): string | null {
  const end = `, ${outlet}`
  return outlet !== null && author?.endsWith(end) && author.length > end.length ? author.slice(0, -end.length) : author
}

function isName(value: string): boolean {
  return (
    value.length <= 100 && /\p{L}{2}/u.test(value) && !/https?:|[@{}<>]|\d{4}|\b(?:min read|minutes?)\b/iu.test(value)
  )
}

function publishedOf(
  elements: readonly Element[],
  data: LinkedData,
  metas: ReadonlyMap<string, string>,
): string | null {
  const times = named(elements, 'time').slice(0, 3)
  const property = elements.find((element) => element.getAttribute('itemprop') === 'datePublished')
  const given = [
    data.published,
    ...[...metas].flatMap(([name, value]) => (DATE_METAS.test(name) ? [value] : [])),
    ...(property === undefined ? [] : timeOf(property)),
    ...times.flatMap(timeOf),
  ]
  return given.map((each) => readableDate(each)).find((date) => date !== null) ?? null
}

function timeOf(element: Element): (string | null)[] {
  return [element.getAttribute('datetime') ?? element.getAttribute('content'), element.textContent]
}
