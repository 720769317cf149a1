/** `tsx test/bench/feedKills.ts [KILLS]`: a poll that is killed (kill -9) at random moments, and what its store holds in the end. */
import { execFileSync } from 'node:child_process'
import { killRun } from '../feeds/killRun.js'

const [kills = 50, seed = 1] = process.argv.slice(2).map(Number)

execFileSync('npm', ['run', '-s', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
const say = (line: string) => void process.stderr.write(`${line}\n`)
const tally = await killRun({ feeds: 6, entries: kills * 12, kills, seed, say })

const rows: readonly (readonly [string, number])[] = [
  ['kills', tally.kills],
  ['articles', tally.articles],
  ['articles of an undisturbed run', tally.expected],
  ['rows that an undisturbed run has, and this has not', tally.missing],
  ['rows that only this has', tally.superfluous],
  ['what was half, double or broken after a kill', tally.broken.length],
  ['fetched twice by one process, or though it was stored', tally.needless.length],
  ['requests', tally.requests],
  ['requests of an undisturbed run', tally.needed],
]
for (const [name, value] of rows) console.log(`${name.padEnd(56)}${String(value).padStart(8)}`)
for (const line of [...tally.broken, ...tally.needless].slice(0, 10)) console.log(line)
if (tally.missing + tally.superfluous + tally.broken.length + tally.needless.length > 0) process.exitCode = 1
