import { describe, expect, it } from 'vitest'
import { createEditions, type EditionRequest, edition } from '../../src/answers/edition.js'
import { archiveOf, type Told } from './quoteArchive.js'

const ALL: EditionRequest = {
  topics: [],
  speakers: [],
  outlets: [],
  limit: 5,
  from: null,
  until: Date.parse('2031-12-31'),
  arrivedAfter: null,
  told: new Map(),
}

const about = (text: string) => ({ text, groups: [[text]] })

const BARGE = {
  title: 'Grain barge sinks the old bridge of Harrow Bend',
  story: 'bridge',
  outlet: 'Meridian Wire',
  published: '2031-05-02',
  text: `Grain barge sinks the old bridge of Harrow Bend

HARROW BEND (Meridian) — A grain barge struck the old bridge of Harrow Bend on Friday morning and its deck sank into the river Wend, the port office said.

“Nobody was on the deck when it went down, and I thank the watchman for that,” said Ada Quill.

The bridge was built in 1911 and carried the road to the island.`,
  speakers: ['Ada Quill'],
  statements: [1],
}

const HERALD = {
  title: 'Watchman saved lives as bridge sank',
  story: 'bridge',
  outlet: 'Harrow Herald',
  published: '2031-05-02',
  text: `Watchman saved lives as bridge sank

But for a watchman, people would have died when the grain barge struck the old bridge on Friday.

The watchman of Harrow Bend closed the old bridge to all traffic two minutes before a grain barge struck it and sank its deck, the port office said.

“Nobody was on the deck when it went down,” said Ada Quill. “A crane will come on Monday and lift the deck,” said Tom Reed.`,
  speakers: ['Ada Quill', 'Tom Reed'],
  statements: [1, 2],
}

const BAKERS = {
  title: 'Bakers of Ostermouth walk out over night shifts',
  story: 'bakers',
  outlet: 'Coast Post',
  published: '2031-05-03',
  text: `Bakers of Ostermouth walk out over night shifts

Bakers in Ostermouth walked out over night shifts on Saturday and left the hotels of the town without rolls.

The union of the bakers asked for two free nights a week.

The hotels bought their rolls from the next town.

The bridge of the town stayed open.`,
}

const CRANE = {
  title: 'Crane lifts deck of Harrow Bend bridge from the river',
  story: 'bridge',
  outlet: 'Coast Post',
  published: '2031-05-05',
  text: `Crane lifts deck of Harrow Bend bridge from the river

A floating crane lifted the sunken deck of the Harrow Bend bridge from the river Wend on Monday, and divers found three cars underneath it.

“Nobody was on the deck when it went down,” said Ada Quill. “We shall build a wider bridge before the winter comes,” said Ada Quill.`,
  speakers: ['Ada Quill', 'Ada Quill'],
  statements: [1, 3],
}

const ids = (stories: readonly { id: string }[]) => stories.map(({ id }) => id)

describe('an edition', () => {
  const archive = archiveOf(BARGE, HERALD, BAKERS)

  it('tells each story once, those first that most outlets tell', async () => {
    const { stories, articlesSearched, outlets, left } = await edition(archive, {
      ...ALL,
      from: Date.parse('2031-05-01'),
    })
    expect(stories).toMatchObject([
      {
        id: 'bridge',
        isFollowUp: false,
        headline: { text: BARGE.title },
        outlets: ['Harrow Herald', 'Meridian Wire'],
        articles: 2,
        articleIds: ['a1', 'a0'],
        quotations: [
          { text: '“Nobody was on the deck when it went down, and I thank the watchman for that,”' },
          { outlet: 'Harrow Herald' },
        ],
      },
      { id: 'bakers', outlets: ['Coast Post'], quotations: [] },
    ])
    expect({ articlesSearched, outlets, left }).toEqual({ articlesSearched: 3, outlets: 3, left: 0 })
  })

  it('has a passage that makes sense alone: no dateline, nothing that goes on from a sentence before', async () => {
    const { stories } = await edition(archive, ALL)
    expect(stories.find(({ id }) => id === 'bridge')?.passage?.text).toMatch(
      /^(?:A grain barge struck|The watchman of Harrow Bend)/u,
    )
  })

  it('counts the stories that had no room', async () => {
    expect(await edition(archive, { ...ALL, limit: 1 })).toMatchObject({ stories: [{}], left: 1 })
  })

  it('keeps to the window', async () => {
    const until = Date.parse('2031-05-02')
    expect(ids((await edition(archive, { ...ALL, until })).stories)).toEqual(['bridge'])
    expect(ids((await edition(archive, { ...ALL, from: until })).stories)).toEqual(['bakers'])
    expect(await edition(archive, { ...ALL, until: 0 })).toMatchObject({ stories: [], articlesSearched: 0 })
  })

  it('is about one of its topics, more than in passing', async () => {
    const of = async (...topics: string[]) =>
      ids((await edition(archive, { ...ALL, topics: topics.map(about) })).stories)
    expect(await of('bridge')).toEqual(['bridge'])
    expect((await of('rolls', 'watchman')).toSorted()).toEqual(['bakers', 'bridge'])
    expect(await of('unicorns')).toEqual([])
  })

  it('is of its outlets and quotes one of its speakers', async () => {
    const reed = await edition(archive, { ...ALL, speakers: ['tom reed'] })
    expect(reed.stories).toMatchObject([{ id: 'bridge', quotations: [{ speaker: { name: 'Tom Reed' } }] }])
    const herald = await edition(archive, { ...ALL, outlets: ['Harrow Herald'] })
    expect(herald.stories).toMatchObject([{ outlets: ['Harrow Herald'], articleIds: ['a1'] }])
  })
})

