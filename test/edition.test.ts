import { describe, expect, it } from 'vitest'
import { type EditionAnswer, type EditionStory, edition } from '../src/answers/edition.js'
import { editionMessages } from '../src/edition/messages.js'
import { archiveOf } from './answers/quoteArchive.js'
import { said } from './commands/context.js'

const archive = archiveOf(
  {
    outlet: 'Meridian Wire',
    published: '2031-05-02',
    story: 'ferry',
    title: 'Ferry crews of Wendmouth walk out',
    text: 'Ferry crews of Wendmouth walk out\n\nAll 212 crew of the ferries of Wendmouth walked out on Monday over pay. “They will not be lectured about loyalty by this man in November,” said Karen Bright.',
    speakers: ['Karen Bright'],
    statements: [1],
  },
  {
    outlet: 'Harbour Ledger',
    published: '2031-05-02',
    story: 'ferry',
    title: 'Quay falls silent as crews walk out',
    text: 'Quay falls silent as crews walk out\n\nNo ferry left Wendmouth on Monday as its crews walked out over pay and rest. “They will not be lectured about loyalty by this man in December,” said Karen Bright.',
    speakers: ['Karen Bright'],
    statements: [1],
  },
  {
    outlet: 'Fathom Weekly',
    published: '2031-05-01',
    story: 'lamp',
    title: 'Lantern market opens',
    text: 'Lantern market opens\n\nThe lantern market of Wendmouth opened on Sunday with forty lanterns on the quay.',
  },
)

const request = {
  topics: [],
  speakers: [],
  outlets: [],
  limit: 5,
  from: null,
  until: Date.parse('2031-05-03'),
  arrivedAfter: null,
  told: new Map(),
}
const options = { title: 'Wendmouth this morning', since: 'Friday 2 May, 08:30' }

describe('an edition in a channel', () => {
  it('has a summary with the headlines, and who tells them', async () => {
    const { summary } = editionMessages(await edition(archive, request), options)
    expect(summary.title).toBe('Wendmouth this morning')
    expect(said(summary)).toBe('2 stories from 3 articles of 3 outlets since Friday 2 May, 08:30.')
    expect(summary.blocks.slice(1)).toMatchObject([
      {
        label: '1. Told by Harbour Ledger and Meridian Wire',
        excerpts: [{ text: 'Ferry crews of Wendmouth walk out' }],
      },
      { label: '2. Told by Fathom Weekly', excerpts: [{ text: 'Lantern market opens' }] },
    ])
    expect(summary.actions).toEqual([
      { label: 'Compare 1', line: '/compare Ferry story:ferry' },
      { label: 'Quote Karen Bright', line: '/quote Karen Bright' },
    ])
  })

  it('has the details of each story in its thread: passage, quotation, what outlets disagree on', async () => {
    const { details } = editionMessages(await edition(archive, request), options)
    expect(details.map(({ title }) => title)).toEqual([
      '1 of 2: told by Harbour Ledger and Meridian Wire',
      '2 of 2: told by Fathom Weekly',
    ])
    expect(details[0]?.blocks).toMatchObject([
      { kind: 'excerpts', label: null, excerpts: [{}, { outlet: 'Meridian Wire' }] },
      { kind: 'statement', speaker: 'Karen Bright', carriedBy: [] },
      { kind: 'heading', text: 'Where they disagree' },
      { kind: 'wording', quotation: {}, against: {} },
    ])
    expect(details[1]?.actions).toEqual([{ label: 'Read it in Fathom Weekly', line: '/source a2' }])
  })

  it('says what is new of a story that was told, and that there was no room for others', async () => {
    const answer = await edition(archive, { ...request, limit: 1 })
    const { summary, details } = editionMessages(answer, options)
    expect(said(summary)).toMatch(/; 1 more had no room\.$/u)
    const followUp: EditionStory | undefined = answer.stories[0] && { ...answer.stories[0], isFollowUp: true }
    const again = editionMessages({ ...answer, stories: followUp ? [followUp] : [] }, options)
    expect(again.summary.blocks[1]).toMatchObject({
      label: expect.stringMatching(/^1\. New since Friday 2 May, 08:30: told by /u),
    })
    expect(again.details[0]?.title).toMatch(/^1 of 1: new since Friday 2 May, 08:30, told by /u)
    expect(details).toHaveLength(1)
  })

  it('has words for an empty edition', () => {
    const empty: EditionAnswer = { stories: [], articlesSearched: 214, outlets: 0, left: 0 }
    const saidOf = (answer: EditionAnswer) => said(editionMessages(answer, options).summary)
    expect(saidOf(empty)).toBe('Nothing new in 214 articles since Friday 2 May, 08:30.')
    expect(saidOf({ ...empty, articlesSearched: 0 })).toBe('No new articles since Friday 2 May, 08:30.')
  })
})
