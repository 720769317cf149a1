import { beforeEach, describe, expect, test } from 'vitest'
import { CrierError, UndeliverableError } from '../../src/errors.js'
import { tellOfFailing } from '../../src/feeds/failing.js'
import type { Postman } from '../../src/platform.js'
import { openStore } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'
import { NOW } from './fakes.js'

const DAY = 24 * 3_600_000

let store: Store
let told: Parameters<Postman['tell']>[]
let fails: Error | null

beforeEach(async () => {
  store = await openStore('sqlite::memory:')
  told = []
  fails = null
  const feed = { url: 'https://me:secret@herald.example/feed', outlet: 'The Wendmouth Herald', site: null }
  await store.feeds.follow('slack:T1', feed, 'U1', NOW - 30 * DAY)
  await store.feeds.follow('discord:7', feed, 'D1', NOW - 30 * DAY)
  await store.feeds.follow('local', feed, 'local', NOW - 30 * DAY)
  await store.feeds.change('1', { failures: 9, failingSince: NOW - 7 * DAY - 1, error: 'It is not there (404).' })
})

const look = (now = NOW) =>
  tellOfFailing({
    book: store.feeds,
    isServed: (desk) => desk !== 'local',
    tell: async (...words) => {
      told.push(words)
      if (fails) throw fails
    },
    now: () => now,
    log: { error: () => {} },
  })

describe('a feed that has failed for a week', () => {
  test('is told of to who follows it where that is served, once, with why', async () => {
    await look()
    expect(told.map(([desk, user]) => [desk, user])).toEqual([
      ['discord:7', 'D1'],
      ['slack:T1', 'U1'],
    ])
    const [, , message] = told[0] ?? []
    expect(message).toMatchObject({ title: 'Feed 1 has failed for a week', private: true })
    expect(JSON.stringify(message)).toContain(
      'Nothing was read of The Wendmouth Herald (https://herald.example/feed) for 7 days. It is not there (404). Crier goes on trying twice a day.',
    )
    expect(JSON.stringify(message)).not.toContain('secret')
    await look()
    expect(told).toHaveLength(2)
  })

  test('is told of anew where it has worked in between', async () => {
    await look()
    await store.feeds.change('1', { failures: 0, failingSince: null, lastSuccess: NOW })
    await store.feeds.change('1', { failures: 9, failingSince: NOW + DAY })
    await look(NOW + 7 * DAY)
    expect(told).toHaveLength(2)
    await look(NOW + 9 * DAY)
    expect(told).toHaveLength(4)
    expect(new Set(told.map(([, , , key]) => key)).size).toBe(4)
  })

  test('is told of another time where nobody can be told now, and never where nobody ever can', async () => {
    fails = new CrierError('Slack does not answer.')
    await look()
    await look()
    expect(told).toHaveLength(4)
    fails = new UndeliverableError('There is no such person.')
    await look()
    await look()
    expect(told).toHaveLength(6)
  })
})

test('a feed that has failed for less is told of to nobody', async () => {
  await look(NOW - 2)
  expect(told).toEqual([])
})
