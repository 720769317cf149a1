import { expect, it } from 'vitest'
import brief from '../../commands/brief.js'
import { archiveOf } from '../answers/quoteArchive.js'
import { contextOf, lines, said } from './context.js'

const archive = archiveOf(
  {
    outlet: 'The Wire',
    published: '2018-12-01',
    story: 's1',
    title: 'Ferry sold',
    text: 'Ferry sold\n\nThe ferry of Wendmouth was sold to a stranger.',
  },
  {
    outlet: 'The Ledger',
    published: '2018-12-02',
    story: 's2',
    title: 'Market opens',
    text: 'Market opens\n\nThe lantern market opened on Sunday with forty lanterns. “It is cold by the river tonight,” said Bob Reed. “Nobody slept at all last night,” said Ann Lee.',
    speakers: ['Bob Reed', 'Ann Lee'],
    statements: [1, 2],
  },
  {
    outlet: 'The Courier',
    published: '2018-12-03',
    story: 's2',
    title: 'Lanterns lit',
    text: 'Lanterns lit\n\n“It is cold by the river tonight,” said Bob Reed.',
    speakers: ['Bob Reed'],
    statements: [1],
  },
)

it('tells the newest stories: who tells them, how they open, what most outlets quote', async () => {
  const message = await brief.run({}, contextOf(archive))
  expect(said(message)).toBe('2 stories from 3 articles of 3 outlets.')
  expect(message.blocks.slice(1)).toMatchObject([
    {
      label: '1. Told by The Courier and The Ledger',
      excerpts: [{ text: 'Lanterns lit' }, { articleId: 'a1' }],
    },
    {
      kind: 'statement',
      speaker: 'Bob Reed',
      quotation: { text: '“It is cold by the river tonight,”' },
      carriedBy: [{}],
    },
    {
      label: '2. Told by The Wire',
      excerpts: [{ text: 'Ferry sold' }, { text: 'The ferry of Wendmouth was sold to a stranger.' }],
    },
  ])
  expect(lines(message)).toEqual(['/compare Lanterns story:s2', '/quote Bob Reed'])
})

it('on a topic, since a day', async () => {
  const about = { text: 'ferry', groups: [['ferry']] }
  expect(said(await brief.run({ about }, contextOf(archive)))).toBe('1 story from 1 article of 1 outlet.')
  const none = await brief.run({ about, since: { date: '2018-12-02' } }, contextOf(archive))
  expect(said(none)).toBe('Nothing about “ferry” in 2 articles since 2018-12-02.')
  expect(lines(none)).toEqual(['/brief'])
})

it('asks what was meant where nothing is about a word, and another is spelled nearly so', async () => {
  const message = await brief.run({ about: { text: 'lantren', groups: [['lantren']] } }, contextOf(archive))
  expect(said(message)).toBe('Nothing about “lantren” in 3 articles. Did you mean “lantern”?')
  expect(lines(message)).toEqual(['/brief lantern'])
  expect(message.private).toBe(true)
})
