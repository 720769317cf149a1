import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import type { Book } from '../../../src/book.js'
import { StoreError } from '../../../src/errors.js'
import type { Time } from '../../../src/platforms/once.js'
import type { SlackStub } from '../../stubs/slack/stub.js'
import { buttonsIn } from '../../stubs/slack/stub.js'
import { answers, newBook, postTo, stage, started, wordsIn } from './world.js'

const MESSAGE = { title: 'News', blocks: [], actions: [{ label: 'More news', line: '/brief' }], line: '/brief' }

/** Others go on talking. */
function talk(stub: SlackStub, thread?: string): void {
  for (let said = 0; said < 20; said += 1) stub.message({ text: 'and so on', ...(thread ? { thread } : {}) })
}

describe('a post whose answer was lost stands there once', () => {
  test('in a long thread, which Slack gives from its beginning', async () => {
    const stub = await stage()
    await started(stub)
    const above = stub.message({ text: 'What is new?' })
    talk(stub, above.ts)
    stub.fail('chat.postMessage', { lostAfter: true })
    stub.mention({ text: '/quote mattis', thread: above.ts })
    await vi.waitFor(() => expect(stub.callsTo('conversations.replies').length).toBeGreaterThan(1), 5000)
    stub.mention({ text: '/quote the last' })
    await answers(stub, 2)
    expect(stub.answers()).toHaveLength(2)
  })

  test('in a channel where much was said since', async () => {
    const stub = await stage()
    const { platform } = await started(stub)
    stub.fail('chat.postMessage', { lostAfter: true })
    const sending = platform.send(postTo(stub.channel, MESSAGE, 'edition'))
    await answers(stub, 1)
    talk(stub)
    await sending
    expect(stub.answers()).toHaveLength(1)
  })

  test('where Slack lets Crier look only after a while', async () => {
    const stub = await stage()
    const { platform } = await started(stub)
    stub.fail('chat.postMessage', { lostAfter: true })
    stub.fail('conversations.history', { status: 429, retryAfter: 1 })
    await platform.send(postTo(stub.channel, MESSAGE, 'edition'))
    expect(stub.answers()).toHaveLength(1)
  })

  test('where Crier may not look: that is told, and it is not posted again until it may', async () => {
    const stub = await stage()
    const { platform } = await started(stub)
    stub.fail('chat.postMessage', { lostAfter: true })
    stub.fail('conversations.history', { error: 'missing_scope', needed: 'channels:history' }, 2)
    const send = () => platform.send(postTo(stub.channel, MESSAGE, 'edition'))
    await expect(send()).rejects.toThrow('Slack did not say whether the message arrived')
    await expect(send()).rejects.toThrow('Slack did not say whether the message arrived')
    await send()
    expect(stub.answers()).toHaveLength(1)
  })
})

test('a post is made once though the process died before it noted that', async () => {
  const stub = await stage()
  const book = await newBook()
  const dying: Book = {
    ...methodsOf(book),
    release: async () => {},
    keepPost: () => Promise.reject(new StoreError('The process is gone.')),
  }
  const first = await started(stub, { book: dying })
  await expect(first.platform.send(postTo(stub.channel, MESSAGE, 'edition'))).rejects.toThrow('The process is gone')
  const next = await started(stub, { book, time: after(20_000) })
  await next.platform.send(postTo(stub.channel, MESSAGE, 'edition'))
  expect(stub.answers()).toHaveLength(1)
})

test('the network being gone for a moment keeps no post from being made', async () => {
  const stub = await stage()
  const { platform } = await started(stub)
  stub.fail('chat.postMessage', { reset: true }, 2)
  await platform.send(postTo(stub.channel, MESSAGE, 'edition'))
  expect(stub.answers()).toHaveLength(1)
})

test('buttons under a post of Crier’s own accord can be pressed', async () => {
  const stub = await stage()
  const { platform } = await started(stub)
  await platform.send(postTo(stub.channel, MESSAGE, 'edition'))
  const [sent] = await answers(stub, 1)
  stub.press(sent ?? null, buttonsIn(sent?.body).get('More news') ?? '')
  const [, pressed] = await answers(stub, 2)
  expect(wordsIn(pressed?.body)).toContain('You asked /brief')
})

/** A clock that is so many milliseconds ahead, and pauses that pass ten times as fast. */
function after(ahead: number): Time {
  return {
    now: () => Date.now() + ahead,
    wait: (milliseconds, signal) =>
      pause(milliseconds / 10, undefined, { ref: false, ...(signal ? { signal } : {}) }).catch(() => {}),
  }
}

function methodsOf(book: Book): Book {
  return {
    claim: (...given) => book.claim(...given),
    finish: (...given) => book.finish(...given),
    release: (...given) => book.release(...given),
    forget: (...given) => book.forget(...given),
    post: (...given) => book.post(...given),
    beginPost: (...given) => book.beginPost(...given),
    keepPost: (...given) => book.keepPost(...given),
    dropPost: (...given) => book.dropPost(...given),
    lastLine: (...given) => book.lastLine(...given),
    remember: (...given) => book.remember(...given),
    keepButtons: (...given) => book.keepButtons(...given),
    button: (...given) => book.button(...given),
    put: (...given) => book.put(...given),
    get: (...given) => book.get(...given),
    remove: (...given) => book.remove(...given),
    keys: (...given) => book.keys(...given),
  }
}
