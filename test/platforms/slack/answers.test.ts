import { describe, expect, test, vi } from 'vitest'
import type { Message } from '../../../src/message.js'
import type { Request } from '../../../src/platform.js'
import { lineOf } from '../../../src/platforms/slack/words.js'
import { buttonsIn } from '../../stubs/slack/stub.js'
import { answers, fakeBot, newBook, stage, started, startedOverHttp, wordsIn } from './world.js'

describe.each([
  ['over sockets', started],
  ['over HTTP', startedOverHttp],
])('a slash command %s', (_, begin) => {
  test('is acknowledged, and answered for its asker alone, with an offer to share', async () => {
    const stub = await stage()
    await begin(stub)
    const delivery = stub.command('/quote', 'mattis about allies outlet:vox since:2018-12')
    const [answer] = await answers(stub, 1)
    expect(answer).toMatchObject({ seenBy: stub.user, channel: stub.channel.id, via: 'response_url' })
    expect(wordsIn(answer?.body)).toContain('You asked /quote mattis about allies outlet:vox since:2018-12')
    expect([...buttonsIn(answer?.body).keys()]).toEqual(['Other story', 'Share in the channel'])
    await vi.waitFor(() => expect(delivery.acknowledged()).toBe(1))
  })

  test('is shared by a press, for all, once', async () => {
    const stub = await stage()
    await begin(stub)
    stub.command('/quote', 'mattis')
    const [answer] = await answers(stub, 1)
    const share = buttonsIn(answer?.body).get('Share in the channel') ?? ''
    const press = stub.press(answer ?? null, share)
    press.again()
    const [, shared] = await answers(stub, 2)
    expect(shared).toMatchObject({ seenBy: null, channel: stub.channel.id })
    expect(wordsIn(shared?.body)).toContain('Shared by ada')
    expect([...buttonsIn(shared?.body).keys()]).toEqual(['Other story'])
    await vi.waitFor(() => expect(press.acknowledged()).toBe(2))
    expect(stub.answers()).toHaveLength(2)
  })
})

describe('what is typed', () => {
  test('may be /crier and a command, plain words, nothing, or a name with the prefix', async () => {
    const stub = await stage()
    const bot = fakeBot()
    await started(stub, { bot, prefix: 'news' })
    for (const [command, text] of [
      ['/crier', 'quote mattis'],
      ['/crier', 'what did mattis say?'],
      ['/crier', ''],
      ['/news-quote', 'mattis'],
      ['/quote', 'mattis &amp; <@U1|ada> in <#C1|news> &lt;3 <https://example.org|example.org>'],
      ['/follow', 'add <https://example.org/feed|our feed>'],
    ] as const) {
      stub.command(command, text)
      await vi.waitFor(() => expect(stub.answers()).toHaveLength(bot.requests.length))
    }
    await answers(stub, 6)
    expect(bot.requests.map(({ line }) => line).toSorted()).toEqual(
      [
        '/follow add <https://example.org/feed|our feed>',
        '/crier quote mattis',
        '/crier what did mattis say?',
        '/crier',
        '/quote mattis',
        '/quote mattis & @ada in <#C1|news> <3 example.org',
      ].toSorted(),
    )
    expect(new Set(bot.requests.map(({ desk }) => desk))).toEqual(new Set([`slack:${stub.team.id}`]))
  })
})

test.each([
  ['c', '/crier', '/crier quote'],
  ['q', '/quote', '/quote quote'],
  ['news', '/news-brief', '/brief quote'],
  ['news-', '/news-brief', '/brief quote'],
  ['news', '/news', '/crier quote'],
  ['news', '/news-crier', '/crier quote'],
])('the prefix %s takes no letters of %s', (prefix, command, line) => {
  expect(lineOf(command, 'quote', prefix)).toBe(line)
})

describe('buttons', () => {
  test('answer who presses alone, also after a restart, and long after', async () => {
    const stub = await stage()
    const book = await newBook()
    const first = await started(stub, { book })
    stub.mention({ text: '/quote mattis' })
    const [answer] = await answers(stub, 1)
    await first.platform.stop()
    await started(stub, { book })
    const bob = stub.addUser('bob')
    stub.press(answer ?? null, buttonsIn(answer?.body).get('Other story') ?? '', { user: bob })
    const [, pressed] = await answers(stub, 2)
    expect(pressed).toMatchObject({ seenBy: bob, thread_ts: answer?.thread_ts })
    expect(wordsIn(pressed?.body)).toContain('/quote mattis story:2')
  })

  test('that nobody was shown are not known', async () => {
    const stub = await stage()
    await started(stub)
    stub.press(null, 'crier:made-up')
    const [answer] = await answers(stub, 1)
    expect(wordsIn(answer?.body)).toContain('That button is not known any more')
  })
})

