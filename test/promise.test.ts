import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../commands/index.js'
import { edition } from '../src/answers/edition.js'
import { ingest } from '../src/articles/ingest.js'
import { readArticles } from '../src/articles/read.js'
import { createBot, type RunnableBot } from '../src/bot.js'
import { editionMessages } from '../src/edition/messages.js'
import type { Message } from '../src/message.js'
import { LOCAL } from '../src/platform.js'
import { extractQuotations } from '../src/quotations/extract.js'
import { openStore } from '../src/store/sqlite.js'
import type { Store } from '../src/store/store.js'

/** Crier's promise: every word of news in a message is a slice of an article that it names. */

const LINES = [
  '/quote mattis',
  '/quote tresidder',
  '/quote penhale',
  '/quote trump about syria',
  '/quote nobody',
  '/compare afghanistan',
  '/compare pumps',
  '/compare ferry',
  '/compare ambulance',
  '/compare strike',
  '/brief',
  '/brief flood',
  '/brief since:last',
  '/digest',
  '/digest create "Mondays at 08:30" timezone:Europe/London topics:flood,ferry',
  '/digest preview 1',
  '/digest edit 1 topics:all',
  '/digest preview 1',
  '/digest history 1',
  '/help digest',
  '/follow',
  '/help follow',
  '/sources',
  '/help',
  '/verify "I would rather apologise to a thousand people than bury one"',
  '/verify "strengthened in this effort by our alliances"',
] // prettier-ignore

interface Slice {
  readonly articleId: string
  readonly start: number
  readonly end: number
  readonly text: string
}

let store: Store
let bot: RunnableBot
let texts: string[]
let titles: (string | null)[]
let names: string[]

beforeAll(async () => {
  store = await openStore('sqlite::memory:')
  await ingest(store, readArticles(['seeds'], {}), 'samples', { extract: extractQuotations })
  bot = createBot({ commands, store, clock: () => new Date('2019-03-06T09:00:00Z'), log: { error: () => {} } })
  const articles = await store.archive('local').newest({}, 100)
  texts = articles.map(({ text }) => text)
  titles = articles.map(({ title }) => title)
  names = texts.flatMap((text) => extractQuotations(text).map(({ speaker }) => plain(speaker?.name ?? '')))
})
afterAll(() => store.close())

const isSlice = (value: unknown): value is Slice =>
  typeof value === 'object' && value !== null && 'articleId' in value && 'start' in value

function* slicesIn(value: unknown): Generator<Slice> {
  if (typeof value !== 'object' || value === null) return
  if (isSlice(value)) yield value
  for (const inner of Object.values(value)) yield* slicesIn(inner)
}

