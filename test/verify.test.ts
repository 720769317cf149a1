import { afterAll, beforeAll, expect, it } from 'vitest'
import { commands } from '../commands/index.js'
import { ingest } from '../src/articles/ingest.js'
import { readArticles } from '../src/articles/read.js'
import { createBot } from '../src/bot.js'
import { extractQuotations } from '../src/quotations/extract.js'
import { openStore } from '../src/store/sqlite.js'
import type { Store } from '../src/store/store.js'
import { verifyCases } from './verifyCases.js'
import { runAll, sourcesOf, type VerifyRun } from './verifyRuns.js'

const COUNT = 300
let store: Store
let runs: VerifyRun[]

/** The cases of `npm run bench:verify`, made from the sample articles. */
beforeAll(async () => {
  store = await openStore('sqlite::memory:')
  await ingest(store, readArticles(['seeds'], {}), 'samples', { extract: extractQuotations })
  const bot = createBot({ commands, store, clock: () => new Date('2019-03-06T09:00:00Z'), log: console })
  runs = await runAll(bot, verifyCases(await sourcesOf(store.archive('bench'), 100), 7, COUNT))
}, 60_000)
afterAll(() => store.close())

it('tells what was done to a quotation', () => {
  expect(runs).toHaveLength(COUNT)
  const wrong = runs.filter(({ isRight }) => !isRight)
  expect(wrong.slice(Math.floor(0.03 * COUNT))).toEqual([])
})

it('never calls an invented quotation real', () => {
  expect(runs.filter(({ isFalse }) => isFalse)).toEqual([])
})

it('says first that a negation was lost or added', () => {
  const turned = runs.filter(({ isTurned }) => isTurned)
  expect(turned.length).toBeGreaterThan(10)
  expect(turned.filter(({ got }) => got !== 'altered')).toEqual([])
})
