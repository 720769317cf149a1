import { describe, expect, test } from 'vitest'
import type { Book } from '../../../src/book.js'
import { CrierError, ThreadRefusedError, UnclearError, UndeliverableError } from '../../../src/errors.js'
import type { Message } from '../../../src/message.js'
import type { Postman } from '../../../src/platform.js'
import { slackPostman } from '../../../src/platforms/slack/postman.js'
import { createSeal } from '../../../src/seal.js'
import { buttonsIn, type SlackStub } from '../../stubs/slack/stub.js'
import { PNG } from '../card.js'
import { hurriedTime, type QuickTime } from '../quickTime.js'
import { newBook, postTo, stage, wordsIn } from './world.js'

const NEWS: Message = {
  title: 'News of Wendmouth',
  blocks: [{ kind: 'text', text: 'One story today.' }],
  actions: [{ label: 'Compare', line: '/compare pumps' }],
  line: '/brief pumps',
}
const LONG: Message = {
  ...NEWS,
  blocks: Array.from({ length: 30 }, (_, at) => ({
    kind: 'text',
    text: `Paragraph ${at + 1}. ${'The ferry to Port Anselm sails at noon. '.repeat(20)}`,
  })),
}

/** A postman of its own, with no platform started. */
function postmanOf(stub: SlackStub, book: Book, time: QuickTime = hurriedTime()): Postman {
  const { apiUrl, appToken, team } = stub
  const log = () => {}
  return slackPostman({
    slack: { mode: 'socket', apiUrl, appToken, botToken: team.botToken ?? '' },
    book,
    time,
    log: { error: log, warn: log, info: log },
    draw: async () => PNG,
    seal: createSeal('a state secret'),
  })
}

async function whyNot(sending: Promise<unknown>): Promise<unknown> {
  try {
    return await sending
  } catch (error) {
    return error
  }
}

async function posting() {
  const stub = await stage()
  const book = await newBook()
  const time = hurriedTime()
  return { stub, book, time, postman: postmanOf(stub, book, time), again: () => postmanOf(stub, book, time) }
}

