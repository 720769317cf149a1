import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Config, readConfig } from '../src/config.js'
import type { NewFeed } from '../src/feeds/feed.js'
import type { Polled } from '../src/feeds/polled.js'
import { addFeeds, feedLines, polledLine, removeFeeds } from '../src/feedsCli.js'
import { feedsFinding } from '../src/feedsFinding.js'
import { createLog } from '../src/log.js'
import { withStore } from '../src/main.js'
import type { FeedsAtWork } from '../src/withFeeds.js'
import { feedAt } from './commands/follow/desk.js'

/** What is found at each address; whoever vouches for it finds the site that it names. */
const web = new Map<string, readonly NewFeed[]>()

vi.mock('../src/withFeeds.js', () => ({
  withFeeds: ({ config }: { config: Config }, work: (feeds: FeedsAtWork) => Promise<unknown>) =>
    withStore(config, false, (store) =>
      work({
        store,
        find: async (address, isVouched = false) =>
          (web.get(address) ?? []).map((feed) =>
            isVouched ? { ...feed, site: 'https://own.example/', isVouched } : feed,
          ),
        runDue: async () => [],
        run: async () => {},
        hurry() {},
      }),
    ),
}))

const NOW = Date.parse('2026-03-27T09:00:00Z')
const HOUR = 3_600_000
const HERALD = feedAt('https://herald.example/feed', 'Wendmouth Herald')

describe('what became of a feed that was polled', () => {
  const quiet: Polled = {
    id: '3',
    outlet: 'Wendmouth Herald',
    url: HERALD.url,
    fetched: 'content',
    why: null,
    found: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    refused: [],
    hasMore: false,
  }
  const paywall = 'It shows only its beginning to who does not subscribe.'

  test.each([
    [{}, 'nothing new'],
    [{ fetched: 'unchanged' }, 'nothing new'],
    [{ added: 12, changed: 1 }, '12 new, 1 changed'],
    [{ added: 12, refused: [paywall, paywall] }, `12 new, 2 refused (${paywall.slice(0, -1)})`],
    [{ refused: ['One.', 'Two.', 'Three.', 'Four.'] }, '4 refused (One; Two; Three; …)'],
    [{ fetched: 'failed', why: 'Its server takes no connections.' }, 'failed: Its server takes no connections'],
    [{ fetched: 'gone', why: 'It is gone for good (410).' }, 'has ended'],
    [{ fetched: 'held' }, 'another process is reading it'],
    [{ added: 200, hasMore: true }, '200 new, more to come'],
  ] as const)('%o', (change, words) => {
    expect(polledLine({ ...quiet, ...change })).toBe(`3: Wendmouth Herald: ${words}`)
  })

  test('steers no terminal', () => {
    expect(polledLine({ ...quiet, outlet: 'A\u001B[2J\n\u202EB' })).not.toMatch(/\p{Cc}|\p{Cf}/u)
  })
})

