import { Refusal } from '../articles/refusal.js'
import { feedRefusals } from '../feedPhrases.js'
import { type Element, localName, readElements } from './elements.js'
import type { ParsedFeed } from './entry.js'
import { keyed, MOST_ENTRIES, type RawEntry } from './rawEntry.js'
import { restOf } from './rest.js'
import { fieldsOf } from './vocabulary.js'
import { authorOf, entryOf, linkOf, titleOf } from './xmlEntry.js'

const ROOTS = new Set(['rss', 'rdf', 'feed', 'channel'])
const RECORDS = new Set(['item', 'entry'])

/**
 * A feed of XML: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, with the usual modules. It need not be well-formed: what a reader can understand is
 * taken. Throws a Refusal where there is no feed, or none of its entries is whole.
 */
export function parseXmlFeed(source: string, url: string): ParsedFeed {
  const raw: RawEntry[] = []
  const { root, isCut, first } = readElements(source, {
    roots: ROOTS,
    records: RECORDS,
    record(element) {
      raw.push(entryOf(element, { source, url, isAtom: isAtom(element) }))
      return raw.length < MOST_ENTRIES
    },
  })
  if (root === null) throw new Refusal(noFeed(source, first))
  if (isCut && raw.length === 0) throw new Refusal(feedRefusals.breaksOff)
  const head = root.children.find(({ name }) => localName(name) === 'channel') ?? root
  const fields = fieldsOf(head)
  // The authors of an Atom feed are those of entries that name none (RFC 4287, 4.2.1); a channel's are not.
  const author = isAtom(root) ? authorOf(fields) : null
  return {
    title: titleOf(fields, source, isAtom(root)),
    site: linkOf(head, fields, url),
    ...restOf(fields),
    entries: keyed(raw.map((entry) => ({ ...entry, author: entry.author ?? author }))),
  }
}

function isAtom(element: Element): boolean {
  let root = element
  while (root.parent !== null) root = root.parent
  return localName(root.name) === 'feed'
}

function noFeed(source: string, first: string | null): string {
  if (first === null) return feedRefusals.otherText
  const start = source.slice(0, 1_000_000)
  return /<!doctype\s+html|<html[\s>]|<body[\s>]/iu.test(start) ? feedRefusals.aPage : feedRefusals.otherXml
}
