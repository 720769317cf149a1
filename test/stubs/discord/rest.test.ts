import { Events } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { call, connected, post, started, until } from './client.js'

describe('messages', () => {
  test('the same nonce gives the same message back', async () => {
    const stub = await started()
    const path = `/channels/${stub.channel.id}/messages`
    const once = await call(stub, 'POST', path, post('x', { nonce: 'n1', enforce_nonce: true }))
    const again = await call(stub, 'POST', path, post('x', { nonce: 'n1', enforce_nonce: true }))
    expect(again.body.id).toBe(once.body.id)
    expect(stub.messages(stub.channel)).toHaveLength(1)
  })

  test('a refused body is 50035 with the place', async () => {
    const stub = await started()
    const path = `/channels/${stub.channel.id}/messages`
    const refused = await call(stub, 'POST', path, post('x'.repeat(2001)))
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 50035, errors: { content: { _errors: [{ code: 'INVALID' }] } } },
    })
    expect(stub.messages(stub.channel)).toEqual([])
  })

  test('without MESSAGE_CONTENT only what names the bot, its own and direct messages can be read', async () => {
    const stub = await started()
    const client = await connected(stub)
    const read: (string | undefined)[] = []
    client.on(Events.MessageCreate, ({ content }) => read.push(content))
    const { message } = stub.message({ content: 'hidden' })
    stub.message({ content: `<@${stub.bot.id}> is this real?`, reference: message })
    stub.message({ content: 'hello', dm: true })
    await until(() => expect(read).toEqual(['', `<@${stub.bot.id}> is this real?`, 'hello']))
    const fetched = await call(stub, 'GET', `/channels/${stub.channel.id}/messages`)
    expect(fetched.body.map(({ content }: { content: string }) => content)).toEqual([
      `<@${stub.bot.id}> is this real?`,
      '',
    ])
    expect(fetched.body[0].referenced_message.content).toBe('')
  })

  test('what the bot may not see or do is refused with its code', async () => {
    const stub = await started()
    const path = `/channels/${stub.channel.id}/messages`
    const code = async (body = post('x'), to = path) => (await call(stub, 'POST', to, body)).body.code
    const { message } = stub.message({ content: 'x' })
    stub.deny(stub.channel, 'SendMessages')
    expect(await code()).toBe(50013)
    stub.deny(stub.channel, 'ReadMessageHistory')
    expect(await code(post('x', { message_reference: { message_id: message.id } }))).toBe(160002)
    stub.deny(stub.channel, 'ViewChannel')
    expect(await code()).toBe(50001)
    expect(await code(post('x'), '/channels/1/messages')).toBe(10003)
    const dm = stub.dmWith(stub.user)
    dm.closed = true
    expect(await code(post('x'), `/channels/${dm.id}/messages`)).toBe(50007)
  })

  test('a nonce is forgotten after some minutes, and no history tells it', async () => {
    let clock = Date.UTC(2026, 0, 5)
    const stub = await started({ now: () => clock })
    const path = `/channels/${stub.channel.id}/messages`
    const nonce = { nonce: 'n1', enforce_nonce: true }
    const once = await call(stub, 'POST', path, post('x', nonce))
    clock += 5 * 60_000
    const again = await call(stub, 'POST', path, post('x', nonce))
    expect(again.body.id).not.toBe(once.body.id)
    const { body } = await call(stub, 'GET', `${path}?after=${once.body.id}&limit=1`)
    expect(body).toMatchObject([{ id: again.body.id }])
    expect(body[0].nonce).toBeUndefined()
  })

  test('the last message of a channel is told to who may not read it', async () => {
    const stub = await started()
    const last = async () => (await call(stub, 'GET', `/channels/${stub.channel.id}`)).body.last_message_id
    expect(await last()).toBeNull()
    const { message } = stub.message({ content: 'x' })
    stub.deny(stub.channel, 'ReadMessageHistory')
    expect(await last()).toBe(message.id)
    expect((await call(stub, 'GET', `/channels/${stub.channel.id}/messages`)).body).toEqual([])
  })

  test('a thread has the id of its message, is opened once, and only where there can be one', async () => {
    const stub = await started()
    const open = (channel: { readonly id: string }) => {
      const { message } = stub.message({ content: 'x', channel: { ...stub.channel, id: channel.id } })
      return call(stub, 'POST', `/channels/${channel.id}/messages/${message.id}/threads`, { name: 'More' })
    }
    const thread = await open(stub.channel)
    expect(thread.status).toBe(201)
    const twice = await call(stub, 'POST', `/channels/${stub.channel.id}/messages/${thread.body.id}/threads`, {
      name: 'More',
    })
    expect(twice.body.code).toBe(160004)
    expect((await open(stub.addChannel('news', stub.guild, 'announcement'))).status).toBe(201)
    expect((await open(stub.addChannel('talk', stub.guild, 'voice'))).body.code).toBe(50024)
    expect((await open({ id: thread.body.id })).body.code).toBe(50024)
    expect((await open(stub.dmWith(stub.user))).body.code).toBe(50003)
    stub.deny(stub.channel, 'CreatePublicThreads')
    expect((await open(stub.channel)).body.code).toBe(50013)
  })

  test('files arrive as attachments', async () => {
    const stub = await started()
    const client = await connected(stub)
    const channel = await client.channels.fetch(stub.channel.id)
    if (!channel?.isSendable()) throw new Error('no channel')
    await channel.send({ files: [{ attachment: Buffer.from('picture'), name: 'a.png', description: 'A harbour' }] })
    expect(stub.messages(stub.channel)[0]?.attachments).toMatchObject([
      { filename: 'a.png', description: 'A harbour', size: 7 },
    ])
  })
})

