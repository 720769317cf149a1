import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AROUND, compare, differing, isComparable, isKnown, minutesToCheck } from '../bench/zoneCheck.js'
import type { ZoneFacts } from '../bench/zoneFacts.js'
import { ASKED, dueMinutes } from '../bench/zoneOracle.js'

interface Golden {
  readonly version: string
  readonly zones: readonly ZoneFacts[]
}

/** What zdump prints of every time zone, from 2023 to 2031 (`npm run bench:zones write`). */
const { zones }: Golden = JSON.parse(readFileSync(new URL('../golden/zones.json', import.meta.url), 'utf8'))
const CASES = zones.flatMap((facts) => {
  const zone = facts.names.find(isKnown)
  return zone ? [{ facts, zone, differs: differing(zone, facts) }] : []
})
/** Each schedule meets every so many changes of a zone, and the bench all of them. */
const SAMPLED = 4

describe('around changes of the clock, slots are those of zdump', () => {
  test.each(CASES)('$zone', ({ facts, zone, differs }) => {
    const minutes = minutesToCheck(facts).filter((minute) => isComparable(minute, differs))
    for (const [turn, asked] of ASKED.entries()) {
      const some =
        minutes.length > 1
          ? minutes.filter((_, at) => (at + Math.floor(at / SAMPLED)) % SAMPLED === turn % SAMPLED)
          : minutes
      for (const minute of some) {
        const due = dueMinutes(facts, asked, minute - AROUND, minute + AROUND)
        expect(compare(zone, asked, minute, due)).toEqual({ slots: due.length, missed: [], doubled: [], wrong: [] })
      }
    }
  })

  test('in hardly any zone do the data differ', () => {
    expect(CASES.filter(({ differs }) => differs.length > 0).length).toBeLessThan(CASES.length / 10)
  })
})

test('data that differ are left out around the difference', () => {
  const berlin = CASES.find(({ facts }) => facts.names.includes('Europe/Berlin'))?.facts
  const changes = (berlin?.changes ?? []).map(([minute, offset]) => [minute + 60 * 24, offset] as const)
  const differs = differing('Europe/Berlin', { names: [], offset: berlin?.offset ?? 0, changes })
  expect(differs.length).toBeGreaterThan(20)
  expect(minutesToCheck({ names: [], offset: 60, changes }).filter((minute) => isComparable(minute, differs))).toEqual(
    [],
  )
  expect(isComparable(Date.UTC(2026, 5, 15) / 60_000, differs)).toBe(true)
})

test('all kinds of changes are among them', () => {
  const jumps = new Set(
    CASES.flatMap(({ facts: { offset, changes } }) =>
      changes.map(([, now], at) => now - (changes[at - 1]?.[1] ?? offset)),
    ),
  )
  expect([...jumps].toSorted((a, b) => a - b)).toEqual([-180, -120, -60, -30, 30, 60, 120])
})
