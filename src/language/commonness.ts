import { SHARES } from './commonness.data.js'

const shares = new Map<string, number>()
for (const level of SHARES.trim().split(/\n(?! )/u)) {
  const [percent = '', stems = ''] = level.split(':')
  for (const stem of stems.trim().split(/\s+/u)) shares.set(stem, Number(percent) / 100)
}

/** The share of news articles that have a common stem, 0 to 1; null for rarer stems and names, which no list can know. */
export function commonness(stem: string): number | null {
  return shares.get(stem) ?? null
}
