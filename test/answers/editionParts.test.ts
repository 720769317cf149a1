import { describe, expect, it, test } from 'vitest'
import { isUnfit, unclearness } from '../../src/answers/edition/alone.js'
import { alteredWords } from '../../src/answers/edition/alteredWords.js'
import { datelineEnd } from '../../src/answers/edition/dateline.js'
import { isInsideQuotation, standsTwice } from '../../src/answers/edition/insideQuotation.js'
import { memoryOf } from '../../src/answers/edition/memory.js'
import { archiveOf } from './quoteArchive.js'

describe('what cannot stand alone', () => {
  test.each([
    'But the ferry of Wendmouth sailed on Monday with all of its crew.',
    'Meanwhile, the ferry of Wendmouth sailed on Monday.',
    'He said that the ferry of Wendmouth would sail on Monday.',
    'That leaves the island without a ferry.',
    'One involved the ferry that runs to Skellen Island.',
    '“The ferry will sail on Monday,” said Ada Quill.',
    'Ada Quill called it “a day that nobody on the coast of Wendmouth will ever forget, or forgive”.',
    'I think that the ferry of Wendmouth should sail.',
    'Will the ferry of Wendmouth sail on Monday?',
    'Sign up for our newsletter about the ferry of Wendmouth.',
    'The ferry of Wendmouth (left) lies at the quay.',
    'Where the ferry lies in Wendmouth',
    'Ada Quill told a reporter of the U.S.',
  ])('%s', (text) => expect(isUnfit(text)).toBe(true))

  test.each([
    'The ferry of Wendmouth sailed on Monday with all of its crew.',
    'Ada Quill, the mayor, said that “nobody” would be left behind on the island.',
    'It is unclear whether the ferry of Wendmouth will sail on Monday.',
    'On Monday, 212 crew of the ferry walked out.',
  ])('but: %s', (text) => expect(isUnfit(text)).toBe(false))
})

describe('what leaves something to be asked', () => {
  const surnames = new Set(['Quill'])
  const unclear = (text: string, headline = '') => unclearness(text, headline, surnames)

  it('is a surname alone, less so where the headline has it', () => {
    const alone = unclear('Quill said that the ferry would sail on Monday.')
    expect(alone).toBeGreaterThan(unclear('Quill said that the ferry would sail on Monday.', 'Mayor Quill speaks'))
    expect(unclear('Ada Quill said that the ferry would sail on Monday.')).toBe(0)
  })

  it('is what has been told of before', () => {
    expect(unclear('The company said that the ferry would sail on Monday.')).toBeGreaterThan(0)
    expect(unclear('The operations, which began in May, will end soon.')).toBeGreaterThan(0)
    expect(unclear('The government said that the ferry would sail on Monday.')).toBe(0)
  })
})

describe('datelines', () => {
  test.each([
    ['WENDMOUTH (Meridian) — A barge sank.', 'A barge sank.'],
    ['WENDMOUTH/SKELLEN (Meridian) - A barge sank.', 'A barge sank.'],
    ['(CNN) -- A barge sank.', 'A barge sank.'],
    ['WENDMOUTH, Coast (AP) — A barge sank.', 'A barge sank.'],
    ['A barge — the Ada — sank.', 'A barge — the Ada — sank.'],
    ['Ada Quill (left) said so.', 'Ada Quill (left) said so.'],
  ])('%s', (text, rest) => expect(text.slice(datelineEnd(text))).toBe(rest))
})

describe('passages in quotations', () => {
  const text =
    'Title\n\n“It sank. Nobody saw it sink. We are sad,” said Ada Quill. The barge is gone.\n\nIt was old. — Ada (@ada) May 4\n\nThe barge is gone.'
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

  it('are told by the marks of their paragraph, or by the name of who posted them', () => {
    expect(isInsideQuotation(text, spanOf('Nobody saw it sink.'))).toBe(true)
    expect(isInsideQuotation(text, spanOf('The barge is gone.'))).toBe(false)
    expect(isInsideQuotation(text, spanOf('It was old.'))).toBe(true)
  })

  it('or by standing twice', () => {
    expect(standsTwice(text, spanOf('The barge is gone.'))).toBe(true)
    expect(standsTwice(text, spanOf('Nobody saw it sink.'))).toBe(false)
  })
})

describe('words that an outlet altered', () => {
  const altered = async (...said: readonly string[]) => {
    const told = said.map((words, at) => ({
      outlet: `Outlet ${at}`,
      text: `“${words}” said Ada Quill.`,
      speakers: ['Ada Quill'],
      statements: [1],
    }))
    const found = alteredWords(await archiveOf(...told).quotationsIn(said.map((_, at) => `a${at}`)), 2)
    return found.map(({ quotations }) => quotations.map(({ outlet }) => outlet))
  }
  const SAID = 'We will not close the ferry to Skellen Island before the end of November,'

  it('are other words in their place', async () => {
    const other = 'We will not close the ferry to Skellen Island before the end of December,'
    expect(await altered(SAID, other)).toEqual([['Outlet 0', 'Outlet 1']])
  })

  it('are a “not” that went', async () => {
    expect(
      await altered(SAID, 'We will surely close the ferry to Skellen Island before the end of November,'),
    ).toHaveLength(1)
  })

  test.each([
    'We will not close the ferry to Skellen Island before the end,',
    'We won’t close the ferry to Skellen Island before the end of November,',
    'We will not close the [old] ferry to Skellen Island before the end of November,',
    'We will not close the ferry to Skelen Island before the end of November,',
    'will not close the ferry to Skellen Island before the end of November, and that is a promise to all,',
  ])('are not what is left out, marked, misspelt or said besides: %s', async (other) => {
    expect(await altered(SAID, other)).toEqual([])
  })
})

it('a memory keeps what was used last', () => {
  const memory = memoryOf<number>(2)
  memory.keep('a', 1)
  memory.keep('b', 2)
  expect(memory.get('a')).toBe(1)
  memory.keep('c', 3)
  expect(['a', 'b', 'c'].map((key) => memory.get(key))).toEqual([1, undefined, 3])
})