describe('faults', () => {
  test('a 429 is waited for by the client', async () => {
    const stub = await started()
    const client = await connected(stub)
    stub.fail('POST /channels/:id/messages', { status: 429, retryAfter: 0.05 })
    await client.rest.post(`/channels/${stub.channel.id}/messages`, { body: post('x') })
    expect(stub.callsTo('POST /channels/:id/messages').map(({ status }) => status)).toEqual([429, 200])
  })

  test('a lost answer has taken effect, a reset has not', async () => {
    const stub = await started()
    const path = `/channels/${stub.channel.id}/messages`
    stub.fail('POST /channels/:id/messages', { reset: true })
    await expect(call(stub, 'POST', path, post('one'))).rejects.toThrow('fetch failed')
    expect(stub.messages(stub.channel)).toEqual([])
    stub.fail('POST /channels/:id/messages', { lostAfter: true })
    await expect(call(stub, 'POST', path, post('two'))).rejects.toThrow('fetch failed')
    expect(stub.messages(stub.channel)).toHaveLength(1)
  })

  test('a rate tells what is left, and refuses what is beyond', async () => {
    const stub = await started({ now: () => 1_800_000_000_000, rates: { limit: 1, seconds: 5 } })
    const path = `/channels/${stub.channel.id}/messages`
    const first = await call(stub, 'POST', path, post('x'))
    expect(first.headers.get('x-ratelimit-remaining')).toBe('0')
    expect(await call(stub, 'POST', path, post('y'))).toMatchObject({
      status: 429,
      body: { retry_after: 5, global: false },
    })
  })
})

describe('commands', () => {
  test('creates are counted: 200 a day', async () => {
    let clock = Date.UTC(2026, 0, 5)
    const stub = await started({ now: () => clock })
    const path = `/applications/${stub.applicationId}/commands`
    for (let n = 0; n < 200; n += 1) {
      const { body } = await call(stub, 'POST', path, { name: 'quote', description: 'x' })
      await call(stub, 'DELETE', `${path}/${body.id}`)
    }
    expect(await call(stub, 'POST', path, { name: 'quote', description: 'x' })).toMatchObject({ body: { code: 30034 } })
    clock += 24 * 60 * 60_000
    expect((await call(stub, 'POST', path, { name: 'quote', description: 'x' })).status).toBe(201)
    expect((await call(stub, 'POST', path, { name: 'quote', description: 'y' })).status).toBe(200)
    expect(stub.commands()).toMatchObject([{ description: 'y' }])
  })
})
