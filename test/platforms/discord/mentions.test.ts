import { describe, expect, test } from 'vitest'
import { finished, only, seen, textOf, until, type World, world } from './world.js'

/** A mention of Crier in the server's channel unless told. */
function say({ stub }: World, words: string, more: object = {}) {
  return stub.message({ content: `<@${stub.bot.id}> ${words}`, ...more })
}

describe('a mention', () => {
  test('is answered below the question, for all', async () => {
    const crier = await world()
    const { stub, bot } = crier
    const asked = say(crier, 'what did tresidder say?')
    await finished(asked)
    expect(bot.requests).toEqual([
      {
        desk: `discord:${stub.guild.id}`,
        line: 'what did tresidder say?',
        previous: null,
        pointedAt: null,
        asker: { user: stub.user.id, isManager: null, timezone: null },
        channel: stub.channel.id,
      },
    ])
    expect(textOf(stub, asked)).toContain('Answer to what did tresidder say?')
    expect(only(asked)).toMatchObject({ channelId: stub.channel.id, referenceId: asked.id, pingsReply: false })
  })

  test('in a thread is answered in that thread, and followed up by whoever goes on there', async () => {
    const crier = await world()
    const { stub, bot } = crier
    const channel = stub.addThread('Pumps')
    const first = say(crier, 'what did tresidder say?', { channel })
    await finished(first)
    expect(only(first).channelId).toBe(channel.id)
    await finished(say(crier, 'and about allies?', { channel, author: stub.addUser('bob') }))
    expect(bot.requests[1]).toMatchObject({ line: 'and about allies?', previous: 'what did tresidder say?' })
  })

  test('in a channel goes on from the same person’s last question there, and from nobody else’s', async () => {
    const crier = await world()
    const { stub, bot } = crier
    await finished(say(crier, 'one'))
    await finished(say(crier, 'two', { author: stub.addUser('bob') }))
    await finished(say(crier, 'three'))
    await finished(say(crier, 'four', { channel: stub.addChannel('other') }))
    expect(bot.requests.map(({ previous }) => previous)).toEqual([null, null, 'one', null])
  })

  test('goes on from a command, unless that was asked in private', async () => {
    const crier = await world()
    const { stub, bot } = crier
    await finished(stub.command({ name: 'quote', options: { who: 'tresidder' } }))
    await finished(stub.command({ name: 'quote', options: { who: 'secret', private: true } }))
    await finished(say(crier, 'and about allies?'))
    expect(bot.requests.at(-1)?.previous).toBe('/quote who:tresidder')
  })

  test('whose answer is private is answered by DM', async () => {
    const crier = await world()
    const { stub } = crier
    say(crier, 'help')
    const dm = stub.dmWith(stub.user)
    await until(() => stub.messages(dm).length === 1)
    expect(seen(stub, stub.messages(dm)[0])).toContain('Answer to help')
    expect(stub.messages(stub.channel)).toHaveLength(1)
  })

  test('whose answer is private is answered in the channel where the person takes no DMs', async () => {
    const crier = await world()
    const { stub } = crier
    stub.dmWith(stub.user).closed = true
    const asked = say(crier, 'help')
    await finished(asked)
    expect(textOf(stub, asked)).toContain('Answer to help')
  })

  test('is no mention by a reply’s ping, @everyone, another bot or a webhook', async () => {
    const crier = await world()
    const { stub, bot } = crier
    const first = say(crier, 'one')
    await finished(first)
    stub.message({ content: 'thanks', reference: only(first) })
    stub.message({ content: '@everyone look' })
    say(crier, 'beep', { author: stub.addUser('robot', { bot: true }) })
    say(crier, 'beep', { isWebhook: true })
    await finished(say(crier, 'two'))
    expect(bot.requests.map(({ line }) => line)).toEqual(['one', 'two'])
  })

  test('says by DM where it may not answer, and what to do', async () => {
    const crier = await world()
    const { stub } = crier
    stub.deny(stub.channel, 'SendMessages')
    say(crier, 'what did tresidder say?')
    const dm = stub.dmWith(stub.user)
    await until(() => stub.messages(dm).length === 1)
    expect(seen(stub, stub.messages(dm)[0])).toMatch(/give me .*Send Messages/u)
  })

  test('is answered without a reference where Crier may not read the history', async () => {
    const crier = await world()
    const { stub } = crier
    stub.deny(stub.channel, 'ReadMessageHistory')
    say(crier, 'what did tresidder say?')
    await until(() => stub.messages(stub.channel).length === 2)
    expect(seen(stub, stub.messages(stub.channel)[1])).toContain('Answer to')
  })
})

describe('“is this real?” in a reply', () => {
  const quotation = '“We will shut the pumps,” Ada Tresidder said.'

  test('points at the words of the message, where Discord shows them', async () => {
    const crier = await world({ stubOptions: { messageContent: true } })
    const { stub, bot } = crier
    const { message: reference } = stub.message({ content: quotation, author: stub.addUser('bob') })
    await finished(say(crier, 'is this real?', { reference }))
    expect(bot.requests).toMatchObject([{ line: 'is this real?', pointedAt: quotation }])
  })

  test('points at nothing where Discord does not, and the bot says what to do', async () => {
    const crier = await world()
    const { stub, bot } = crier
    const { message: reference } = stub.message({ content: quotation, author: stub.addUser('bob') })
    await finished(say(crier, 'is this real?', { reference }))
    expect(bot.requests).toMatchObject([{ line: 'is this real?', pointedAt: null }])
  })

  test('points at nothing where something else is asked', async () => {
    const crier = await world({ stubOptions: { messageContent: true } })
    const { stub, bot } = crier
    const { message: reference } = stub.message({ content: quotation, author: stub.addUser('bob') })
    await finished(say(crier, 'what did tresidder say?', { reference }))
    expect(bot.requests).toMatchObject([{ pointedAt: null }])
  })
})

describe('a DM', () => {
  test('needs no mention, and goes on from what was asked there', async () => {
    const { stub, bot } = await world()
    const first = stub.message({ content: 'what did tresidder say?', dm: true })
    await finished(first)
    await finished(stub.message({ content: 'and about allies?', dm: true }))
    expect(bot.requests).toMatchObject([
      { desk: `discord:@${stub.user.id}`, line: 'what did tresidder say?', previous: null },
      { line: 'and about allies?', previous: 'what did tresidder say?' },
    ])
    expect(only(first).referenceId).toBe(first.id)
  })

  test('is answered where it was asked, also where the answer is private', async () => {
    const { stub } = await world()
    const asked = stub.message({ content: 'help', dm: true })
    await finished(asked)
    expect(textOf(stub, asked)).toContain('Answer to help')
  })
})

test('No post may ping anybody, and each can be repeated without being doubled', async () => {
  const crier = await world()
  await finished(say(crier, 'what did tresidder say?'))
  const bodies = crier.stub.callsTo('POST /channels/:id/messages').map(({ body }) => body)
  expect(bodies).toMatchObject([
    { allowed_mentions: { parse: [] }, enforce_nonce: true, nonce: expect.stringMatching(/^.{1,25}$/u) },
  ])
})
