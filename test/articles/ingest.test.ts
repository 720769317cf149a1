import { expect, test } from 'vitest'
import { ingest } from '../../src/articles/ingest.js'
import type { Reading } from '../../src/articles/read.js'
import { StoreError } from '../../src/errors.js'
import type { Saved, Store } from '../../src/store/store.js'

const draft = { outlet: 'Wend Post', title: null, author: null, url: null, published: null }
const readings: Reading[] = [
  { file: 'a.txt', line: null, draft: { ...draft, key: 'a', text: 'One.' } },
  { file: 'b.jsonl', line: 2, reason: 'It is not JSON.' },
  { file: 'b.jsonl', line: 3, draft: { ...draft, key: 'b', text: 'Two.' } },
]

function storeThat(saves: (key: string) => Saved): Pick<Store, 'save'> {
  return { save: async ({ key }) => ({ id: `id-${key}`, saved: saves(key) }) }
}

test('articles are stored with their quotations, and the report tells what became of each', async () => {
  const steps: number[] = []
  const options = { extract: () => [], onProgress: (count: number) => steps.push(count) }
  expect(
    await ingest(
      storeThat((key) => (key === 'a' ? 'added' : 'unchanged')),
      readings,
      'files',
      options,
    ),
  ).toEqual({
    added: 1,
    changed: 0,
    unchanged: 1,
    articles: [
      { articleId: 'id-a', file: 'a.txt', line: null },
      { articleId: 'id-b', file: 'b.jsonl', line: 3 },
    ],
    refused: [{ file: 'b.jsonl', line: 2, reason: 'It is not JSON.' }],
  })
  expect(steps).toEqual([1, 2, 3])
})

test('a store that fails ends it, and says how many are stored', async () => {
  const store = storeThat((key) => {
    if (key === 'b') throw new StoreError('The disk is full.')
    return 'added'
  })
  await expect(ingest(store, readings, 'files', { extract: () => [] })).rejects.toThrow(
    new StoreError('The disk is full. 1 article was stored before that.'),
  )
})

function picky(text: string): [] {
  if (text === 'One.') throw new Error('too odd')
  return []
}

test('an article that the extraction cannot bear is refused alone', async () => {
  const report = await ingest(
    storeThat(() => 'added'),
    readings,
    'files',
    { extract: picky },
  )
  expect(report.added).toBe(1)
  expect(report.refused[0]?.reason).toBe('It could not be worked through: too odd.')
})
