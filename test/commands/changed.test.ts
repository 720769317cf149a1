import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import compare from '../../commands/compare.js'
import quote from '../../commands/quote.js'
import source from '../../commands/source.js'
import verify from '../../commands/verify.js'
import { drawn, ferry, openPress, type Press } from '../answers/press.js'
import { contextOf, lines, said } from './context.js'

const WILL = '“We will close the ferry in May,” said Mayor Ada Quill.'
const MAY = '“We may close the ferry in May,” said Mayor Ada Quill.'
const REED = '“Nobody asked the people of Skellen about any of this,” said Tom Reed.'
const HERALD = 'The Herald'
const SAYINGS = [
  'My boat has a leak somewhere',
  'Every lantern of the quay was lit',
  'Gulls stole the bread of the crew',
  'Nets dry slowly under a northern wind',
  'The old engine drinks oil like a horse',
  'Tickets were three shillings when I began',
]
const byReed = (words: string) => `“${words},” said Tom Reed.`

let press: Press
beforeEach(async () => {
  press = await openPress()
})
afterEach(() => press.close())

const quoted = (who: string, options = {}) => quote.run({ who, ...options }, contextOf(press.archive))
const verified = (words: string, speaker?: string) => verify.run({ words, speaker }, contextOf(press.archive))
const read = (article: string, around?: string) => source.run({ article, around }, contextOf(press.archive))
const about = (text: string) => ({ about: { text, groups: [[text]] } })

describe('an outlet softens a quotation', () => {
  let [first, now] = ['', '']
  beforeEach(async () => {
    first = await press.prints('10:00', HERALD, ferry(WILL, REED))
    await press.prints('10:30', 'Meridian Wire', ferry(WILL))
    now = await press.prints('14:05', HERALD, ferry(MAY, REED))
  })

  it('/quote says so under the statement, and counts nothing twice', async () => {
    const message = await quoted('quill')
    expect(drawn(message)).toEqual([
      'Ada Quill, quoted',
      '1 statement in 2 outlets, found in 2 articles.',
      '“We may close the ferry in May,” The Herald, Meridian Wire',
      'Changed since: The Herald printed it otherwise until 21 November 2026, 14:05 (UTC).',
      'We [-will-] {+may+} close the ferry in May,',
    ])
    expect(lines(message)).toContain(`/source ${first}`)
    expect(message.data).toMatchObject({
      total: 1,
      statements: [{ outlets: [HERALD, 'Meridian Wire'], changedSince: [{ until: '2026-11-21T14:05:00.000Z' }] }],
      goneSince: [],
    })
    expect(drawn(await quoted('reed'))).toHaveLength(3)
  })

  it('/verify finds both, and says which is the older', async () => {
    const message = await verified('We may close the ferry in May')
    expect(message.title).toBe('Real, word for word')
    expect(drawn(message)).toContain(
      'Changed since: The Herald printed it otherwise until 21 November 2026, 14:05 (UTC).',
    )
  })

  it('/compare says who changed it', async () => {
    const message = await compare.run({ topic: { text: 'ferry', groups: [['ferry']] } }, contextOf(press.archive))
    expect(said(message)).toContain(
      'Changed since: The Herald printed it otherwise until 21 November 2026, 14:05 (UTC).',
    )
    expect(message.data).toMatchObject({ changedSince: [{ earlier: { articleId: first } }] })
  })

  it('/source says which version it is, and leads to the other', async () => {
    const old = await read(first)
    expect(said(old)).toBe(
      'Version 1 of 2. The Herald changed it by 21 November 2026, 14:05 (UTC); in the current version 1 paragraph differs.',
    )
    expect(old.actions).toEqual([{ label: 'Current version in The Herald', line: `/source ${now}` }])
    const current = await read(now)
    expect(said(current)).toBe(
      'There is 1 earlier version, which stood until 21 November 2026, 14:05 (UTC): 1 paragraph differs.',
    )
    expect(current.actions).toEqual([{ label: 'Earlier version in The Herald', line: `/source ${first}` }])
    expect((await read(first, '20-30')).blocks).toMatchObject([{}, { label: 'As it stood in The Herald' }])
    const third = await press.prints('15:00', HERALD, ferry(MAY, REED, 'More follows.'))
    expect(lines(await read(now))).toEqual([`/source ${third}`, `/source ${first}`])
    expect(said(await read(third))).toContain('There are 2 earlier versions; the newest of them stood until')
  })
})

describe('an outlet turns a quotation round', () => {
  it('/quote and /verify call the lost “not” out', async () => {
    await press.prints('10:00', HERALD, ferry('“We will not close the ferry in May,” said Mayor Ada Quill.'))
    await press.prints('14:05', HERALD, ferry(WILL))
    const label =
      'Changed since: The Herald printed it otherwise until 21 November 2026, 14:05 (UTC). A “not” or its like was lost or added.'
    expect(drawn(await quoted('quill'))).toContain(label)
    expect(drawn(await verified('We will not close the ferry in May'))).toEqual([
      'Real, word for word',
      'Printed with these words by The Herald until 21 November 2026, 14:05 (UTC), and changed since. Checked against the quotations of 1 article and of earlier versions.',
      'The same words: The Herald until 21 November 2026, 14:05 (UTC)',
      'We will not close the ferry in May,',
      'What The Herald prints now',
      'We will [-not-] close the ferry in May,',
      'As it stood in The Herald',
      '“We will not close the ferry in May,” said Mayor Ada Quill.',
    ])
  })
})