describe('in a store', () => {
  let folder: string
  let config: Config

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'crier-'))
    config = readConfig({ DATABASE_URL: `sqlite:${join(folder, 'crier.db')}`, CRIER_NOW: new Date(NOW).toISOString() })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  async function follow(change: object = {}, desk = 'local', feed = HERALD): Promise<string> {
    return withStore(config, false, async ({ feeds }) => {
      const { id } = (await feeds.follow(desk, feed, null, NOW)).feed
      await feeds.change(id, change)
      return id
    })
  }

  test('each feed is a line, with who follows it where that is not the terminal alone', async () => {
    const id = await follow({ lastSuccess: NOW - HOUR, next: NOW + HOUR })
    const line = `${id}: Wendmouth Herald (https://herald.example/feed): read 1 hour ago; 0 articles; next in 1 hour`
    expect(await feedLines(config, undefined)).toEqual([`${line}.`])
    await withStore(config, false, ({ feeds }) => feeds.follow('slack:T1', HERALD, 'ada', NOW))
    expect(await feedLines(config, 'slack:T1')).toEqual([
      `${id}: Wendmouth Herald (https://herald.example/feed): read 1 hour ago; 0 articles; next within a minute; followed by local and slack:T1.`,
    ])
    expect(await feedLines(config, 'slack:T2')).toEqual([])
  })

  test('feeds are added and removed one by one, whatever becomes of the others', async () => {
    const courier = feedAt('https://courier.example/rss', 'Albion Courier')
    web
      .set('herald.example', [HERALD])
      .set('courier.example', [courier, feedAt('https://courier.example/2', 'Comments')])
    const printed: string[] = []
    const told = {
      print: async (line: string) => void printed.push(line),
      complain: (sentence: string) => void printed.push(sentence),
    }
    const surroundings = { config, environment: {}, log: createLog({ ...config, output: process.stderr }), tell() {} }
    const add = (addresses: readonly string[], more = {}) =>
      addFeeds(surroundings, addresses, { desk: 'local', ...more }, told)
    expect(await add(['courier.example', 'nothing.example', 'herald.example'])).toBe(false)
    expect(await add(['herald.example/feed'])).toBe(true)
    expect(await add(['herald.example'], { outlet: 'The Herald' })).toBe(true)
    expect(await removeFeeds(config, ['9', 'herald.example/feed'], 'local', told)).toBe(false)
    const [id = ''] = /\d+(?=: Wendmouth)/u.exec(printed.join('\n')) ?? []
    expect(printed).toEqual([
      'courier.example has 2 feeds; add the one you mean: https://courier.example/rss (Albion Courier), https://courier.example/2 (Comments).',
      'There is no feed at nothing.example.',
      `${id}: Wendmouth Herald (https://herald.example/feed): 0 articles.`,
      `${id}: Wendmouth Herald (https://herald.example/feed): followed already; 0 articles.`,
      `${id}: The Herald (https://herald.example/feed): followed already; 0 articles.`,
      'No feed "9" is followed by local; `crier feeds list` shows those that are.',
      `${id}: The Herald (https://herald.example/feed) is not followed any more.`,
    ])
    const state = await withStore(config, false, ({ feeds }) => feeds.state(id))
    expect(state).toMatchObject({ outlet: 'The Herald', site: 'https://own.example/' })
  })

  test('the doctor says how many there are, what fails and why, and that nobody can be reached', async () => {
    expect(await feedsFinding(config)).toMatchObject({ ok: true, told: expect.stringContaining('None is followed') })
    const id = await follow({ lastSuccess: NOW - 2 * HOUR })
    const contact = 'Set CRIER_CONTACT to an address where outlets can reach you.'
    const oldest = 'Longest unread: Wendmouth Herald, read 2 hours ago.'
    expect(await feedsFinding(config)).toEqual({ name: 'feeds', ok: true, told: `1 feed. ${oldest} ${contact}` })
    const courier = feedAt('https://courier.example/', 'Albion Courier')
    const failing = await follow({ failingSince: NOW - 50 * HOUR, error: 'It is not there (404).' }, 'local', courier)
    const told = `2 feeds, 1 failing. ${failing}: Albion Courier (https://courier.example/): failing for 2 days: It is not there (404). ${oldest}`
    const named = { ...config, contact: 'desk@example.com' }
    expect(await feedsFinding(named)).toEqual({ name: 'feeds', ok: true, told })
    await withStore(config, false, ({ feeds }) => feeds.change(failing, { failingSince: NOW - 200 * HOUR }))
    expect(await feedsFinding(named)).toMatchObject({ ok: false })
    await withStore(config, false, ({ feeds }) => feeds.unfollow('local', id))
    await withStore(config, false, ({ feeds }) => feeds.change(failing, { failingSince: NOW }))
    expect(await feedsFinding(named)).toMatchObject({ ok: false, told: expect.stringContaining('1 feed, 1 failing.') })
  })
})
