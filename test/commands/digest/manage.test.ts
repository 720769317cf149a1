import { describe, expect, test } from 'vitest'
import type { Slot } from '../../../src/digests/digest.js'
import { deskWith, NOW, told } from './desk.js'

const lines = (message: Awaited<ReturnType<ReturnType<typeof deskWith>['ask']>>) =>
  message.actions.map(({ line }) => line)

describe('/digest list', () => {
  test('says how to make one where there is none', async () => {
    const message = await deskWith().ask('/digest')
    expect(told(message)).toBe(
      'Digests\nThere are no digests here.\nA manager makes one like this: /digest create "weekdays at 08:30" topics:mattis',
    )
  })

  test('has a row for each: when, where, on what, and when next or why not', async () => {
    const { ask, book } = deskWith()
    await ask('/digest create weekdays at 08:30 timezone:Europe/London topics:ferry')
    await ask('/digest create every 4 hours channel:C2')
    await book.pause('1', { at: NOW, why: 'I may not post in <#C9>.' })
    const message = await ask('/digest list', { user: 'bob', isManager: false, timezone: null })
    expect(told(message).split('\n').slice(1)).toEqual([
      '1 weekdays at 08:30 Europe/London #C1 ferry paused on Friday 27 March 2026, 09:00: I may not post in #C9.',
      '2 every 4 hours Europe/London #C2 all Friday 27 March 2026, 12:00',
    ])
    expect(message.blocks[0]).toMatchObject({ channels: ['C1', 'C9', 'C2'] })
  })
})

describe('/digest edit', () => {
  test('changes what is said, and nothing else', async () => {
    const { ask, book } = deskWith()
    await ask('/digest create weekdays at 08:30 topics:ferry quiet:2026-12-25')
    const before = await book.find('slack:T1', '1')
    const message = await ask('/digest edit 1 daily at 10 topics:all')
    expect(told(message)).toContain('Digest 1 is changed\nWhen daily at 10:00')
    const after = await book.find('slack:T1', '1')
    expect(after).toEqual({
      ...before,
      topics: [],
      schedule: { times: [600], weekdays: null, daysOfMonth: null, months: null },
      next: Date.parse('2026-03-27T10:00Z'),
    })
  })

  test('keeps a paused digest paused, and says so', async () => {
    const { ask, book } = deskWith()
    await ask('/digest create weekdays at 08:30')
    await ask('/digest pause 1')
    expect(told(await ask('/digest edit 1 length:3'))).toContain('Digest 1 is paused: /digest resume 1')
    expect(await book.find('slack:T1', '1')).toMatchObject({ length: 3, next: null, paused: { why: null } })
  })

  test.each([
    ['/digest edit 1', 'What should change? Add it, as in /digest edit 1 topics:ferry. There are: when, channel,'],
    ['/digest edit 9 length:3', 'There is no digest “9” here. There is only digest 1.'],
    ['/digest edit 1 channel:SHUT', 'I may not post in #SHUT'],
    ['/digest edit', 'What should change? Add it, as in /digest edit 1'],
  ])('%s: %s', async (line, words) => {
    const { ask } = deskWith()
    await ask('/digest create weekdays at 08:30')
    expect(told(await ask(line))).toContain(words)
  })
})

describe('/digest pause and resume', () => {
  test('keep the settings, and say where there is nothing to do', async () => {
    const { ask, book } = deskWith()
    await ask('/digest create weekdays at 08:30')
    expect(told(await ask('/digest resume 1'))).toContain('Digest 1 is not paused.')
    expect(lines(await ask('/digest pause 1'))).toContain('/digest resume 1')
    expect(await book.find('slack:T1', '1')).toMatchObject({ paused: { at: NOW, why: null }, next: null })
    expect(told(await ask('/digest pause 1'))).toContain('Digest 1 was paused already on Friday 27 March 2026, 09:00.')
    expect(told(await ask('/digest resume 1'))).toContain('Monday 30 March 2026, 08:30')
    expect(await book.find('slack:T1', '1')).toMatchObject({ paused: null, next: Date.parse('2026-03-30T08:30Z') })
  })

  test('do not go on where Crier still may not post', async () => {
    const { ask, book } = deskWith()
    await ask('/digest create weekdays at 08:30')
    const digest = await book.find('slack:T1', '1')
    if (digest) await book.change('1', { ...digest, channel: 'SHUT' }, digest.next)
    await ask('/digest pause 1')
    expect(told(await ask('/digest resume 1'))).toContain('I may not post in #SHUT')
    expect((await book.find('slack:T1', '1'))?.paused).not.toBeNull()
  })
})