describe('a message', () => {
  test('is posted without a platform, and known by its time stamp by whoever asks again', async () => {
    const { stub, postman, again } = await posting()
    const id = await postman.send(postTo(stub.channel, NEWS, 'monday'))
    expect(stub.answers().map(({ ts }) => ts)).toEqual([id])
    expect(await again().send(postTo(stub.channel, NEWS, 'monday'))).toBe(id)
    expect(stub.callsTo('chat.postMessage')).toHaveLength(1)
  })

  test('that is long comes in all its parts, in order, with its buttons under the last and none to the next', async () => {
    const { stub, postman } = await posting()
    const id = await postman.send(postTo(stub.channel, LONG, 'monday'))
    const posted = stub.answers()
    expect(posted.length).toBeGreaterThan(2)
    expect(posted[0]?.ts).toBe(id)
    const words = posted.map(({ body }) => JSON.stringify(body)).join('\n')
    const numbers = [...words.matchAll(/"Paragraph (\d+)\./gu)].map(([, number]) => Number(number))
    expect(numbers).toEqual(LONG.blocks.map((_, at) => at + 1))
    const labels = posted.map(({ body }) => [...buttonsIn(body).keys()])
    expect(labels.at(-1)).toEqual(['Compare'])
    expect(labels.slice(0, -1).flat()).toEqual([])
  })

  test('goes into the thread under another, each part of it', async () => {
    const { stub, postman } = await posting()
    const under = await postman.send(postTo(stub.channel, NEWS, 'summary'))
    await postman.send({ ...postTo(stub.channel, LONG, 'details'), under })
    const threads = stub.answers().map(({ thread_ts }) => thread_ts)
    expect(threads).toEqual([undefined, ...Array(threads.length - 1).fill(under)])
  })

  test.each([
    ['in a channel', false],
    ['in a thread', true],
  ])('whose poster died stands there once, however much later another takes over: %s', async (_, isInThread) => {
    const { stub, book, time, postman, again } = await posting()
    const under = isInThread ? await postman.send(postTo(stub.channel, NEWS, 'summary')) : null
    const details = { ...postTo(stub.channel, NEWS, 'details'), ...(under === null ? {} : { under }) }
    const before = stub.answers().length
    const id = await postman.send(details)
    const key = `slack:${stub.team.id}/${stub.channel.id}:details`
    // As after a death between the post and the note of it.
    const begun = (await book.post(key))?.begun ?? 0
    await book.forget(begun + 1)
    await book.beginPost(key, begun)
    for (let said = 0; said < 20; said += 1) stub.message({ text: 'and so on', ...(under ? { thread: under } : {}) })
    time.skip(24 * 3_600_000)
    expect(await again().send(details)).toBe(id)
    expect(stub.answers()).toHaveLength(before + 1)
  })

  test('for one person goes into the DM with them, once', async () => {
    const { stub, postman, again } = await posting()
    const desk = `slack:${stub.team.id}`
    await postman.tell(desk, stub.user, NEWS, 'paused 7')
    await again().tell(desk, stub.user, NEWS, 'paused 7')
    expect(stub.answers().map(({ channel }) => channel)).toEqual([`D${stub.user}`])
    expect(wordsIn(stub.answers()[0]?.body)).toContain('One story today.')
  })

  test('for one person whose end is unclear is not sent again, since nobody can look for it', async () => {
    const { stub, postman } = await posting()
    stub.fail('chat.postMessage', { lostAfter: true })
    const telling = () => postman.tell(`slack:${stub.team.id}`, stub.user, NEWS, 'paused 7')
    await expect(telling()).rejects.toThrow(UnclearError)
    await expect(telling()).rejects.toThrow('did not say whether the direct message arrived')
    expect(stub.answers()).toHaveLength(1)
  })
})

describe('what stands in the way', () => {
  test.each([
    ['not_in_channel', UndeliverableError, '/invite @crier'],
    ['channel_not_found', UndeliverableError, 'I cannot find'],
    ['is_archived', UndeliverableError, 'is archived'],
    ['restricted_action', UndeliverableError, 'Only some people may post'],
    ['restricted_action_read_only_channel', UndeliverableError, 'Only some people may post'],
    ['restricted_action_thread_only_channel', UndeliverableError, 'Only some people may post'],
    ['token_revoked', UndeliverableError, 'The token was revoked'],
    ['account_inactive', UndeliverableError, 'The token was revoked'],
    ['missing_scope', UndeliverableError, 'The app lacks the scope chat:write'],
    ['user_disabled', UndeliverableError, 'cannot be written to'],
    ['cannot_dm_bot', UndeliverableError, 'cannot be written to'],
    ['thread_not_found', ThreadRefusedError, 'Slack takes no answer in that thread'],
    ['restricted_action_non_threadable_channel', ThreadRefusedError, 'Slack takes no answer in that thread'],
    ['invalid_auth', CrierError, 'Slack refuses SLACK_BOT_TOKEN'],
    ['msg_blocks_too_long', CrierError, 'longer than Slack takes'],
    ['something_new', CrierError, 'Something went wrong (id '],
  ] as const)('%s is told as what it means', async (error, kind, told) => {
    const { stub, postman } = await posting()
    stub.fail('chat.postMessage', { error, needed: 'chat:write' })
    const sending = postman.send(postTo(stub.channel, NEWS, 'monday'))
    await expect(sending).rejects.toThrow(told)
    expect((await whyNot(sending))?.constructor).toBe(kind)
    expect(await postman.send(postTo(stub.channel, NEWS, 'monday'))).toBe(stub.answers()[0]?.ts)
    expect(stub.callsTo('conversations.history')).toEqual([])
  })

  test.each([
    ['a network that is gone', { reset: true }, 'Slack cannot be reached'],
    ['a Slack that is unwell', { status: 503 }, 'Slack is not well'],
    ['too many messages', { status: 429, retryAfter: 1 }, 'takes no more messages for the moment'],
  ] as const)('%s is no reason to give up: it is sent when it can be', async (_, fault, told) => {
    const { stub, postman } = await posting()
    stub.fail('chat.postMessage', fault, 5)
    const sending = postman.send(postTo(stub.channel, NEWS, 'monday'))
    await expect(sending).rejects.toThrow(told)
    expect((await whyNot(sending))?.constructor).toBe(CrierError)
    await postman.send(postTo(stub.channel, NEWS, 'monday'))
    expect(stub.answers()).toHaveLength(1)
  })

  test('a look that Slack lets nobody take for a while is taken later, and nothing is posted before', async () => {
    const { stub, postman } = await posting()
    stub.fail('chat.postMessage', { lostAfter: true })
    stub.fail('conversations.history', { status: 429, retryAfter: 1 }, 5)
    const sending = postman.send(postTo(stub.channel, NEWS, 'monday'))
    await expect(sending).rejects.toThrow('I look again before I post it again')
    expect((await whyNot(sending))?.constructor).toBe(CrierError)
    expect(await postman.send(postTo(stub.channel, NEWS, 'monday'))).toBe(stub.answers()[0]?.ts)
    expect(stub.answers()).toHaveLength(1)
  })

  test('a channel that is gone when Crier looks for a lost post is gone', async () => {
    const { stub, postman } = await posting()
    stub.fail('chat.postMessage', { lostAfter: true })
    stub.fail('conversations.history', { error: 'channel_not_found' })
    await expect(postman.send(postTo(stub.channel, NEWS, 'monday'))).rejects.toThrow(UndeliverableError)
  })
})

describe('whether Crier may post', () => {
  test('is found out without a word', async () => {
    const { stub, postman } = await posting()
    const { place } = postTo(stub.channel, NEWS, '')
    expect(await postman.mayPost(place)).toBeNull()
    stub.channel.hasBot = false
    expect(await postman.mayPost(place)).toContain('/invite @crier')
    expect(await postman.mayPost({ ...place, channel: 'C0' })).toContain('I cannot find <#C0>')
    expect(stub.callsTo('chat.postMessage')).toEqual([])
  })

  test('is supposed while Slack does not tell', async () => {
    const { stub, postman } = await posting()
    const { place } = postTo(stub.channel, NEWS, '')
    for (const fault of [{ status: 503 }, { reset: true }, { status: 429, retryAfter: 1 }] as const) {
      stub.fail('conversations.history', fault)
      expect(await postman.mayPost(place)).toBeNull()
    }
    stub.fail('conversations.history', { error: 'missing_scope', needed: 'channels:history' })
    expect(await postman.mayPost(place)).toBeNull()
  })

  test('in a channel of another workspace it may not', async () => {
    const { stub, postman } = await posting()
    const elsewhere = stub.addChannel(stub.addTeam('Port Anselm'))
    const place = { desk: `slack:${stub.team.id}`, channel: elsewhere.id }
    expect(await postman.mayPost(place)).toContain('I cannot find')
  })
})
