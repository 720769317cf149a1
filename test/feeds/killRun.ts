/** A poll that is killed again and again (kill -9): is each article whole, there once, and fetched no more often than it had to be? */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { bookPath, openStore } from '../../src/store/sqlite.js'
import { randomFrom } from '../bench/random.js'
import { startPolling } from './polling.js'
import { dumpStore } from './storeDump.js'
import { nameOf, startWorld } from './world.js'

interface KillRun {
  readonly feeds: number
  readonly entries: number
  readonly kills: number
  readonly seed: number
  readonly say?: (line: string) => void
}

export interface KillTally {
  readonly kills: number
  readonly articles: number
  /** Of an undisturbed run. */
  readonly expected: number
  /** Rows of it that are missing, or not in it. */
  readonly missing: number
  readonly superfluous: number
  readonly broken: readonly string[]
  /** Pages that were fetched again though no kill fell on them, or twice by one process. */
  readonly needless: readonly string[]
  readonly requests: number
  /** Requests of an undisturbed run. */
  readonly needed: number
  /** Articles in the store after each kill. */
  readonly after: readonly number[]
}

const NOW = Date.UTC(2026, 10, 21, 9)
/** Between the last request of a process and its end, at most. Milliseconds. */
const LONGEST_AFTER = 150
/** Claims of those that were killed have run out by then. Milliseconds. */
const LATER = 120_000

export async function killRun({ feeds, entries, kills, seed, say = () => {} }: KillRun): Promise<KillTally> {
  const random = randomFrom(seed)
  const world = await startWorld({ feeds, entries, now: NOW, slowness: 20 })
  const names = world.feeds.map((_, feed) => nameOf(feed))
  const [whole, folder] = ['whole', 'killed'].map((name) => mkdtempSync(join(tmpdir(), `crier-${name}-`)))
  if (whole === undefined || folder === undefined) throw new Error('There are no folders.')
  const file = join(folder, 'crier.db')
  const start = (where: string, ahead: number) =>
    startPolling({ folder: where, feeds: world.feeds, names, now: NOW, ahead })
  try {
    await start(whole, 0).ended
    const expected = dumpStore(join(whole, 'crier.db'))
    const needed = world.asked.length
    say(`undisturbed: ${needed} requests, ${expected.stored.size} articles`)

    const broken: string[] = []
    const needless: string[] = []
    const after: number[] = []
    for (let life = 0; ; life += 1) {
      const before = world.asked.length
      const stored = life === 0 ? new Set<string>() : dumpStore(file).stored
      const { child, ended } = start(folder, life * LATER)
      const isOver = (): boolean => child.exitCode !== null
      if (life < kills) {
        // At any request, and any moment of what comes after it.
        const moment = before + 1 + random() * 2 * (needed / (kills + 1))
        while (!isOver() && world.asked.length < moment) await pause(2)
        await Promise.race([ended, pause(random() * LONGEST_AFTER)])
        child.kill('SIGKILL')
        await ended.catch(() => {})
      } else await ended
      const asked = world.asked.slice(before).filter((url) => !url.endsWith('/robots.txt'))
      needless.push(...asked.filter((url, at) => asked.indexOf(url) < at || stored.has(url)))
      const { rows, stored: now, broken: found } = await reopened(file)
      broken.push(...found)
      after.push(now.size)
      say(`life ${life + 1}: ${asked.length} requests, ${now.size} articles, ${isOver() ? 'ended' : 'killed'}`)
      if (!isOver()) continue
      const [has, had] = [new Set(rows), new Set(expected.rows)]
      return {
        kills: life,
        articles: now.size,
        expected: expected.stored.size,
        missing: expected.rows.filter((row) => !has.has(row)).length,
        superfluous: rows.filter((row) => !had.has(row)).length,
        broken,
        needless,
        requests: world.asked.length - needed,
        needed,
        after,
      }
    }
  } finally {
    await world.close()
    for (const one of [whole, folder]) rmSync(one, { recursive: true, force: true })
  }
}

/** As Crier opens it first, and then without it. */
async function reopened(file: string) {
  const store = await openStore(`sqlite:${file}`)
  await store.book.claim('kill-test', 'test', 0, 0)
  await store.close()
  const book = new Sqlite(bookPath(file))
  const integrity = book.prepare('PRAGMA integrity_check').pluck().all().map(String)
  book.close()
  const dump = dumpStore(file)
  return { ...dump, broken: [...dump.broken, ...integrity.filter((line) => line !== 'ok')] }
}
