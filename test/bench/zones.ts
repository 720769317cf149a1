/**
 * Sets the slots of ten schedules against zdump, in every time zone, around every change of the clock from 2024 to 2030.
 * `npm run bench:zones [write]`; `write` keeps what zdump printed for test/digests/zones.test.ts.
 */
import { writeFileSync } from 'node:fs'
import { parseSchedule } from '../../src/digests/schedule/parse.js'
import { nextSlot } from '../../src/digests/schedule/slots.js'
import { timer } from './clock.js'
import { AROUND, type Compared, compare, differing, isComparable, isKnown, minutesToCheck } from './zoneCheck.js'
import { factsOfMachine } from './zoneFacts.js'
import { ASKED, dueMinutes } from './zoneOracle.js'

const GOLDEN = new URL('../golden/zones.json', import.meta.url)

const { version, zones } = factsOfMachine()
if (process.argv.includes('write')) {
  const rows = zones.map((facts) => `  ${JSON.stringify(facts)}`).join(',\n')
  writeFileSync(GOLDEN, `{ "version": ${JSON.stringify(version)}, "zones": [\n${rows}\n] }\n`)
}
console.log(`zdump with ${version}, Node with ${process.versions.tz}`)

const totals = { zones: 0, changing: 0, changes: 0, slots: 0 }
const wrongs: Record<'missed' | 'doubled' | 'wrong', string[]> = { missed: [], doubled: [], wrong: [] }
const unknown: string[] = []
const different: string[] = []
const bySchedule = new Map<string, number>()
const time = timer()

for (const facts of zones) {
  const minutes = minutesToCheck(facts)
  const isChanging = facts.changes.some(([minute]) => minutes.includes(minute))
  const due = new Map(
    ASKED.map((asked) => [asked, minutes.map((minute) => dueMinutes(facts, asked, minute - AROUND, minute + AROUND))]),
  )
  for (const name of facts.names) {
    if (!isKnown(name)) {
      unknown.push(name)
      continue
    }
    const differs = differing(name, facts)
    const comparable = minutes.filter((minute) => isComparable(minute, differs))
    if (differs.length > 0) different.push(`${name} (${minutes.length - comparable.length} left out)`)
    totals.zones += 1
    totals.changing += isChanging ? 1 : 0
    totals.changes += isChanging ? comparable.length : 0
    for (const [asked, slots] of due)
      for (const [at, minute] of minutes.entries())
        if (comparable.includes(minute)) count(asked.words, compare(name, asked, minute, slots[at] ?? []))
  }
}

function count(words: string, { slots, ...amiss }: Compared): void {
  totals.slots += slots
  bySchedule.set(words, (bySchedule.get(words) ?? 0) + slots)
  for (const kind of ['missed', 'doubled', 'wrong'] as const) wrongs[kind].push(...amiss[kind])
}

for (const [words, slots] of bySchedule)
  console.log(`  ${words.padEnd(32)} ${slots.toLocaleString('en').padStart(10)} slots`)
console.log(
  `zones ${totals.zones}, of which ${totals.changing} change their clock; changes ${totals.changes}; slots compared ${totals.slots}`,
)
console.log(`unknown to Node: ${unknown.join(', ') || 'none'}; data differ: ${different.join(', ') || 'none'}`)
console.log(`missed ${wrongs.missed.length}, doubled ${wrongs.doubled.length}, wrong ${wrongs.wrong.length}`)
for (const [kind, told] of Object.entries(wrongs)) for (const one of told.slice(0, 10)) console.log(`  ${kind}: ${one}`)
console.log(`in ${(time().clock / 1000).toFixed(1)} s`)

const names = zones.flatMap((facts) => facts.names).filter(isKnown)
const next = timer()
for (let at = 0; at < 10_000; at += 1) {
  const timezone = names[at % names.length] ?? 'UTC'
  nextSlot(
    { schedule: parseSchedule('weekdays at 08:30'), timezone, quietDays: [] },
    Date.UTC(2026, 0, 1) + at * 3_153_600,
  )
}
console.log(`10,000 times parseSchedule and nextSlot, in ${names.length} zones: ${next().clock.toFixed(0)} ms`)
if (wrongs.missed.length + wrongs.doubled.length + wrongs.wrong.length > 0) process.exitCode = 1
