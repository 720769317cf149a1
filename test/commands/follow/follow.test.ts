import { describe, expect, test } from 'vitest'
import type { Message } from '../../../src/message.js'
import { told } from '../digest/desk.js'
import { DESK, deskWith, feedAt, NOW } from './desk.js'

const HERALD = feedAt('https://herald.example/feed', 'Wendmouth Herald')
const COURIER = feedAt('https://courier.example/rss.xml', 'Albion Courier')
const COMMENTS = feedAt('https://courier.example/comments', 'Comments on: Albion Courier')
const WEB = {
  'https://herald.example/feed': [HERALD],
  'herald.example': [HERALD],
  'courier.example': [COURIER, COMMENTS],
  'https://courier.example/rss.xml': [COURIER],
  'https://courier.example/comments': [COMMENTS],
}
const ANYBODY = { user: 'bob', isManager: false, timezone: null }
const MINUTE = 60_000

function lines({ actions }: Message): string[] {
  return actions.map(({ line }) => line)
}

describe('/follow add', () => {
  test('follows the one feed of an address at once, and says what comes of it', async () => {
    const { ask, book, hurries } = deskWith(WEB)
    const message = await ask('/follow add herald.example')
    expect(told(message).split('\n')).toEqual([
      'Feed 1 is followed',
      'Outlet Wendmouth Herald',
      'Address https://herald.example/feed',
      'Its articles come in within a minute or so.',
      'From now on answers here come from what is followed here, and the sample articles are shown no more.',
      '/follow list shows how it is doing, and /follow remove 1 ends it.',
    ])
    expect(message.private).toBe(true)
    expect(lines(message)).toEqual(['/follow list', '/follow remove 1'])
    expect(await book.list(DESK)).toMatchObject([{ url: HERALD.url, outlet: 'Wendmouth Herald', next: NOW }])
    expect(hurries()).toBe(1)
  })

  test('says that the samples go only where they do, and that articles are here where another desk follows it', async () => {
    const { ask, set, book } = deskWith(WEB)
    await ask('/follow add herald.example')
    await book.follow('slack:T2', COURIER, null, NOW)
    set('2', { articles: 214 })
    const second = told(await ask('/follow add https://courier.example/rss.xml'))
    expect(second).not.toContain('sample')
    expect(second).toContain('214 articles of it are here already, and what is new comes in as it is published.')
  })

  test('takes none of several feeds unasked: each is a button', async () => {
    const { ask, book, hurries } = deskWith(WEB)
    const message = await ask('/follow add courier.example')
    expect(told(message).split('\n')).toEqual([
      '2 feeds at that address',
      'Nothing is followed yet: press the one you want.',
      '1 Albion Courier https://courier.example/rss.xml',
      '2 Comments on: Albion Courier https://courier.example/comments',
    ])
    expect([await book.list(DESK), hurries()]).toEqual([[], 0])
    const [first = '', second] = lines(message)
    expect(told(await ask(first))).toContain('Feed 1 is followed\nOutlet Albion Courier')
    const again = await ask('/follow add courier.example')
    expect(told(again)).toContain('1 Albion Courier https://courier.example/rss.xml followed already')
    expect(lines(again)).toEqual([second])
  })

  test('says how a feed does that is followed already, without looking at its address again', async () => {
    const { ask, set, looked } = deskWith(WEB)
    await ask('/follow add herald.example')
    set('1', { lastSuccess: NOW - 5 * MINUTE })
    for (const line of ['/follow add https://herald.example/feed', '/follow add herald.example/feed']) {
      const message = await ask(line)
      expect(told(message)).toContain('Feed 1 is followed already')
      expect(told(message)).toContain('State read 5 minutes ago')
    }
    expect(looked).toEqual(['herald.example'])
    expect(told(await ask('/follow add herald.example'))).toContain('Feed 1 is followed already')
  })

  test('takes addresses as chats send them', async () => {
    for (const typed of [
      '<https://herald.example/feed>',
      '<https://herald.example/feed|the feed of the Herald>',
      'feed://herald.example/feed',
      'https://herald.example/feed.',
      'HTTPS://Herald.example/feed',
    ])
      expect((await deskWith(WEB).ask(`/follow add address:"${typed}"`)).title).toBe('Feed 1 is followed')
    expect((await deskWith(WEB).ask('/follow <https://herald.example/feed|the feed>')).title).toBe('Feed 1 is followed')
  })

  test.each([
    ['/follow add', 'Something is missing (address). Type it like this: /follow add ADDRESS'],
    ['/follow add the herald', '“the herald” is no address'],
    ['/follow add herald', '“herald” is no address'],
    ['/follow add ada@herald.example', '“ada@herald.example” is no address'],
    ['/follow add ftp://herald.example/feed', 'is no address'],
    ['/follow add javascript:alert(1)', 'javascript'],
    ['/follow add https://ada:hunter2@herald.example/feed', 'only addresses that are open to all can be followed'],
    [`/follow add https://herald.example/${'x'.repeat(3000)}`, 'too long'],
    ['/follow add nowhere.example', 'There is no feed at that address.'],
    ['/follow frobnicate', 'There is no /follow “frobnicate”. There are: /follow list, /follow add, /follow remove.'],
  ])('%.40s is refused in one line', async (line, words) => {
    const { ask, book } = deskWith(WEB)
    const message = await ask(line)
    expect(told(message)).toContain(words)
    expect(told(message).split('\n')).toHaveLength(2)
    expect(told(message)).not.toContain('hunter2')
    expect(message.private).toBe(true)
    expect(await book.list()).toEqual([])
  })

  test('is refused where the desk follows as many as it may, before anything is fetched', async () => {
    const { ask, book, looked } = deskWith(WEB)
    for (let at = 0; at < 200; at += 1)
      await book.follow(DESK, feedAt(`https://${at}.example/`, `Paper ${at}`), null, NOW)
    expect(told(await ask('/follow add herald.example'))).toContain('200 feeds are followed here, and more cannot be')
    expect(looked).toEqual([])
    expect((await ask('/follow add https://7.example/')).title).toContain('followed already')
  })
})

