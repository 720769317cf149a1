import { expect, it } from 'vitest'
import quote from '../../commands/quote.js'
import { archiveOf } from '../answers/quoteArchive.js'
import { contextOf, lines, said } from './context.js'

const archive = archiveOf(
  ...Array.from({ length: 7 }, (_, index) => ({
    outlet: index % 2 ? 'The Ledger' : 'The Courier',
    published: `2018-12-1${index}`,
    text: `“The lantern of house ${index} was lit at dusk,” she said.`,
    speakers: ['Ann Lee'],
  })),
  { outlet: 'The Wire', text: '“One,” “two,” they said.', speakers: ['Bob Reed', 'Eve Reed'] },
)
const ask = (options: Parameters<typeof quote.run>[0]) => quote.run(options, contextOf(archive))

it('shows a page of statements, and says how many there are and where they were looked for', async () => {
  const message = await ask({ who: 'lee' })
  expect(message.title).toBe('Ann Lee, quoted')
  expect(said(message)).toBe('7 statements in 2 outlets, found in 8 articles. Showing 1 to 5 of 7, newest first.')
  expect(message.blocks.filter((block) => block.kind === 'statement')).toHaveLength(5)
  expect(lines(message)).toEqual(['/quote Ann Lee page:2', '/source a6'])
  expect(message.data).toMatchObject({ speaker: 'Ann Lee', candidates: [], total: 7 })
})

it('goes on to the next page with what was asked', async () => {
  const about = { text: 'lantern light', groups: [['lantern']] }
  const message = await ask({ who: 'ann lee', about, since: '2018-12-11' })
  expect(lines(message)).toEqual([
    '/quote Ann Lee about:"lantern light" since:2018-12-11 page:2',
    '/source a6',
    '/compare lantern light',
  ])
  const last = await ask({ who: 'ann lee', about, since: '2018-12-11', page: 2 })
  expect(said(last)).toContain('Showing 6 to 6 of 6')
  expect(lines(last).join()).not.toContain('page:')
})

it('says what was searched where nothing is found', async () => {
  const about = { text: 'syria', groups: [['syria']] }
  expect(said(await ask({ who: 'lee', about, outlet: 'The Ledger', since: '2018-12-13' }))).toBe(
    'No quotation of Ann Lee about “syria” in 2 articles of The Ledger since 2018-12-13.',
  )
  expect(said(await ask({ who: 'nobody' }))).toBe('Nobody called “nobody” is quoted in 8 articles.')
})

it('asks whom a name means', async () => {
  const message = await ask({ who: 'reed' })
  expect(said(message)).toBe('“reed” could be Bob Reed or Eve Reed.')
  expect(lines(message)).toEqual(['/quote Bob Reed', '/quote Eve Reed'])
})

it('asks what was meant where a word of the topic is in no article', async () => {
  const message = await ask({ who: 'lee', about: { text: 'lantren', groups: [['lantren']] }, since: '2018' })
  expect(said(message)).toContain('Did you mean “lantern”?')
  expect(lines(message)).toEqual(['/quote Ann Lee about:lantern since:2018'])
})
