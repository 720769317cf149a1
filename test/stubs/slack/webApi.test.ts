import { LogLevel, WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { body, section } from './samples.js'
import { type SlackStub, startSlackStub } from './stub.js'

let stub: SlackStub
let now: number
let client: WebClient

const clientFor = (token: string | null) =>
  new WebClient(token ?? '', {
    slackApiUrl: stub.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  })

beforeEach(async () => {
  now = Date.parse('2019-02-03T10:00:00Z')
  const scopes = ['chat:write', 'channels:history', 'channels:read', 'channels:join', 'im:write', 'files:write']
  stub = await startSlackStub({ now: () => now, scopes })
  client = clientFor(stub.team.botToken)
})
afterEach(() => stub.stop())

const message = (text: string) => ({ ...body(section(text)), blocks: [section(text)], text })
const post = (text: string, channel = stub.channel.id) => client.chat.postMessage(Object({ ...message(text), channel }))
const texts = () => stub.answers().map(({ body: { text } }) => text)

async function respond(url: unknown, answer: object): Promise<number> {
  const response = await fetch(String(url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(answer),
  })
  return response.status
}

describe('messages', () => {
  test('are changed and deleted by who posted them alone', async () => {
    const { ts = '' } = await post('first')
    const channel = stub.channel.id
    await client.chat.update(Object({ ...message('second'), channel, ts }))
    expect(texts()).toEqual(['second'])
    const other = stub.message({ text: 'by Ada' })
    await expect(client.chat.delete({ channel, ts: other.ts })).rejects.toThrow('cant_delete_message')
    await expect(client.chat.update(Object({ ...message('x'), channel, ts: other.ts }))).rejects.toThrow(
      'cant_update_message',
    )
    await client.chat.delete({ channel, ts })
    expect(texts()).toEqual([])
    await expect(client.chat.delete({ channel, ts })).rejects.toThrow('message_not_found')
  })

  test('give back their metadata where it is asked for, newest first and 15 at most', async () => {
    const metadata = { event_type: 'news', event_payload: { key: 'a' } }
    await client.chat.postMessage(Object({ ...message('first'), channel: stub.channel.id, metadata }))
    const asked = { channel: stub.channel.id }
    expect((await client.conversations.history(asked)).messages?.[0]?.metadata).toBeUndefined()
    const told = await client.conversations.history({ ...asked, include_all_metadata: true })
    expect(told.messages?.[0]?.metadata).toEqual(metadata)
    for (let at = 0; at < 16; at += 1) await post(`${at}`)
    const { messages = [], has_more: hasMore } = await client.conversations.history({ ...asked, limit: 100 })
    expect([messages.length, messages[0]?.text, hasMore]).toEqual([15, '15', true])
  })

  test('come too fast for one channel, and not for another, where the rate is limited', async () => {
    stub.limitRate('chat.postMessage', 1000)
    await post('first')
    await expect(post('second')).rejects.toMatchObject({ retryAfter: 1 })
    await post('elsewhere', stub.addChannel(stub.team).id)
    now += 1000
    await post('third')
    expect(texts()).toEqual(['first', 'elsewhere', 'third'])
    expect(stub.callsTo('chat.postMessage').map(({ at }) => at - now)).toEqual([-1000, -1000, -1000, 0])
  })

  test('are not taken in a channel that is archived or not for all, whose history can be read all the same', async () => {
    const { channel } = stub
    await post('first')
    channel.isRestricted = true
    await expect(post('second')).rejects.toThrow('restricted_action')
    channel.isArchived = true
    await expect(post('third')).rejects.toThrow('is_archived')
    expect((await client.conversations.history({ channel: channel.id })).messages).toHaveLength(1)
    channel.hasBot = false
    await expect(client.conversations.history({ channel: channel.id })).rejects.toThrow('not_in_channel')
  })

  test('are posted to a person, and not read by the name of one', async () => {
    const { channel = '' } = await post('first', stub.user)
    await expect(client.conversations.history({ channel: stub.user })).rejects.toThrow('channel_not_found')
    expect((await client.conversations.history({ channel })).messages).toHaveLength(1)
  })

  test('for one person need a person that there is', async () => {
    const alone = (user: string) =>
      client.chat.postEphemeral(Object({ ...message('x'), channel: stub.channel.id, user }))
    await expect(alone('U0')).rejects.toThrow('user_not_in_channel')
    await alone(stub.user)
    expect(stub.answers()).toMatchObject([{ seenBy: stub.user }])
  })
})

describe('an address for answers', () => {
  test('replaces and deletes the message whose button was pressed', async () => {
    const button = { type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } }
    const answer = { ...body({ type: 'actions', elements: [button] }), text: 'first' }
    await client.chat.postMessage(Object({ ...answer, channel: stub.channel.id }))
    stub.deliverTo({ url: `${stub.url}/nowhere`, signingSecret: 'x' })
    const { response_url: url } = stub.press(stub.answers()[0] ?? null, 'more').payload
    expect(await respond(url, { ...message('beside'), replace_original: false })).toBe(200)
    expect(await respond(url, { ...message('instead'), replace_original: true })).toBe(200)
    expect(texts()).toEqual(['instead', 'beside'])
    expect(await respond(url, { delete_original: true })).toBe(200)
    expect(texts()).toEqual(['beside'])
  })

  test('is good for half an hour', async () => {
    stub.deliverTo({ url: `${stub.url}/nowhere`, signingSecret: 'x' })
    const { response_url: url } = stub.command('/quote', 'holt').payload
    now += 30 * 60_000
    expect(await respond(url, message('in time'))).toBe(200)
    now += 1
    expect(await respond(url, message('too late'))).toBe(404)
    expect(texts()).toEqual(['in time'])
  })
})

