import { createServer, type Server } from 'node:http'
import { App, HTTPReceiver, type Logger, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { body, section } from './slack/samples.js'
import { type SlackStub, sendSigned, startSlackStub } from './slack/stub.js'

const silence = (): void => {}
/** The SDK tells at length what the stub does to it. */
const logger: Logger = {
  debug: silence,
  info: silence,
  warn: silence,
  error: silence,
  setLevel: silence,
  getLevel: () => LogLevel.ERROR,
  setName: silence,
}
const SIGNING_SECRET = 'a signing secret'
const PATIENCE = { timeout: 5000 }

let stub: SlackStub
beforeEach(async () => {
  stub = await startSlackStub()
})
afterEach(() => stub.stop())

/** An app that answers each `/quote`, and nothing else; `/held` is never acknowledged. */
function bareApp(receiver: Receiver): App {
  const app = new App({
    receiver,
    logger,
    token: stub.team.botToken ?? '',
    clientOptions: { slackApiUrl: stub.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
  })
  app.command('/quote', async ({ ack, respond }) => {
    await ack()
    await respond(body(section('An answer')))
  })
  app.command('/held', async () => {})
  return app
}

describe('a bare app on sockets', () => {
  let app: App
  beforeEach(async () => {
    const clientOptions = { slackApiUrl: stub.apiUrl }
    app = bareApp(
      new SocketModeReceiver({
        appToken: stub.appToken,
        logger,
        clientPingTimeout: 300,
        installerOptions: { clientOptions },
      }),
    )
    await app.start()
  })
  afterEach(() => app.stop())

  test('acknowledges, and answers five times for each delivery', async () => {
    const asked = stub.command('/quote', 'holt')
    await vi.waitFor(() => expect(stub.answers()).toHaveLength(1))
    expect(asked.acknowledged()).toBe(1)
    for (let more = 0; more < 5; more += 1) asked.again()
    await vi.waitFor(() => expect(stub.callsTo('response_url')).toHaveLength(6))
    expect(stub.answers()).toHaveLength(5)
  })

  test('is late with what it does not acknowledge, and only with that', async () => {
    const held = stub.command('/held', '')
    const asked = stub.command('/quote', 'holt')
    await vi.waitFor(() => expect(asked.acknowledged()).toBe(1))
    expect(stub.sockets.late()).toEqual([])
    expect(stub.sockets.late(0)).toContain(held.envelopeId)
    expect(held.acknowledged()).toBe(0)
    expect(held.slowest()).toBeNull()
    expect(stub.sockets.late(asked.slowest() ?? 0)).not.toContain(asked.envelopeId)
  })

  test.each(['warning', 'refresh_requested'] as const)('opens a socket anew after %s', async (reason) => {
    const [first] = stub.sockets.open
    stub.sockets.disconnect(reason)
    await vi.waitFor(() => expect(stub.sockets.open).toHaveLength(1), PATIENCE)
    expect(stub.sockets.open[0]).not.toBe(first)
    stub.command('/quote', 'holt')
    await vi.waitFor(() => expect(stub.answers()).toHaveLength(1))
  })

  test('has no socket while the link is disabled', async () => {
    stub.sockets.disconnect('link_disabled')
    const before = stub.callsTo('apps.connections.open').length
    await vi.waitFor(() => expect(stub.callsTo('apps.connections.open').length).toBeGreaterThan(before + 1), PATIENCE)
    expect(stub.sockets.open).toHaveLength(0)
    stub.sockets.allow()
    await vi.waitFor(() => expect(stub.sockets.open).toHaveLength(1), PATIENCE)
  })

  test('is sent the same on each of its sockets', async () => {
    const { url = '' } = await app.client.apps.connections.open({ token: stub.appToken })
    const second = new WebSocket(url)
    const heard: string[] = []
    second.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') heard.push(data)
    })
    await vi.waitFor(() => expect(stub.sockets.open).toHaveLength(2))
    const asked = stub.command('/quote', 'holt')
    asked.everywhere()
    await vi.waitFor(() => expect(heard.filter((said) => said.includes(asked.envelopeId))).toHaveLength(1))
    await vi.waitFor(() => expect(asked.acknowledged()).toBe(2))
    second.close()
  })

  test('is refused what Slack refuses, in Slack’s words', async () => {
    const post = (channel: string, blocks: object[] = []) =>
      app.client.chat.postMessage({ channel, ...Object(body(...blocks)) })
    await expect(post('C0')).rejects.toThrow('channel_not_found')
    await expect(post(stub.addChannel(stub.team, false).id)).rejects.toThrow('not_in_channel')
    await expect(post(stub.channel.id, [{ type: 'carousel' }])).rejects.toThrow('invalid_blocks')
    stub.team.scopes = []
    await expect(post(stub.channel.id)).rejects.toThrow('missing_scope')
    stub.team.botToken = null
    await expect(post(stub.channel.id)).rejects.toThrow('invalid_auth')
  })

  test('meets the faults that it is told to meet, as often as told', async () => {
    const post = () => app.client.chat.postMessage({ channel: stub.channel.id, ...Object(body(section('x'))) })
    stub.fail('chat.postMessage', { status: 429, retryAfter: 7 })
    await expect(post()).rejects.toMatchObject({ retryAfter: 7 })
    stub.fail('chat.postMessage', { reset: true })
    await expect(post()).rejects.toThrow('fetch failed')
    expect(stub.answers()).toHaveLength(0)
    stub.fail('chat.postMessage', { lostAfter: true })
    await expect(post()).rejects.toThrow('fetch failed')
    expect(stub.answers()).toHaveLength(1)
    await post()
    expect(stub.answers()).toHaveLength(2)
  })
})

describe('a bare app behind HTTP', () => {
  let server: Server
  let url: string
  beforeEach(async () => {
    const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET, logger })
    bareApp(receiver)
    server = createServer(receiver.requestListener)
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/slack/events`
    stub.deliverTo({ url, signingSecret: SIGNING_SECRET })
  })
  afterEach(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })

  test('acknowledges, and answers what is delivered and delivered again', async () => {
    const asked = stub.command('/quote', 'holt')
    asked.again()
    await vi.waitFor(() => expect(stub.answers()).toHaveLength(2))
    await vi.waitFor(() => expect(asked.acknowledged()).toBe(2))
    expect(asked.slowest()).toBeGreaterThan(0)
  })

  test('refuses what is signed with another secret, and what is old', async () => {
    const given = {
      body: 'ssl_check=1',
      contentType: 'application/x-www-form-urlencoded',
      signingSecret: SIGNING_SECRET,
    }
    expect((await sendSigned(url, { ...given, at: Date.now() })).status).toBe(200)
    const event = { ...given, body: '{"type":"event_callback"}', contentType: 'application/json' }
    expect((await sendSigned(url, { ...event, at: Date.now() - 6 * 60_000 })).status).toBe(401)
    expect((await sendSigned(url, { ...event, signingSecret: 'another', at: Date.now() })).status).toBe(401)
  })
})
