import { oneLine } from '../articles/normalise.js'
import { absolute, baseOf } from './addresses.js'
import { feedDate } from './dates.js'
import type { Element } from './elements.js'
import { fullest, type RawEntry } from './rawEntry.js'
import { fieldsOf } from './vocabulary.js'
import { htmlOf, lineOf, withoutTags, wordsOf } from './xmlText.js'

const ID = ['guid', 'id', 'dc:identifier']
const ORIGINAL_LINK = ['feedburner:origlink', 'pheedo:origlink']
const TITLE = ['title', 'atom:title', 'dc:title', 'media:title']
const AUTHOR = ['author', 'dc:creator', 'atom:author', 'itunes:author', 'dc:author', 'creator']
const PUBLISHED =
  'pubdate published issued created dc:date dcterms:issued dcterms:date dcterms:created dcterms:available atom:published prism:publicationdate date'.split(
    ' ',
  )
const UPDATED = ['updated', 'modified', 'dcterms:modified', 'atom:updated', 'lastbuilddate']
/** Of those that say the same much the first counts. */
const TEXT =
  'content:encoded content atom:content xhtml:body body description summary atom:summary dc:description media:description itunes:summary abstract'.split(
    ' ',
  )

type Fields = ReadonlyMap<string, readonly Element[]>

export interface Place {
  readonly source: string
  /** The address of the feed. */
  readonly url: string
  readonly isAtom: boolean
}

/** The entry that an `item` or `entry` is. */
export function entryOf(record: Element, { source, url, isAtom }: Place): RawEntry {
  const fields = withMedia(fieldsOf(record))
  const published = dateOf(fields, PUBLISHED)
  const updated = dateOf(fields, UPDATED)
  const id = idOf(record, fields)
  const texts = named(fields, TEXT)
  return {
    id,
    link: linkOf(record, fields, url) ?? (isAtom ? null : idLink(fields, id, baseOf(record, url))),
    title: titleOf(fields, source, isAtom),
    author: authorOf(fields) ?? sourceAuthor(fields),
    published: published ?? updated,
    updated,
    html: fullest(texts.map(([name, element]) => htmlOf(element, source, isTyped(name, element, isAtom)))),
  }
}

export function titleOf(fields: Fields, source: string, isAtom: boolean): string | null {
  const titles = named(fields, TITLE)
  return titles.map(([name, each]) => oneLine(lineOf(each, source, isTyped(name, each, isAtom)))).find(Boolean) ?? null
}

/** Where an element leads: what it was before a proxy counted clicks, the text of a `link`, or the best of Atom's. */
export function linkOf(element: Element, fields: Fields, url: string): string | null {
  const links = [...(fields.get('link') ?? []), ...(fields.get('atom:link') ?? [])]
  const alternates = links.filter(({ attributes }) => /^(?:alternate)?$/iu.test(attributes.get('rel')?.trim() ?? ''))
  const pages = alternates.filter(({ attributes }) => /^text\/html|xhtml/iu.test(attributes.get('type') ?? 'text/html'))
  const found: readonly (readonly [Element, string | undefined])[] = [
    ...ORIGINAL_LINK.flatMap((name) => fields.get(name) ?? []).map((each) => [each, wordsOf(each)] as const),
    ...links.map((each) => [each, wordsOf(each)] as const),
    ...[...pages, ...alternates].map((each) => [each, each.attributes.get('href')] as const),
    ...(fields.get('content') ?? []).map((each) => [each, each.attributes.get('src')] as const),
    [element, element.attributes.get('href')],
  ]
  return (
    found.map(([each, address]) => absolute(address, baseOf(each, url))).find((address) => address !== null) ?? null
  )
}

/** Names without the e-mail addresses beside them: "editor@example.com (Jo Tresidder)", "Jo Tresidder <editor@example.com>". */
export function authorOf(fields: Fields): string | null {
  for (const field of AUTHOR) {
    const names = (fields.get(field) ?? []).flatMap((element) => {
      const [[, name] = [field, element]] = named(fieldsOf(element), ['name', 'atom:name', 'rdf:value'])
      return oneLine(personOf(withoutTags(wordsOf(name)))) ?? []
    })
    if (names.length > 0) return [...new Set(names)].join(', ')
  }
  return null
}

function personOf(words: string): string {
  const short = words.slice(0, 500)
  const inBrackets = /^\S+@\S+ \(([^()]+)\)$/u.exec(short.trim())?.[1]
  return (inBrackets ?? short).replace(/<?[^\s<>()]+@[^\s<>()]+>?/gu, '').replace(/\(\s*\)/gu, '')
}

/** An entry that was taken from another feed has the author of that one (RFC 4287, 4.2.1). */
function sourceAuthor(fields: Fields): string | null {
  const from = fields.get('source')?.[0]
  return from ? authorOf(fieldsOf(from)) : null
}

function idOf(record: Element, fields: Fields): string {
  const given = ID.flatMap((name) => fields.get(name) ?? []).map(wordsOf)
  return given.find(Boolean) ?? record.attributes.get('rdf:about') ?? ''
}

/** A guid is an address unless it says that it is none. */
function idLink(fields: Fields, id: string, base: string): string | null {
  const isNone = fields.get('guid')?.[0]?.attributes.get('ispermalink')?.trim().toLowerCase() === 'false'
  return !isNone && /^https?:\/\//iu.test(id) ? absolute(id, base) : null
}

function dateOf(fields: Fields, names: readonly string[]): string | null {
  return (
    named(fields, names)
      .map(([, element]) => feedDate(wordsOf(element)))
      .find((date) => date !== null) ?? null
  )
}

/** What stands in `media:group` and `media:content` belongs to the entry. */
function withMedia(fields: Fields): Fields {
  const holders = ['media:group', 'media:content'].flatMap((name) => fields.get(name) ?? [])
  const inner = holders.flatMap((holder) => [...fieldsOf(holder)])
  return new Map([...inner, ...fields])
}

function named(fields: Fields, names: readonly string[]): (readonly [name: string, element: Element])[] {
  return names.flatMap((name) => (fields.get(name) ?? []).map((element) => [name, element] as const))
}

/** Whether the words of an element are what its `type` says; elsewhere they are HTML. */
function isTyped(name: string, { attributes }: Element, isAtom: boolean): boolean {
  if (name.startsWith('media:')) return attributes.has('type')
  return name.startsWith('atom:') || (isAtom && !name.includes(':'))
}