describe('an outlet takes a quotation out', () => {
  let [first, now] = ['', '']
  beforeEach(async () => {
    first = await press.prints('10:00', HERALD, ferry(WILL, REED))
    now = await press.prints('14:05', HERALD, ferry(WILL))
  })
  const gone = 'Tom Reed, as printed by The Herald until 21 November 2026, 14:05 (UTC), and gone from the article since'
  const words = '“Nobody asked the people of Skellen about any of this,”'

  it('/quote tells it of its speaker, though nothing else is quoted, and counts it nowhere', async () => {
    const message = await quoted('reed')
    expect(drawn(message)).toEqual([
      'Nobody called “reed”',
      'Nobody called “reed” is quoted in 1 article.',
      'Gone since',
      gone,
      words,
    ])
    expect(message.data).toMatchObject({ total: 0, statements: [], goneSince: [{ articleId: now }] })
    expect(lines(message)).toEqual([`/source ${first}`])
  })

  it('/quote tells it below what the speaker is quoted with, on topic, on the first page', async () => {
    await press.prints('15:00', 'Fathom', ferry(...SAYINGS.map(byReed)))
    expect(drawn(await quoted('reed')).slice(-3)).toEqual(['Gone since', gone, words])
    expect(said(await quoted('reed'))).toContain('6 statements in 1 outlet')
    expect(drawn(await quoted('reed', { page: 2 }))).not.toContain('Gone since')
    expect(drawn(await quoted('reed', about('skellen')))).toContain(gone)
    expect(drawn(await quoted('reed', about('lantern')))).not.toContain(gone)
    expect(drawn(await quoted('reed', { outlet: 'Fathom' }))).not.toContain(gone)
    expect(drawn(await quoted('quill'))).not.toContain('Gone since')
  })

  it('/quote shows the newest three of many', async () => {
    await press.prints('15:00', 'Fathom', ferry(...SAYINGS.map(byReed)))
    await press.prints('15:30', 'Fathom', ferry('The harbour is calm.'))
    const message = await quoted('reed')
    const labels = drawn(message).filter((line) => line.includes('gone from the article since'))
    expect(labels).toHaveLength(3)
    expect(labels[0]).toContain('Fathom until 21 November 2026, 15:30')
    expect(drawn(message).at(-1)).toBe('4 earlier quotations more are gone since.')
  })

  it('/verify says until when it was printed', async () => {
    const message = await verified('nobody asked the people of Skellen')
    expect(message.title).toBe('Real, and part of a longer quotation')
    expect(said(message)).toBe(
      'Printed, as part of more, by The Herald until 21 November 2026, 14:05 (UTC), and gone from the article since. Checked against the quotations of 1 article and of earlier versions.',
    )
    expect(message.data).toMatchObject({
      verdict: 'trimmed',
      articlesSearched: 1,
      matches: [{ quotation: { articleId: first }, changedSince: { now: null, gone: { articleId: now } } }],
    })
    expect((await verified('Nobody asked the people of Skellen about any of this', 'quill')).title).toBe(
      'Real, and somebody else’s',
    )
    expect((await verified('the gulls of Skellen have stolen every chip')).title).toBe('Not found')
  })
})

describe('an outlet mends a spelling', () => {
  it('nothing is said of it but at the article', async () => {
    await press.prints('10:00', HERALD, ferry(WILL.replace('close', 'organise')))
    const now = await press.prints('14:05', HERALD, ferry(WILL.replace('close', 'organize')))
    expect(drawn(await quoted('quill'))).toHaveLength(3)
    expect(drawn(await verified('We will organise the ferry in May')).join(' ')).not.toContain('until')
    expect(said(await read(now))).toContain('1 paragraph differs')
  })

  it('typography and blank lines are no differing paragraph', async () => {
    await press.prints('10:00', HERALD, ferry(WILL, 'It is the council’s.'))
    const now = await press.prints('14:05', HERALD, ferry(WILL, '', "It is the council's."))
    expect(said(await read(now))).toContain('no words differ')
  })
})

describe('an outlet takes its change back', () => {
  it('what stood in between is told', async () => {
    const first = await press.prints('10:00', HERALD, ferry(WILL))
    await press.prints('12:00', HERALD, ferry(MAY))
    expect(await press.prints('14:05', HERALD, ferry(WILL))).toBe(first)
    expect(drawn(await quoted('quill')).slice(-3)).toEqual([
      '“We will close the ferry in May,” The Herald',
      'Changed since: The Herald printed it otherwise until 21 November 2026, 14:05 (UTC).',
      'We [-may-] {+will+} close the ferry in May,',
    ])
  })
})

describe('two desks', () => {
  it('only the one that follows the feed sees what it printed before', async () => {
    const [near, far] = [await press.follow('near', 'a'), await press.follow('far', 'b')]
    const first = await press.prints('10:00', HERALD, ferry(WILL, REED), near)
    await press.prints('14:05', HERALD, ferry(MAY), near)
    await press.prints('14:10', 'Fathom', ferry('“The lamps of Skellen are lit,” said Ann Lee.'), far)
    const at = (desk: string) => contextOf(press.archiveOf(desk))
    expect(drawn(await quote.run({ who: 'reed' }, at('near')))).toContain('Gone since')
    expect(drawn(await quote.run({ who: 'reed' }, at('far')))).toHaveLength(2)
    expect((await verify.run({ words: 'We will close the ferry in May' }, at('far'))).title).toBe('Not found')
    await expect(source.run({ article: first }, at('far'))).rejects.toThrow('no article')
  })
})
