import { fold } from './words.js'

/** Names of today for zones that `Intl` lists by an older one only. */
const RENAMED =
  `America/Argentina/Buenos_Aires America/Argentina/Catamarca America/Argentina/Cordoba America/Argentina/Jujuy
  America/Argentina/Mendoza America/Atikokan America/Indiana/Indianapolis America/Kentucky/Louisville America/Nuuk Africa/Asmara
  Asia/Ho_Chi_Minh Asia/Kathmandu Asia/Kolkata Asia/Yangon Atlantic/Faroe Europe/Kyiv Pacific/Chuuk Pacific/Kanton Pacific/Pohnpei`.split(
    /\s+/u,
  )
/** The zone's name in `Intl`: the same for all names of one zone, such as US/Eastern and America/New_York; null where it is none. */
const nameInIntl = (zone: string): string | null => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
const ZONES = [
  ...new Set(['UTC', ...RENAMED.filter((zone) => nameInIntl(zone) !== null), ...Intl.supportedValuesOf('timeZone')]),
]

/** Abbreviations hold for half a year, or for several places: those that may be meant. */
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  et: ['America/New_York'],
  est: ['America/New_York'],
  edt: ['America/New_York'],
  ct: ['America/Chicago'],
  cst: ['America/Chicago', 'Asia/Shanghai'],
  cdt: ['America/Chicago'],
  mt: ['America/Denver'],
  mst: ['America/Denver', 'America/Phoenix'],
  mdt: ['America/Denver'],
  pt: ['America/Los_Angeles'],
  pst: ['America/Los_Angeles', 'Asia/Manila'],
  pdt: ['America/Los_Angeles'],
  akst: ['America/Anchorage'],
  akdt: ['America/Anchorage'],
  hst: ['Pacific/Honolulu'],
  ast: ['America/Halifax', 'Asia/Riyadh'],
  adt: ['America/Halifax'],
  nst: ['America/St_Johns'],
  ndt: ['America/St_Johns'],
  brt: ['America/Sao_Paulo'],
  gmt: ['Europe/London', 'UTC'],
  bst: ['Europe/London', 'Asia/Dhaka'],
  ist: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  wet: ['Europe/Lisbon'],
  west: ['Europe/Lisbon'],
  cet: ['Europe/Berlin', 'Europe/Paris'],
  cest: ['Europe/Berlin', 'Europe/Paris'],
  met: ['Europe/Berlin'],
  eet: ['Europe/Athens', 'Europe/Kyiv'],
  eest: ['Europe/Athens', 'Europe/Kyiv'],
  msk: ['Europe/Moscow'],
  trt: ['Europe/Istanbul'],
  cat: ['Africa/Maputo'],
  eat: ['Africa/Nairobi'],
  wat: ['Africa/Lagos'],
  sast: ['Africa/Johannesburg'],
  gst: ['Asia/Dubai'],
  pkt: ['Asia/Karachi'],
  wib: ['Asia/Jakarta'],
  sgt: ['Asia/Singapore'],
  hkt: ['Asia/Hong_Kong'],
  pht: ['Asia/Manila'],
  kst: ['Asia/Seoul'],
  jst: ['Asia/Tokyo'],
  awst: ['Australia/Perth'],
  acst: ['Australia/Adelaide', 'Australia/Darwin'],
  acdt: ['Australia/Adelaide'],
  aest: ['Australia/Sydney', 'Australia/Brisbane'],
  aedt: ['Australia/Sydney'],
  nzst: ['Pacific/Auckland'],
  nzdt: ['Pacific/Auckland'],
}
const LONGEST = 50

/** The IANA time zone that is meant: its name in whatever case, with blanks or not, or its city ("new york"); null where there is none. */
export function timeZoneNamed(words: string): string | null {
  const key = keyOf(words)
  if (key === '' || key.length > LONGEST) return null
  const named = ZONES.find((zone) => keyOf(zone) === key)
  if (named) return named
  const cities = ZONES.filter((zone) => keyOf(zone).endsWith(`/${key}`))
  if (cities[0] && new Set(cities.map(nameInIntl)).size === 1) return cities[0]
  return key.includes('/') ? nameInIntl(key) : null
}

/** The places that may be meant by words that name no time zone: "EST" holds in winter only, and "IST" in three places. */
export function timeZonesMeant(words: string): readonly string[] {
  const key = keyOf(words)
  return Object.hasOwn(ABBREVIATIONS, key) ? (ABBREVIATIONS[key] ?? []) : []
}

/** Whether words are a distance from UTC, which does not follow summer time: "UTC+2", "+05:30". */
export function isFixedOffset(words: string): boolean {
  return words.length <= LONGEST && /^(?:utc|gmt)?_?[+\-−–]_?\d{1,2}(?::?\d\d)?$/u.test(keyOf(words))
}

/** Time zones that an abbreviation may mean, and those of which a word begins so, those whose city does first. */
export function timeZonesLike(prefix: string): string[] {
  const key = keyOf(prefix)
  const begins = (zone: string) => keyOf(zone).startsWith(key)
  const cityBegins = (zone: string) => keyOf(zone).split('/').at(-1)?.startsWith(key) ?? false
  const wordBegins = (zone: string) =>
    keyOf(zone)
      .split(/[/_]/u)
      .some((word) => word.startsWith(key))
  return [
    ...new Set([
      ...timeZonesMeant(prefix),
      ...ZONES.filter(cityBegins),
      ...ZONES.filter(begins),
      ...ZONES.filter(wordBegins),
    ]),
  ]
}

function keyOf(words: string): string {
  return fold(words).trim().replace(/\s+/gu, '_')
}
