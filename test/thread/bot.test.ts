import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, test } from 'vitest'
import type { NewFeed } from '../../src/feeds/feed.js'
import { startThreadedBot, type ThreadedBot } from '../../src/thread/bot.js'
import type { AroundAnswering } from '../../src/thread/protocol.js'

/** A thread that echoes; the line tells it to hang, to die, or to find feeds. */
const ECHO = `
const { parentPort } = require('node:worker_threads')
const waiting = new Map()
parentPort.on('message', (said) => {
  if (said.kind === 'reply') return waiting.get(said.id)?.(said.value)
  const { id, method, given: [given] } = said
  const line = given.line ?? given.typed
  if (line === 'hang') for (;;);
  if (line === 'die') throw new Error('It died.')
  if (line === 'find') {
    waiting.set(id, ([{ url }]) => parentPort.postMessage({ kind: 'reply', id, value: { title: url, blocks: [], actions: [] } }))
    return parentPort.postMessage({ kind: 'call', id, method: 'findFeeds', given: ['herald.example'] })
  }
  const value = method === 'answer' ? { title: line, blocks: [], actions: [] } : [method === 'suggest' ? { value: line } : line]
  parentPort.postMessage({ kind: 'reply', id, value })
})
parentPort.postMessage({ kind: 'told', sentence: 'Indexed.' })
parentPort.postMessage({ kind: 'ready', value: { commands: [], examples: ['/quote holt'] } })
`
const BROKEN = `
const { parentPort } = require('node:worker_threads')
parentPort.postMessage({ kind: 'stillborn', failure: { kind: 'StoreError', message: 'The store is gone.' } })
`

let bot: ThreadedBot | undefined
let findFeeds: AroundAnswering['findFeeds'] = async () => []
const logged: object[] = []
const told: string[] = []

async function started(script = ECHO, longestAnswer = 30_000): Promise<ThreadedBot> {
  bot = await startThreadedBot({
    start: () => new Worker(script, { eval: true }),
    around: {
      mayPost: async () => null,
      hurry: async () => {},
      findFeeds: (address) => findFeeds(address),
      hurryFeeds: async () => {},
    },
    log: { error: (details) => logged.push(details) },
    tell: (sentence) => told.push(sentence),
    longestAnswer,
  })
  return bot
}

const ask = (line: string) => bot?.answer({ desk: 'newsroom', line })

afterEach(async () => {
  await bot?.stop()
  bot = undefined
  logged.length = 0
})

describe('a bot in a thread', () => {
  test('answers, completes and suggests', async () => {
    const { examples } = await started()
    expect(told).toEqual(['Indexed.'])
    expect(examples).toEqual(['/quote holt'])
    expect((await ask('/quote holt'))?.title).toBe('/quote holt')
    expect(await bot?.complete({ desk: 'newsroom', line: '/qu' })).toEqual(['/qu'])
    expect(await bot?.suggest({ desk: 'newsroom', command: 'quote', option: 'who', typed: 'ho' })).toEqual([
      { value: 'ho' },
    ])
  })

  test('answers many at once, each with its own', async () => {
    await started()
    const lines = Array.from({ length: 50 }, (_, index) => `line ${index}`)
    expect(await Promise.all(lines.map(async (line) => (await ask(line))?.title))).toEqual(lines)
  })

  test.each(['die', 'hang'])('that should %s tells so with an id that the log has, and is replaced', async (line) => {
    await started(ECHO, line === 'hang' ? 200 : 30_000)
    const [failed, after] = await Promise.all([ask(line), ask('/quote holt')])
    const [entry] = logged
    expect(failed).toMatchObject({ title: 'Something went wrong', private: true })
    expect(entry).toMatchObject({ id: /id (?<id>\w+)/u.exec(JSON.stringify(failed))?.groups?.['id'] })
    expect(after?.title).toBe('/quote holt')
  })

  test('answers others while one waits for a feed to be found', async () => {
    await started()
    let found: (feeds: readonly NewFeed[]) => void = () => {}
    findFeeds = () => new Promise((resolve) => (found = resolve))
    const finding = ask('find')
    expect((await ask('/quote holt'))?.title).toBe('/quote holt')
    found([{ url: 'https://herald.example/feed', outlet: 'Herald', site: null }])
    expect((await finding)?.title).toBe('https://herald.example/feed')
  })

  test('that cannot start says why', async () => {
    await expect(started(BROKEN)).rejects.toThrow('The store is gone.')
    await expect(started('process.exit(3)')).rejects.toThrow('ended with 3')
  })
})
