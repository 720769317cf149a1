import { fold } from './words.js'

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')]
/** Names that people type and the list leaves out, though they are known: old spellings such as Asia/Calcutta. */
const isKnown = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The IANA time zone that is meant: its name in whatever case, with blanks or not, or its city ("new york"); null where there is none. */
export function timeZoneNamed(words: string): string | null {
  const key = keyOf(words)
  if (key === '' || key.length > 50) return null
  const named = ZONES.find((zone) => keyOf(zone) === key)
  if (named) return named
  const cities = ZONES.filter((zone) => keyOf(zone).endsWith(`/${key}`))
  if (cities[0] && cities.length === 1) return cities[0]
  return words.includes('/') && isKnown(words.trim()) ? words.trim() : null
}

/** Time zones of which a word begins so, those whose city does first. */
export function timeZonesLike(prefix: string): string[] {
  const key = keyOf(prefix)
  const begins = (zone: string) => keyOf(zone).startsWith(key)
  const cityBegins = (zone: string) => keyOf(zone).split('/').at(-1)?.startsWith(key) ?? false
  const wordBegins = (zone: string) =>
    keyOf(zone)
      .split(/[/_]/u)
      .some((word) => word.startsWith(key))
  return [...new Set([...ZONES.filter(cityBegins), ...ZONES.filter(begins), ...ZONES.filter(wordBegins)])]
}

function keyOf(words: string): string {
  return fold(words).trim().replace(/\s+/gu, '_')
}
