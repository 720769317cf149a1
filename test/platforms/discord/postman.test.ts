import { describe, expect, test } from 'vitest'
import type { Book } from '../../../src/book.js'
import { CrierError, ThreadRefusedError, UnclearError, UndeliverableError } from '../../../src/errors.js'
import type { Message } from '../../../src/message.js'
import type { Postman } from '../../../src/platform.js'
import { discordPostman } from '../../../src/platforms/discord/postman.js'
import type { DiscordStub } from '../../stubs/discord/stub.js'
import { PNG } from '../card.js'
import { hurriedTime, type QuickTime } from '../quickTime.js'
import { openBook, postTo, seen, stubbed } from './world.js'

const NEWS: Message = {
  title: 'News of Wendmouth',
  blocks: [{ kind: 'text', text: 'One story today.' }],
  actions: [{ label: 'Compare', line: '/compare pumps' }],
  line: '/brief pumps',
}
const BARE: Message = { ...NEWS, actions: [] }
const LONG: Message = {
  ...NEWS,
  blocks: Array.from({ length: 20 }, (_, at) => ({
    kind: 'text',
    text: `Paragraph ${at + 1}. ${'The ferry to Port Anselm sails at noon. '.repeat(15)}`,
  })),
}
const MESSAGES = 'POST /channels/:id/messages'
const THREADS = 'POST /channels/:id/messages/:message/threads'
const MAY_NOT = '“Create Public Threads”'
const LATER = 10 * 60_000

/** A postman of its own, with no platform started. */
function postmanOf(stub: DiscordStub, book: Book, time: QuickTime): Postman {
  const log = () => {}
  return discordPostman({
    discord: { token: stub.token, apiUrl: `${stub.url}/api`, guildId: null },
    book,
    time,
    log: { error: log, warn: log, info: log },
    draw: async () => PNG,
  })
}

async function posting() {
  const time = hurriedTime()
  const stub = await stubbed({ now: time.now })
  const book = await openBook()
  return { stub, book, time, postman: postmanOf(stub, book, time), again: () => postmanOf(stub, book, time) }
}

/** The one message of a channel. */
function only(stub: DiscordStub, channel = stub.channel) {
  const [message, ...more] = stub.messages(channel)
  if (!message || more.length > 0) throw new Error(`There are ${more.length + (message ? 1 : 0)} messages.`)
  return message
}

function threadOf(stub: DiscordStub, id: string) {
  return { ...stub.channel, id, kind: 'thread' as const }
}

describe('a message', () => {
  test('is posted without a platform, and known by its id by whoever asks again', async () => {
    const { stub, postman, again } = await posting()
    const id = await postman.send(postTo(stub.channel, NEWS, 'monday'))
    expect(only(stub).id).toBe(id)
    expect(await again().send(postTo(stub.channel, NEWS, 'monday'))).toBe(id)
    expect(stub.callsTo(MESSAGES)).toHaveLength(1)
  })

  test('goes on being posted to a channel that was renamed', async () => {
    const { stub, postman } = await posting()
    stub.channel.name = 'another name'
    const id = await postman.send(postTo(stub.channel, NEWS, 'monday'))
    expect(only(stub).id).toBe(id)
  })

  test('that is long comes in all its parts, in order, with its buttons under the last and none to the next', async () => {
    const { stub, postman } = await posting()
    const id = await postman.send(postTo(stub.channel, LONG, 'monday'))
    const posted = stub.messages(stub.channel)
    expect(posted.length).toBeGreaterThan(2)
    expect(posted[0]?.id).toBe(id)
    const words = posted.map((message) => seen(stub, message)).join('\n')
    const numbers = [...words.matchAll(/Paragraph (\d+)\./gu)].map(([, number]) => Number(number))
    expect(numbers).toEqual(LONG.blocks.map((_, at) => at + 1))
    const labels = posted.map((message) => stub.buttonsOf(message).map(({ label }) => label))
    expect(labels.at(-1)).toEqual(['Compare'])
    expect(labels.slice(0, -1).flat()).toEqual([])
  })

  test('goes into the thread under another, which is opened once', async () => {
    const { stub, postman, again } = await posting()
    const under = await postman.send(postTo(stub.channel, NEWS, 'summary'))
    const details = { ...postTo(stub.channel, LONG, 'details'), under, threadTitle: `The details ${'x'.repeat(200)}` }
    await postman.send(details)
    await postman.send({ ...postTo(stub.channel, BARE, 'more'), under })
    await again().send({ ...postTo(stub.channel, BARE, 'even more'), under })
    only(stub)
    expect(stub.messages(threadOf(stub, under)).length).toBeGreaterThan(4)
    expect(stub.callsTo(THREADS).map(({ status }) => status)).toEqual([201, 400])
    expect(stub.callsTo(THREADS)[0]?.body).toEqual({
      name: expect.stringMatching(/^The details x{87}…$/u),
      auto_archive_duration: 1440,
    })
  })

  test.each([[{ lostAfter: true }], [{ status: 503 }], [{ reset: true }]] as const)(
    'gets into its thread though opening it meets %j',
    async (fault) => {
      const { stub, postman } = await posting()
      const under = await postman.send(postTo(stub.channel, NEWS, 'summary'))
      stub.fail(THREADS, fault)
      const id = await postman.send({ ...postTo(stub.channel, BARE, 'details'), under })
      expect(only(stub, threadOf(stub, under)).id).toBe(id)
    },
  )

  test('for one person goes into the DM with them, once, without buttons that mean nothing there', async () => {
    const { stub, postman, again } = await posting()
    const desk = `discord:${stub.guild.id}`
    await postman.tell(desk, stub.user.id, NEWS, 'paused 7')
    await again().tell(desk, stub.user.id, NEWS, 'paused 7')
    const told = only(stub, stub.dmWith(stub.user))
    expect(seen(stub, told)).toContain('One story today.')
    expect(stub.buttonsOf(told)).toEqual([])
  })
})

