import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passagesOf } from '../../src/answers/compare/passages.js'
import { compare } from '../../src/answers/compare.js'
import { meaningOf } from '../../src/answers/meaning.js'
import { ingest } from '../../src/articles/ingest.js'
import { readArticles } from '../../src/articles/read.js'
import { parseTopic } from '../../src/language/topic.js'
import { words } from '../../src/language/words.js'
import { openStore } from '../../src/store/sqlite.js'
import type { Store } from '../../src/store/store.js'

let store: Store
let passages: string[]

beforeAll(async () => {
  store = await openStore('sqlite::memory:')
  await ingest(store, readArticles(['seeds'], {}), 'samples', { extract: () => [] })
  const articles = await store.archive('local').newest({}, 100)
  passages = articles.flatMap((article) =>
    passagesOf(article)
      .filter(({ isTitle }) => !isTitle)
      .map(({ text }) => text),
  )
})
afterAll(() => store.close())

test('whatever words stand side by side in a passage, the store finds them and a passage is shown', async () => {
  const archive = store.archive('local')
  const place = fc.record({ passage: fc.nat(), word: fc.nat(), count: fc.integer({ min: 1, max: 2 }) })
  await fc.assert(
    fc.asyncProperty(place, async ({ passage, word, count }) => {
      const text = passages[passage % passages.length] ?? ''
      const found = words(text)
      const first = word % found.length
      const topic = text.slice(found[first]?.start, found[Math.min(first + count, found.length) - 1]?.end)
      const groups = parseTopic(topic)
      fc.pre(groups.length > 0)
      const { mentions } = await meaningOf(archive, { text: topic, groups })
      // A part of a longer name ("State" of "Islamic State") is not about it.
      fc.pre(mentions(text))
      const answer = await compare(archive, { text: topic, groups })
      const shown = answer.outlets.flatMap(({ excerpts }) => excerpts.map((excerpt) => excerpt.text))
      expect([topic, ...shown]).not.toEqual([topic])
      expect(shown.filter((one) => !mentions(one))).toEqual([])
    }),
    { numRuns: 100 },
  )
})
