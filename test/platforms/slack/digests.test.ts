/** /digest on Slack: the true bot on a true store. */
import { describe, expect, test, vi } from 'vitest'
import { commands } from '../../../commands/index.js'
import { createBot } from '../../../src/bot.js'
import { openStore } from '../../../src/store/sqlite.js'
import { buttonsIn } from '../../stubs/slack/stub.js'
import { answers, stage, started, wordsIn } from './world.js'

async function crier() {
  const stub = await stage()
  const store = await openStore('sqlite::memory:')
  const log = { error: (details: object) => console.error(details) }
  const bot = createBot({ commands, store, clock: () => new Date('2026-03-27T09:00:00Z'), log })
  await started(stub, { bot, book: store.book })
  const manager = stub.addUser('mara', true)
  let asked = 0
  const ask = async (text: string, user = manager) => {
    stub.command('/digest', text, { user })
    asked += 1
    const answer = (await answers(stub, asked)).at(-1)
    expect(answer).toMatchObject({ seenBy: user })
    return answer ?? null
  }
  return { stub, store, ask, manager, pressed: () => (asked += 1) }
}

describe('/digest on Slack', () => {
  test('takes a channel as Slack sends it, and shows it as that channel', async () => {
    const { stub, store, ask, manager } = await crier()
    const other = stub.addChannel(stub.team)
    const where = `timezone:Europe/London topics:mattis channel:<#${other.id}|news>`
    const made = await ask(`create when:"weekdays at 08:30" ${where}`)
    expect(wordsIn(made?.body)).toContain('Digest 1 is set up')
    expect(JSON.stringify(made?.body)).toContain(`{"type":"channel","channel_id":"${other.id}"}`)
    expect(await store.digests.list(`slack:${stub.team.id}`)).toMatchObject([
      { channel: other.id, timezone: 'Europe/London', topics: ['mattis'], createdBy: manager },
    ])
    await ask('create every 4 hours')
    expect((await store.digests.list()).at(-1)?.channel).toBe(stub.channel.id)
    expect(wordsIn((await ask('list'))?.body)).toContain('weekdays at 08:30')
  })

  test('takes a channel by its name, too, whether it is here or elsewhere', async () => {
    const { stub, store, ask } = await crier()
    for (const name of ['sport', 'arts', 'harbour']) stub.addChannel(stub.team, true, name)
    const channels = async (text: string) => {
      await ask(`create daily at 9 channel:${text}`)
      return stub.world.channels.get((await store.digests.list()).at(-1)?.channel ?? '')?.name
    }
    expect(await channels('#news')).toBe('news')
    expect(stub.callsTo('conversations.list')).toHaveLength(0)
    expect(await channels('#harbour')).toBe('harbour')
    expect(await channels('"#arts"')).toBe('arts')
    stub.fail('conversations.list', { error: 'missing_scope', needed: 'channels:read' })
    await ask('create daily at 9 channel:#sport')
    expect((await store.digests.list()).at(-1)?.channel).toBe('sport')
  })

  test('is for admins and owners to change, whom Slack is asked about once a minute', async () => {
    const { stub, ask } = await crier()
    await ask('create daily at 9')
    await ask('edit 1 length:3')
    expect(stub.callsTo('users.info')).toHaveLength(1)
    expect(wordsIn((await ask('pause 1', stub.user))?.body)).toContain('Only managers may do that: on Slack')
    expect(wordsIn((await ask('list', stub.user))?.body)).toContain('daily at 09:00')
    expect(stub.callsTo('users.info')).toHaveLength(2)
  })

  test('goes on by a button, for whoever may', async () => {
    const { stub, store, ask, manager, pressed } = await crier()
    await ask('create daily at 9')
    const paused = await ask('pause 1')
    stub.press(paused, buttonsIn(paused?.body).get('Resume') ?? '', { user: manager })
    expect(wordsIn((await answers(stub, pressed())).at(-1)?.body)).toContain('Digest 1 goes on')
    expect((await store.digests.list())[0]?.paused).toBeNull()
  })

  test('tells mistakes and unknown commands to the asker alone', async () => {
    const { ask } = await crier()
    expect(wordsIn((await ask('create every minute'))?.body)).toContain('too often')
    expect(wordsIn((await ask('destroy 1'))?.body)).toContain('There is no /digest “destroy”')
    expect(wordsIn((await ask('help'))?.body)).toContain('/digest list | create')
  })

  test('is asked for in plain words by a mention, and changed only by the command', async () => {
    const { stub, ask } = await crier()
    await ask('create daily at 9')
    stub.mention({ text: 'when is the next digest?' })
    const [, next] = await answers(stub, 2)
    expect(next?.seenBy).toBe(stub.user)
    expect(wordsIn(next?.body)).toContain('daily at 09:00')
    stub.mention({ text: 'pause the digest 1' })
    const [, , refused] = await answers(stub, 3)
    expect(wordsIn(refused?.body)).toContain('in a mention I cannot see')
  })

  test('is made by a form', async () => {
    const { stub, store, manager } = await crier()
    stub.command('/digest', 'create', { user: manager })
    await vi.waitFor(() => expect(stub.callsTo('views.open')).toHaveLength(1))
    const wrong = stub.submit({ when: 'every minute' }, { user: manager })
    await vi.waitFor(() => expect(JSON.stringify(wrong.responses())).toContain('too often'))
    stub.submit({ when: 'Mondays at 7', topics: 'ferry', timezone: 'Europe/Rome' }, { user: manager })
    expect(wordsIn((await answers(stub, 1))[0]?.body)).toContain('Digest 1 is set up')
    expect(await store.digests.list()).toMatchObject([
      { channel: stub.channel.id, topics: ['ferry'], timezone: 'Europe/Rome' },
    ])
  })
})
