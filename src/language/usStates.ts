/** The American states, each with what news shortens it to behind a name: "(R-Fla.)". */
const LINES = `alabama ala al|alaska ak|arizona ariz az|arkansas ark ar|california calif ca|colorado colo co|connecticut conn ct|delaware del de|florida fla fl|georgia ga
hawaii hi|idaho id|illinois ill il|indiana ind in|iowa ia|kansas kan ks|kentucky ky|louisiana la|maine me|maryland md|massachusetts mass ma|michigan mich mi
minnesota minn mn|mississippi miss ms|missouri mo|montana mont mt|nebraska neb ne|nevada nev nv|new_hampshire n.h nh|new_jersey n.j nj|new_mexico n.m nm
new_york n.y ny|north_carolina n.c nc|north_dakota n.d nd|ohio oh|oklahoma okla ok|oregon ore or|pennsylvania pa|rhode_island r.i ri|south_carolina s.c sc
south_dakota s.d sd|tennessee tenn tn|texas tex tx|utah ut|vermont vt|virginia va|washington wash wa|west_virginia w.va wv|wisconsin wis wi|wyoming wyo wy`

const STATES = LINES.split(/[|\n]/u).map((line) => line.split(' ').map((name) => name.replaceAll('_', ' ')))
const BY_SHORT = new Map(STATES.flatMap(([state = '', ...shorts]) => shorts.map((short) => [short, state] as const)))
const NAMES = new Set(STATES.map(([state = '']) => state))

/** The state that a short form means, in lower case: "Fla." and "Florida" are florida; null for anything else. */
export function stateOf(short: string): string | null {
  const plain = short.toLowerCase().replace(/\.$/u, '')
  return BY_SHORT.get(plain) ?? (NAMES.has(plain) ? plain : null)
}

export function isState(name: string): boolean {
  return NAMES.has(name.toLowerCase())
}
