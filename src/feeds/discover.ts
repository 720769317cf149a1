import { oneLine } from '../articles/normalise.js'
import { Refusal } from '../articles/refusal.js'
import { decodeWeb } from '../articles/webText.js'
import { absolute } from './addresses.js'
import type { FoundFeed } from './entry.js'
import { parseFeed } from './parse.js'
import type { Fetched } from './reading.js'
import { readTags, withoutControls } from './tags.js'

const FEED_TYPE =
  /^(?:application|text)\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|x-rss\+xml|x-atom\+xml|json|rss|atom)\s*(?:;|$)/iu
/** Plain JSON is mostly something else: WordPress links its programming interface so. */
const OTHER_JSON = /\/wp-json\b|oembed|\/api\//iu
const COMMENTS = /\b(?:comments?|kommentare?|commentaires|replies|comentarios)\b/iu
/** More than any page points at. */
const MOST_FOUND = 50
const USUAL = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.xml',
  '/feeds/posts/default',
  '/feed.json',
]

/**
 * The feeds that a page points at, each once, those of comments last; none where it is a feed itself, or is no text. Reads tags only, so that
 * any page takes time linear in its length.
 */
export function discoverFeeds(fetched: Fetched): FoundFeed[] {
  if (isFeed(fetched)) return []
  const links: { readonly href: string; readonly title: string | null }[] = []
  let base = fetched.url
  let hasBase = false
  let isInert = false
  readTags(textOf(fetched), 'html', (stop) => ({
    open({ name, attributes }) {
      const attribute = (of: string): string => attributes.get(of)?.trim() ?? ''
      if (name === 'template') isInert = true
      if (name === 'base' && !hasBase && attribute('href') !== '') {
        base = absolute(attribute('href'), fetched.url) ?? base
        hasBase = true
      }
      if (name !== 'link' && name !== 'a') return
      const isAlternate = attribute('rel').toLowerCase().split(/\s+/u).includes('alternate')
      if (isInert || !isAlternate || !isFeedType(attribute('type'), attribute('href'))) return
      links.push({ href: attribute('href'), title: oneLine(attribute('title')) })
      if (links.length >= MOST_FOUND) stop()
    },
    close(name) {
      if (name === 'template') isInert = false
    },
  }))
  const found = new Map<string, FoundFeed>()
  for (const { href, title } of links) {
    const url = absolute(href, base)
    if (url !== null && !found.has(url)) found.set(url, { url, title, site: fetched.url })
  }
  const all = [...found.values()]
  return [...all.filter((feed) => !isOfComments(feed)), ...all.filter(isOfComments)]
}

/** Where sites keep their feeds that do not say so: addresses to try, the likeliest first. */
export function commonFeedAddresses(url: string): string[] {
  return USUAL.flatMap((path) => absolute(path, url) ?? [])
}

function isOfComments({ url, title }: FoundFeed): boolean {
  return COMMENTS.test(`${url.replace(/[-_/]/gu, ' ')} ${title ?? ''}`)
}

function isFeedType(type: string, href: string): boolean {
  return FEED_TYPE.test(type) && !(/\/json\s*(?:;|$)/iu.test(type) && OTHER_JSON.test(href))
}

function isFeed(fetched: Fetched): boolean {
  try {
    parseFeed(fetched)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function textOf({ bytes, type }: Fetched): string {
  try {
    return withoutControls(decodeWeb(bytes, type))
  } catch (error) {
    if (error instanceof Refusal) return ''
    throw error
  }
}