describe('a message whose answer was lost stands there once', () => {
  test.each([
    ['at once', 0],
    ['after a minute', 60_000],
    ['after ten minutes, when Discord has forgotten the nonce', LATER],
    ['after a week', 7 * 24 * 3_600_000],
  ])('where another takes over %s', async (_, later) => {
    const { stub, time, postman, again } = await posting()
    stub.fail(MESSAGES, { lostAfter: true }, 5)
    await expect(postman.send(postTo(stub.channel, BARE, 'monday'))).rejects.toThrow('Discord cannot be reached')
    for (let said = 0; said < 250; said += 1) stub.message({ content: 'and so on' })
    time.skip(later)
    const id = await again().send(postTo(stub.channel, BARE, 'monday'))
    expect(stub.messages(stub.channel).filter(({ author }) => author.bot)).toMatchObject([{ id }])
  })

  test('in a thread, too', async () => {
    const { stub, time, postman, again } = await posting()
    const under = await postman.send(postTo(stub.channel, NEWS, 'summary'))
    stub.fail(MESSAGES, { lostAfter: true }, 5)
    const details = { ...postTo(stub.channel, BARE, 'details'), under }
    await expect(postman.send(details)).rejects.toThrow('Discord cannot be reached')
    time.skip(LATER)
    expect(await again().send(details)).toBe(only(stub, threadOf(stub, under)).id)
  })

  test('and one that did not come through is posted', async () => {
    const { stub, time, postman, again } = await posting()
    stub.fail(MESSAGES, { reset: true }, 5)
    await expect(postman.send(postTo(stub.channel, BARE, 'monday'))).rejects.toThrow('Discord cannot be reached')
    time.skip(LATER)
    await again().send(postTo(stub.channel, BARE, 'monday'))
    only(stub)
  })
})

describe('where Crier may not read the history', () => {
  async function lost(fault: { readonly lostAfter: true } | { readonly reset: true }) {
    const found = await posting()
    const { stub, time, postman } = found
    stub.message({ content: 'Good morning' })
    time.skip(LATER)
    stub.fail(MESSAGES, fault, 5)
    await expect(postman.send(postTo(stub.channel, BARE, 'monday'))).rejects.toThrow(CrierError)
    stub.deny(stub.channel, 'ReadMessageHistory')
    time.skip(LATER)
    return found
  }

  test('a post that may have come through is not repeated', async () => {
    const { stub, again } = await lost({ lostAfter: true })
    const sending = again().send(postTo(stub.channel, BARE, 'monday'))
    await expect(sending).rejects.toThrow(UnclearError)
    await expect(sending).rejects.toThrow('give me “Read Message History”')
    expect(stub.messages(stub.channel)).toHaveLength(2)
  })

  test('one that did not is, as long as nobody has said anything since', async () => {
    const { stub, again } = await lost({ reset: true })
    await again().send(postTo(stub.channel, BARE, 'monday'))
    expect(stub.messages(stub.channel)).toHaveLength(2)
  })
})

