import { getDomain } from 'tldts'
import { bareHost } from './address.js'

/**
 * The site of an address, which is believed about its own pages only: the domain that was registered, where the suffix may be one under which
 * anybody gets a page (`wend.blogspot.com`); where there is none (`localhost`, an IP address), the host with its port. What is no web address
 * is a site of its own.
 */
export function siteOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || !/^https?:$/u.test(parsed.protocol)) return url
  const options = { allowPrivateDomains: true, extractHostname: false, validateHostname: false }
  return getDomain(bareHost(parsed), options) ?? parsed.host
}
