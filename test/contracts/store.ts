import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StoreError } from '../../src/errors.js'
import type { ArticleDraft, FoundQuotation, SpeakerKind } from '../../src/model.js'
import type { Filter, Origin, Store } from '../../src/store/store.js'

/** What every store must do, whatever it is built on. `open` gives a new and empty one whose clock is a minute later at each look. */
export function storeContract(open: () => Promise<Store>): void {
  let store: Store
  const local = () => store.archive('local')
  beforeEach(async () => {
    store = await open()
  })
  afterEach(async () => store.close())

  async function save(draft: Partial<ArticleDraft>, said: readonly Words[] = [], origin: Origin = 'files') {
    const article = { ...BRIDGE, ...(draft.text === undefined ? {} : { title: null }), ...draft }
    return store.save(article, quotationsIn(article.text, said), origin)
  }

  const followed = async (desk: string, url: string) =>
    (await store.feeds.follow(desk, { url, outlet: 'Herald', site: null }, null, 0)).feed.id
  /** Saves what a feed brought. */
  async function fed(feedId: string, draft: Partial<ArticleDraft>) {
    const { key = BRIDGE.key, text: html = BRIDGE.text } = draft
    const entry = { key, link: null, title: null, author: null, published: null, updated: null, html }
    await store.feeds.keepEntries(feedId, [entry], false, {}, 0)
    const [waiting] = await store.feeds.waiting(feedId, 0, 1)
    if (waiting === undefined) throw new Error('There is nothing to read.')
    const read = { draft: { ...BRIDGE, ...draft }, quotations: [], addresses: [], etag: null, lastModified: null }
    return store.feeds.keepArticle(waiting, read, null, 0)
  }

  const says = async (key: string, name: string, kind: SpeakerKind = 'person', times = 1) =>
    save(
      {
        key,
        text: Array.from({ length: times }, (_, n) => `“${key} number ${n} speaks,” said ${name}.`).join('\n\n'),
      },
      Array.from({ length: times }, (_, n): Words => [`“${key} number ${n} speaks,”`, name, kind]),
    )
  const named = async (words: string) => (await local().speakersNamed(words)).map((row) => [row.name, row.quotations])
  const outletsOf = async (filter: Filter) => (await local().newest(filter, 9)).map((article) => article.outlet)
  const seen = async (desk: string) =>
    (await store.archive(desk).newest({}, 9)).map((article) => article.key).toSorted()

  describe('saving', () => {
    test('a new article is added and can be read', async () => {
      expect(await store.isEmpty()).toBe(true)
      const { id, saved } = await save({})
      expect(saved).toBe('added')
      expect(id).toMatch(/^[a-z0-9]{10,12}$/u)
      expect(await local().article(id)).toEqual({ id, ...BRIDGE })
      expect(await store.isEmpty()).toBe(false)
    })

    test('the same article again changes nothing', async () => {
      const first = await save({}, [MAYOR])
      expect(await save({}, [MAYOR])).toEqual({ id: first.id, saved: 'unchanged' })
      expect(await local().count()).toBe(1)
      expect(await local().quotationsIn([first.id])).toHaveLength(1)
    })

    test('the same words of one outlet under another key are the same article', async () => {
      const first = await save({})
      expect(await save({ key: 'copy', url: 'https://example.org/copy' })).toEqual({ id: first.id, saved: 'unchanged' })
      expect((await local().article(first.id))?.url).toBe(BRIDGE.url)
    })

    test('another outlet with the same words is another article', async () => {
      const first = await save({})
      const second = await save({ key: 'wire', outlet: 'The Wire' })
      expect(second.saved).toBe('added')
      expect(second.id).not.toBe(first.id)
    })

    test('a changed text replaces the old one, which can still be read', async () => {
      const first = await save({}, [MAYOR])
      const second = await save({ text: 'The ferry runs again.\n\n“It will sail,” said Mayor Ada Quill.' }, [
        ['“It will sail,”', 'Ada Quill'],
      ])
      expect(second.saved).toBe('changed')
      expect(await local().count()).toBe(1)
      expect((await local().article(first.id))?.text).toBe(BRIDGE.text)
      expect(await local().search({ about: [['bridge']] }, 5)).toEqual([])
      expect(await local().quotationsLike('the bridge will open in the spring', 5)).toEqual([])
      expect(await local().quotationsIn([first.id])).toHaveLength(1)
      const [quill] = await local().speakersNamed('quill')
      expect(quill?.quotations).toBe(1)
      expect((await local().quotationsOf([quill?.id ?? 0], {}, 9)).map((one) => one.article.id)).toEqual([second.id])
    })

    test('an earlier text that comes back is the current one again', async () => {
      const first = await save({}, [MAYOR])
      await save({ text: 'Something else altogether.' })
      expect(await save({}, [MAYOR])).toEqual({ id: first.id, saved: 'changed' })
      expect((await local().newest({}, 5)).map((article) => article.id)).toEqual([first.id])
      expect(await local().search({ about: [['bridge']] }, 5)).toHaveLength(1)
    })

    test('a corrected date moves the article and keeps its id', async () => {
      const first = await save({}, [MAYOR])
      await save({ key: 'later', text: 'A later article.', published: '2031-05-03' })
      expect(await save({ published: '2031-05-04' }, [MAYOR])).toEqual({ id: first.id, saved: 'changed' })
      expect((await local().newest({}, 5)).map((article) => article.published)).toEqual(['2031-05-04', '2031-05-03'])
      expect(await local().quotationsIn([first.id])).toHaveLength(1)
    })

    test('two hundred at once are all stored', async () => {
      const saved = await Promise.all(
        Array.from({ length: 200 }, async (_, n) => save({ key: `k${n}`, text: `Bridge number ${n} is shut.` })),
      )
      expect(new Set(saved.map(({ id }) => id)).size).toBe(200)
      expect(await local().count()).toBe(200)
    })

    test('any string can be stored', async () => {
      const text = 'Half \uD83D a pair, a zero \u0000 byte, “quoted \u0000 words” and \u{1F309}.'
      const { id } = await save({ text, title: '"; DROP TABLE articles', published: 'no date' }, [
        ['“quoted \u0000 words”', '“NEAR(" *'],
      ])
      expect((await local().article(id))?.text).toHaveLength(text.length)
      expect((await local().quotationsIn([id]))[0]?.quotation.text).toBe('“quoted \u0000 words”')
    })

    test('an article that cannot be saved whole is not saved at all', async () => {
      const broken = quotationsIn(BRIDGE.text, [MAYOR]).map((quotation) => ({ ...quotation, confidence: Number.NaN }))
      await expect(store.save(BRIDGE, broken, 'files')).rejects.toThrow(StoreError)
      expect(await store.isEmpty()).toBe(true)
      expect((await save({}, [MAYOR])).saved).toBe('added')
    })
  })

  describe('quotations', () => {
    test('come back as they were found, cut from their article', async () => {
      const { id } = await save({}, [MAYOR])
      const [stored] = await local().quotationsIn([id])
      const [found] = quotationsIn(BRIDGE.text, [MAYOR])
      const { articleId, outlet, url, published, ...quotation } = stored?.quotation ?? {}
      expect({ ...quotation, confidence: 0.9 }).toEqual(found)
      expect([articleId, outlet, url, published]).toEqual([id, BRIDGE.outlet, BRIDGE.url, BRIDGE.published])
    })

    test('a quotation that stands twice in an article counts once, in its longer wording', async () => {
      const text =
        '“Open in the spring,” it said.\n\n“We will open in the spring,” Quill said. “We will open in the spring.”'
      const { id } = await save({ text }, [
        ['“Open in the spring,”', 'Ada Quill'],
        ['“We will open in the spring,”', 'Ada Quill'],
        ['“We will open in the spring.”', 'Ada Quill'],
      ])
      const stored = await local().quotationsIn([id])
      expect(stored.map((one) => one.quotation.text)).toEqual(['“We will open in the spring,”'])
    })

    test('of one statement in several outlets are tied together', async () => {
      await save({}, [MAYOR])
      await save({ key: 'b', outlet: 'The Wire', text: 'She said “The bridge will open in the spring of 2032.”' }, [
        ['“The bridge will open in the spring of 2032.”', 'Quill'],
      ])
      await save({ key: 'c', outlet: 'Post', text: 'He said “The bridge will never open again.”' }, [
        ['“The bridge will never open again.”', 'Tom Reed'],
      ])
      const all = await local().quotationsLike('the bridge will open', 9)
      const statement = (name: string) => all.find((one) => one.quotation.speaker?.name === name)?.statementId
      expect(statement('Ada Quill')).toBe(statement('Quill'))
      expect(statement('Tom Reed')).not.toBe(statement('Quill'))
    })

    test('a longer wording makes one statement of two that are parts of it', async () => {
      const parts = ['“every ferry on the river will be repaired,”', '“nobody in Harrow Bend will pay a penny more.”']
      for (const [n, part] of parts.entries())
        await save({ key: `part${n}`, text: `Part ${n}: ${part}` }, [[part, 'Ada Quill']])
      const whole = '“Every ferry on the river will be repaired, and nobody in Harrow Bend will pay a penny more.”'
      await save({ key: 'whole', text: whole }, [[whole, 'Ada Quill']])
      const all = await local().quotationsLike('every ferry repaired, nobody in Harrow Bend will pay a penny more', 9)
      expect(all).toHaveLength(3)
      expect(new Set(all.map((one) => one.statementId)).size).toBe(1)
    })

    test('those like some words come most alike first', async () => {
      await save({ text: '“A bridge is a promise.” “The toll pays for the bridge and for nothing else.”' }, [
        ['“A bridge is a promise.”', 'Ada Quill'],
        ['“The toll pays for the bridge and for nothing else.”', 'Ada Quill'],
      ])
      const [first] = await local().quotationsLike('the toll pays for the bridge', 5)
      expect(first?.quotation.text).toContain('toll pays')
    })
  })

  describe('speakers', () => {
    test('one person under several names is one speaker, by the fullest', async () => {
      await says('a', 'James Mattis', 'person', 2)
      await says('b', 'Jim Mattis')
      await says('c', 'Mattis')
      await says('d', 'J. Mattis')
      const asked = [
        'mattis',
        'Jim Mattis',
        'james n. mattis',
        'General Mattis',
        'mr mattis',
        'defense secretary mattis',
      ]
      const found = await Promise.all(asked.map(named))
      expect(found).toEqual(asked.map(() => [['James Mattis', 5]]))
      const [mattis] = await local().speakersNamed('mattis')
      expect(await local().quotationsOf([mattis?.id ?? 0], {}, 99)).toHaveLength(5)
    })

    test('a surname that two people share stays apart from both', async () => {
      await says('a', 'Ada Quill', 'person', 3)
      await says('b', 'Tom Quill', 'person', 2)
      await says('c', 'Quill')
      expect(await named('quill')).toEqual([
        ['Ada Quill', 3],
        ['Tom Quill', 2],
        ['Quill', 1],
      ])
      expect(await named('tom quill')).toEqual([['Tom Quill', 2]])
    })

    test('a surname that hardly anybody else has is taken for the one who is always quoted', async () => {
      await says('a', 'Ada Quill', 'person', 20)
      await says('b', 'Tom Quill', 'person', 2)
      await says('c', 'Quill')
      expect(await named('mayor quill')).toEqual([
        ['Ada Quill', 21],
        ['Tom Quill', 2],
      ])
      expect(await named('quill jr')).toEqual([])
    })

    test('accents and case make no difference', async () => {
      await says('a', 'José Peña')
      expect(await named('JOSE PENA')).toEqual([['José Peña', 1]])
    })

    test('somebody unnamed is somebody else in each article, and found by the words of the description', async () => {
      await says('a', 'a senior White House official', 'unnamed')
      await says('b', 'a senior White House official', 'unnamed')
      expect(await named('white house official')).toEqual([
        ['a senior White House official', 1],
        ['a senior White House official', 1],
      ])
    })

    test('a name wins over a description that holds it', async () => {
      await says('a', 'an aide to Mattis', 'unnamed', 3)
      await says('b', 'James Mattis')
      expect(await named('general mattis')).toEqual([['James Mattis', 1]])
    })

    test('names spelled nearly so are found, nearest first', async () => {
      await says('a', 'James Mattis')
      await says('b', 'Ada Quill')
      await says('c', 'Nora Mathis')
      expect((await local().speakersNear('matiss', 3)).map((row) => row.name)).toEqual(['James Mattis', 'Nora Mathis'])
      expect(await local().speakersNear('zzzzzz', 3)).toEqual([])
    })

    test('words of articles spelled nearly so are found as printed, those that differ least', async () => {
      await save({ key: 'a', text: 'The ferries of Wendmouth. Withdrawal of the ferry is not planned.' })
      await save({ key: 'b', text: 'A Wendmoor ferret ran.' })
      expect(await local().wordsNear('wendmuoth', 3)).toEqual(['Wendmouth'])
      expect(await local().wordsNear('wendmoot', 3)).toEqual(['Wendmoor'])
      expect(await local().wordsNear('withdrawel', 3)).toEqual(['Withdrawal'])
      expect(await local().wordsNear('ferrie', 1)).toHaveLength(1)
      expect(await local().wordsNear('fer', 3)).toEqual([])
      expect(await local().wordsNear('zzzzzz', 3)).toEqual([])
    })

    test('no word is suggested of an article that the desk does not see', async () => {
      await followed('far', 'https://feed.example.org')
      await fed(await followed('near', 'https://other.example.org'), { key: 'a', text: 'The ferries of Wendmouth.' })
      expect(await store.archive('far').wordsNear('wendmuoth', 3)).toEqual([])
    })

    test('names and outlets are completed from the letters that begin one of their words', async () => {
      await says('a', 'James Mattis', 'person', 2)
      await says('b', 'Mary Quill')
      expect(await local().namesBeginning('ma', 5)).toEqual(['James Mattis', 'Mary Quill'])
      expect(await local().namesBeginning('harr', 5)).toEqual(['Harrow Bend Herald'])
      expect(await local().namesBeginning('ma', 1)).toEqual(['James Mattis'])
    })

    test('their quotations come newest first', async () => {
      for (const day of ['03', '01', '02']) {
        const text = `“This is said on day ${day}.”`
        await save({ key: day, text, published: `2031-05-${day}` }, [[text, 'Ada Quill']])
      }
      const [quill] = await local().speakersNamed('quill')
      const days = (await local().quotationsOf([quill?.id ?? 0], {}, 2)).map((one) => one.quotation.published)
      expect(days).toEqual(['2031-05-03', '2031-05-02'])
    })
  })

  describe('filters', () => {
    beforeEach(async () => {
      await save({}, [MAYOR])
      await save(
        {
          key: 'b',
          outlet: 'The Wire',
          published: '2031-06-01',
          text: 'Ferries sail.\n\n“Ferries are no bridges,” Quill said.',
        },
        [['“Ferries are no bridges,”', 'Ada Quill']],
      )
      await save({ key: 'c', outlet: 'The Wire', published: null, text: 'Nothing of the kind.' })
    })
    test('about: one word of each group, by stem', async () => {
      expect(await outletsOf({ about: [['bridges']] })).toEqual(['The Wire', 'Harrow Bend Herald'])
      expect(await outletsOf({ about: [['bridge'], ['ferry', 'boat']] })).toEqual(['The Wire'])
      expect(await outletsOf({ about: [['the'], ['spring']] })).toEqual(['Harrow Bend Herald'])
      expect(await local().count({ about: [['bridge']] })).toBe(2)
    })

    test('outlet: by name, with or without "The", or a word of it', async () => {
      for (const outlet of ['The Wire', 'wire', 'WIRE'])
        expect(await outletsOf({ outlet })).toEqual(['The Wire', 'The Wire'])
      expect(await outletsOf({ outlet: 'herald' })).toEqual(['Harrow Bend Herald'])
      expect(await outletsOf({ outlet: 'nobody' })).toEqual([])
    })

    test('since: what was published that day or later', async () => {
      expect(await outletsOf({ since: '2031-06-01' })).toEqual(['The Wire'])
      expect(await outletsOf({ since: '2031-06-02' })).toEqual([])
    })

    const WIRE = 'The Wire'
    const HERALD = 'Harrow Bend Herald'
    const ms = (time: string) => Date.parse(time)
    const listed = async (filter: Filter) => (await local().listed(filter, 9)).map(({ outlet }) => outlet)

    test('after, until: what was published in between, to the second, the end included', async () => {
      const until = ms('2031-06-01')
      expect(await listed({ after: ms('2031-05-02'), until })).toEqual([WIRE])
      expect(await listed({ after: ms('2031-05-01T23:59:59Z'), until })).toEqual([WIRE, HERALD])
      expect(await outletsOf({ after: ms('2031-05-01'), until: until - 1 })).toEqual([HERALD])
      expect(await outletsOf({ after: ms('2031-05-01'), until })).toEqual([WIRE, HERALD])
      expect(await listed({ about: [['bridge']], until: ms('2031-05-31') })).toEqual([HERALD])
      expect(await local().count({ after: ms('2031-05-02'), until })).toBe(1)
    })

    test('after, until: what has no date counts from when it came in', async () => {
      await save({ key: 'd', outlet: 'Undated Post', published: null, text: 'Undated news.' })
      const [undated] = await local().listed({ outlet: 'undated' }, 1)
      const arrived = undated?.arrived ?? 0
      expect(arrived).toBeGreaterThan(0)
      expect(await listed({ after: arrived - 1, until: arrived })).toContain('Undated Post')
      expect(await listed({ after: arrived, until: arrived + 1 })).not.toContain('Undated Post')
      expect(await listed({ until: arrived - 1 })).not.toContain('Undated Post')
    })

    test('arrived after: what came into the store since, whenever it was published', async () => {
      const newest = Math.max(...(await local().listed({}, 9)).map(({ arrived }) => arrived))
      expect(await listed({ arrivedAfter: newest })).toEqual([])
      await save({ key: 'old', outlet: 'Late Post', published: '2001-01-01', text: 'Late news of old.' })
      const [late] = await local().listed({ arrivedAfter: newest }, 1)
      expect(late?.outlet).toBe('Late Post')
      await save({ key: 'old', outlet: 'Late Post', published: '2001-01-01', text: 'Late news of old, corrected.' })
      const [first] = await local().listed({ arrivedAfter: late?.arrived ?? 0 }, 9)
      expect(await local().listed({ arrivedAfter: newest }, 9)).toEqual([first])
      await save({ key: 'old', outlet: 'Late Post', published: '2001-01-02', text: 'Late news of old, corrected.' })
      const [moved] = await local().listed({ arrivedAfter: newest }, 1)
      expect(moved).toEqual({ ...first, published: '2001-01-02' })
      expect(await listed({ arrivedAfter: moved?.arrived ?? 0 })).toEqual([])
    })

    test('outlets: of one of several', async () => {
      expect(await listed({ outlets: ['wire', 'herald'] })).toEqual([WIRE, HERALD, WIRE])
      expect(await listed({ outlets: ['herald', 'nobody'] })).toEqual([HERALD])
      expect(await listed({ outlets: [] })).toEqual([])
    })

    test('stories and speakers: articles of one of these stories, and those that quote one of these', async () => {
      const [ferry] = await local().listed({ about: [['ferry']] }, 1)
      expect(await listed({ stories: [ferry?.storyId ?? ''] })).toEqual([WIRE])
      expect(await listed({ stories: [] })).toEqual([])
      const [quill] = await local().speakersNamed('quill')
      expect(await listed({ speakers: [quill?.id ?? 0] })).toEqual([WIRE, HERALD])
      expect(await listed({ speakers: [quill?.id ?? 0], about: [['ferry']] })).toEqual([WIRE])
      expect(await listed({ speakers: [] })).toEqual([])
    })

    test('quotations are filtered by their own passages', async () => {
      const [quill] = await local().speakersNamed('quill')
      const about = async (...words: string[]) =>
        (await local().quotationsOf([quill?.id ?? 0], { about: [words] }, 9)).map((one) => one.article.outlet)
      expect(await about('bridge')).toEqual(['The Wire', 'Harrow Bend Herald'])
      expect(await about('ferry')).toEqual(['The Wire'])
      expect(await local().quotationsOf([quill?.id ?? 0], { outlet: 'herald' }, 9)).toHaveLength(1)
    })

    test('articles by their ids, in the order asked for', async () => {
      const ids = (await local().newest({}, 9)).map(({ id }) => id)
      const asked = [ids[2] ?? '', 'nowhere', ids[0] ?? '']
      expect((await local().articles(asked)).map(({ id }) => id)).toEqual([ids[2], ids[0]])
      expect(await local().articles([])).toEqual([])
    })

    test('the articles most about a topic come first', async () => {
      await save({
        key: 'd',
        published: '2030-01-01',
        title: 'Bridge',
        text: 'Bridge\n\nThe bridge, the bridge and again the bridge.',
      })
      expect((await local().search({ about: [['bridge']] }, 1))[0]?.title).toBe('Bridge')
    })

    test('outlets with their articles, quotations and newest date', async () => {
      expect(await local().outlets()).toEqual([
        { outlet: 'The Wire', articles: 2, quotations: 1, newest: '2031-06-01', foreign: 0 },
        { outlet: 'Harrow Bend Herald', articles: 1, quotations: 1, newest: '2031-05-02', foreign: 0 },
      ])
    })

    test('how many articles have a word', async () => {
      expect(await local().documentFrequencies(['bridge', 'ferries', 'moon'])).toEqual(
        new Map([
          ['bridge', 2],
          ['ferries', 1],
          ['moon', 0],
        ]),
      )
    })
  })

  describe('desks', () => {
    test('see the samples until they follow a feed', async () => {
      await save({ key: 'sample' }, [MAYOR], 'samples')
      await fed(await followed('three', 'https://example.org/feed'), { key: 'fed', text: 'Fed.' })
      expect(await seen('one')).toEqual(['sample'])
      await followed('one', 'https://example.org/feed')
      expect(await seen('one')).toEqual(['fed'])
      expect(await seen('two')).toEqual(['sample'])
      expect(await store.archive('one').speakersNamed('quill')).toEqual([])
      expect(await store.archive('one').quotationsLike('the bridge will open in the spring', 5)).toEqual([])
      expect(await store.archive('one').count()).toBe(1)
    })

    test('see no samples once files are indexed', async () => {
      const sample = await save({ key: 'sample' }, [MAYOR], 'samples')
      await save({ key: 'file', text: 'A file.' })
      expect(await seen('one')).toEqual(['file'])
      expect(await local().article(sample.id)).toBeNull()
      expect(await local().speakersNear('quil', 3)).toEqual([])
      expect(await local().documentFrequencies(['bridge'])).toEqual(new Map([['bridge', 0]]))
      await save({ key: 'sample' }, [MAYOR], 'files')
      expect(await seen('one')).toEqual(['file', 'sample'])
    })

    test('that follow a feed see what a newer version of its article says', async () => {
      const feed = await followed('one', 'https://example.org/feed')
      await fed(feed, {})
      await fed(feed, { text: 'Corrected.' })
      expect((await store.archive('one').newest({}, 9)).map((article) => article.text)).toEqual(['Corrected.'])
    })
  })

  describe('stories', () => {
    test('hold the articles that tell one event, in the order asked for', async () => {
      const crash =
        'A grain barge struck the Tolliver bridge at Harrow Bend on Friday and the deck sank into the river.'
      const strike = 'Bakers in Ostermouth walked out over night shifts, leaving hotel breakfasts without rolls.'
      const a = await save({
        key: 'a',
        title: 'Barge strikes Tolliver bridge',
        text: `Barge strikes Tolliver bridge\n\n${crash}`,
      })
      const b = await save({ key: 'b', title: 'Bakers walk out', text: `Bakers walk out\n\n${strike}` })
      const title = 'Tolliver bridge deck sinks'
      const c = await save({
        key: 'c',
        outlet: 'The Wire',
        title,
        text: `${title}\n\nThe grain barge sank the deck of the Tolliver bridge.`,
      })
      const stories = await local().storiesOf([b.id, c.id, a.id])
      expect(stories.map((story) => story.articles.map((article) => article.id).toSorted())).toEqual([
        [b.id],
        [a.id, c.id].toSorted(),
      ])
      expect(stories.map((story) => story.id)).toEqual([b.id, a.id])
    })
  })

  describe('copies', () => {
    const REPORT = Array.from({ length: 12 }, (_, n) => `Pier ${n} of the Wendmouth ferry sank on day ${n * 7} of May.`)
    const print = async (outlet: string, published: string, text = REPORT.join(' '), key = outlet) => {
      const title = `${outlet} has news`
      return (await save({ key, outlet, published, title, text: `${title}\n\n${text}` })).id
    }
    const copied = async (...ids: readonly string[]) => {
      const articles = await local().articles(ids)
      return articles.map(({ copyOf }) => (copyOf === undefined ? null : ids.indexOf(copyOf ?? '')))
    }

    test('of a report are tied to the first that printed it, whatever came in first, and cut as it may be', async () => {
      const post = await print('Post', '2031-05-02T12:00:00Z')
      const echo = await print('Echo', '2031-05-02T13:00:00Z', REPORT.slice(0, 5).join(' '))
      expect(await copied(post, echo)).toEqual([null, 0])
      const herald = await print('Herald', '2031-05-02T10:00:00Z')
      expect(await copied(herald, post, echo)).toEqual([null, 0, 0])
      const late = await print('Late Post', '2031-05-03T10:00:00Z', `${REPORT.join(' ')} And more.`)
      expect(await copied(herald, post, echo, late)).toEqual([null, 0, 0, 0])
    })

    test('are tied to the agency that sent it', async () => {
      const ids = [await print('Post', '2031-05-02'), await print('Echo', '2031-05-02')]
      const agency = await print('The Associated Press', '2031-05-03')
      expect(await copied(agency, ...ids)).toEqual([null, 0, 0])
      expect(await copied(agency, await print('Herald', '2031-05-01'))).toEqual([null, 0])
    })

    test('are not what one outlet prints twice, nor what quotes the same at length', async () => {
      const first = await print('Post', '2031-05-02')
      expect(await copied(first, await print('Post', '2031-05-02', `${REPORT.join(' ')} Again.`, 'b'))).toEqual([
        null,
        null,
      ])
      const speech = (own: string) => `${own} “${REPORT.join(' ')}”`
      const quoting = [await print('Echo', '2031-05-02', speech('The mayor of Wendmouth spoke.'))]
      quoting.push(await print('Herald', '2031-05-02', speech('Ada Quill had this to say.')))
      expect(await copied(...quoting)).toEqual([null, null])
    })

    test('stay tied while they print what an original or its new version prints', async () => {
      const ids = [
        await print('Herald', '2031-05-01'),
        await print('Post', '2031-05-02'),
        await print('Echo', '2031-05-02'),
      ]
      const corrected = await print('Herald', '2031-05-01', `${REPORT.join(' ')} And more.`)
      expect(await copied(corrected, ...ids.slice(1))).toEqual([null, 0, 0])
      const other = await print(
        'Post',
        '2031-05-02',
        'The ferry is whole again, as the harbour master found on Tuesday.',
      )
      expect(await copied(corrected, other)).toEqual([null, null])
      const rewritten = await print('Herald', '2031-05-01', 'Nothing of the kind was ever reported from the piers.')
      expect(await copied(corrected, rewritten, ids[2] ?? '')).toEqual([null, null, 0])
    })
  })

  describe('languages', () => {
    test('are kept, and those that are not English counted by outlet', async () => {
      const { id } = await save({ key: 'a', outlet: 'Bote', text: 'Die Fähre fährt.', language: 'de' })
      await save({ key: 'b', outlet: 'Bote', text: 'Noch eine Fähre.', language: 'de' })
      await save({ key: 'b', outlet: 'Bote', text: 'The ferry sails.', language: 'en' })
      const english = await save({})
      expect((await local().article(id))?.language).toBe('de')
      expect((await local().article(english.id))?.language).toBeUndefined()
      expect((await local().outlets()).map((row) => [row.outlet, row.foreign])).toEqual([
        ['Bote', 1],
        ['Harrow Bend Herald', 0],
      ])
    })

    test('are noted of what was stored before they were known', async () => {
      const { id } = await save({})
      expect(await save({ language: 'en' })).toEqual({ id, saved: 'unchanged' })
      expect((await local().article(id))?.language).toBe('en')
    })
  })

  describe('hostile queries', () => {
    const SHORT = [
      '',
      ' ',
      '"',
      "'",
      '*',
      'NEAR(',
      'a AND',
      'OR',
      '{words} : x',
      'speaker:spk1',
      'x"y" OR z',
      '\u0000',
      '﷽',
      '\uD800',
    ]
    const LONG = ['('.repeat(500), 'bridge '.repeat(15_000), '“'.repeat(100_000)]
    test.each([...SHORT, ...LONG].map((words) => ({ query: JSON.stringify(words).slice(0, 16), words })))(
      '$query',
      async ({ words }) => {
        await save({}, [MAYOR])
        const [quill] = await local().speakersNamed('quill')
        for (const about of [[], [[]], [[words]], [[words, 'bridge']]]) {
          await local().search({ about }, 5)
          await local().count({ about })
          await local().quotationsOf([quill?.id ?? 0], { about }, 5)
        }
        await local().search({ outlet: words, since: words }, 5)
        await local().speakersNamed(words)
        await local().speakersNear(words, 5)
        await local().namesBeginning(words, 5)
        await local().quotationsLike(words, 5)
        await local().documentFrequencies([words])
        expect(await local().article(words)).toBeNull()
        expect(await local().storiesOf([words])).toEqual([])
        expect(await store.archive(words).count()).toBe(1)
      },
    )

    test('nothing at all is asked for', async () => {
      await save({}, [MAYOR])
      expect(await local().quotationsOf([], {}, 5)).toEqual([])
      expect(await local().quotationsIn([])).toEqual([])
      expect(await local().storiesOf([])).toEqual([])
    })
  })
}

/** The quoted words, whose they are, and what kind of speaker that is. */
type Words = readonly [text: string, name: string, kind?: SpeakerKind]

const BRIDGE: ArticleDraft = {
  key: 'bridge',
  outlet: 'Harrow Bend Herald',
  title: 'Bridge to open',
  author: 'Lena Orr',
  url: 'https://example.org/bridge',
  published: '2031-05-02',
  text: 'Bridge to open\n\n“The bridge will open in the spring,” said Mayor Ada Quill.',
}

const MAYOR: Words = ['“The bridge will open in the spring,”', 'Ada Quill']

function quotationsIn(text: string, said: readonly Words[]): FoundQuotation[] {
  let from = 0
  return said.map(([words, name, kind = 'person']) => {
    const start = text.indexOf(words, from)
    from = start + words.length
    const speaker = { name, kind, start: 0, end: 4 }
    return {
      start,
      end: from,
      text: words,
      speaker,
      cue: { start: from, end: from + 1 },
      channel: 'spoken',
      confidence: 0.9,
    }
  })
}
