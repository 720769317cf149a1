/** Which addresses belong to the public internet, and which others may be fetched all the same. */
import ipaddr from 'ipaddr.js'

/** What `CRIER_ALLOW_ADDRESSES` lists. */
export interface Allowed {
  /** As they stand in an address: small letters, punycode, no dot at the end. */
  readonly hosts: ReadonlySet<string>
  readonly networks: readonly Network[]
}

type Ip = ipaddr.IPv4 | ipaddr.IPv6
type Network = readonly [Ip, number]

export const NOTHING_ALLOWED: Allowed = { hosts: new Set(), networks: [] }

const GLOBAL_UNICAST: [ipaddr.IPv6, number] = ipaddr.IPv6.parseCIDR('2000::/3')
/** RFC 6052: how networks without IPv4 reach it. */
const NAT64: [ipaddr.IPv6, number] = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/**
 * Whether an IP address is one that any machine on the internet may ask: global unicast of IANA's special-purpose registries. IPv4 in IPv6
 * (RFC 4291, 6052) is judged as IPv4. 6to4 and Teredo, which nothing uses any more, are not public. What is no IP address is not public.
 */
export function isPublic(ip: string): boolean {
  return ipaddr.isValid(ip) && isPublicIp(ipaddr.process(ip))
}

function isPublicIp(ip: Ip): boolean {
  if (ip.kind() === 'ipv4') return ip.range() === 'unicast'
  if (ip.match(NAT64)) return isPublicIp(ipaddr.fromByteArray(ip.toByteArray().slice(12)))
  // Some ranges that nobody was given count as unicast there.
  return ip.range() === 'unicast' && ip.match(GLOBAL_UNICAST)
}

/** An IP address as people write it: IPv4 in IPv6 as IPv4. */
export function shortest(ip: string): string {
  return ipaddr.isValid(ip) ? ipaddr.process(ip).toString() : ip
}

/** Whether `host`, as it stands in an address, may be fetched at `ip`: a public one, or one that is listed by name or number. */
export function mayFetch(allowed: Allowed, host: string, ip: string): boolean {
  return isPublic(ip) || allowed.hosts.has(host) || isListed(allowed, ip)
}

function isListed({ networks }: Allowed, ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false
  const parsed = ipaddr.process(ip)
  return networks.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits))
}

/** Reads IP addresses, networks in CIDR and host names with commas between; null where one is none of these. */
export function allowedList(setting: string): Allowed | null {
  const hosts = new Set<string>()
  const networks: Network[] = []
  for (const one of setting.split(',').map((part) => part.trim())) {
    const network = networkOf(one)
    const host = network === null ? hostOf(one) : null
    if (network !== null) networks.push(network)
    else if (host !== null) hosts.add(host)
    else if (one !== '') return null
  }
  return { hosts, networks }
}

function networkOf(text: string): Network | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)) {
    const ip = ipaddr.process(text)
    return [ip, ip.toByteArray().length * 8]
  }
  return ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text) ? ipaddr.parseCIDR(text) : null
}

function hostOf(text: string): string | null {
  if (text.length > 253 || !/^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*\.?$/u.test(text)) return null
  // A name that ends in a number is read as an IP address, and a wrong one is none.
  if (/(?:^|\.)(?:\d+|0x[\da-f]*)\.?$/iu.test(text) || !URL.canParse(`http://${text}/`)) return null
  return bareHost(new URL(`http://${text}/`))
}

/** The host of an address, without the dot that may end it, and IPv6 without its brackets. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/\.$/u, '').replace(/^\[(.*)\]$/u, '$1')
}
