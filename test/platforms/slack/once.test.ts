import { describe, expect, test, vi } from 'vitest'
import { buttonsIn } from '../../stubs/slack/stub.js'
import { answers, fakeBot, newBook, stage, started, startedOverHttp, wordsIn } from './world.js'

describe.each([
  ['over sockets', started],
  ['over HTTP', startedOverHttp],
])('what is delivered three times %s', (_, begin) => {
  test('is acknowledged each time and answered once', async () => {
    const stub = await stage()
    const bot = fakeBot()
    await begin(stub, { bot })
    const above = stub.message({ text: '“We will rebuild,” said Holt.' })
    const asked = [
      stub.command('/quote', 'mattis'),
      stub.mention({ text: 'is this real?', thread: above.ts }),
      stub.directMessage({ text: '/brief' }),
      stub.shortcut('verify_quotations', { text: '“We will rebuild.”' }),
    ]
    const found = await answers(stub, asked.length)
    const pressed = found.find(({ seenBy }) => seenBy === stub.user) ?? null
    const share = buttonsIn(pressed?.body).get('Share in the channel') ?? ''
    asked.push(stub.press(pressed, share))
    await answers(stub, asked.length)
    for (const delivery of [...asked, ...asked]) delivery.again()
    for (const delivery of asked) await vi.waitFor(() => expect(delivery.acknowledged()).toBe(3), 5000)
    stub.command('/quote', 'the last')
    const all = await answers(stub, asked.length + 1)
    expect(all).toHaveLength(asked.length + 1)
    expect(wordsIn(all.at(-1)?.body)).toContain('the last')
    expect(bot.requests).toHaveLength(asked.length + 1)
  })
})

describe('a delivery', () => {
  test('that comes to two processes on one book is answered by one', async () => {
    const stub = await stage()
    const book = await newBook()
    const [one, two] = [fakeBot(), fakeBot()]
    await Promise.all([started(stub, { book, bot: one }), started(stub, { book, bot: two })])
    const asked = stub.command('/quote', 'mattis')
    for (let more = 0; more < 7; more += 1) asked.again()
    await answers(stub, 1)
    await vi.waitFor(() => expect(asked.acknowledged()).toBe(8), 5000)
    stub.command('/quote', 'the last')
    await answers(stub, 2)
    expect(stub.answers()).toHaveLength(2)
    expect(one.requests.length + two.requests.length).toBe(2)
  })

  test('is answered once though sockets are refreshed and dropped in the middle of it', async () => {
    const stub = await stage()
    const bot = fakeBot()
    const { platform } = await started(stub, { bot })
    bot.hold()
    const asked = stub.command('/quote', 'mattis')
    await vi.waitFor(() => expect(bot.requests).toHaveLength(1))
    stub.sockets.refresh()
    stub.sockets.drop(stub.sockets.open.at(-1))
    await vi.waitFor(() => expect(platform.isReady()).toBe(true), 5000)
    await vi.waitFor(() => expect(stub.sockets.open).toHaveLength(2), 5000)
    asked.again()
    bot.release()
    const [answer] = await answers(stub, 1)
    expect(wordsIn(answer?.body)).toContain('/quote mattis')
    stub.command('/quote', 'the last')
    await answers(stub, 2)
    expect(stub.answers()).toHaveLength(2)
  })

  test('goes to the other socket while one is opened anew', async () => {
    const stub = await stage()
    await started(stub)
    stub.sockets.refresh()
    stub.command('/quote', 'meanwhile')
    const [answer] = await answers(stub, 1)
    expect(wordsIn(answer?.body)).toContain('meanwhile')
  })

  test('whose holder died is answered by the next', async () => {
    const stub = await stage()
    const book = await newBook()
    await started(stub, { book })
    const asked = stub.command('/quote', 'mattis')
    await answers(stub, 1)
    const { trigger_id: trigger } = asked.payload
    // As a process leaves it that was killed before it could answer another one.
    const later = { ...asked.payload, trigger_id: `${String(trigger)}-other` }
    await book.claim(`slack:command:${later.trigger_id}`, 'somebody dead', Date.now() - 20_000, Date.now() - 8_000)
    stub.sockets.send({ envelope_id: 'again', type: 'slash_commands', payload: later, accepts_response_payload: true })
    expect(await answers(stub, 2)).toHaveLength(2)
  })

  test('that arrives while Crier stops is not begun; what was begun is finished', async () => {
    const stub = await stage()
    const bot = fakeBot()
    const { platform, running } = await started(stub, { bot })
    bot.hold()
    stub.command('/quote', 'begun')
    await vi.waitFor(() => expect(bot.requests).toHaveLength(1))
    const stopped = platform.stop()
    stub.command('/quote', 'too late')
    const [late] = await answers(stub, 1)
    expect(wordsIn(late?.body)).toContain('Crier is being restarted')
    bot.release()
    const [, answer] = await answers(stub, 2)
    expect(wordsIn(answer?.body)).toContain('/quote begun')
    await Promise.all([stopped, running])
    expect(stub.sockets.open).toHaveLength(0)
  })
})
