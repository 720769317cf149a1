import { describe, expect, it } from 'vitest'
import { quote } from '../../src/answers/quote.js'
import { archiveOf } from './quoteArchive.js'

const ALLIES = '“We cannot protect our interests or serve that role effectively without maintaining strong alliances,”'
const MATTIS = archiveOf(
  {
    outlet: 'The Ledger',
    published: '2018-12-20',
    text: `${ALLIES} he wrote. “I believe it is right for me to step down,” he added.`,
    speakers: ['James Mattis', 'James Mattis'],
    statements: [1, 2],
  },
  {
    outlet: 'The Courier',
    published: '2018-12-20',
    text: 'Without allies “we cannot protect our interests,” wrote Mattis. It is “right for me to step down,” he said.',
    speakers: ['James Mattis', 'Mattis'],
    statements: [1, 3],
  },
  {
    outlet: 'The Wire',
    published: '2018-12-21',
    text: '“I hope he stays,” said Ruth Mattisson.',
    speakers: ['Ruth Mattisson'],
  },
)

describe('what somebody said', () => {
  it('comes once for all outlets, the longest wording first', async () => {
    const { statements, total, outlets, articlesSearched } = await quote(MATTIS, { who: 'mattis' })
    expect(statements.map(({ quotations }) => quotations.map(({ text }) => text))).toEqual([
      [ALLIES, '“we cannot protect our interests,”'],
      ['“I believe it is right for me to step down,”', '“right for me to step down,”'],
    ])
    expect(statements[0]).toMatchObject({
      speaker: 'James Mattis',
      outlets: ['The Ledger', 'The Courier'],
      published: '2018-12-20',
    })
    expect({ total, outlets, articlesSearched }).toEqual({ total: 2, outlets: 2, articlesSearched: 3 })
  })

  it('about a topic, in an outlet, since a day', async () => {
    const about = [['interests']]
    expect(await quote(MATTIS, { who: 'mattis', about })).toMatchObject({ total: 1, outlets: 2, articlesSearched: 3 })
    expect(await quote(MATTIS, { who: 'mattis', about, outlet: 'The Courier' })).toMatchObject({
      total: 1,
      articlesSearched: 1,
    })
    expect(await quote(MATTIS, { who: 'mattis', since: '2018-12-21' })).toMatchObject({ total: 0, articlesSearched: 1 })
  })

  it('once for an outlet that prints it in the same words again', async () => {
    const text = `${ALLIES} he wrote. ${ALLIES}`
    const archive = archiveOf({
      outlet: 'The Ledger',
      text,
      speakers: ['James Mattis', 'James Mattis'],
      statements: [1, 1],
    })
    expect((await quote(archive, { who: 'mattis' })).statements[0]?.quotations).toHaveLength(1)
  })

  it('once where one outlet prints it whole and another in two pieces', async () => {
    const held = 'are strongly held and informed by four decades of work'
    const archive = archiveOf(
      {
        outlet: 'The Wire',
        text: `“My views on treating allies,” he wrote, “${held}.”`,
        speakers: ['James Mattis', 'James Mattis'],
      },
      {
        outlet: 'The Ledger',
        text: `“My views on treating allies ${held.replace(' by', '')},” he wrote.`,
        speakers: ['James Mattis'],
      },
    )
    const { statements } = await quote(archive, { who: 'mattis' })
    expect(statements.map(({ quotations }) => quotations.length)).toEqual([3])
  })

  it('but a word like “correct” joins no sentence that has it', async () => {
    const text = '“correct” he said. “That is correct and always was, as you know,” he said.'
    const archive = archiveOf({ outlet: 'The Ledger', text, speakers: ['Ann Lee', 'Ann Lee'] })
    expect(await quote(archive, { who: 'ann lee' })).toMatchObject({ total: 2 })
  })

  it('newest first, in pages', async () => {
    const days = Array.from({ length: 12 }, (_, index) => ({
      outlet: 'The Ledger',
      published: `2018-12-${10 + index}`,
      text: `“On day ${10 + index} the lantern of house ${index} was lit,” she said.`,
      speakers: ['Ann Lee'],
    }))
    const archive = archiveOf(...days)
    const first = await quote(archive, { who: 'lee' })
    expect(first.total).toBe(12)
    expect(first.statements[0]?.published).toBe('2018-12-21')
    expect((await quote(archive, { who: 'lee', page: 3 })).statements).toHaveLength(2)
    expect((await quote(archive, { who: 'lee', page: 99 })).statements).toHaveLength(2)
    expect((await quote(archive, { who: 'lee', page: -1 })).statements).toHaveLength(12)
  })
})

describe('whom a name means', () => {
  const family = archiveOf({
    outlet: 'The Wire',
    text: '“One,” “two,” “three,” and “four,” they said.',
    speakers: ['Ann Lee', 'Bob Lee', 'Lee', 'Bob Leeson'],
  })

  it('several people are a choice', async () => {
    expect(await quote(family, { who: 'lee' })).toMatchObject({
      speaker: null,
      isAmbiguous: true,
      candidates: ['Ann Lee', 'Bob Lee'],
      statements: [],
      total: 0,
    })
  })

  it('a title and a short form of the name are understood', async () => {
    expect(await quote(MATTIS, { who: 'General Mattis' })).toMatchObject({ speaker: 'James Mattis' })
    expect(await quote(family, { who: 'Ms Ann Lee' })).toMatchObject({ speaker: 'Ann Lee', isAmbiguous: false })
  })

  it('nobody brings the nearest names', async () => {
    expect(await quote(MATTIS, { who: 'jamie mathis' })).toMatchObject({ speaker: null, isAmbiguous: false })
    expect((await quote(MATTIS, { who: 'ruthie' })).candidates).toEqual(['Ruth Mattisson'])
  })
})