describe('what stands in the way', () => {
  test.each([
    [{ status: 404, code: 10_003 }, UndeliverableError, 'I cannot find'],
    [{ status: 404, code: 10_004 }, UndeliverableError, 'I cannot find'],
    [{ status: 403, code: 50_001 }, UndeliverableError, '“View Channel”'],
    [{ status: 403, code: 50_013 }, UndeliverableError, '“Send Messages”'],
    [{ status: 403, code: 50_007 }, UndeliverableError, 'allow direct messages'],
    [{ status: 400, code: 50_008 }, UndeliverableError, 'takes no messages'],
    [{ status: 400, code: 50_083 }, UndeliverableError, 'is closed'],
    [{ status: 400, code: 160_005 }, UndeliverableError, 'is closed'],
    [{ status: 401, code: 0 }, CrierError, 'Discord refuses DISCORD_TOKEN'],
    [{ status: 400, code: 50_035 }, CrierError, 'Something went wrong (id '],
  ] as const)('%j is told as what it means', async (fault, kind, told) => {
    const { stub, postman } = await posting()
    stub.fail(MESSAGES, fault)
    const sending = postman.send(postTo(stub.channel, NEWS, 'monday'))
    await expect(sending).rejects.toThrow(told)
    expect((await sending.catch((why: unknown) => why))?.constructor).toBe(kind)
    expect(await postman.send(postTo(stub.channel, NEWS, 'monday'))).toBe(only(stub).id)
  })

  test('nobody waits for more than a minute until Discord takes messages again', async () => {
    const { stub, postman, again } = await posting()
    stub.fail(MESSAGES, { status: 429, retryAfter: 90 })
    const sending = postman.send(postTo(stub.channel, NEWS, 'monday'))
    await expect(sending).rejects.toThrow(CrierError)
    await expect(sending).rejects.toThrow('takes no more messages for the moment')
    expect(await again().send(postTo(stub.channel, NEWS, 'monday'))).toBe(only(stub).id)
  })

  test.each([
    ['no right to open threads', MAY_NOT, (stub: DiscordStub) => stub.deny(stub.channel, 'CreatePublicThreads')],
    ['no right to write in them', MAY_NOT, (stub: DiscordStub) => stub.deny(stub.channel, 'SendMessagesInThreads')],
    ['too many threads', MAY_NOT, (stub: DiscordStub) => stub.fail(THREADS, { status: 400, code: 160_006 })],
    ['a message that is gone', 'is gone', (stub: DiscordStub) => stub.fail(THREADS, { status: 404, code: 10_008 })],
  ])('%s is the matter of the details alone', async (_, told, hinder) => {
    const { stub, postman } = await posting()
    const under = await postman.send(postTo(stub.channel, NEWS, 'summary'))
    hinder(stub)
    const sending = postman.send({ ...postTo(stub.channel, NEWS, 'details'), under })
    await expect(sending).rejects.toThrow(ThreadRefusedError)
    await expect(sending).rejects.toThrow(told)
    only(stub)
  })

  test.each(['voice', 'dm', 'thread'] as const)('in a %s no thread can be opened', async (kind) => {
    const { stub, postman } = await posting()
    const channel = kind === 'dm' ? stub.dmWith(stub.user) : stub.addChannel('talk', stub.guild, kind)
    const under = await postman.send(postTo(channel, NEWS, 'summary'))
    await expect(postman.send({ ...postTo(channel, NEWS, 'details'), under })).rejects.toThrow(ThreadRefusedError)
    only(stub, channel)
  })

  test('somebody who takes no direct messages cannot be told', async () => {
    const { stub, postman } = await posting()
    stub.dmWith(stub.user).closed = true
    const telling = postman.tell(`discord:${stub.guild.id}`, stub.user.id, NEWS, 'paused 7')
    await expect(telling).rejects.toThrow(UndeliverableError)
    await expect(telling).rejects.toThrow('allow direct messages')
  })
})

describe('whether Crier may post', () => {
  test('is found out without a word', async () => {
    const { stub, postman } = await posting()
    const { place } = postTo(stub.channel, NEWS, '')
    expect(await postman.mayPost(place)).toBeNull()
    stub.deny(stub.channel, 'SendMessages')
    expect(await postman.mayPost(place)).toContain('“Send Messages”')
    stub.deny(stub.channel, 'ViewChannel')
    expect(await postman.mayPost(place)).toContain('“View Channel”')
    expect(await postman.mayPost({ ...place, channel: '1' })).toContain('cannot find <#1>')
    expect(stub.messages(stub.channel)).toEqual([])
  })

  test.each(['announcement', 'voice', 'thread'] as const)('in a %s it may', async (kind) => {
    const { stub, postman } = await posting()
    expect(await postman.mayPost(postTo(stub.addChannel('news', stub.guild, kind), NEWS, '').place)).toBeNull()
  })

  test('in a forum, and in another server or DM, it may not', async () => {
    const { stub, postman } = await posting()
    const { place } = postTo(stub.channel, NEWS, '')
    const may = (channel: string) => postman.mayPost({ ...place, channel })
    expect(await may(stub.addChannel('talk', stub.guild, 'forum').id)).toContain('only threads')
    expect(await may(stub.channelOf(stub.addGuild('Port Anselm')).id)).toContain('not in this server')
    const dm = stub.dmWith(stub.user)
    expect(await may(dm.id)).toContain('not in this server')
    expect(await postman.mayPost({ desk: `discord:@${stub.user.id}`, channel: dm.id })).toBeNull()
  })

  test('is supposed while Discord does not tell', async () => {
    const { stub, postman } = await posting()
    const { place } = postTo(stub.channel, NEWS, '')
    for (const fault of [{ status: 503 }, { reset: true }, { status: 429, retryAfter: 90 }] as const) {
      stub.fail('GET /channels/:id', fault)
      expect(await postman.mayPost(place)).toBeNull()
    }
  })
})
