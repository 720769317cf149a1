import { oneLine } from '../articles/normalise.js'
import { Refusal } from '../articles/refusal.js'
import { decodeWeb } from '../articles/webText.js'
import { feedRefusals } from '../feedPhrases.js'
import { absolute } from './addresses.js'
import type { FoundFeed } from './entry.js'
import { readTags, withoutControls } from './tags.js'

/** More than anybody follows. */
const MOST_LISTED = 10_000
/** Addresses in a list stand alone: what is relative leads nowhere. */
const NOWHERE = 'nowhere:/'

/**
 * The feeds of an OPML file, however deep its outlines nest, each once and in its order; it need not be well-formed. Throws a Refusal where it is
 * no OPML.
 */
export function readOpml(bytes: Uint8Array): FoundFeed[] {
  const found = new Map<string, FoundFeed>()
  let isOpml = false
  readTags(withoutControls(decodeWeb(bytes, null)), 'xml', (stop) => ({
    open({ name, attributes }) {
      if (name === 'opml') isOpml = true
      if (!isOpml || name !== 'outline') return
      const url = absolute(withoutFeedScheme(attributes.get('xmlurl') ?? ''), NOWHERE)
      if (url === null || found.has(url)) return
      const title = oneLine(attributes.get('title')) ?? oneLine(attributes.get('text'))
      found.set(url, { url, title, site: absolute(attributes.get('htmlurl'), NOWHERE) })
      if (found.size >= MOST_LISTED) stop()
    },
  }))
  if (!isOpml) throw new Refusal(feedRefusals.notOpml)
  return [...found.values()]
}

/** OPML 2.0 (opml.org/spec2.opml) of feeds; `title` names the list. */
export function writeOpml(title: string, feeds: readonly FoundFeed[]): string {
  const outlines = feeds.map(({ url, title: name, site }) => {
    const attributes = [
      ['type', 'rss'],
      ['text', name ?? url],
      ['title', name],
      ['xmlUrl', url],
      ['htmlUrl', site],
    ] as const
    const written = attributes.flatMap(([key, value]) => (value === null ? [] : `${key}="${escaped(value)}"`))
    return `    <outline ${written.join(' ')}/>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escaped(title)}</title>`,
    '  </head>',
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}

/** "feed:https://…" and "feed://…", as browsers once had it. */
function withoutFeedScheme(address: string): string {
  return address
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/iu, '')
    .replace(/^feed:(?=\/\/)/iu, 'http:')
}

/** For text and attributes of XML, which holds no controls and no half characters. */
function escaped(value: string): string {
  return withoutControls(value)
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
    .replace(/\s/gu, ' ')
}
