import { describe, expect, it } from 'vitest'
import { verify } from '../../src/answers/verify.js'
import { archiveOf } from './quoteArchive.js'

const EFFORT =
  'We must do everything possible to advance an international order, and we are strengthened in this effort by'
const archive = archiveOf(
  { outlet: 'The Ledger', text: `“${EFFORT} our alliances,” he wrote.`, speakers: ['James Mattis'] },
  { outlet: 'The Courier', text: `“${EFFORT} the solidarity of our alliances,” he wrote.`, speakers: ['James Mattis'] },
  {
    outlet: 'The Wire',
    text: '“My views on treating allies with respect,” Mattis said, “are strongly held and informed by four decades.” He left.',
    speakers: ['James Mattis', 'James Mattis'],
  },
  {
    outlet: 'The Herald',
    text: '“We will not sell the old harbour to strangers,” she said. “The lantern market opens on the first Sunday of winter.” “Nobody asked the weavers of the lower valley,” somebody said.',
    speakers: ['Ann Lee', 'Ann Lee', null],
  },
)
const check = (words: string, speaker?: string) => verify(archive, { words, speaker })
const verdict = async (words: string, speaker?: string) => (await check(words, speaker)).verdict

describe('a pasted quotation', () => {
  it.each([
    ['exact', '“We will not sell the old harbour to strangers.”'],
    ['exact', 'we will not sell the old harbour to strangers'],
    ['spelling', 'We will not sell the old harbor to strangers'],
    ['trimmed', 'not sell the old harbour'],
    ['trimmed', 'not sell the old harbor'],
    ['trimmed', 'We will not sell the … harbour to strangers'],
    ['altered', 'We will sell the old harbour to strangers'],
    ['altered', 'We will not sell the new harbour to strangers'],
    ['altered', 'We will not sell the old harbour to strangers or to friends'],
    [
      'altered',
      'We will not sell the old harbour to strangers. The lantern market opens on the first Sunday of winter.',
    ],
    ['not-found', 'The bridge over the river was painted green last summer'],
    ['not-found', 'We will not'],
    ['not-found', ''],
    ['not-found', 'He left'],
  ])('is %s: %s', async (expected, words) => expect(await verdict(words)).toBe(expected))

  it('is exact where its article prints it in pieces', async () => {
    const { verdict: found, matches } = await check(
      'My views on treating allies with respect are strongly held and informed by four decades',
    )
    expect(found).toBe('exact')
    expect(matches.map(({ quotation }) => quotation.outlet)).toEqual(['The Wire', 'The Wire'])
  })

  it('brings every outlet that carries it, the same words first, with what each has besides', async () => {
    const { verdict: found, matches, articlesSearched } = await check('strengthened in this effort by our alliances')
    expect(found).toBe('trimmed')
    expect(articlesSearched).toBe(4)
    expect(matches.map((match) => [match.quotation.outlet, match.verdict])).toEqual([
      ['The Ledger', 'trimmed'],
      ['The Courier', 'altered'],
    ])
    expect(matches[1]?.changes).toContainEqual({ op: 'cut', text: 'the solidarity of' })
  })

  it('says where it was put together', async () => {
    const spliced = 'We will not sell the old harbour to strangers. Nobody asked the weavers of the lower valley.'
    expect(await check(spliced)).toMatchObject({ verdict: 'altered', isAssembled: true })
  })

  it('says where two were spliced in the middle of a sentence', async () => {
    const spliced = 'We will not sell the old weavers of the lower valley'
    expect(await check(spliced)).toMatchObject({ verdict: 'altered', isAssembled: true })
    expect(await verdict('We will not sell the painted bridge of the lower valley')).toBe('not-found')
  })
})

describe('with a speaker', () => {
  it.each([
    ['trimmed', 'General Mattis'],
    ['trimmed', 'jim mattis'],
    ['other-speaker', 'ann lee'],
    ['other-speaker', 'Karen Mattis'],
  ])('%s: %s', async (expected, speaker) => {
    expect(await verdict('strengthened in this effort by our alliances', speaker)).toBe(expected)
  })

  it('claims nothing where the speaker cannot be told', async () => {
    expect(await verdict('Nobody asked the weavers of the lower valley', 'Ann Lee')).toBe('exact')
  })

  it('does not call altered words somebody else’s', async () => {
    expect(await verdict('We will sell the old harbour to strangers', 'James Mattis')).toBe('altered')
  })
})
