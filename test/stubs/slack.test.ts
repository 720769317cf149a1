import { App, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { problemsIn, problemsInView } from './slack/limits.js'
import { type SlackStub, startSlackStub } from './slack/stub.js'

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

const section = (text: string, more: object = {}) => ({ type: 'section', text: { type: 'mrkdwn', text }, ...more })
const button = (id: string, text = 'More') => ({ type: 'button', action_id: id, text: { type: 'plain_text', text } })
const body = (...blocks: readonly object[]) => ({ text: 'News', blocks, unfurl_links: false, unfurl_media: false })
const actions = (...elements: readonly object[]) => ({ type: 'actions', elements })
const table = (rows: readonly (readonly string[])[]) => ({
  type: 'table',
  rows: rows.map((row) => row.map((text) => ({ type: 'raw_text', text }))),
})

describe('what Slack refuses is found', () => {
  test('nothing in a message that is well', () => {
    expect(
      problemsIn(body(section('News'), actions(button('a'), button('b')), table([['Outlet'], ['Ledger']]))),
    ).toEqual([])
  })

  test.each([
    ['a section that is too long', body(section('x'.repeat(3001)))],
    ['a header that is too long', body({ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } })],
    ['51 blocks', body(...Array.from({ length: 51 }, () => section('x')))],
    ['26 buttons in a row', body(actions(...Array.from({ length: 26 }, (_, at) => button(`b${at}`))))],
    ['a label that is too long', body(actions(button('a', 'x'.repeat(76))))],
    ['one id twice', body(actions(button('a')), actions(button('a')))],
    ['a live ping', body(section('<!channel>'))],
    ['a ping in the text', { ...body(), text: '<@U1>' }],
    ['no text', { ...body(section('x')), text: '' }],
    ['links that unfurl', { ...body(section('x')), unfurl_links: true }],
    ['11 fields', body({ type: 'section', fields: Array.from({ length: 11 }, () => ({ type: 'mrkdwn', text: 'x' })) })],
    ['an image without alt text', body({ type: 'image', image_url: 'https://example.org/a.png' })],
    ['101 rows', body(table(Array.from({ length: 101 }, () => ['x'])))],
    ['rows of several lengths', body(table([['a', 'b'], ['c']]))],
    ['an empty cell', body(table([['']]))],
    ['an unknown property', body({ ...section('x'), colour: 'red' })],
    ['an unknown block', body({ type: 'carousel' })],
    ['too much in all', body(...Array.from({ length: 5 }, () => section('x'.repeat(2500))))],
  ])('%s', (_, message) => {
    expect(problemsIn(message)).not.toEqual([])
  })

  test('a view takes 100 blocks and no table', () => {
    const home = (blocks: readonly object[]) => problemsInView({ type: 'home', blocks })
    expect(home(Array.from({ length: 100 }, () => section('x')))).toEqual([])
    expect(home(Array.from({ length: 101 }, () => section('x')))).not.toEqual([])
    expect(home([table([['a']])])).not.toEqual([])
  })
})

describe('the stub, with a bare app on it', () => {
  let stub: SlackStub
  let app: App
  beforeEach(async () => {
    stub = await startSlackStub()
    const clientOptions = { slackApiUrl: stub.apiUrl }
    const receiver = new SocketModeReceiver({
      appToken: stub.appToken,
      logger,
      clientPingTimeout: 300,
      installerOptions: { clientOptions },
    })
    app = new App({
      receiver,
      logger,
      token: stub.team.botToken ?? '',
      clientOptions: { ...clientOptions, retryConfig: { retries: 0 } },
    })
    app.command('/quote', async ({ ack, respond }) => {
      await ack()
      await respond(body(section('An answer')))
    })
    await app.start()
  })
  afterEach(async () => {
    await app.stop()
    await stub.stop()
  })

  test('delivers, is acknowledged, and takes five answers for each delivery', async () => {
    const asked = stub.command('/quote', 'holt')
    await vi.waitFor(() => expect(stub.answers()).toHaveLength(1))
    expect(asked.acknowledged()).toBe(1)
    for (let more = 0; more < 5; more += 1) asked.again()
    await vi.waitFor(() => expect(stub.callsTo('response_url')).toHaveLength(6))
    expect(stub.answers()).toHaveLength(5)
  })

  test('opens a socket anew after it asked for that', async () => {
    stub.sockets.refresh()
    await vi.waitFor(() => expect(stub.sockets.open).toHaveLength(1), 5000)
    stub.command('/quote', 'holt')
    await vi.waitFor(() => expect(stub.answers()).toHaveLength(1))
  })

  test('refuses what Slack refuses, in Slack’s words', async () => {
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
})
