import { describe, expect, test, vi } from 'vitest'
import { CrierError } from '../../../src/errors.js'
import { sendSigned } from '../../stubs/slack/stub.js'
import { answers, fakeBot, postTo, SIGNING_SECRET, stage, started, startedOverHttp, wordsIn } from './world.js'

const MESSAGE = { title: 'News', blocks: [], actions: [], line: '/brief' }

describe('a post', () => {
  test.each([
    ['is refused for being too many', { status: 429, retryAfter: 1 }],
    ['meets a server that is unwell', { status: 503 }],
    ['finds the connection gone', { reset: true }],
    ['is made though its answer is lost', { lostAfter: true }],
    ['is unclear by Slack’s own word', { error: 'internal_error' }],
  ] as const)('that %s stands there once in the end', async (_, fault) => {
    const stub = await stage()
    await started(stub)
    stub.fail('chat.postMessage', fault)
    const asked = stub.mention({ text: '/quote mattis' })
    const [answer] = await answers(stub, 1)
    expect(answer?.thread_ts).toBe(asked.ts)
    stub.mention({ text: '/quote the last' })
    await answers(stub, 2)
    expect(stub.answers()).toHaveLength(2)
  })

  test('of Crier’s own accord is made once for a key, and says what stands in its way', async () => {
    const stub = await stage()
    const { platform } = await started(stub)
    stub.fail('chat.postMessage', { lostAfter: true })
    await Promise.all([1, 2, 3].map(() => platform.send(postTo(stub.channel, MESSAGE, 'edition 1'))))
    await platform.send(postTo(stub.channel, MESSAGE, 'edition 1'))
    expect(stub.answers()).toHaveLength(1)
    const elsewhere = stub.addChannel(stub.team, false)
    const refused = platform.send(postTo(elsewhere, MESSAGE, 'edition 2'))
    await expect(refused).rejects.toThrow(`I may not post in <#${elsewhere.id}>: /invite @crier there.`)
    await expect(refused).rejects.toThrow(CrierError)
    stub.channel.isArchived = true
    await expect(platform.send(postTo(stub.channel, MESSAGE, 'edition 3'))).rejects.toThrow('is archived')
    await expect(platform.send(postTo({ ...stub.channel, id: 'C0' }, MESSAGE, 'edition 4'))).rejects.toThrow(
      'I cannot find <#C0>',
    )
  })

  test('that failed is free to be made again', async () => {
    const stub = await stage()
    const { platform } = await started(stub)
    stub.channel.hasBot = false
    await expect(platform.send(postTo(stub.channel, MESSAGE, 'edition 1'))).rejects.toThrow('/invite @crier')
    stub.channel.hasBot = true
    await platform.send(postTo(stub.channel, MESSAGE, 'edition 1'))
    expect(stub.answers()).toHaveLength(1)
  })
})

describe('an answer', () => {
  test.each([[{ status: 500 }], [{ status: 429, retryAfter: 1 }]] as const)(
    'that the response address did not take (%j) is sent again',
    async (fault) => {
      const stub = await stage()
      await started(stub)
      stub.fail('response_url', fault)
      stub.command('/quote', 'mattis')
      await answers(stub, 1)
      expect(stub.callsTo('response_url')).toHaveLength(2)
    },
  )

  test('that may have come through is not sent twice', async () => {
    const stub = await stage()
    const { logged } = await started(stub)
    stub.fail('response_url', { lostAfter: true })
    stub.command('/quote', 'mattis')
    await vi.waitFor(() => expect(stub.answers().length).toBeGreaterThan(1), 5000)
    expect(stub.answers().map(({ body }) => wordsIn(body).split('\n')[0])).toEqual(['Answer', 'Something went wrong'])
    expect(JSON.stringify(logged)).toContain('"id"')
  })

  test('that broke is told with an id that the log has, and without a stack', async () => {
    const stub = await stage()
    const { logged } = await started(stub)
    stub.command('/quote', 'broken')
    const [answer] = await answers(stub, 1)
    const id = /\(id (?<id>\w+)\)/u.exec(wordsIn(answer?.body))?.groups?.['id']
    expect(logged).toContainEqual(expect.objectContaining({ id }))
    expect(JSON.stringify(answer?.body)).not.toContain('Nobody foresaw')
  })

  test('to a mention where Crier may not post is told to its asker in a DM', async () => {
    const stub = await stage()
    await started(stub)
    stub.channel.hasBot = false
    stub.mention({ text: '/quote mattis' })
    const [answer] = await answers(stub, 1)
    expect(answer?.channel).toBe(`D${stub.user}`)
    expect(wordsIn(answer?.body)).toContain('/invite @crier')
    expect(wordsIn(answer?.body)).not.toContain('<#')
  })

  test('waits for Slack’s turn in one channel, and for none in another', async () => {
    const stub = await stage()
    const waited: number[] = []
    let now = 1_000_000
    const time = {
      now: () => now,
      wait: async (milliseconds: number, signal?: AbortSignal) => {
        if (signal)
          return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
        waited.push(milliseconds)
        now += milliseconds
      },
    }
    stub.world.posted.length = 0
    const stubTime = { ...time, now: () => Date.now() }
    await started(stub, { time: stubTime })
    const other = stub.addChannel(stub.team)
    for (const channel of [stub.channel, other, stub.channel]) stub.mention({ text: '/quote mattis', channel })
    await answers(stub, 3)
    expect(waited.filter((milliseconds) => milliseconds > 500 && milliseconds <= 1000)).toHaveLength(1)
  })
})

describe('over HTTP', () => {
  const send = (url: string, more: Partial<Parameters<typeof sendSigned>[1]> = {}) =>
    sendSigned(`${url}/slack/events`, {
      body: JSON.stringify({ type: 'url_verification', challenge: 'a challenge', token: 'x' }),
      contentType: 'application/json',
      signingSecret: SIGNING_SECRET,
      at: Date.now(),
      ...more,
    })

  test('Slack’s own questions are answered', async () => {
    const stub = await stage()
    const { url } = await startedOverHttp(stub)
    const response = await send(url)
    expect([response.status, await response.json()]).toEqual([200, { challenge: 'a challenge' }])
    const check = await send(url, { body: 'ssl_check=1&token=x', contentType: 'application/x-www-form-urlencoded' })
    expect(check.status).toBe(200)
  })

  test('a wrong signature, an old request and another path are refused', async () => {
    const stub = await stage()
    const bot = fakeBot()
    const { url } = await startedOverHttp(stub, { bot })
    expect((await send(url, { signingSecret: 'another secret' })).status).toBe(401)
    expect((await send(url, { at: Date.now() - 6 * 60_000 })).status).toBe(401)
    expect((await fetch(`${url}/slack/events`)).status).toBe(404)
    expect((await fetch(`${url}/slack/nothing`, { method: 'POST' })).status).toBe(404)
    expect(bot.requests).toEqual([])
  })
})