describe('/follow remove', () => {
  async function following() {
    const desk = deskWith(WEB)
    for (const feed of [HERALD, COURIER, COMMENTS]) await desk.book.follow(DESK, feed, null, NOW)
    return desk
  }

  test.each(['1', '#1', 'feed 1', 'https://herald.example/feed', 'herald.example/feed/', 'the herald', 'WENDMOUTH'])(
    '%s names it',
    async (words) => {
      const { ask, book } = await following()
      const message = await ask(`/follow remove ${words}`)
      expect(told(message).split('\n')).toEqual([
        'Feed 1 is not followed any more',
        'Outlet Wendmouth Herald',
        'Address https://herald.example/feed',
        'What was read of it stays in the store, but is not shown here any more.',
      ])
      expect((await book.list(DESK)).map(({ id }) => id)).toEqual(['2', '3'])
      expect((await ask(lines(message)[0] ?? '')).title).toBe('Feed 1 is followed')
    },
  )

  test('asks which where words name several; the whole name names one', async () => {
    const { ask, book } = await following()
    const message = await ask('/follow remove courier')
    expect(told(message)).toContain('2 feeds followed here go by that. Nothing is changed yet: press the one you mean.')
    expect(lines(message)).toEqual(['/follow remove 2', '/follow remove 3'])
    expect(await book.list(DESK)).toHaveLength(3)
    expect((await ask('/follow remove "Albion Courier"')).title).toBe('Feed 2 is not followed any more')
  })

  test('says where nothing goes by that, and what is shown after the last', async () => {
    const { ask } = await following()
    expect(told(await ask('/follow remove moon'))).toContain(
      'No feed that is followed here goes by “moon”. /follow list shows those there are.',
    )
    await ask('/follow remove 1')
    await ask('/follow remove 2')
    expect(told(await ask('/follow remove 3'))).toContain('It was the last one')
    expect(told(await ask('/follow remove 3'))).toContain('None is followed: /follow add ADDRESS begins it.')
    expect(told(await ask('/follow remove'))).toContain('Type it like this: /follow remove FEED')
  })
})

