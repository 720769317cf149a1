import { expect, it } from 'vitest'
import verify from '../../commands/verify.js'
import { archiveOf } from '../answers/quoteArchive.js'
import { contextOf, lines, said } from './context.js'

const archive = archiveOf(
  {
    outlet: 'The Ledger',
    text: '“We are strengthened in this effort by our alliances,” he wrote.',
    speakers: ['James Mattis'],
  },
  {
    outlet: 'The Courier',
    text: '“We are strengthened in this effort by the solidarity of our alliances,” he wrote.',
    speakers: ['James Mattis'],
  },
  { outlet: 'The Wire', text: '“We will not sell the old harbour to strangers,” she said.', speakers: ['Ann Lee'] },
)
const ask = (words: string, speaker?: string) => verify.run({ words, speaker }, contextOf(archive))

it('leads with the fullest wording, and says who drops words', async () => {
  const message = await ask('strengthened in this effort by our alliances')
  expect(message.title).toBe('Real, and part of a longer quotation')
  expect(said(message)).toBe(
    'Printed, as part of more, by The Ledger. The Ledger leaves out words that The Courier prints, without a mark. Checked against the quotations of 3 articles.',
  )
  expect(message.blocks.slice(1, 3)).toMatchObject([
    { kind: 'wording', label: 'Fullest wording: The Courier', against: null },
    { kind: 'wording', label: 'The Ledger has other words than The Courier', against: { outlet: 'The Courier' } },
  ])
  expect(message.blocks.at(-1)).toMatchObject({
    kind: 'excerpts',
    excerpts: [{ outlet: 'The Courier', start: 0, end: 82 }],
  })
  expect(lines(message)).toEqual(['/source a0 around:0-54', '/source a0', '/quote James Mattis'])
})

it('calls a lost negation out first', async () => {
  expect(said(await ask('We will sell the old harbour to strangers'))).toMatch(/^Careful: a “not”/u)
  expect(said(await ask('sell the old harbour to strangers'))).toMatch(/^Careful: a “not”/u)
  expect(said(await ask('We will not sell the old harbour'))).not.toContain('Careful')
})

it('says in its title that a negation was lost, so that a table of several shows it', async () => {
  expect((await ask('We will sell the old harbour to strangers')).title).toBe(
    'Altered: a “not” or its like was lost or added',
  )
})

it('shows the sentence that the quotation stands in', async () => {
  const { blocks } = await ask('we will not sell the old harbour to strangers')
  expect(blocks.at(-1)).toMatchObject({ kind: 'excerpts', label: 'As it stands in The Wire' })
})

it('says whose words they are', async () => {
  const message = await ask('we will not sell the old harbour', 'mattis')
  expect(message.title).toBe('Real, and somebody else’s')
  expect(said(message)).toContain('Quoted from Ann Lee, and nowhere from “mattis”.')
})

it('says what was searched where nothing comes near', async () => {
  const message = await ask('the bridge was painted green')
  expect(message).toMatchObject({
    title: 'Not found',
    actions: [],
    data: { verdict: 'not-found', articlesSearched: 3, matches: [] },
  })
  expect(said(message)).toContain('No quotation in 3 articles comes near these words.')
})