/** Every string outside excerpts. Word changes are left out: each is looked for in the articles by a test of its own. */
function* wordsOf(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string' && key !== 'line') yield value
  if (typeof value !== 'object' || value === null || isSlice(value) || key === 'changes') return
  for (const [name, inner] of Object.entries(value)) yield* wordsOf(inner, name)
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function runs(text: string, length: number): string[] {
  const words = plain(text).split(' ')
  return words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '))
}

/** Slices that are none, and runs of six words that an article prints and the message shows outside an excerpt. */
async function broken({ title, blocks, actions, data }: Message, asked: string): Promise<string[]> {
  const archive = store.archive('local')
  const found: string[] = []
  for (const { articleId, start, end, text } of slicesIn([blocks, actions, data])) {
    const article = await archive.article(articleId)
    if (article?.text.slice(start, end) !== text) found.push(`${articleId} ${start}-${end}: ${text}`)
  }
  // `/source` is named by the title of the article it shows.
  const ownTitle = titles.includes(title) ? '' : title
  const printed = texts.map((text) => ` ${plain(text)} `)
  for (const words of wordsOf({ title: ownTitle, blocks, actions })) {
    const borrowed = runs(words, 6).filter((run) => printed.some((text) => text.includes(` ${run} `)))
    // Somebody unnamed goes by the description that the article gives.
    found.push(...borrowed.filter((run) => !plain(asked).includes(run) && !names.some((name) => name.includes(run))))
  }
  return found
}

describe('no word of news of its own', () => {
  test.each(LINES)('%s', async (line) => {
    expect(await broken(await bot.answer({ ...LOCAL, line }), line)).toStrictEqual([])
  })

  test('what an outlet changed, or took out', async () => {
    const url = 'https://herald.example/lamps'
    const [oil, gas] = [
      '“We will light the lamps of Skellen with oil,”',
      '“We may light the lamps of Skellen with gas,”',
    ]
    const gone = '“Nobody asked the lamplighters of Skellen about it at all,”'
    const ids = []
    for (const text of [
      `Lamps\n\n${oil} said Ada Quill.\n\n${gone} said Tom Reed.`,
      `Lamps\n\n${gas} said Ada Quill.`,
    ]) {
      const draft = { key: url, outlet: 'Herald', title: 'Lamps', author: null, url, published: '2019-03-01', text }
      ids.push((await store.save(draft, extractQuotations(text), 'samples')).id)
      texts.push(text)
    }
    const asked = ['/quote quill', '/quote reed', `/verify ${oil}`, `/verify ${gas}`, `/verify ${gone}`]
    for (const line of [...asked, ...ids.map((id) => `/source ${id}`)]) {
      const message = await bot.answer({ ...LOCAL, line })
      expect(await broken(message, line)).toStrictEqual([])
      expect(JSON.stringify(message)).toMatch(/Changed since|until|Version 1|1 earlier/u)
      const changes = message.blocks.flatMap((block) => (block.kind === 'wording' ? block.changes : []))
      for (const { text } of changes) expect(texts.some((words) => words.includes(text))).toBe(true)
    }
  })

  test('whatever is typed, and whatever an answer leads to', async () => {
    const word = fc.constantFrom(
      '/quote',
      '/compare',
      '/verify',
      '/brief',
      'mattis',
      'the',
      'mayor',
      '“',
      '”',
      '"',
      'about',
      'ferry',
      'since:2019',
      'outlet:ledger',
      '—',
      '🌊',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async (parts) => {
        const line = parts.join(' ')
        const message = await bot.answer({ ...LOCAL, line })
        expect(await broken(message, line)).toStrictEqual([])
        for (const action of message.actions.slice(0, 3))
          expect(await broken(await bot.answer({ ...LOCAL, line: action.line }), action.line)).toStrictEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('editions, with what was told before and without', async () => {
    const archive = store.archive('local')
    const until = Date.parse('2019-03-06')
    const all = { topics: [], speakers: [], outlets: [], limit: 9, from: null, until, arrivedAfter: null }
    const first = (await archive.newest({ outlet: 'meridian' }, 9)).map(({ id }) => id)
    let stories = 0
    for (const told of [new Map<string, string[]>(), new Map([['before', first]]), new Map([['all', []]])]) {
      for (const limit of [1, 9]) {
        const answer = await edition(archive, { ...all, limit, told })
        const { summary, details } = editionMessages(answer, { title: 'Morning', since: 'Monday 4 March, 08:30' })
        for (const message of [summary, ...details]) expect(await broken(message, '')).toStrictEqual([])
        stories += details.length
      }
    }
    expect(stories).toBeGreaterThan(9)
  })

  test('the words of a comparison are those of an article or of the asker', async () => {
    const asked = 'I would rather apologise to ten thousand people than bury one'
    const { blocks } = await bot.answer({ desk: 'local', line: `/verify "${asked}"` })
    const changes = blocks.flatMap((block) => (block.kind === 'wording' ? block.changes : []))
    expect(changes.length).toBeGreaterThan(0)
    for (const { text } of changes) expect([asked, ...texts].some((words) => words.includes(text))).toBe(true)
  })
})
