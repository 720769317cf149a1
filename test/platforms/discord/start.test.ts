import { describe, expect, test } from 'vitest'
import { checkDiscord } from '../../../src/platforms/discord/check.js'
import type { DiscordStub } from '../../stubs/discord/stub.js'
import { quickTime } from '../quickTime.js'
import { fakeBot, finished, only, openBook, platformFor, seen, stubbed, until, world } from './world.js'

async function starting(stub: Pick<DiscordStub, 'url' | 'token'>, more: { token?: string; guildId?: string } = {}) {
  const platform = platformFor(stub, { book: await openBook(), ...more })
  return platform.start(fakeBot())
}

async function checked({ url, token }: Pick<DiscordStub, 'url' | 'token'>, guildId: string | null = null) {
  const found = await checkDiscord({
    discord: { token, apiUrl: `${url}/api`, guildId },
    time: quickTime(),
  })
  return Object.fromEntries(found.map(({ name, ok, told }) => [name, ok ? 'ok' : told]))
}

const NOWHERE = { url: 'http://127.0.0.1:9', token: 'token' }

describe('what stands in the way is said in one sentence, at the start and by the doctor', () => {
  test('a wrong token', async () => {
    const stub = await stubbed()
    await expect(starting(stub, { token: 'wrong' })).rejects.toThrow(/refuses DISCORD_TOKEN/u)
    expect(await checked({ ...stub, token: 'wrong' })).toEqual({
      'discord token': expect.stringMatching(/refuses DISCORD_TOKEN/u),
    })
  })

  test.each([
    [4004, /refuses DISCORD_TOKEN/u],
    [4014, /refuses an intent/u],
    [4013, /code 4013/u],
  ])('a gateway that closes with %d', async (code, told) => {
    const stub = await stubbed()
    stub.gateway.refuse(code)
    await expect(starting(stub)).rejects.toThrow(told)
    expect(await checked(stub)).toMatchObject({ 'discord token': 'ok', 'discord gateway': expect.stringMatching(told) })
  })

  test('nothing, where only the application cannot be asked about', async () => {
    const stub = await stubbed()
    stub.fail('GET /applications/@me', { status: 404, code: 0 }, 9)
    expect(await checked(stub)).toMatchObject({ 'discord token': 'ok', 'discord gateway': 'ok' })
    const { platform } = await world({ stub })
    expect(platform.isReady()).toBe(true)
  })

  test('no network', async () => {
    await expect(starting(NOWHERE)).rejects.toThrow(/cannot be reached/u)
    expect(await checked(NOWHERE)).toEqual({ 'discord token': expect.stringMatching(/cannot be reached/u) })
  })

  test.each([
    [6, /6 minutes behind/u],
    [-6, /6 minutes ahead/u],
  ])('a clock that is %d minutes off', async (minutes, told) => {
    const stub = await stubbed({ now: () => Date.now() + minutes * 60_000 })
    await expect(starting(stub)).rejects.toThrow(told)
    expect(await checked(stub)).toMatchObject({ 'discord clock': expect.stringMatching(told) })
  })

  test('a Discord that is not well', async () => {
    const stub = await stubbed()
    stub.fail('GET /applications/@me', { status: 503 }, 2)
    await expect(starting(stub)).rejects.toThrow(/not well \(status 503\)/u)
    expect(await checked(stub)).toEqual({ 'discord token': expect.stringMatching(/not well/u) })
  })

  test('a server that Crier was not invited to', async () => {
    const stub = await stubbed()
    const { id } = stub.addGuild('Elsewhere', { joined: false })
    await expect(starting(stub, { guildId: id })).rejects.toThrow(/oauth2\/authorize\?client_id=/u)
    expect(await checked(stub, id)).toMatchObject({ 'discord commands': expect.stringMatching(/invite it/u) })
  })

  test('nothing, where all is well', async () => {
    const stub = await stubbed()
    expect(new Set(Object.values(await checked(stub)))).toEqual(new Set(['ok']))
  })
})

describe('once it runs', () => {
  test('it asks for no privileged intent, and only Discord’s plain ones', async () => {
    const { stub } = await world()
    expect(stub.gateway.sessions.map(({ intents }) => intents)).toEqual([(1 << 0) | (1 << 9) | (1 << 12)])
  })

  test('it tells the invite link with the permissions that it needs', async () => {
    const { stub, logged } = await world()
    expect(logged.join()).toContain(
      `https://discord.com/oauth2/authorize?client_id=${stub.applicationId}&scope=bot+applications.commands&permissions=309237746688`,
    )
  })

  test('it reconnects by itself, resuming where it can', async () => {
    const { stub, platform } = await world()
    stub.gateway.reconnect()
    await until(() => stub.gateway.sessions.some(({ resumes }) => resumes === 1))
    stub.gateway.invalidate()
    await until(() => stub.gateway.identifies() === 2 && platform.isReady())
    const delivery = stub.command({ name: 'quote', options: { who: 'tresidder' } })
    await finished(delivery)
    expect(seen(stub, only(delivery))).toContain('Answer to')
  })

  test('it ends with a sentence when its token is taken away', async () => {
    const { stub, running } = await world()
    stub.gateway.close(4004)
    await expect(running).rejects.toThrow(/refuses DISCORD_TOKEN/u)
  })

  test('it registers in one server only where that is set', async () => {
    const stub = await stubbed()
    await world({ stub, guildId: stub.guild.id })
    expect(stub.commands()).toEqual([])
    expect(stub.commands(stub.guild).length).toBeGreaterThan(0)
  })
})

