import { decodeWeb } from '../articles/webText.js'
import type { ParsedFeed } from './entry.js'
import { parseJsonFeed } from './jsonFeed.js'
import type { Fetched } from './reading.js'
import { withoutControls } from './tags.js'
import { parseXmlFeed } from './xmlFeed.js'

/**
 * What a feed of any usual format says; the bytes tell which it is, whatever they are sent as. Nothing in it is expanded or fetched. Throws a
 * Refusal, one sentence, where it is no feed or none that can be read.
 */
export function parseFeed({ bytes, type, url }: Fetched): ParsedFeed {
  const source = withoutControls(decodeWeb(bytes, type))
  return /^\s*[[{]/u.test(source) ? parseJsonFeed(source, url) : parseXmlFeed(source, url)
}
