import { siteOf } from '../../web/site.js'

/**
 * The address that a page calls its own, or null: absolute, of the same site as `url` (registrable domain, RFC 6454 aside, by the public suffix
 * list with its private part), and no home page or section where `url` lies deeper. `url` is null for a saved page, which nobody can check.
 */
export function canonicalOf(named: readonly (string | null)[], url: string | null): string | null {
  for (const name of named) {
    const address = absolute(name, url)
    if (address !== null && (url === null || speaksFor(address, new URL(url)))) return address.href
  }
  return null
}

/** An address that a page names, of its own site; without its fragment. */
export function absolute(name: string | null, url: string | null): URL | null {
  const given = name?.trim() ?? ''
  if (given === '' || given.length > 2_000 || !URL.canParse(given, url ?? undefined)) return null
  const address = new URL(given, url ?? undefined)
  if (!/^https?:$/u.test(address.protocol) || address.username !== '' || address.password !== '') return null
  if (url !== null && siteOf(address.href) !== siteOf(url)) return null
  address.hash = ''
  return address
}

function speaksFor(address: URL, url: URL): boolean {
  const [named, own] = [address, url].map(({ pathname }) => pathname.split('/').filter((part) => part !== ''))
  if (named === undefined || own === undefined || own.length === 0) return true
  if (named.length === 0) return url.search === '' ? false : address.search !== ''
  return !(named.length < own.length && named.every((part, index) => part === own[index]) && !isArticle(own, named))
}

/** `/2019/05/wall` is the article of `/2019/05/wall/amp` and `/2019/05/wall/2`, but `/news` is not that of `/news/wall`. */
function isArticle(own: readonly string[], named: readonly string[]): boolean {
  const rest = own.slice(named.length)
  return rest.length === 1 && /^(?:amp|amp\.html|\d{1,3}|print|index\.\w+|comments|all|full)$/iu.test(rest[0] ?? '')
}
