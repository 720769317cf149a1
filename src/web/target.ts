/** Addresses that may be asked at all; whether they are public shows when they are looked up: see connect.ts. */
import { webPhrases as say } from '../webPhrases.js'
import { BAD_PORTS } from './badPorts.data.js'
import { refused } from './failure.js'
import { LONGEST_ADDRESS } from './limits.js'

/** An address as it is sent: without credentials, which Crier gives to nobody, fragment and the dot that may end a host. Throws a `Failure`. */
export function targetOf(address: string, base?: URL): URL {
  if (address.length > LONGEST_ADDRESS) throw refused(say.tooLong(LONGEST_ADDRESS))
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : null
  if (url === null || !/^https?:$/u.test(url.protocol)) throw refused(base ? say.badLocation : say.notWeb)
  url.username = ''
  url.password = ''
  url.hash = ''
  url.hostname = url.hostname.replace(/\.$/u, '')
  if (url.hostname.length > 253) throw refused(say.unknownHost)
  if (BAD_PORTS.has(Number(url.port || '80'))) throw refused(say.badPort(Number(url.port)))
  return url
}

/** Where a redirect leads. Throws a `Failure`. */
export function redirectedTo(from: URL, location: string | null): URL {
  if (location === null) throw refused(say.noLocation)
  const to = targetOf(asUtf8(location), from)
  if (from.protocol === 'https:' && to.protocol === 'http:') throw refused(say.downgraded)
  return to
}

/** Headers come as a character a byte; browsers read addresses in them as UTF-8. */
function asUtf8(text: string): string {
  const utf8 = Buffer.from(text, 'latin1').toString('utf8')
  return utf8.includes('\ufffd') ? text : utf8
}