describe('a server that it joins', () => {
  test('is greeted once, with lines to press', async () => {
    const { stub, logged } = await world()
    const guild = stub.addGuild('Port Anselm', { joined: false })
    stub.guildJoin(guild)
    const channel = stub.channelOf(guild)
    await until(() => stub.messages(channel).length === 1)
    stub.guildLeave(guild)
    await until(() => logged.some((line) => line.includes('server was left')))
    stub.guildJoin(guild)
    await until(() => logged.filter((line) => line.includes('server was joined')).length === 2)
    await finished(stub.command({ name: 'quote', options: { who: 'tresidder' } }))
    const [message, ...more] = stub.messages(channel)
    expect(more).toEqual([])
    expect(stub.callsTo('POST /channels/:id/messages')).toHaveLength(1)
    expect(message && stub.buttonsOf(message).map(({ label }) => label)).toEqual(['/quote tresidder', '/compare pumps'])
    expect(seen(stub, message)).toContain('Crier is here')
  })

  test('and that does not let it write is left in peace', async () => {
    const { stub, logged } = await world()
    const guild = stub.addGuild('Port Anselm', { joined: false })
    stub.deny(stub.channelOf(guild), 'SendMessages')
    stub.guildJoin(guild)
    await until(() => logged.some((line) => line.includes('may not greet')))
    expect(stub.callsTo('POST /channels/:id/messages')).toHaveLength(1)
  })
})

describe('stopping', () => {
  test('finishes what was begun, and then leaves', async () => {
    const { stub, bot, platform, running } = await world()
    bot.hold()
    const delivery = stub.command({ name: 'quote', options: { who: 'tresidder' } })
    const asked = stub.message({ content: 'what did tresidder say?', dm: true })
    await until(() => bot.requests.length === 2)
    const stopped = platform.stop()
    expect(platform.isReady()).toBe(false)
    bot.release()
    await stopped
    await running
    expect(seen(stub, only(delivery))).toContain('Answer to')
    expect(seen(stub, only(asked))).toContain('Answer to')
    expect(stub.gateway.sessions.every(({ socket }) => socket === null)).toBe(true)
  })

  test('begins nothing new, and says so', async () => {
    const { stub, bot, platform } = await world()
    bot.hold()
    const first = stub.command({ name: 'quote', options: { who: 'tresidder' } })
    await until(() => bot.requests.length === 1)
    const stopped = platform.stop()
    const second = stub.command({ name: 'quote', options: { who: 'holt' } })
    await finished(second)
    expect(seen(stub, only(second))).toContain('being restarted')
    expect(only(second).viewerId).toBe(stub.user.id)
    bot.release()
    await stopped
    expect(bot.requests).toHaveLength(1)
    expect(seen(stub, only(first))).toContain('Answer to')
  })

  test('leaves what is asked meanwhile to another Crier, where there is one', async () => {
    const { stub, bot, platform, another } = await world()
    await another()
    bot.hold()
    stub.command({ name: 'quote', options: { who: 'tresidder' } })
    await until(() => bot.requests.length === 1)
    const stopped = platform.stop()
    const second = stub.command({ name: 'quote', options: { who: 'holt' } })
    await until(() => bot.requests.length === 2)
    bot.release()
    await until(() => second.messages().some((message) => seen(stub, message).includes('Answer to')))
    await stopped
    expect(only(second).viewerId).toBeNull()
  })

  test('leaves behind what takes too long', async () => {
    const stub = await stubbed()
    const bot = fakeBot()
    const { now, wait } = quickTime()
    const time = { now, wait: (milliseconds: number) => wait(milliseconds / 10) }
    const platform = platformFor(stub, { book: await openBook(), time })
    const running = platform.start(bot)
    await until(() => stub.commands().length > 0)
    bot.hold()
    const delivery = stub.command({ name: 'quote', options: { who: 'tresidder' } })
    await until(() => bot.requests.length === 1)
    await platform.stop()
    await running
    expect(seen(stub, delivery.messages()[0])).not.toContain('Answer to')
    bot.release()
  })
})
