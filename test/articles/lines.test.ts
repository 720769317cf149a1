import { expect, test } from 'vitest'
import { lines } from '../../src/articles/lines.js'

async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

async function read(limit: number, ...texts: string[]) {
  const found = []
  for await (const { line, bytes } of lines(chunks(...texts), limit)) found.push([line, bytes?.toString() ?? null])
  return found
}

test('lines are whole however the bytes arrive', async () => {
  expect(await read(99, 'on', 'e\ntw', 'o\r\n\nthr', 'ee')).toEqual([
    [1, 'one'],
    [2, 'two'],
    [3, ''],
    [4, 'three'],
  ])
  expect(await read(99, 'one\n')).toEqual([[1, 'one']])
  expect(await read(99)).toEqual([])
})

test('a line beyond the limit is passed over, and the next one is read', async () => {
  expect(await read(4, 'far too', ' long\nok\n', 'too long')).toEqual([
    [1, null],
    [2, 'ok'],
    [3, null],
  ])
})