describe('/follow list', () => {
  test('says how each feed does, those in trouble first', async () => {
    const { ask, set, book } = deskWith(WEB)
    for (const feed of [HERALD, COURIER, COMMENTS, feedAt('https://old.example/', 'Old Paper')])
      await book.follow(DESK, feed, null, NOW)
    set('1', { lastSuccess: NOW - 5 * MINUTE, next: NOW + 10 * MINUTE, articles: 1204 })
    set('2', {
      status: 'failing',
      failingSince: NOW - 3 * 60 * MINUTE,
      error: 'The server answers with an error (500).',
      next: NOW + 50_000,
    })
    set('3', { lastSuccess: NOW - 30_000, next: NOW + 72 * 60 * MINUTE, waiting: 12 })
    set('4', { status: 'gone', next: null })
    expect(told(await ask('/follow list', ANYBODY)).split('\n')).toEqual([
      'Feeds that are followed here',
      '4 feeds: 1 failing, 1 ended.',
      '2 Albion Courier https://courier.example/rss.xml failing for 3 hours: The server answers with an error (500). 0 within a minute',
      '4 Old Paper https://old.example/ has ended 0 never',
      '3 Comments on: Albion Courier https://courier.example/comments read less than a minute ago, 12 articles to come 0 in 3 days',
      '1 Wendmouth Herald https://herald.example/feed read 5 minutes ago 1,204 in 10 minutes',
    ])
  })

  test('says what is shown where nothing is followed, also for the bare word', async () => {
    const { ask } = deskWith()
    for (const line of ['/follow list', '/follow']) {
      const message = await ask(line, ANYBODY)
      expect(told(message)).toContain('No feed is followed here')
      expect(told(message)).toContain('/follow add example.com')
      expect(message.private).toBe(true)
    }
  })

  test('comes in pages of twenty', async () => {
    const { ask, book } = deskWith()
    for (let at = 0; at < 45; at += 1)
      await book.follow(DESK, feedAt(`https://${at}.example/`, `Paper ${at}`), null, NOW)
    const first = await ask('/follow list')
    expect(told(first)).toContain('Showing 1 to 20 of 45, those in trouble first.')
    expect(lines(first)).toContain('/follow list page:2')
    const last = await ask('/follow list page:3')
    expect(told(last)).toContain('Showing 41 to 45 of 45')
    expect(lines(last)).toEqual(['/help follow'])
    expect(told(await ask('/follow list page:99'))).toContain('Showing 41 to 45 of 45')
    expect(told(await ask('/follow list page:-1'))).toContain('Showing 1 to 20 of 45')
  })
})

test('What is for managers must know who asks, and all answers are for the asker alone', () => {
  const own = deskWith().bot.commands.filter(({ group }) => group?.name === 'follow')
  expect(own.filter(({ needsAsker }) => needsAsker).map(({ name }) => name)).toEqual(['follow add', 'follow remove'])
  expect(own.every(({ isPrivate }) => isPrivate)).toBe(true)
})

test.each(['/follow add herald.example', '/follow remove 1'])('%s is for managers', async (line) => {
  const { ask, book } = deskWith(WEB)
  await book.follow(DESK, COURIER, null, NOW)
  expect(told(await ask(line, ANYBODY))).toContain('Only managers may do that: on Slack admins')
  expect(told(await ask(line, ANYBODY))).toContain('Everybody may type /follow list.')
  expect(told(await ask(line, { ...ANYBODY, isManager: null }))).toContain(
    'type it as a command that begins with /follow.',
  )
  expect(told(await ask(line, null))).toContain('I cannot see who you are here')
  expect(await book.list(DESK)).toHaveLength(1)
})

test('Another desk’s feeds are none of this one’s', async () => {
  const { ask, bot } = deskWith(WEB)
  await ask('/follow add herald.example')
  expect(told(await bot.answer({ desk: 'slack:T2', line: '/follow list' }))).toContain('No feed is followed here')
})

test('Names and addresses of feeds are words alone, bounded, and without a password', async () => {
  const hostile = feedAt(
    'https://ada:hunter2@evil.example/<#C1>?a="b"',
    `<!channel> <#C1|x>\n\u0007${'Paper '.repeat(500)}`,
  )
  const { ask, set, book } = deskWith({ 'evil.example': [hostile], 'two.example': [hostile, HERALD] })
  const messages = [await ask('/follow add two.example'), await ask('/follow add evil.example')]
  set('1', { status: 'failing', error: 'x'.repeat(9000), failingSince: NOW })
  messages.push(await ask('/follow list'), await ask('/follow remove evil'))
  expect(await book.list(DESK)).toEqual([])
  expect(messages.flatMap(lines)).toContainEqual(expect.stringContaining('/%3C#C1%3E?a=%22b%22'))
  for (const message of messages) {
    expect(JSON.stringify([message.title, message.blocks])).not.toMatch(/hunter2|"channels":\["C1"\]|\\n|\\u0007/u)
    expect(JSON.stringify(message.blocks).length).toBeLessThan(1500)
  }
})

test('Feeds are completed from what the desk follows, by any word of the name', async () => {
  const { bot, book } = deskWith(WEB)
  await book.follow(DESK, HERALD, null, NOW)
  await book.follow(DESK, COURIER, null, NOW)
  const typing = { desk: DESK, command: 'follow remove', option: 'feed' }
  expect(await bot.suggest({ ...typing, typed: '' })).toHaveLength(2)
  const herald = [{ value: '1', name: 'Wendmouth Herald (herald.example/feed)' }]
  for (const typed of ['herald', '1', 'Wend', 'herald.ex'])
    expect(await bot.suggest({ ...typing, typed })).toEqual(herald)
  expect(await bot.complete({ desk: DESK, line: '/follow remove her' })).toEqual(['/follow remove 1'])
  expect(await bot.complete({ desk: DESK, line: '/follow re' })).toEqual(['/follow remove '])
})
