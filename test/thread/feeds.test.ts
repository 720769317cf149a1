import { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { CrierError } from '../../src/errors.js'
import { type FeedsThread, startFeeds } from '../../src/thread/feeds.js'

/** A thread that finds what it is asked for, tells that it hurries, and dies at one address. */
const FEEDS = `
const { parentPort } = require('node:worker_threads')
parentPort.on('message', ({ kind, id, method, given }) => {
  if (kind !== 'call') return
  if (given[0] === 'die') process.exit(1)
  if (given[0] === 'none') return parentPort.postMessage({ kind: 'failed', id, failure: { kind: 'CrierError', message: 'No feed was found.' } })
  if (method === 'hurry') parentPort.postMessage({ kind: 'call', id: 1, method: 'polled', given: [{ id: '7' }] })
  parentPort.postMessage({ kind: 'reply', id, value: method === 'find' ? [{ url: given[0] }] : null })
})
parentPort.postMessage({ kind: 'ready', value: null })
`

let feeds: FeedsThread | undefined
const logged: object[] = []

afterEach(async () => {
  await feeds?.end()
  logged.length = 0
})

function start(script = FEEDS, polled: (id: string) => void = () => {}): FeedsThread {
  feeds = startFeeds({
    start: () => new Worker(script, { eval: true }),
    around: { tell: async () => {}, polled: async ({ id }) => polled(id) },
    log: { error: (details) => logged.push(details) },
  })
  return feeds
}

test('feeds are found in the thread, and where there are none, the sentence comes back', async () => {
  const { find } = start()
  expect(await find('https://herald.example')).toEqual([{ url: 'https://herald.example' }])
  await expect(find('none')).rejects.toThrow(new CrierError('No feed was found.'))
})

test('a thread that dies is replaced', async () => {
  const { find } = start()
  await expect(find('die')).rejects.toThrow('ended with 1')
  expect(await find('after')).toEqual([{ url: 'after' }])
})

test('what was looked at is told outside', async () => {
  const polled = new Promise<string>((resolve) => start(FEEDS, resolve).hurry())
  expect(await polled).toBe('7')
})

test('one that cannot start says why, and can be stopped', async () => {
  const failure = `{ kind: 'stillborn', failure: { kind: 'StoreError', message: 'The store is gone.' } }`
  const broken = start(`require('node:worker_threads').parentPort.postMessage(${failure})`)
  await expect(broken.ready()).rejects.toThrow('The store is gone.')
  await broken.stop()
  expect(logged).toEqual([])
})
