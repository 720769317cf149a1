/** Connections to addresses that were checked: there is no second look-up that could give others. */
import type { LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { callbackify } from 'node:util'
import { buildConnector } from 'undici'
import { webPhrases as say } from '../webPhrases.js'
import { type Allowed, mayFetch, shortest } from './address.js'
import { passing, refused } from './failure.js'

/** All addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

interface Parts {
  readonly resolve: Resolve
  readonly allowed: Allowed
  /** Milliseconds. */
  readonly timeout: number
  /** PEM: who else may vouch for servers. */
  readonly ca?: string
}

/** What undici connects by; fails with a `Failure` where no address of the host may be fetched. */
export function createConnector({ resolve, allowed, timeout, ca }: Parts): buildConnector.connector {
  const checked = callbackify(async (host: string): Promise<[LookupAddress, ...LookupAddress[]]> => {
    const found = await resolve(host)
    const [first, ...others] = found.filter(({ address }) => mayFetch(allowed, host, address))
    if (first !== undefined) return [first, ...others]
    throw found.length > 0 ? refused(say.notPublicHost(host)) : passing(say.unknownHost)
  })
  const lookup: LookupFunction = (host, options, callback) =>
    checked(host, (error, found) => {
      if (error) callback(error, '')
      else if (options.all) callback(null, found)
      else callback(null, found[0].address, found[0].family)
    })
  const connect = buildConnector({ timeout, lookup, ...(ca === undefined ? {} : { ca }) })
  return (options, callback) => {
    const ip = options.hostname.replace(/^\[(.*)\]$/u, '$1')
    // What is a number already is never looked up.
    if (isIP(ip) && !mayFetch(allowed, ip, ip)) callback(refused(say.notPublic(shortest(ip))), null)
    else connect(options, callback)
  }
}
