import { expect, test } from 'vitest'
import { commands } from '../../commands/index.js'
import { ingest } from '../../src/articles/ingest.js'
import { readArticles } from '../../src/articles/read.js'
import { createBot } from '../../src/bot.js'
import { openStore } from '../../src/store/sqlite.js'
import { said } from './context.js'

/** What somebody asked last is remembered for each person at each desk, and over restarts. */
test('“since I last asked” is what came since that person’s last /brief', async () => {
  let now = Date.parse('2019-03-10T09:00:00Z')
  const store = await openStore('sqlite::memory:', { now: () => now })
  await ingest(store, readArticles(['seeds'], {}), 'samples', { extract: () => [] })
  const clock = () => new Date(now)
  const ask = (line: string, user = 'ada', desk = 'slack:T1') => {
    const bot = createBot({ commands, store, clock, log: { error: (details) => console.error(details) } })
    return bot.answer({ desk, line, asker: { user, isManager: null, timezone: null } })
  }
  const first = await ask('what is new since I last asked?')
  expect(said(first)).toContain('You have not asked for a briefing here before')
  expect(said(first)).toMatch(/stor(?:y|ies) from \d+ articles/u)

  now += 3_600_000
  const again = await ask('what is new since I last asked?')
  expect(said(again)).toBe('There are no articles since you last asked on Sunday 10 March, 09:00 (UTC).')
  expect(again.line).toBe('/brief since:"last 2019-03-10T09:00:00.000Z" limit:5')

  const text = 'The lighthouse of Wendmouth was lit again on Sunday, the harbour office said.'
  await store.save(
    { key: 'k', title: 'Lighthouse lit', outlet: 'Harbour Ledger', text, published: null, url: null, author: null },
    [],
    'samples',
  )
  now += 3_600_000
  expect(said(await ask(again.line ?? ''))).toContain('1 story from 1 article')
  expect(said(await ask('/brief since:last'))).toBe(
    'There are no articles since you last asked on Sunday 10 March, 11:00 (UTC).',
  )
  expect(said(await ask('/brief since:last', 'bob'))).toContain('You have not asked')
  expect(said(await ask('/brief since:last', 'ada', 'slack:T2'))).toContain('You have not asked')
  await store.close()
})
