import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startTicking } from '../../src/digests/ticking.js'
import { openStore } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let store: Store
let stops: (() => Promise<void>)[]
let ticks: number[]
let cleaned: string[]

beforeEach(async () => {
  store = await openStore('sqlite::memory:')
  ;[stops, ticks, cleaned] = [[], [], []]
  vi.useFakeTimers({ now: Date.parse('2026-03-02T08:29:30Z') })
})
afterEach(async () => {
  for (const stop of stops) await stop()
  vi.useRealTimers()
  await store.close()
})

function start(name = 'one'): void {
  const tick = async () => void ticks.push(Date.now())
  const clean = async () => void cleaned.push(name)
  const log = { error: () => {}, warn: () => {} }
  stops.push(startTicking({ tick, clean, book: store.book, now: Date.now, log }))
}

const ticked = (time: string) => ticks.some((at) => new Date(at).toISOString().slice(11, 19) === time)

test('ticks at once and at the start of each minute', async () => {
  start()
  expect(ticks).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2 * MINUTE)
  expect(ticked('08:30:00') && ticked('08:31:00')).toBe(true)
})

test.each([-400, -1, 1, 30])('goes on though the clock is put %i days on', async (days) => {
  start()
  vi.setSystemTime(Date.now() + days * 24 * HOUR)
  await vi.advanceTimersByTimeAsync(2 * MINUTE)
  ticks.length = 0
  await vi.advanceTimersByTimeAsync(2 * MINUTE)
  expect(ticked('08:32:00') && ticked('08:33:00')).toBe(true)
})

test('has one of several processes clean up, each hour', async () => {
  for (const name of ['one', 'two', 'three']) start(name)
  await vi.advanceTimersByTimeAsync(2 * HOUR)
  expect(cleaned).toHaveLength(2)
})

test('stops', async () => {
  start()
  for (const stop of stops) await stop()
  ticks.length = 0
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(ticks).toEqual([])
})
