/** /digest on Discord: the true bot, its commands as they are registered, a true store. */
import { PermissionFlagsBits } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../commands/index.js'
import { createBot } from '../../../src/bot.js'
import type { Bot } from '../../../src/platform.js'
import { openStore } from '../../../src/store/sqlite.js'
import { finished, only, platformFor, stubbed, textOf, until } from './world.js'

const MANAGER = PermissionFlagsBits.ManageGuild

async function crier(held: Promise<void> = Promise.resolve()) {
  const stub = await stubbed()
  const store = await openStore('sqlite::memory:')
  const log = { error: (details: object) => console.error(details) }
  const bot = createBot({ commands, store, clock: () => new Date('2026-03-27T09:00:00Z'), log })
  const platform = platformFor(stub, { book: store.book })
  const answer: Bot['answer'] = async (request) => {
    await held
    return bot.answer(request)
  }
  platform.start({ ...bot, answer }).catch(() => {})
  await until(() => stub.commands().some(({ type }) => type === 3))
  const ask = async (name: string, options = {}, permissions = MANAGER) => {
    const delivery = stub.command({ name: `digest ${name}`, options, permissions })
    await finished(delivery)
    return delivery
  }
  return { stub, store, ask }
}

describe('/digest on Discord', () => {
  test('is made by options, where it is typed or in another channel, and shown as that channel', async () => {
    const { stub, store, ask } = await crier()
    const other = stub.addChannel('news')
    const made = await ask('create', {
      when: 'weekdays at 08:30',
      channel: other.id,
      timezone: 'Europe/London',
      topics: 'the “ferry”, pumps',
      quiet: '2026-12-25',
      length: 3,
      'if-late': 'fold',
    })
    expect(textOf(stub, made)).toContain('Digest 1 is set up')
    expect(textOf(stub, made)).toContain(`<#${other.id}>`)
    expect(only(made).viewerId).toBe(stub.user.id)
    await ask('create', { when: 'every 4 hours' })
    const [first, second] = await store.digests.list()
    expect(first).toMatchObject({
      channel: other.id,
      createdBy: stub.user.id,
      timezone: 'Europe/London',
      topics: ['the “ferry”', 'pumps'],
      quietDays: ['2026-12-25'],
      length: 3,
      ifLate: 'fold',
    })
    expect(second).toMatchObject({ desk: first?.desk, timezone: 'Europe/London', channel: stub.channel.id })
  })

  test('is for managers to change, and for everybody to see, alone', async () => {
    const { stub, ask } = await crier()
    await ask('create', { when: 'weekdays at 08:30' })
    const refused = await ask('pause', { id: '1' }, 0n)
    expect(textOf(stub, refused)).toContain('Only managers may do that: on Slack')
    for (const name of ['list', 'preview', 'history']) {
      const shown = await ask(name, name === 'list' ? {} : { id: '1' }, 0n)
      expect(textOf(stub, shown)).not.toMatch(/not understood|cannot be done|went wrong/u)
      expect(only(shown).viewerId).toBe(stub.user.id)
    }
    const paused = await ask('pause', { id: '1' })
    const { customId = '' } = stub.buttonsOf(only(paused)).find(({ label }) => label === 'Resume') ?? {}
    const resumed = stub.press({ message: only(paused), customId, permissions: MANAGER })
    await finished(resumed)
    expect(textOf(stub, resumed)).toContain('Digest 1 goes on')
  })

  test('is never seen by others, not even as an answer that is on its way', async () => {
    let release = () => {}
    const { stub } = await crier(
      new Promise((resolve) => {
        release = resolve
      }),
    )
    const delivery = stub.command({ name: 'digest list' })
    await until(() => delivery.acknowledged() !== null)
    expect(delivery.acknowledged()).toMatchObject({ type: 5, flags: 64 })
    release()
    await finished(delivery)
    expect(only(delivery).viewerId).toBe(stub.user.id)
  })

  test('has its ids completed, by what each digest is', async () => {
    const { stub, ask } = await crier()
    await ask('create', { when: 'weekdays at 08:30', topics: 'ferry' })
    const typed = stub.autocomplete({ name: 'digest edit', options: {}, focused: 'id' })
    await until(() => typed.acknowledged() !== null)
    expect(typed.acknowledged()?.data).toEqual({ choices: [{ name: '1: weekdays at 08:30, ferry', value: '1' }] })
    const zone = stub.autocomplete({ name: 'digest create', options: { timezone: 'lond' }, focused: 'timezone' })
    await until(() => zone.acknowledged() !== null)
    expect(JSON.stringify(zone.acknowledged()?.data)).toContain('Europe/London')
  })

  test('in a mention may be looked at, and changed only by the command', async () => {
    const { stub, store, ask } = await crier()
    await ask('create', { when: 'weekdays at 08:30' })
    stub.message({ content: `<@${stub.bot.id}> pause the digest 1` })
    stub.message({ content: `<@${stub.bot.id}> /digest delete 1` })
    stub.message({ content: `<@${stub.bot.id}> when is the next digest?` })
    const dm = stub.dmWith(stub.user)
    await until(() => stub.messages(dm).length === 3)
    const told = JSON.stringify(stub.messages(dm).map(({ body }) => body))
    expect(told).toContain('type it as a command that begins with')
    expect(told).toContain('Monday 30 March 2026')
    expect(await store.digests.list()).toMatchObject([{ id: '1', paused: null }])
  })
})