describe('what was told before', () => {
  const told = new Map([['bridge', ['a0', 'a1']]])

  it('is not told again', async () => {
    expect(ids((await edition(archiveOf(BARGE, HERALD, BAKERS), { ...ALL, told })).stories)).toEqual(['bakers'])
    const renamed = new Map([['renamed', ['a0', 'a1']]])
    expect(ids((await edition(archiveOf(BARGE, HERALD), { ...ALL, told: renamed })).stories)).toEqual([])
  })

  it('is followed up by what is new of it alone', async () => {
    const archive = archiveOf(BARGE, HERALD, CRANE)
    expect((await edition(archive, { ...ALL, told })).stories).toMatchObject([
      {
        isFollowUp: true,
        headline: { text: CRANE.title },
        outlets: ['Coast Post'],
        passage: { articleId: 'a2', text: expect.stringMatching(/^A floating crane/u) },
        quotations: [{ text: '“We shall build a wider bridge before the winter comes,”' }],
      },
    ])
  })

  it('is no quotation of a follow-up, however many carry it', async () => {
    const more = {
      ...CRANE,
      outlet: 'Dune Times',
      text: `Deck out of the river\n\n“Nobody was on the deck when it went down,” said Ada Quill.`,
      speakers: ['Ada Quill'],
      statements: [1],
      title: 'Deck out of the river',
    }
    const { stories } = await edition(archiveOf(BARGE, HERALD, CRANE, more), { ...ALL, told })
    expect(stories).toMatchObject([
      { quotations: [{ text: '“We shall build a wider bridge before the winter comes,”' }] },
    ])
  })

  it('has no part in what had no room', async () => {
    expect(
      await edition(archiveOf(BARGE, HERALD, BAKERS), { ...ALL, told, limit: 0, from: Date.parse('2031-05-01') }),
    ).toMatchObject({
      stories: [],
      left: 1,
    })
  })

  it('is left out where another outlet adds to a copy, and told where its own outlet adds to it', async () => {
    const long = { ...BARGE, text: `${BARGE.text}\n\n${SENTENCES}` }
    const added =
      'A barge loaded with timber ran into the sunken deck on Saturday night, and its crew of four swam ashore.'
    const more = {
      ...long,
      published: '2031-05-04',
      title: 'Timber barge hits sunken deck',
      text: `Timber barge hits sunken deck\n\n${added}\n\n${long.text}`,
    }
    const before = new Map([['bridge', ['a0']]])
    const follow = async (outlet: string) =>
      (await edition(archiveOf(long, { ...more, outlet }), { ...ALL, told: before })).stories.map(
        ({ articleIds }) => articleIds,
      )
    expect(await follow('Coast Post')).toEqual([])
    expect(await follow(BARGE.outlet)).toEqual([['a1']])
  })

  it('is left out where it is told again with a few more words', async () => {
    const again = {
      ...CRANE,
      title: 'Barge sank deck',
      text: `Barge sank deck

A grain barge struck the old bridge of Harrow Bend on Friday morning and its deck sank into the river Wend, the port office said in Ostermouth.`,
      speakers: [],
    }
    expect(
      (
        await edition(archiveOf({ ...BARGE, text: BARGE.text.replace(/HARROW BEND.*?— /u, '') }, again), {
          ...ALL,
          told: new Map([['bridge', ['a0']]]),
        })
      ).stories,
    ).toEqual([])
  })

  it('is left out where another outlet copied it, or tells nothing that was not told', async () => {
    const copy = { ...BARGE, outlet: 'Coast Post', published: '2031-05-03' }
    const again: Told = {
      ...BARGE,
      outlet: 'Coast Post',
      title: 'Bridge sinks',
      text: `Bridge sinks

A grain barge struck the old bridge of Harrow Bend on Friday morning and its deck sank into the river.`,
    }
    for (const came of [copy, again])
      expect((await edition(archiveOf(BARGE, HERALD, came), { ...ALL, told })).stories).toEqual([])
  })
})

describe('one event under two ids', () => {
  it('is one story, with the articles of both', async () => {
    const apart = { ...BARGE, outlet: 'Coast Post', story: 'other', published: '2031-05-02' }
    const { stories } = await edition(archiveOf(BARGE, apart, BAKERS), ALL)
    expect(stories.map(({ articleIds }) => articleIds.toSorted())).toEqual([['a2'], ['a0', 'a1']])
  })
})

describe('a text that outlets share', () => {
  it('counts as one source: two reports go before three copies', async () => {
    const wire = { ...BAKERS, text: `${BAKERS.text}\n\n${SENTENCES}` }
    const copies = ['Coast Post', 'Bay News', 'Dune Times'].map((outlet) => ({
      ...wire,
      outlet,
      published: '2031-05-02',
    }))
    const { stories } = await edition(archiveOf(BARGE, HERALD, ...copies), { ...ALL, from: Date.parse('2031-05-01') })
    expect(ids(stories)).toEqual(['bridge', 'bakers'])
  })
})

const SENTENCES = `The union of the bakers asked for two free nights a week and for a bonus in summer.

The hotels of the town bought their rolls from the next town and paid twice the price.

The bakers will meet again on Monday evening in the old town hall of Ostermouth.

A spokesman of the hotels called the walkout a great pity for all guests of the town.`

describe('what is remembered', () => {
  it('changes no answer', async () => {
    const { edition: remembered } = createEditions()
    const archive = archiveOf(BARGE, HERALD, BAKERS, CRANE)
    const requests = [
      ALL,
      { ...ALL, told: new Map([['bridge', ['a0', 'a1']]]) },
      { ...ALL, topics: [about('bridge')] },
      { ...ALL, speakers: ['reed'] },
    ]
    for (const request of [...requests, ...requests])
      expect(await remembered(archive, request)).toEqual(await edition(archive, request))
  })
})