test('/digest delete takes it away, and offers the line that makes it again', async () => {
  const { ask, book } = deskWith()
  await ask('/digest create mon, thu 7:00 topics:"ferry, the pumps" quiet:2026-12-25 if-late:skip channel:C2')
  const digest = await book.find('slack:T1', '1')
  const [again = ''] = lines(await ask('/digest delete 1'))
  expect(await book.list()).toEqual([])
  await ask(again)
  expect(await book.find('slack:T1', '2')).toEqual({ ...digest, id: '2' })
  expect(told(await ask('/digest delete 1'))).toContain('There is no digest “1” here. There is only digest 2.')
})

test('/digest send-now orders an edition and has the runner look', async () => {
  const { ask, hurries } = deskWith()
  await ask('/digest create weekdays at 08:30')
  expect(told(await ask('/digest send-now 1'))).toContain('goes to #C1 in a moment')
  expect(hurries()).toBe(1)
  expect(told(await ask('/digest history 1'))).toContain('Friday 27 March 2026, 09:00 by hand, waits to be sent')
  await ask('/digest pause 1')
  expect(told(await ask('/digest send-now 1'))).toContain('Digest 1 is paused')
  expect(hurries()).toBe(1)
})

describe('/digest history', () => {
  test('tells what became of each slot, in the digest’s time zone', async () => {
    const { ask, book, bot } = deskWith()
    await ask('/digest create weekdays at 08:30 timezone:Europe/London')
    const due = Date.parse('2026-03-31T07:30Z')
    const settled = { attempts: 1, settledAt: NOW, messageId: 'm', stories: 4 }
    const slot: Slot = { ...settled, id: 1, digestId: '1', due, isByHand: false, state: 'sent', why: null }
    const slots: Slot[] = [
      slot,
      { ...slot, state: 'empty', stories: 0 },
      { ...slot, state: 'late', why: 'Nobody was there.' },
      { ...slot, state: 'failed', why: 'I may not post in <#C9>.' },
    ]
    expect(told(await ask('/digest history 1'))).toContain('It was never due so far.')
    book.history = async () => slots
    const message = await bot.answer({ desk: 'slack:T1', line: '/digest history 1' })
    expect(told(message).split('\n')).toEqual([
      'What became of digest 1',
      'Tuesday 31 March 2026, 08:30 sent, 4 stories',
      'Tuesday 31 March 2026, 08:30 nothing was new',
      'Tuesday 31 March 2026, 08:30 late: Nobody was there.',
      'Tuesday 31 March 2026, 08:30 failed: I may not post in #C9.',
      'Times are in Europe/London.',
    ])
    expect(message.blocks[0]).toMatchObject({ channels: ['C9'] })
  })
})

test('Another desk’s digests are none of this one’s', async () => {
  const { ask, bot } = deskWith()
  await ask('/digest create weekdays at 08:30')
  for (const line of ['/digest history 1', '/digest list'])
    expect(told(await bot.answer({ desk: 'slack:T2', line }))).toMatch(/no digest/u)
})

test('Ids are completed from the desk’s digests, with what each is', async () => {
  const { ask, bot } = deskWith()
  await ask('/digest create weekdays at 08:30 topics:ferry')
  await ask('/digest create every 4 hours')
  const typing = { desk: 'slack:T1', command: 'digest pause', option: 'id' }
  expect(await bot.suggest({ ...typing, typed: '' })).toEqual([
    { value: '1', name: '1: weekdays at 08:30, ferry' },
    { value: '2', name: '2: every 4 hours' },
  ])
  expect(await bot.suggest({ ...typing, typed: '2' })).toHaveLength(1)
  expect(await bot.complete({ desk: 'slack:T1', line: '/digest pause ' })).toEqual([
    '/digest pause 1',
    '/digest pause 2',
  ])
})

describe('/digest preview', () => {
  test('shows everybody the next edition as it would be now, and posts nothing', async () => {
    const { ask, hurries } = deskWith()
    await ask('/digest create weekdays at 08:30 topics:ferry')
    const message = await ask('/digest preview 1', { user: 'bob', isManager: null, timezone: null })
    expect(message.private).toBe(true)
    expect(told(message)).toMatch(
      /^The next edition of digest 1\nOnly you see this\. It is what would go to #C1 now; the next edition is due on Monday 30 March 2026, 08:30\./u,
    )
    expect(JSON.stringify(message.blocks)).toContain('Ferry sold')
    expect(hurries()).toBe(0)
  })
})

test('The only digest needs no id; where there are several, or none, that is said', async () => {
  const { ask } = deskWith()
  expect(told(await ask('/digest pause'))).toContain('There are no digests here: /digest create makes one.')
  await ask('/digest create weekdays at 08:30')
  expect(told(await ask('/digest pause'))).toContain('Digest 1 is paused')
  expect(told(await ask('/digest edit topics:ferry'))).toContain('Digest 1 is changed')
  await ask('/digest create every 4 hours')
  expect(told(await ask('/digest preview'))).toContain('Which digest? There are 1 and 2; /digest list')
})
