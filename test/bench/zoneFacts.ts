import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What the clocks of some time zones do: minutes since 1970 in UTC, and minutes that the clock is ahead of UTC. */
export interface ZoneFacts {
  readonly names: readonly string[]
  /** Before the first change. */
  readonly offset: number
  /** When the clock changes, and how far it is ahead from then on; ascending. */
  readonly changes: readonly (readonly [minute: number, offset: number])[]
}

const ZONEINFO = '/usr/share/zoneinfo'
export const MINUTE = 60_000
/** Of the years that are checked, and of one before and behind. */
const YEARS = '2023,2032'

/** The version of this machine's time zone data, and what zdump prints of each of its zones; those alike stand together. */
export function factsOfMachine(): { readonly version: string; readonly zones: readonly ZoneFacts[] } {
  const data = readFileSync(`${ZONEINFO}/tzdata.zi`, 'utf8')
  const names = [...data.matchAll(/^(?:Z (\S+)|L \S+ (\S+))/gmu)].map(([, zone, link]) => zone ?? link ?? '').toSorted()
  const printed = execFileSync('zdump', ['-i', '-c', YEARS, ...names], { encoding: 'utf8', maxBuffer: 1e8 })
  const groups = new Map<string, ZoneFacts>()
  for (const [, name = '', lines = ''] of printed.matchAll(/TZ="([^"]+)"\n((?:.+\n)*)/gu)) {
    const one = factsOf(lines)
    const key = JSON.stringify(one)
    groups.set(key, { ...one, names: [...(groups.get(key)?.names ?? []), name] })
  }
  return { version: /^# version (\S+)/u.exec(data)?.[1] ?? '', zones: [...groups.values()] }
}

/** "2024-03-31 03 +02 CEST 1", with tabs: what the local clock reads from the change on. The first line has no time. */
function factsOf(lines: string): Omit<ZoneFacts, 'names'> {
  const rows = lines.trim().split('\n')
  const offsets = rows.map((row) => minutesOf(row.split('\t')[2] ?? ''))
  const changes = rows.slice(1).map((row, at): readonly [number, number] => {
    const [date = '', time = ''] = row.split('\t')
    const offset = offsets[at + 1] ?? 0
    return [Date.parse(`${date}T${time.length === 2 ? `${time}:00` : time}Z`) / MINUTE - offset, offset]
  })
  return { offset: offsets[0] ?? 0, changes: changes.filter(([, offset], at) => offset !== offsets[at]) }
}

/** Of "+02", "-0330". */
function minutesOf(offset: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d)(\d\d)?$/u.exec(offset) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** How far the clock is ahead of UTC at a minute. */
export function offsetIn({ offset, changes }: ZoneFacts, minute: number): number {
  return changes.findLast(([from]) => from <= minute)?.[1] ?? offset
}
