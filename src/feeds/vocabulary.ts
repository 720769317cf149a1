import { type Element, localName } from './elements.js'

/** The names by which this project knows vocabularies, by their addresses without scheme and last mark. */
const VOCABULARIES: ReadonlyMap<string, string> = new Map([
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['purl.org/rss/1.0', 'rss'],
  ['my.netscape.com/rdf/simple/0.9', 'rss'],
  ['channel.netscape.com/rdf/simple/0.9', 'rss'],
  ['my.netscape.com/publish/formats/rss-0.91.dtd', 'rss'],
  ['backend.userland.com/rss', 'rss'],
  ['backend.userland.com/rss2', 'rss'],
  ['blogs.law.harvard.edu/tech/rss', 'rss'],
  ['cyber.law.harvard.edu/rss', 'rss'],
  ['cyber.law.harvard.edu/rss/rss.html', 'rss'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['search.yahoo.com/mrss', 'media'],
  ['search.yahoo.com/rss', 'media'],
  ['tools.search.yahoo.com/mrss', 'media'],
  ['www.rssboard.org/media-rss', 'media'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['www.pheedo.com/namespace/pheedo', 'pheedo'],
  ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
])

/**
 * The children of an element by a name that does not depend on the prefixes of the document: plain for the feed's own vocabulary ("title"), with
 * the usual prefix for others ("dc:creator"). Prefixes that are never declared count as the usual ones.
 */
export function fieldsOf(element: Element): ReadonlyMap<string, readonly Element[]> {
  const own = ownVocabulary(element)
  const fields = new Map<string, Element[]>()
  for (const child of element.children) {
    const vocabulary = vocabularyOf(child)
    const isOwn = vocabulary === '' || vocabulary === 'rss' || vocabulary === own
    const name = isOwn ? localName(child.name) : `${vocabulary}:${localName(child.name)}`
    const held = fields.get(name)
    if (held) held.push(child)
    else fields.set(name, [child])
  }
  return fields
}

/** What the document takes its own elements from: that of its root, where "feed" can be nothing but Atom. */
function ownVocabulary(element: Element): string {
  let root = element
  while (root.parent !== null) root = root.parent
  return localName(root.name) === 'feed' ? 'atom' : vocabularyOf(root)
}

/** "" for what no prefix and no known vocabulary tells apart. */
function vocabularyOf(element: Element): string {
  const colon = element.name.indexOf(':')
  const prefix = colon < 0 ? '' : element.name.slice(0, colon)
  const address = declared(element, prefix === '' ? 'xmlns' : `xmlns:${prefix}`)
  const known = VOCABULARIES.get(
    address
      .toLowerCase()
      .trim()
      .replace(/^https?:\/\//u, '')
      .replace(/[/#]$/u, ''),
  )
  return known ?? prefix
}

function declared(element: Element, attribute: string): string {
  for (let at: Element | null = element; at !== null; at = at.parent) {
    const address = at.attributes.get(attribute)
    if (address !== undefined) return address
  }
  return ''
}