test('a token that was taken back is refused as such, and one that never was as wrong', async () => {
  await client.auth.revoke({ test: true })
  await client.auth.revoke()
  await expect(client.auth.test()).rejects.toThrow('token_revoked')
  await expect(clientFor('xoxb-other').auth.test()).rejects.toThrow('invalid_auth')
  const second = stub.addTeam('Skellen')
  const other = clientFor(second.botToken)
  expect(await other.auth.test()).toMatchObject({ team_id: second.id })
  stub.revoke(second, 'account_inactive')
  await expect(other.auth.test()).rejects.toThrow('account_inactive')
})

test('a code is exchanged for a token once, for who has the client secret', async () => {
  const code = stub.codeFor(stub.team)
  const exchange = (secret: string) =>
    clientFor(null).oauth.v2.access({ client_id: '1.2', client_secret: secret, code })
  await expect(exchange('')).rejects.toThrow('bad_client_secret')
  expect(await exchange('secret')).toMatchObject({ access_token: stub.team.botToken, team: { id: stub.team.id } })
  await expect(exchange('secret')).rejects.toThrow('invalid_code')
})

test('channels are found, joined and opened', async () => {
  const { id: channel } = stub.addChannel(stub.team, false)
  expect((await client.conversations.info({ channel })).channel).toMatchObject({ id: channel, is_member: false })
  await expect(post('x', channel)).rejects.toThrow('not_in_channel')
  await client.conversations.join({ channel })
  await post('x', channel)
  const { channels = [] } = await client.conversations.list()
  expect(channels.map(({ id }) => id)).toEqual([stub.channel.id, channel])
  const { channel: dm } = await client.conversations.open({ users: stub.user })
  await post('y', dm?.id)
  expect(stub.answers().map(({ channel: of }) => of)).toEqual([channel, `D${stub.user}`])
})

test('a view is opened once and within three seconds, and changed afterwards', async () => {
  const view = (text: string) => Object({ type: 'modal', title: { type: 'plain_text', text }, blocks: [] })
  stub.deliverTo({ url: `${stub.url}/nowhere`, signingSecret: 'x' })
  const trigger = () => String(stub.command('/quote', 'holt').payload['trigger_id'])
  const inTime = trigger()
  const opened = await client.views.open({ trigger_id: inTime, view: view('First') })
  await expect(client.views.open({ trigger_id: inTime, view: view('First') })).rejects.toThrow('invalid_trigger_id')
  await client.views.update({ view_id: opened.view?.id ?? '', view: view('Second') })
  expect(stub.world.views.get(opened.view?.id ?? '')).toMatchObject({ title: { text: 'Second' } })
  const late = trigger()
  now += 3001
  await expect(client.views.open({ trigger_id: late, view: view('First') })).rejects.toThrow('expired_trigger_id')
})

test('a file is taken where all its bytes came', async () => {
  await client.filesUploadV2({ channel_id: stub.channel.id, filename: 'a.png', file: Buffer.from([1, 2, 255]) })
  expect(stub.answers()).toMatchObject([{ via: 'files.completeUploadExternal', channel: stub.channel.id }])
  const { file_id: id = '' } = await client.files.getUploadURLExternal({ filename: 'b.png', length: 3 })
  await expect(client.files.completeUploadExternal({ files: [{ id, title: 'b' }] })).rejects.toThrow('file_not_found')
})
