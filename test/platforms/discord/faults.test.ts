import { describe, expect, test } from 'vitest'
import type { Fault } from '../../stubs/discord/http.js'
import { finished, only, seen, textOf, until, world } from './world.js'

const FAULTS: Readonly<Record<string, Fault>> = {
  'a limit on requests': { status: 429, retryAfter: 0.05 },
  'an error of Discord’s': { status: 502 },
  'a connection that breaks': { reset: true },
  'an answer that is lost': { lostAfter: true },
}

const CALLBACK = 'POST /interactions/:id/:token/callback'
const ORIGINAL = '/webhooks/:app/:token/messages/@original'

describe.each(Object.entries(FAULTS))('%s', (_, fault) => {
  test('at a reply', async () => {
    const { stub } = await world()
    stub.fail(CALLBACK, fault)
    const delivery = stub.command({ name: 'quote', options: { who: 'tresidder' } })
    await finished(delivery)
    expect(textOf(stub, delivery)).toContain('Answer to')
  })

  test('at a deferral', async () => {
    const { stub, bot } = await world()
    bot.hold()
    stub.fail(CALLBACK, fault)
    const delivery = stub.command({ name: 'quote', options: { who: 'tresidder' } })
    await until(() => delivery.acknowledged() !== null)
    bot.release()
    await finished(delivery)
    expect(textOf(stub, delivery)).toContain('Answer to')
  })

  test.each([`PATCH ${ORIGINAL}`, `DELETE ${ORIGINAL}`])('after a deferral, at %s', async (route) => {
    const { stub, bot } = await world()
    bot.hold()
    stub.fail(route, fault)
    const delivery = stub.command(
      route.startsWith('PATCH') ? { name: 'quote', options: { who: 'tresidder' } } : { name: 'help' },
    )
    await until(() => delivery.acknowledged() !== null)
    bot.release()
    await until(() => delivery.messages().some((message) => seen(stub, message).includes('Answer to')))
    expect(delivery.messages()).toHaveLength(1)
  })

  test('at a post', async () => {
    const { stub } = await world()
    stub.fail('POST /channels/:id/messages', fault)
    const asked = stub.message({ content: `<@${stub.bot.id}> what did tresidder say?` })
    await finished(asked)
    expect(textOf(stub, asked)).toContain('Answer to')
  })
})

test('An acknowledgement that hangs is made again while there is time', async () => {
  const { stub } = await world()
  stub.fail(CALLBACK, { hang: true })
  const delivery = stub.command({ name: 'quote', options: { who: 'tresidder' } })
  await finished(delivery)
  expect(delivery.acknowledged()?.ms).toBeLessThan(3_000)
  expect(textOf(stub, delivery)).toContain('Answer to')
})

test('A deferral whose answer was lost, or that another delivery made, is found for all, and its answer is private all the same', async () => {
  const { stub, bot } = await world()
  bot.hold()
  stub.fail(CALLBACK, { lostAfter: true })
  const delivery = stub.command({ name: 'help' })
  await until(() => delivery.refused().includes(40_060))
  bot.release()
  await until(() => delivery.messages().some((message) => seen(stub, message).includes('Answer to')))
  expect(only(delivery).viewerId).toBe(stub.user.id)
})

test('A follow-up whose answer was lost is not sent twice', async () => {
  const { stub, bot, logged } = await world()
  bot.hold()
  stub.fail('POST /webhooks/:app/:token', { lostAfter: true }, 2)
  const delivery = stub.command({ name: 'help' })
  await until(() => delivery.acknowledged() !== null)
  bot.release()
  await until(() => logged.some((line) => line.includes('could not be told')))
  expect(delivery.messages().filter((message) => seen(stub, message).includes('Answer to /help'))).toHaveLength(1)
})

test('What nobody foresaw is told with an id that stands in the log', async () => {
  const { stub, logged } = await world()
  const delivery = stub.command({ name: 'quote', options: { who: 'broken' } })
  await finished(delivery)
  const [, id = ''] = /id (\w+)/u.exec(textOf(stub, delivery)) ?? []
  expect(id).toMatch(/^[0-9a-f]{6}$/u)
  expect(only(delivery).viewerId).toBe(stub.user.id)
  expect(logged.some((line) => line.includes(id))).toBe(true)
})

test('An answer that Discord refuses is told as a failure, and no token gets into the log', async () => {
  const { stub, logged } = await world()
  stub.fail(CALLBACK, { status: 400, code: 50_035 })
  const delivery = stub.command({ name: 'quote', options: { who: 'tresidder' } })
  await finished(delivery)
  expect(textOf(stub, delivery)).toContain('Something went wrong')
  const token = stub.callsTo(CALLBACK)[0]?.path.split('/')[3] ?? ''
  expect(token.length).toBeGreaterThan(20)
  expect(logged.join('\n')).not.toContain(token)
  expect(logged.join('\n')).not.toContain(stub.token)
})

test('What is refused for good is asked for once', async () => {
  const { stub, platform } = await world()
  stub.deny(stub.channel, 'SendMessages')
  stub.message({ content: `<@${stub.bot.id}> what did tresidder say?` })
  await until(() => stub.messages(stub.dmWith(stub.user)).length === 1)
  await platform.stop()
  expect(stub.calls.filter(({ path }) => path === `/channels/${stub.channel.id}/messages`)).toHaveLength(1)
})

test('A book that fails is told, too', async () => {
  const { stub, book } = await world()
  Object.assign(book, { claim: async () => Promise.reject(new Error('The disk is full')) })
  const delivery = stub.command({ name: 'quote', options: { who: 'tresidder' } })
  await finished(delivery)
  expect(textOf(stub, delivery)).toContain('The disk is full')
})
