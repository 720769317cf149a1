import { expect, test } from 'vitest'
import { extractLines } from '../src/extractLines.js'

async function run(input: string) {
  const answers: string[] = []
  const complaints: string[] = []
  const isWell = await extractLines(
    {
      input: (async function* () {
        yield Buffer.from(input)
      })(),
      write: async (line) => void answers.push(line),
      complain: (sentence) => void complaints.push(sentence),
    },
    (text) => {
      if (text === 'bad') throw new Error('too odd')
      return []
    },
  )
  return { answers: answers.map((answer): unknown => JSON.parse(answer)), complaints, isWell }
}

test('each line is answered by a line, in order', async () => {
  expect(await run('{"id": "a", "text": "x"}\n{"id": 2, "text": "", "title": "t"}\n\n')).toEqual({
    answers: [
      { id: 'a', quotations: [] },
      { id: 2, quotations: [] },
    ],
    complaints: [],
    isWell: true,
  })
})

test('a line that cannot be answered keeps its place', async () => {
  const { answers, complaints, isWell } = await run(
    '{\n\n{"id": "b"}\n{"id": "c", "text": "bad"}\n{"id": "d", "text": "x"}',
  )
  expect(answers).toEqual([
    { id: null, error: 'It is not JSON.' },
    { id: null, error: 'It is empty.' },
    { id: 'b', error: 'It has no "text".' },
    { id: 'c', error: 'It could not be worked through: too odd.' },
    { id: 'd', quotations: [] },
  ])
  expect(complaints[0]).toBe('Line 1: It is not JSON.')
  expect(isWell).toBe(false)
})
