import { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { type Drawing, startDrawing } from '../../src/pictures/drawing.js'
import { full } from './samples.js'

/** A thread that draws a title as its letters; the title tells it to hang, to die, or to fail. */
const SCRIPT = `
const { parentPort } = require('node:worker_threads')
parentPort.on('message', ({ id, given: [{ title }] }) => {
  if (title === 'hang') for (;;);
  if (title === 'die') throw new Error('It died.')
  if (title === 'fail') return parentPort.postMessage({ kind: 'failed', id, failure: { kind: 'Error', message: 'There is no ink.' } })
  parentPort.postMessage({ kind: 'reply', id, value: new TextEncoder().encode(title) })
})
parentPort.postMessage({ kind: 'ready', value: null })
`
const logged: object[] = []
let drawing: Drawing | undefined

function start(longest = 30_000): void {
  const log = { error: (details: object) => void logged.push(details) }
  drawing = startDrawing({ start: () => new Worker(SCRIPT, { eval: true }), log, longest })
}

async function drawn(title: string): Promise<string | null> {
  const png = await drawing?.draw({ ...full, title })
  return png ? new TextDecoder().decode(png) : null
}

afterEach(async () => {
  await drawing?.stop()
  logged.length = 0
})

test('several cards at once are each drawn', async () => {
  start()
  expect(await Promise.all(['Pumps', 'Ferry', 'Strike'].map(drawn))).toEqual(['Pumps', 'Ferry', 'Strike'])
  expect(logged).toEqual([])
})

test('one that fails is none, and logged, and the next one is drawn', async () => {
  start()
  expect(await drawn('fail')).toBeNull()
  expect(String(Object(logged[0]).err)).toContain('There is no ink.')
  expect(await drawn('Pumps')).toBe('Pumps')
})

test('one that ends the thread is none, and the next one has another thread', async () => {
  start()
  expect(await drawn('die')).toBeNull()
  expect(logged).toHaveLength(1)
  expect(await drawn('Pumps')).toBe('Pumps')
})

test('one that takes too long is given up', async () => {
  start(1_000)
  expect(await drawn('hang')).toBeNull()
  expect(await drawn('Pumps')).toBe('Pumps')
})
