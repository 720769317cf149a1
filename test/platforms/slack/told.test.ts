import { describe, expect, test, vi } from 'vitest'
import { createSeal } from '../../../src/seal.js'
import { answers, fakeBot, newBook, SIGNING_SECRET, stage, started, startedOverHttp, wordsIn } from './world.js'

describe('what goes wrong is told', () => {
  test('once, however often it is delivered', async () => {
    const stub = await stage()
    const bot = fakeBot()
    await started(stub, { bot })
    const broken = stub.command('/quote', 'broken')
    await answers(stub, 1)
    broken.again()
    broken.again()
    await vi.waitFor(() => expect(broken.acknowledged()).toBe(3), 5000)
    stub.command('/quote', 'the last')
    await answers(stub, 2)
    expect(stub.answers()).toHaveLength(2)
    expect(bot.requests).toHaveLength(2)
  })

  test('once, where Crier may not post', async () => {
    const stub = await stage()
    const bot = fakeBot()
    await started(stub, { bot })
    stub.channel.hasBot = false
    const asked = stub.mention({ text: '/quote mattis' })
    await answers(stub, 1)
    asked.again()
    asked.again()
    await vi.waitFor(() => expect(asked.acknowledged()).toBe(3), 5000)
    stub.directMessage({ text: '/quote the last' })
    await answers(stub, 2)
    expect(stub.answers()).toHaveLength(2)
    expect(bot.requests).toHaveLength(2)
  })

  test('in the channel where the address for answers is over, and in a DM where Crier is in no channel', async () => {
    const stub = await stage()
    await started(stub)
    stub.fail('response_url', { status: 404, error: 'used_url' }, 99)
    stub.command('/quote', 'mattis')
    const [inChannel] = await answers(stub, 1)
    expect(inChannel).toMatchObject({ channel: stub.channel.id, seenBy: stub.user, via: 'chat.postEphemeral' })
    expect(wordsIn(inChannel?.body)).toContain('that time is over')
    stub.channel.hasBot = false
    stub.command('/quote', 'mattis')
    const [, inDm] = await answers(stub, 2)
    expect(inDm?.channel).toBe(`D${stub.user}`)
  })

  test('where Slack says no in an answer that looks well', async () => {
    const stub = await stage()
    const { logged } = await started(stub)
    stub.fail('response_url', { error: 'invalid_blocks' })
    stub.command('/quote', 'mattis')
    const [answer] = await answers(stub, 1)
    expect(wordsIn(answer?.body)).toContain('Something went wrong')
    expect(JSON.stringify(logged)).toContain('invalid_blocks')
  })

  test('to who mentions Crier while it stops', async () => {
    const stub = await stage()
    const bot = fakeBot()
    const { platform } = await started(stub, { bot })
    bot.hold()
    stub.command('/quote', 'begun')
    await vi.waitFor(() => expect(bot.requests).toHaveLength(1))
    const stopped = platform.stop()
    stub.mention({ text: '/quote too late' })
    const [late] = await answers(stub, 1)
    expect(late?.seenBy).toBe(stub.user)
    expect(wordsIn(late?.body)).toContain('Crier is being restarted')
    bot.release()
    await stopped
  })

  test('to a workspace whose token cannot be read any more', async () => {
    const stub = await stage()
    const book = await newBook()
    const installation = { team: { id: stub.team.id }, bot: { token: 'xoxb-1', userId: 'U1', id: 'B1', scopes: [] } }
    const sealed = createSeal('another secret').seal(JSON.stringify(installation), stub.team.id)
    await book.put('slack-installation', stub.team.id, sealed)
    const slack = {
      mode: 'install' as const,
      apiUrl: stub.apiUrl,
      clientId: '1.2',
      clientSecret: 'a client secret',
      stateSecret: 'a state secret',
      signingSecret: SIGNING_SECRET,
    }
    await startedOverHttp(stub, { slack, book })
    stub.command('/quote', 'mattis')
    const [answer] = await answers(stub, 1)
    expect(wordsIn(answer?.body)).toContain('install Crier there again')
  })
})

describe('sockets', () => {
  test('are opened again when Slack was unwell for a while', async () => {
    const stub = await stage()
    await started(stub)
    stub.fail('apps.connections.open', { status: 503 }, 1)
    stub.fail('apps.connections.open', { error: 'internal_error' }, 1)
    stub.fail('apps.connections.open', { status: 429, retryAfter: 1 }, 1)
    stub.sockets.drop()
    await vi.waitFor(() => expect(stub.callsTo('apps.connections.open')).toHaveLength(7), 5000)
    await vi.waitFor(() => expect(stub.sockets.open).toHaveLength(2), 5000)
  })

  test('that are refused after Slack was unwell end it with a line, and leave no rejection unheard', async () => {
    const unheard: unknown[] = []
    const note = (reason: unknown) => unheard.push(reason)
    process.on('unhandledRejection', note)
    const stub = await stage()
    const { running } = await started(stub)
    stub.fail('apps.connections.open', { error: 'internal_error' }, 1)
    stub.fail('apps.connections.open', { error: 'invalid_auth' }, 9)
    stub.sockets.refresh()
    await expect(running).rejects.toThrow('Slack refuses SLACK_APP_TOKEN')
    process.off('unhandledRejection', note)
    expect(unheard).toEqual([])
  })

  test('are not opened any more once Crier stops', async () => {
    const stub = await stage()
    const { platform, running } = await started(stub)
    stub.sockets.drop()
    stub.sockets.drop()
    await platform.stop()
    await running
    await vi.waitFor(() => expect(stub.sockets.open).toHaveLength(0), 5000)
    expect(platform.isReady()).toBe(false)
  })
})
