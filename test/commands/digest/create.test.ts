import { describe, expect, test } from 'vitest'
import { sayTimetable } from '../../../src/digests/schedule/words.js'
import { deskWith, NOW, told } from './desk.js'

describe('/digest create', () => {
  test('acts at once when it is told enough: this channel, UTC, all topics where they are left out', async () => {
    const { ask, book } = deskWith()
    const message = await ask('/digest create weekdays at 8:30')
    expect(told(message).split('\n')).toEqual([
      'Digest 1 is set up',
      'When weekdays at 08:30',
      'Time zone UTC',
      'Channel #C1',
      'Topics all',
      'Stories at most 5',
      'If it is late one edition goes out late',
      'If nothing is new nothing is posted',
      'Monday 30 March 2026, 08:30',
      'Tuesday 31 March 2026, 08:30',
      'Wednesday 1 April 2026, 08:30',
      'Thursday 2 April 2026, 08:30',
      'Friday 3 April 2026, 08:30',
      expect.stringMatching(
        /^No time zone was given and none is known, so it is UTC\. To change it: \/digest edit 1 /u,
      ),
      expect.stringContaining('/digest preview 1'),
    ])
    expect(message.private).toBe(true)
    expect(message.blocks[0]).toMatchObject({ channels: ['C1'] })
    expect(message.actions.map(({ line }) => line)).toEqual([
      '/digest preview 1',
      '/digest pause 1',
      '/digest history 1',
    ])
    const [kept] = await book.list('slack:T1')
    expect(kept).toMatchObject({
      createdBy: 'ada',
      createdAt: NOW,
      next: Date.parse('2026-03-30T08:30Z'),
      desk: 'slack:T1',
    })
  })

  test('takes all that a manager can say', async () => {
    const { ask, book } = deskWith()
    const line = [
      '/digest create when:"30 8 * * 1-5" channel:<#C123|news> timezone:Europe/London topics:ferry,"the pumps"',
      'speakers:"Bob Reed" outlets:wire length:3 quiet:"25 December 2026, 2026-12-26" if-late:fold if-empty:say',
    ]
    await ask(line.join(' ').replace('ferry,"the pumps"', '"ferry, the pumps"'))
    const [kept] = await book.list()
    expect(kept && sayTimetable(kept.schedule)).toBe('weekdays at 08:30')
    expect(kept).toMatchObject({
      channel: 'C123',
      timezone: 'Europe/London',
      topics: ['ferry', 'the pumps'],
      speakers: ['Bob Reed'],
      outlets: ['wire'],
      length: 3,
      quietDays: ['2026-12-25', '2026-12-26'],
      ifLate: 'fold',
      ifEmpty: 'say',
    })
  })

  test('has the time zone of the newest digest, else of who asks, and says so', async () => {
    const { ask } = deskWith()
    const rome = { user: 'ada', isManager: true, timezone: 'Europe/Rome' }
    expect(told(await ask('/digest create daily at 9', rome))).toContain('so it is Europe/Rome, which is yours')
    await ask('/digest create daily at 9 timezone:Asia/Tokyo')
    expect(told(await ask('/digest create daily at 9', rome))).toContain('so it is Asia/Tokyo, as in the newest digest')
  })

  test('notes where the clock moves one of its times', async () => {
    const spring = told(await deskWith().ask('/digest create daily at 01:30 timezone:Europe/London'))
    expect(spring).toContain('Sunday 29 March 2026, 02:00 the clock skips 01:30 that day, so it comes right after')
    const autumn = told(await deskWith().ask('/digest create day 5 of the month at 02:30 timezone:Australia/Sydney'))
    expect(autumn).toContain('Sunday 5 April 2026, 02:30 the clock shows 02:30 twice that day, and the first counts')
  })

  test('remarks on what no article fits', async () => {
    const said = told(
      await deskWith().ask('/digest create daily at 9 topics:ferry,bridge speakers:"Ann Lee" outlets:Moon'),
    )
    expect(said).not.toContain('“ferry”')
    for (const name of ['No article is about “bridge”', 'Nobody called “Ann Lee”', 'No article of “Moon”'])
      expect(said).toContain(name)
  })

  test.each([
    ['/digest create', 'when', 'Something is missing (when)'],
    ['/digest create daily at 9 timezone:Narnia', 'timezone', 'Narnia'],
    ['/digest create every minute', 'when', 'too often'],
    ['/digest create every 5 minutes', 'when', '15 minutes'],
    ['/digest create 30 february at 9', 'when', 'never comes'],
    ['/digest create whenever you like', 'when', '“whenever”'],
    ['/digest create daily at 9 quiet:2026-03-01', 'quiet', '2026-03-01 is past'],
    ['/digest create daily at 9 length:11', 'length', '1 to 10'],
    ['/digest create daily at 9 length:2.5', 'length', '1 to 10'],
    ['/digest create daily at 9 channel:SHUT', 'channel', 'I may not post in #SHUT'],
    ['/digest create daily at 9 if-late:maybe', 'if-late', 'send, fold, skip'],
  ])('%s is refused in words, with the option that is wrong', async (line, option, words) => {
    const { ask, book } = deskWith()
    const message = await ask(line)
    expect(message).toMatchObject({ wrong: option, private: true })
    expect(told(message)).toContain(words)
    expect(await book.list()).toEqual([])
  })

  test('asks for a channel where it was typed in none', async () => {
    expect(told(await deskWith().ask('/digest create daily at 9', undefined, ''))).toContain('In which channel?')
  })

  test('is refused where the desk has as many as it may', async () => {
    const { ask } = deskWith(1)
    await ask('/digest create daily at 9')
    expect(told(await ask('/digest create daily at 9'))).toContain('A desk may have 1 digests.')
  })
})

test('What only managers may do must know who asks, and nothing else need', () => {
  const own = deskWith().bot.commands.filter(({ group }) => group?.name === 'digest')
  const asking = own.filter(({ needsAsker }) => needsAsker).map(({ name }) => name.slice('digest '.length))
  expect(asking.toSorted()).toEqual(['create', 'delete', 'edit', 'pause', 'resume', 'send-now'])
  expect(own.every(({ isPrivate }) => isPrivate)).toBe(true)
})

test.each(['create daily at 9', 'edit 1 length:3', 'pause 1', 'resume 1', 'delete 1', 'send-now 1'])(
  '/digest %s is for managers',
  async (words) => {
    const { ask, book } = deskWith()
    await ask('/digest create daily at 10')
    const before = JSON.stringify(await book.list())
    const anybody = { user: 'bob', isManager: false, timezone: null }
    expect(told(await ask(`/digest ${words}`, anybody))).toContain('Only managers may do that: on Slack admins')
    expect(told(await ask(`/digest ${words}`, { ...anybody, isManager: null }))).toContain('in a mention I cannot see')
    expect(told(await ask(`/digest ${words}`, null))).toContain('I cannot see who you are')
    expect(JSON.stringify(await book.list())).toBe(before)
  },
)
