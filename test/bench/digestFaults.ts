/** 500 editions due at once, three processes that are killed at random, and two platforms on which much goes wrong. */
import { execFileSync } from 'node:child_process'
import { faultRun } from '../digests/faultRun.js'

const [slots = 500, kills = 20, seed = 1] = process.argv.slice(2).map(Number)

execFileSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' })
const tally = await faultRun({
  slots,
  kills,
  seed,
  processes: 3,
  troubles: [
    { lostAfter: true },
    { lostAfter: true },
    { lostAfter: true },
    { status: 429, retryAfter: 1 },
    { status: 500 },
    { status: 503 },
    { reset: true },
    { hang: true },
  ],
  troubleEach: 4,
  killEach: 10_000,
  say: (line) => process.stderr.write(`${line}\n`),
})

const rows: readonly (readonly [string, number | string])[] = [
  ['slots', tally.slots],
  ['posted exactly once', tally.once],
  ['summary once, details not all, with reason', tally.withoutDetails],
  ['marked failed, with reason', tally.failed],
  ['marked late, with reason', tally.late],
  ['lost', tally.lost],
  ['doubled', tally.doubled],
  ['processes killed', tally.kills],
  ['faults ordered on both platforms', tally.troubles],
  ['most often that a slot was taken', tally.attempts],
  ['seconds until all were settled', tally.seconds.toFixed(0)],
]
for (const [name, value] of rows) console.log(`${name.padEnd(46)}${String(value).padStart(8)}`)
for (const [reason, times] of tally.reasons) console.log(`  ${times} × ${reason}`)
if (tally.lost + tally.doubled > 0) process.exitCode = 1
