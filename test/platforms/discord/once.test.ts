import { describe, expect, test } from 'vitest'
import { LEASE } from '../../../src/platforms/once.js'
import type { Delivery } from '../../stubs/discord/events.js'
import { finished, only, textOf, until, type World, world } from './world.js'

/** Each way to ask, delivered. */
const WAYS: Readonly<Record<string, (world: World) => Promise<Delivery>>> = {
  'a command': async ({ stub }) => stub.command({ name: 'quote', options: { who: 'tresidder' } }),
  'a private command': async ({ stub }) =>
    stub.command({ name: 'quote', options: { who: 'tresidder', private: true } }),
  'a command with a private answer': async ({ stub }) => stub.command({ name: 'help' }),
  'a message command': async ({ stub }) => {
    const { message: target } = stub.message({ content: '“Shut,” she said.' })
    return stub.messageCommand({ name: 'Verify quotations', target })
  },
  'a mention': async ({ stub }) => stub.message({ content: `<@${stub.bot.id}> what did tresidder say?` }),
  'a DM': async ({ stub }) => stub.message({ content: 'what did tresidder say?', dm: true }),
  'a button': (crier) => pressed(crier, 'Compare', false),
  sharing: (crier) => pressed(crier, 'Share in the channel', true),
}

async function pressed({ stub, bot }: World, label: string, isPrivate: boolean): Promise<Delivery> {
  const delivery = stub.command({ name: 'quote', options: { who: 'tresidder', private: isPrivate } })
  await finished(delivery)
  bot.requests.splice(0)
  const message = only(delivery)
  const button = stub.buttonsOf(message).find((each) => each.label === label)
  return stub.press({ message, customId: button?.customId ?? '' })
}

/** Waits until all that was delivered before has been taken in, and then until it has been handled. */
async function settled({ stub, platform }: World, ...others: readonly { stop(): Promise<void> }[]): Promise<void> {
  await finished(stub.message({ content: 'last', dm: true }))
  for (const each of [platform, ...others]) await each.stop()
}

const WITHOUT_ACKNOWLEDGEMENT = new Set(['a mention', 'a DM'])

describe.each(Object.entries(WAYS))('%s', (name, ask) => {
  test('delivered three times is answered once', async () => {
    const crier = await world()
    const delivery = await ask(crier)
    delivery.again()
    delivery.again()
    await finished(delivery)
    await settled(crier)
    expect(crier.bot.requests.filter(({ line }) => line !== 'last')).toHaveLength(1)
    expect(textOf(crier.stub, delivery)).toContain('Answer to')
  })

  test('delivered three times while its answer takes a while is answered once', async () => {
    const crier = await world()
    const delivery = await ask(crier)
    crier.bot.hold()
    delivery.again()
    const isInteraction = !WITHOUT_ACKNOWLEDGEMENT.has(name)
    await until(() => crier.bot.requests.length > 0 && (!isInteraction || delivery.acknowledged() !== null))
    delivery.again()
    crier.bot.release()
    await finished(delivery)
    await settled(crier)
    expect(crier.bot.requests.filter(({ line }) => line !== 'last')).toHaveLength(1)
    only(delivery)
  })

  test('delivered again by RESUME is answered once', async () => {
    const crier = await world()
    const { stub } = crier
    const delivery = await ask(crier)
    await finished(delivery)
    stub.gateway.replaySeen(10)
    stub.gateway.reconnect()
    await until(() => stub.gateway.sessions.some(({ resumes }) => resumes > 0))
    await settled(crier)
    expect(crier.bot.requests.filter(({ line }) => line !== 'last')).toHaveLength(1)
    only(delivery)
  })

  test('delivered to two Criers on one book is answered once', async () => {
    const crier = await world()
    const other = await crier.another()
    const delivery = await ask(crier)
    await finished(delivery)
    await settled(crier, other)
    expect(crier.bot.requests.filter(({ line }) => line !== 'last')).toHaveLength(1)
    expect(textOf(crier.stub, delivery)).toContain('Answer to')
  })

  test('asked while the connection is down is answered when it is back', async () => {
    const crier = await world()
    const { stub } = crier
    stub.gateway.drop()
    const delivery = await ask(crier)
    await finished(delivery)
    await settled(crier)
    expect(textOf(crier.stub, delivery)).toContain('Answer to')
  })
})

describe('a holder that died', () => {
  test('is taken over from, in the reply that it deferred', async () => {
    const { stub, bot, book, time } = await world()
    // The first claim is another's, who never renews nor finishes it: time goes on without it.
    const claim = book.claim.bind(book)
    let key = ''
    Object.assign(book, {
      async claim(asked: string, holder: string, now: number, end: number) {
        if (key === '') await claim(asked, 'the dead', now, end)
        key = asked
        return claim(asked, holder, now, end)
      },
    })
    const delivery = stub.command({ name: 'quote', options: { who: 'tresidder' } })
    await until(() => delivery.acknowledged() !== null)
    expect(delivery.acknowledged()?.type).toBe(5)
    expect(bot.requests).toEqual([])
    time.skip(LEASE)
    await finished(delivery)
    expect(bot.requests).toHaveLength(1)
    expect(textOf(stub, delivery)).toContain('Answer to')
  })
})