describe('a mention', () => {
  test('is answered in its thread for all, and follow-ups know the question before', async () => {
    const stub = await stage()
    const bot = fakeBot()
    await started(stub, { bot })
    const asked = stub.mention({ text: '/quote mattis about syria' })
    const [answer] = await answers(stub, 1)
    expect(answer).toMatchObject({ thread_ts: asked.ts, seenBy: null, channel: stub.channel.id })
    stub.mention({ text: 'and about allies?', thread: asked.ts })
    const [, second] = await answers(stub, 2)
    expect(second?.thread_ts).toBe(asked.ts)
    stub.mention({ text: 'and about allies?' })
    await answers(stub, 3)
    expect(bot.requests.map(({ line, previous }) => [line, previous])).toEqual([
      ['/quote mattis about syria', null],
      ['and about allies?', '/quote mattis about syria'],
      ['and about allies?', null],
    ])
  })

  test('that comes as two events is answered once', async () => {
    const stub = await stage()
    await started(stub)
    const asked = stub.mention({ text: '/quote mattis' })
    asked.twin()
    asked.again()
    await answers(stub, 1)
    await vi.waitFor(() => expect(asked.acknowledged()).toBe(2))
    stub.mention({ text: '/brief' })
    await answers(stub, 2)
    expect(stub.answers()).toHaveLength(2)
  })

  test('asking whether the message above is real has that message checked', async () => {
    const stub = await stage()
    const bot = fakeBot()
    await started(stub, { bot })
    const above = stub.message({ text: '&gt; “We will rebuild,” said Holt.' })
    stub.mention({ text: 'is this real?', thread: above.ts })
    await answers(stub, 1)
    expect(bot.requests[0]).toMatchObject({ line: 'is this real?', pointedAt: '“We will rebuild,” said Holt.' })
    expect(stub.callsTo('conversations.replies')).toHaveLength(1)
  })

  test('reads no message above for any other question, nor fails where it may not', async () => {
    const stub = await stage({ scopes: ['chat:write', 'users:read'] })
    const bot = fakeBot()
    stub.team.scopes = [
      ...new Set([
        ...stub.team.scopes,
        'app_mentions:read',
        'channels:history',
        'commands',
        'groups:history',
        'im:history',
        'mpim:history',
      ]),
    ]
    await started(stub, { bot })
    stub.team.scopes = ['chat:write']
    const above = stub.message({ text: '“We will rebuild,” said Holt.' })
    stub.mention({ text: 'what is new?', thread: above.ts })
    await answers(stub, 1)
    expect(stub.callsTo('conversations.replies')).toHaveLength(0)
    stub.mention({ text: 'is this real?', thread: above.ts })
    await answers(stub, 2)
    expect(bot.requests.at(-1)?.pointedAt).toBeNull()
  })

  test('that was a mistake is told to its asker alone: in a thread that there is, since Slack shows nothing in another', async () => {
    const stub = await stage()
    await started(stub)
    const asked = stub.mention({ text: 'help' })
    const [answer] = await answers(stub, 1)
    expect(answer).toMatchObject({ seenBy: stub.user, thread_ts: undefined, via: 'chat.postEphemeral' })
    stub.mention({ text: 'help', thread: asked.ts })
    const [, inThread] = await answers(stub, 2)
    expect(inThread).toMatchObject({ seenBy: stub.user, thread_ts: asked.ts, via: 'chat.postEphemeral' })
  })

  test('by a bot, edited, or by Crier itself is nobody’s question', async () => {
    const stub = await stage()
    const bot = fakeBot()
    await started(stub, { bot })
    stub.mention({ text: '/quote a', more: { bot_id: 'B9' } })
    stub.mention({ text: '/quote b', more: { edited: { user: stub.user, ts: '1' } } })
    stub.mention({ text: '/quote c', user: stub.team.botUserId })
    stub.mention({ text: '/quote d' })
    await answers(stub, 1)
    expect(bot.requests.map(({ line }) => line)).toEqual(['/quote d'])
  })
})

describe('elsewhere', () => {
  test('a DM is answered there, and remembered', async () => {
    const stub = await stage()
    const bot = fakeBot()
    await started(stub, { bot })
    stub.directMessage({ text: '/quote mattis' })
    const [answer] = await answers(stub, 1)
    expect(answer).toMatchObject({ channel: `D${stub.user}`, seenBy: null, thread_ts: undefined })
    stub.directMessage({ text: 'help' })
    await answers(stub, 2)
    expect(bot.requests[1]?.previous).toBe('/quote mattis')
  })

  test('the shortcut checks a message for its user alone', async () => {
    const stub = await stage()
    const bot = fakeBot()
    await started(stub, { bot })
    stub.shortcut('verify_quotations', { text: 'She said “yes &amp; no”.' })
    const [answer] = await answers(stub, 1)
    expect(answer?.seenBy).toBe(stub.user)
    expect(bot.requests[0]).toMatchObject({ line: '', pointedAt: 'She said “yes & no”.' })
  })

  test('the home shows what is read and where to begin, and its buttons answer in a DM', async () => {
    const stub = await stage()
    await started(stub)
    stub.homeOpened()
    const view = await vi.waitFor(() => {
      const shown = stub.world.views.get(stub.user)
      if (!shown) throw new Error('No home yet.')
      return shown
    }, 5000)
    expect(JSON.stringify(view)).toMatch(/You asked \/digest list.*You asked \/sources/u)
    stub.press(null, buttonsIn(view).get('/quote holt') ?? '')
    const [answer] = await answers(stub, 1)
    expect(answer).toMatchObject({ channel: `D${stub.user}`, via: 'chat.postMessage' })
  })

  test('the home shows every outlet of a desk that reads many', async () => {
    const stub = await stage()
    const rows = Array.from({ length: 120 }, (_, at) => [`Outlet ${at}`, '3'])
    const sources: Message = { title: 'Sources', blocks: [{ kind: 'table', columns: ['', ''], rows }], actions: [] }
    const digests: Message = {
      title: 'Digests',
      blocks: [{ kind: 'table', columns: ['', ''], rows: [['7', '#C1'], ['8']], channels: ['C1'] }],
      actions: [],
    }
    const answer = async ({ line }: Request) => (line === '/sources' ? sources : digests)
    await started(stub, { bot: { ...fakeBot(), answer } })
    stub.homeOpened()
    await vi.waitFor(() => expect(JSON.stringify(stub.world.views.get(stub.user))).toContain('Outlet 119'), 5000)
    const home = JSON.stringify(stub.world.views.get(stub.user))
    expect(home).toMatch(/7 — .*"channel_id":"C1"|7 — .*<#C1>/u)
  })
})
