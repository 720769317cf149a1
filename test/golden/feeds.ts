/** Feeds of made-up outlets, each in a file that can be read, with what must come out of it beside it. */
import { readdirSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import type { Entry, ParsedFeed } from '../../src/feeds/entry.js'
import type { Fetched } from '../../src/feeds/reading.js'

const FOLDER = new URL('feeds/', import.meta.url)
const URL_OF_FEED = 'https://herald.wendmouth.example/feed'
const MARK = '\uFEFF'

export interface GoldenFeed {
  readonly name: string
  readonly fetched: Fetched
  readonly expected: { readonly feed: ParsedFeed } | { readonly refused: string }
}

/** What stands in NAME.expected.json: what is left out is null, or none; the key is the link where it is left out. */
interface Written extends Partial<Omit<ParsedFeed, 'entries'>> {
  readonly entries?: readonly Partial<Entry>[]
  readonly refused?: string
  /** The bytes are of this encoding, whatever the feed itself declares. */
  readonly encoding?: string
  readonly bom?: boolean
  /** A byte that belongs to no character stands before these words. */
  readonly brokenAt?: string
  /** The signs of control characters (␀) stand for these. */
  readonly controls?: boolean
  /** Content-Type. */
  readonly type?: string
}

/** A key that is made of the text, so that only its being there counts. */
export const SOME_KEY = '*'

export function goldenFeeds(): GoldenFeed[] {
  const files = readdirSync(FOLDER).toSorted()
  return files
    .filter((file) => !file.endsWith('.expected.json'))
    .map((file) => {
      const name = file.slice(0, file.lastIndexOf('.'))
      const written: Written = JSON.parse(readFileSync(new URL(`${name}.expected.json`, FOLDER), 'utf8'))
      const bytes = encoded(readFileSync(new URL(file, FOLDER), 'utf8'), written)
      return { name, fetched: { bytes, type: written.type ?? null, url: URL_OF_FEED }, expected: expectedOf(written) }
    })
}

function encoded(text: string, { encoding = 'utf-8', bom = false, brokenAt, controls = false }: Written): Uint8Array {
  const written = controls
    ? text.replace(/[\u2400-\u241F]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x2400))
    : text
  const bytes = iconv.encode(`${bom ? MARK : ''}${written}`, encoding, { addBOM: false })
  if (brokenAt === undefined) return bytes
  const at = bytes.indexOf(brokenAt)
  return Buffer.concat([bytes.subarray(0, at), Buffer.of(0xff), bytes.subarray(at)])
}

function expectedOf({ refused, entries = [], title = null, site = null, ...rest }: Written): GoldenFeed['expected'] {
  if (refused !== undefined) return { refused }
  const { ttl = null, skipHours = [], skipDays = [] } = rest
  return { feed: { title, site, ttl, skipHours, skipDays, entries: entries.map(entryOf) } }
}

function entryOf(entry: Partial<Entry>): Entry {
  const { link = null, title = null, author = null, published = null, updated = null, html = null } = entry
  return { key: entry.key ?? link ?? SOME_KEY, link, title, author, published, updated, html }
}
