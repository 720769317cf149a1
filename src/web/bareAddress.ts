/** One spelling for all the addresses that lead to one article, as far as an address alone can tell. */
import { bareHost } from './address.js'
import { siteOf } from './site.js'
import { TRACKING, TRACKING_FAMILIES } from './tracking.data.js'

/**
 * A key to tell articles by, neither to be fetched nor shown: its scheme is https wherever the port is not written, since sites change that and
 * keep their articles. Null for what is no web address. Without credentials, fragment (but `#!`, by which some sites choose what is shown) and
 * tracking parameters; what is left keeps its order, which may mean something. AMP forms become the plain one where that is certain.
 * Spelled as RFC 3986, 6.2.2 and WHATWG URL say.
 */
export function bareAddress(url: string): string | null {
  const inner = innerOf(url)
  const parsed = parse(inner ?? url)
  if (parsed === null) return null
  const host = plainHost(bareHost(parsed))
  const scheme = parsed.port === '' ? 'https:' : parsed.protocol
  const port = parsed.port === '' ? '' : `:${parsed.port}`
  const path = plainPath(sameEscapes(parsed.pathname))
  const hash = /^#!./u.test(parsed.hash) ? sameEscapes(parsed.hash) : ''
  return `${scheme}//${host.includes(':') ? `[${host}]` : host}${port}${path}${plainQuery(parsed.search)}${hash}`
}

function parse(url: string): URL | null {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return parsed !== null && /^https?:$/u.test(parsed.protocol) && bareHost(parsed) !== '' ? parsed : null
}

/** The address that Google's AMP viewer or AMP cache shows: `google.com/amp/s/HOST/PATH`, `HOST.cdn.ampproject.org/c/s/HOST/PATH`. */
function innerOf(url: string): string | null {
  const parsed = parse(url)
  if (parsed === null) return null
  const isViewer = /^(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}$/u.test(bareHost(parsed))
  const isCache = /^[^.]+\.cdn\.ampproject\.org$/u.test(bareHost(parsed))
  const path = (isViewer && /^\/amp\/(?:s\/)?(.*)$/su) || (isCache && /^\/[cv]\/(?:s\/)?(.*)$/su)
  const address = path ? path.exec(parsed.pathname)?.[1] : undefined
  const [host = '', ...rest] = (address ?? '').split('/', 2)
  return host.includes('.') && rest.length > 0 ? `https://${address}${parsed.search}` : null
}

/** `amp.` before a site's own name stands in the place of `www.`. */
function plainHost(host: string): string {
  const site = host.startsWith('amp.') ? host.slice('amp.'.length) : ''
  return site !== '' && siteOf(`https://${host}/`) === site ? `www.${site}` : host
}

/** `/amp` at the end is another form of an article only after what looks like one's name, with a hyphen or a digit. */
function plainPath(path: string): string {
  const parts = path.split('/')
  const last = path.endsWith('/') ? parts.length - 2 : parts.length - 1
  if (parts[last] !== 'amp' || !/[-\d]/u.test(parts[last - 1] ?? '')) return path
  return parts.toSpliced(last, 1).join('/')
}

function plainQuery(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !isTracking(parameter))
  return kept.length > 0 ? `?${kept.map(sameEscapes).join('&')}` : ''
}

function isTracking(parameter: string): boolean {
  const name = (parameter.split('=', 1)[0] ?? '').toLowerCase()
  return (
    TRACKING.has(name) ||
    TRACKING_FAMILIES.test(name) ||
    /^(?:amp(?:=(?:1|true|yes)?)?|output(?:type)?=amp|_amp=(?:1|true))$/iu.test(parameter)
  )
}

/** RFC 3986, 6.2.2: an escape is in capitals, and what needs none has none. */
export function sameEscapes(text: string): string {
  return text.replace(/%[\da-f]{2}/giu, (escape) => {
    const character = String.fromCodePoint(Number.parseInt(escape.slice(1), 16))
    return /[\w.~-]/u.test(character) ? character : escape.toUpperCase()
  })
}
