import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CrierError, StoreError, UnclearError, UndeliverableError, UsageError } from '../../src/errors.js'
import { answerCalls, type Caller, callerOver } from '../../src/worker/wire.js'

type Counting = {
  readonly add: (one: number, other: number) => Promise<number>
  readonly ask: (question: string) => Promise<string>
  readonly fail: (kind: string) => Promise<never>
  readonly hang: () => Promise<never>
}
type Asking = { readonly answer: (question: string) => Promise<string> }

let channel: MessageChannel
let inside: Caller<Asking>
let outside: Caller<Counting>

const ERRORS = [CrierError, UsageError, UndeliverableError, UnclearError, StoreError, TypeError]

beforeEach(() => {
  channel = new MessageChannel()
  const counting: Counting = {
    add: async (one, other) => one + other,
    ask: (question) => inside.call('answer', question),
    fail: async (kind) => {
      throw new (ERRORS.find(({ name }) => name === kind) ?? Error)('It is so.')
    },
    hang: () => new Promise(() => {}),
  }
  answerCalls(channel.port1, counting)
  answerCalls(channel.port2, { answer: async (question: string) => `${question} 42` })
  inside = callerOver(channel.port1)
  outside = callerOver(channel.port2)
})
afterEach(() => channel.port1.close())

test('calls cross in both directions, many at once, each with its own reply', async () => {
  const sums = await Promise.all(Array.from({ length: 50 }, (_, n) => outside.call('add', n, 1)))
  expect(sums).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
  expect(await outside.call('ask', 'What is it?')).toBe('What is it? 42')
})

test.each(ERRORS.slice(0, 5))('an error is of the same class on the other side: $name', async (kind) => {
  const failing = outside.call('fail', kind.name)
  await expect(failing).rejects.toThrow('It is so.')
  await expect(failing).rejects.toBeInstanceOf(kind)
})

test('any other error keeps its words and where it came from', async () => {
  const failing = outside.call('fail', 'TypeError')
  await expect(failing).rejects.toMatchObject({ message: 'It is so.', stack: expect.stringContaining('wire.test') })
  await expect(failing).rejects.not.toBeInstanceOf(CrierError)
})

test('what is not offered cannot be called, nor what all objects have', async () => {
  const other = callerOver<Record<string, () => Promise<void>>>(channel.port2)
  for (const name of ['nothing', 'toString', '__proto__'])
    await expect(other.call(name)).rejects.toThrow(`There is no ${name} in this thread.`)
})

test('a caller that is cut off ends the calls that wait, and those to come', async () => {
  const hanging = outside.call('hang')
  outside.cut(new Error('It ended.'))
  await expect(hanging).rejects.toThrow('It ended.')
  await expect(outside.call('add', 1, 2)).rejects.toThrow('It ended.')
})
