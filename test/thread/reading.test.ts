import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, test } from 'vitest'
import type { Fetched } from '../../src/feeds/reading.js'
import { type ReadingThreads, startReading } from '../../src/thread/reading.js'

/** A thread that gives back what it is told to read as a feed's title; some words have it hang, die or fill its memory. */
const ECHO = `
const { parentPort, threadId } = require('node:worker_threads')
parentPort.on('message', ({ id, given: [{ url }] }) => {
  if (url === 'hang') for (;;);
  if (url.startsWith('long')) for (const until = Date.now() + 300; Date.now() < until; );
  if (url === 'die') process.exit(3)
  if (url === 'throw') throw new Error('Unforeseen.')
  if (url === 'fill') { const all = []; for (;;) all.push(new Array(1e6).fill(url + all.length)) }
  const reply = () => parentPort.postMessage({ kind: 'reply', id, value: { read: { title: url, site: String(threadId) } } })
  url === 'slowly' ? setImmediate(reply) : reply()
})
parentPort.postMessage({ kind: 'ready', value: null })
`

let reading: ReadingThreads | undefined
let started = 0

function start(longest = 30_000, threads = 2): ReadingThreads {
  started = 0
  const resourceLimits = { maxOldGenerationSizeMb: 32 }
  reading = startReading({
    start: () => {
      started += 1
      return new Worker(ECHO, { eval: true, resourceLimits })
    },
    threads,
    longest,
  })
  return reading
}

const fetched = (url: string): Fetched => ({ bytes: new Uint8Array(), type: null, url })

afterEach(async () => {
  await reading?.stop()
})

describe('threads that read', () => {
  test('are started when there is something to read, and no more than so many', async () => {
    const reader = start()
    expect(started).toBe(0)
    await reader.feed(fetched('one'))
    expect(started).toBe(1)
    const read = await Promise.all(['a', 'b', 'c', 'slowly'].map((url) => reader.feed(fetched(url))))
    expect(read).toMatchObject(['a', 'b', 'c', 'slowly'].map((title) => ({ read: { title } })))
    expect(started).toBe(2)
  })

  test.each([
    ['hang', 200, 'It takes too long to read.'],
    ['die', 30_000, 'It takes too long to read.'],
    ['fill', 30_000, 'It takes too much memory to read.'],
  ])('that should %s are replaced, and what they read is refused', async (url, longest, reason) => {
    const reader = start(longest, 1)
    expect(await reader.feed(fetched(url))).toEqual({ reason })
    expect(await reader.discover(fetched(url))).toEqual([])
    expect(await reader.feed(fetched('after'))).toMatchObject({ read: { title: 'after' } })
  })

  test.each([
    ['hang', 200, 'It takes too long to read.'],
    ['die', 30_000, 'It takes too long to read.'],
    ['fill', 30_000, 'It takes too much memory to read.'],
  ])('that should %s have what lay ready for them read by the next', async (url, longest, reason) => {
    const reader = start(longest, 1)
    await reader.feed(fetched('before'))
    const read = await Promise.all([url, 'ready', 'late'].map((one) => reader.feed(fetched(one))))
    expect(read).toMatchObject([{ reason }, { read: { title: 'ready' } }, { read: { title: 'late' } }])
    expect(started).toBe(2)
  })

  test('have as long for what lay ready as for what they read first', async () => {
    const reader = start(1000, 1)
    const all = ['long 1', 'long 2', 'long 3', 'long 4']
    const read = await Promise.all(all.map((url) => reader.feed(fetched(url))))
    expect(read).toMatchObject(all.map((title) => ({ read: { title } })))
  })

  test('that hang in what lay ready are replaced, too', async () => {
    const reader = start(200, 1)
    const read = await Promise.all(['first', 'hang'].map((url) => reader.feed(fetched(url))))
    expect(read).toMatchObject([{ read: { title: 'first' } }, { reason: 'It takes too long to read.' }])
  })

  test('share what there is to read', async () => {
    const reader = start(30_000, 2)
    const read = await Promise.all(['a', 'b'].map((url) => reader.feed(fetched(url))))
    expect(new Set(read.map((one) => 'read' in one && one.read.site)).size).toBe(2)
  })

  test('that are stopped begin nothing anew', async () => {
    const reader = start(30_000, 1)
    await reader.feed(fetched('before'))
    const left = ['hang', 'ready'].map((url) => reader.feed(fetched(url)))
    await reader.stop()
    expect(await Promise.all(left)).toEqual([1, 2].map(() => ({ reason: 'It takes too long to read.' })))
    expect(started).toBe(1)
  })

  test('tell what nobody foresaw', async () => {
    const reader = start()
    await expect(reader.feed(fetched('throw'))).rejects.toThrow('Unforeseen.')
    expect(await reader.feed(fetched('after'))).toMatchObject({ read: { title: 'after' } })
  })
})
