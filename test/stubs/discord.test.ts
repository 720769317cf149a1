import { Events, GatewayIntentBits } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { answerAll, call, clientOf, connected, INTENTS, started, until } from './discord/client.js'

describe('connecting', () => {
  test('a client logs in and finds its server', async () => {
    const stub = await started()
    const client = await connected(stub)
    expect(client.user.id).toBe(stub.bot.id)
    expect(client.guilds.cache.get(stub.guild.id)?.name).toBe('Wendmouth')
    expect(stub.gateway.identifies()).toBe(1)
  })

  test('a wrong token is refused by REST and by the gateway', async () => {
    const stub = await started()
    await expect(clientOf(stub).login('wrong')).rejects.toThrow(/token/iu)
    expect(await call(stub, 'GET', '/users/@me', undefined, 'Bot wrong')).toMatchObject({
      status: 401,
      body: { code: 0 },
    })
    stub.gateway.refuse(4004)
    await expect(clientOf(stub).login(stub.token)).rejects.toThrow('Authentication failed')
  })

  test('an intent that is not granted closes with 4014', async () => {
    const stub = await started()
    const intents = [...INTENTS, GatewayIntentBits.MessageContent]
    await expect(clientOf(stub, { intents }).login(stub.token)).rejects.toThrow(/intent/iu)
    const granted = await started({ messageContent: true })
    await clientOf(granted, { intents }).login(granted.token)
    expect(granted.gateway.sessions).toHaveLength(1)
  })

  test('heartbeats are answered, and a client that hears no answer resumes', async () => {
    const stub = await started({ heartbeatInterval: 30 })
    await connected(stub)
    await until(() => expect(stub.gateway.heartbeats()).toBeGreaterThan(2))
    expect(stub.gateway.sessions[0]?.resumes).toBe(0)
    stub.gateway.mute(true)
    await until(() => expect(stub.gateway.sessions[0]?.resumes).toBe(1))
    stub.gateway.mute(false)
  })
})

describe('redelivery', () => {
  test('what happened while the connection was down comes when it resumes, seen events only when asked for', async () => {
    const stub = await started()
    const client = await connected(stub)
    const seen = answerAll(client)
    const first = stub.command({ name: 'quote', options: { who: 'Mayor' } })
    await until(() => expect(first.acknowledged()).not.toBeNull())
    stub.gateway.drop()
    const second = stub.command({ name: 'quote', options: { who: 'Harbour master' } })
    await until(() => expect(second.acknowledged()).not.toBeNull())
    expect(seen).toEqual([first.id, second.id])
    stub.gateway.replaySeen(10)
    stub.gateway.drop()
    await until(() => expect(seen.filter((id) => id === first.id)).toHaveLength(2))
    expect(stub.gateway.identifies()).toBe(1)
  })

  test('a client that is told to reconnect resumes', async () => {
    const stub = await started()
    await connected(stub)
    stub.gateway.reconnect()
    await until(() => expect(stub.gateway.sessions[0]).toMatchObject({ resumes: 1, alive: true }))
    await until(() => expect(stub.gateway.sessions[0]?.socket).not.toBeNull())
  })

  test('a session that is over cannot be resumed', async () => {
    const stub = await started()
    await connected(stub)
    stub.gateway.invalidate()
    await until(() => expect(stub.gateway.sessions).toHaveLength(2))
    expect(stub.gateway.sessions.map(({ alive }) => alive)).toEqual([false, true])
  })

  test('every session gets every event, and only one of them can acknowledge', async () => {
    const stub = await started()
    const [first, second] = [await connected(stub), await connected(stub)]
    answerAll(first)
    second.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isRepliable()) interaction.reply('Late').catch(() => undefined)
    })
    const delivery = stub.command({ name: 'quote', options: { who: 'Mayor' } })
    await until(() => expect(delivery.refused()).toEqual([40060]))
    expect(delivery.messages()).toHaveLength(1)
  })
})

describe('servers', () => {
  test('a client hears when it joins and leaves a server, and of new channels and threads', async () => {
    const stub = await started()
    const client = await connected(stub)
    const elsewhere = stub.addGuild('Elsewhere', { joined: false })
    expect(client.guilds.cache.has(elsewhere.id)).toBe(false)
    stub.guildJoin(elsewhere)
    const thread = stub.addThread('The harbour')
    await until(() => expect(client.channels.cache.get(thread.id)?.isThread()).toBe(true))
    expect(client.guilds.cache.get(elsewhere.id)?.systemChannel?.id).toBe(stub.channelOf(elsewhere).id)
    stub.guildLeave(elsewhere)
    await until(() => expect(client.guilds.cache.has(elsewhere.id)).toBe(false))
  })

  test('what is taken from the bot is known to the client', async () => {
    const stub = await started()
    const client = await connected(stub)
    const channel = client.guilds.cache.get(stub.guild.id)?.systemChannel
    const may = () => channel?.permissionsFor(client.user)?.has('SendMessages')
    expect(may()).toBe(true)
    stub.deny(stub.channel, 'SendMessages')
    await until(() => expect(may()).toBe(false))
  })
})
