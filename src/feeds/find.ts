/** The feeds behind an address that somebody typed: the address itself, or what the page there points at. */
import { CrierError } from '../errors.js'
import { feedRefusals } from '../feedPhrases.js'
import { pollPhrases as say } from '../pollPhrases.js'
import { siteOf } from '../web/site.js'
import type { Content, Web } from '../web/web.js'
import { commonFeedAddresses } from './discover.js'
import type { ParsedFeed } from './entry.js'
import type { NewFeed } from './feed.js'
import type { Reader } from './reading.js'

/** Somebody waits for it. Milliseconds. */
const LONGEST = 25_000
/** Of the feeds that a page points at. */
const MOST_FEEDS = 5
const LONGEST_NAME = 100

interface FindParts {
  readonly web: Web
  readonly reader: Reader
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** Takes what a feed was found by: see `foundFeeds`. */
  readonly keep?: (url: string, got: Content) => void
  /** Whoever runs Crier says that what is found may speak for the site that it names, whichever that is. */
  readonly isVouched?: boolean
}

/** Rejects with a CrierError of a sentence or two where there is none. See `Feeds`. */
export async function findFeeds(typed: string, parts: FindParts): Promise<readonly NewFeed[]> {
  const addresses = addressesOf(typed)
  const [given = ''] = addresses
  const found = new AbortController()
  const tooLong = new AbortController()
  const watching = parts.wait(LONGEST, found.signal).then(() => tooLong.abort())
  try {
    let why: string = say.pointsAtNone
    for (const address of addresses) {
      const there = await look(address, parts, tooLong.signal)
      if ('feed' in there) return [there.feed]
      const feeds = 'page' in there ? await behind(there.page, parts, tooLong.signal) : []
      if (feeds.length > 0) return feeds
      why = there.why === feedRefusals.aPage ? say.pointsAtNone : there.why
    }
    throw new CrierError(say.noFeedAt(shown(given), tooLong.signal.aborted ? say.findingTooSlow(LONGEST) : why))
  } finally {
    found.abort()
    await watching
  }
}

const isWeb = (address: string): boolean => /^https?:\/\/[^\s/]/iu.test(address) && URL.canParse(address)

/** What may be meant, likeliest first. */
function addressesOf(typed: string): readonly string[] {
  const bare = typed.trim().replace(/^feed:(?:\/\/)?/iu, '')
  const addresses = /^[a-z][a-z0-9+.-]*:\/\//iu.test(bare) ? [bare] : [`https://${bare}`, `http://${bare}`]
  if (!addresses.every(isWeb)) throw new CrierError(say.notAnAddress(typed))
  return addresses
}

type There = { readonly feed: NewFeed } | { readonly page: Content; readonly why: string } | { readonly why: string }

async function look(address: string, parts: FindParts, signal: AbortSignal): Promise<There> {
  const { web, reader, isVouched = false, keep } = parts
  const got = await web.get(address, { as: 'feed', signal })
  if (got.kind === 'failed') return { why: got.why }
  if (got.kind === 'unchanged') return { why: say.pointsAtNone }
  const reading = await reader.feed(got)
  if ('reason' in reading) return { page: got, why: reading.reason }
  const feed = newFeed(got, reading.read, isVouched)
  keep?.(feed.url, got)
  return { feed }
}

/** The feeds that a page points at; the first of the usual addresses that is one, where it points at none. */
async function behind(page: Content, parts: FindParts, signal: AbortSignal): Promise<readonly NewFeed[]> {
  const pointed = (await parts.reader.discover(page)).slice(0, MOST_FEEDS)
  const looked = await Promise.all(pointed.map(({ url }) => look(url, parts, signal)))
  const feeds = looked.flatMap((there) => ('feed' in there ? [there.feed] : []))
  if (feeds.length > 0) return [...new Map(feeds.map((feed) => [feed.url, feed])).values()]
  for (const address of commonFeedAddresses(page.url)) {
    if (signal.aborted) return []
    const there = await look(address, parts, signal)
    if ('feed' in there) return [there.feed]
  }
  return []
}

/** It speaks for the site that answered: an address that leads elsewhere proves nothing about where it stands. */
function newFeed(got: Content, { title, site }: ParsedFeed, isVouched: boolean): NewFeed {
  const url = got.movedTo ?? got.url
  return {
    url,
    outlet: title?.slice(0, LONGEST_NAME).trim() || siteOf(url),
    site: site !== null && (isVouched || siteOf(site) === siteOf(url)) ? site : null,
    ...(isVouched && { isVouched }),
  }
}

/** Without what may be secret. */
function shown(address: string): string {
  const { origin, pathname } = new URL(address)
  return `${origin}${pathname}`
}
