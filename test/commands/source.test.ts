import { expect, it } from 'vitest'
import source from '../../commands/source.js'
import sources from '../../commands/sources.js'
import { archiveOf } from '../answers/quoteArchive.js'
import { memoryFeeds } from '../feeds/memoryFeeds.js'
import { contextOf, said } from './context.js'

const archive = archiveOf(
  { outlet: 'The Wire', title: 'Ferry sold', text: 'Ferry sold\n\nThe ferry went.', published: '2018-12-01' },
  { outlet: 'The Ledger', text: 'The lantern market opened. “Good,” said Ann Lee.', speakers: ['Ann Lee'] },
)

it('shows a stored article whole, its fields beside the message’s own', async () => {
  const message = await source.run({ article: 'a0' }, contextOf(archive))
  const stored = {
    articleId: 'a0',
    outlet: 'The Wire',
    author: null,
    url: null,
    published: '2018-12-01',
    text: 'Ferry sold\n\nThe ferry went.',
  }
  expect(message).toMatchObject({ ...stored, title: 'Ferry sold', data: { ...stored, title: 'Ferry sold' } })
  expect(message.blocks).toMatchObject([{ kind: 'article', body: { start: 0, end: 27, text: stored.text } }])
})

it('refuses an article that there is not', async () => {
  await expect(source.run({ article: 'a9' }, contextOf(archive))).rejects.toThrow('There is no article “a9”.')
})

it('lists the outlets with what each has', async () => {
  const message = await sources.run({}, contextOf(archive))
  expect(said(message)).toBe('2 outlets, 2 articles.')
  expect(message.blocks[1]).toMatchObject({
    columns: ['Outlet', 'Articles', 'Quotations', 'Newest'],
    rows: [
      ['The Ledger', '1', '1', ''],
      ['The Wire', '1', '0', '2018-12-01'],
    ],
  })
  expect(said(await sources.run({}, contextOf(archiveOf())))).toBe('There are no articles yet.')
})

it('shows how the feeds of the desk do, those in trouble first, and the way to all', async () => {
  const { book, set } = memoryFeeds()
  for (let at = 10; at < 25; at += 1)
    await book.follow('local', { url: `https://${at}.example/`, outlet: `Paper ${at}`, site: null }, null, 0)
  await book.follow('slack:T2', { url: 'https://other.example/', outlet: 'Other', site: null }, null, 0)
  set('15', { status: 'failing', error: 'Its server takes no connections.', failingSince: 0 })
  const context = contextOf(archive)
  const message = await sources.run({}, { ...context, feeds: { ...context.feeds, book } })
  expect(said(message)).toContain('15 feeds: 1 failing.')
  const rows = message.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  expect(rows).toHaveLength(2 + 10)
  expect(rows[2]?.join(' ')).toContain('15 Paper 24 https://24.example/ failing for')
  expect(message.actions).toContainEqual({ label: 'All feeds', line: '/follow list' })
  const none = await sources.run({}, { ...contextOf(archiveOf()), feeds: { ...context.feeds, book } })
  expect(said(none)).toBe('There are no articles yet. 15 feeds: 1 failing.')
})

it('says whose articles are not in English, since their quotations have no speakers', async () => {
  const outlets = async () =>
    [
      ['Der Bote', 8],
      ['La Voz', 4],
      ['The Wire', 0],
    ].map(([outlet = '', foreign = 0]) => ({
      outlet: String(outlet),
      articles: 9,
      quotations: 3,
      newest: null,
      foreign: Number(foreign),
    }))
  expect(said(await sources.run({}, contextOf({ ...archive, outlets })))).toContain(
    '12 articles of Der Bote and La Voz are not in English: their quotations are shown without speakers.',
  )
})

it('shows the sentences around a place, and the way to the whole', async () => {
  const text = 'One boat sailed. Two came. “Three sank,” said Ann Lee. Four were sold. Nobody knows of five.'
  const long = archiveOf({ outlet: 'The Ledger', text, speakers: ['Ann Lee'] })
  const place = text.indexOf('Three')
  const message = await source.run({ article: 'a0', around: `${place}-${place + 5}` }, contextOf(long))
  expect(message.blocks).toMatchObject([
    { kind: 'excerpts', excerpts: [{ text: 'Two came. “Three sank,” said Ann Lee. Four were sold.' }] },
  ])
  expect(message.actions).toEqual([{ label: 'Read it in The Ledger', line: '/source a0' }])
})

it('shows all where the place is outside, and refuses what is no place', async () => {
  const at = (around: string) => source.run({ article: 'a1', around }, contextOf(archive))
  expect((await at('900-905')).blocks).toMatchObject([{ excerpts: [{ start: 0, end: 48 }] }])
  await expect(at('soon')).rejects.toThrow('“soon” is no place in the article')
  await expect(at('9-3')).rejects.toThrow('no place')
})
