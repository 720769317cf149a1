import { describe, expect, test } from 'vitest'
import type { Message } from '../../../src/message.js'
import { postTo, seen, world } from './world.js'

const DIGEST: Message = {
  title: 'The pumps of Wendmouth',
  blocks: [{ kind: 'text', text: 'One story today.' }],
  actions: [{ label: 'Compare', line: '/compare pumps' }],
  line: '/brief pumps',
}

describe('sending', () => {
  test('posts once for each key, however often and by however many it is asked for', async () => {
    const { stub, platform, another } = await world()
    const other = await another()
    const { channel } = stub
    await Promise.all([platform, other, platform].map((each) => each.send(postTo(channel, DIGEST, 'monday'))))
    await other.send(postTo(channel, DIGEST, 'monday'))
    expect(stub.messages(channel)).toHaveLength(1)
    expect(stub.callsTo('POST /channels/:id/messages')).toHaveLength(1)
    await platform.send(postTo(channel, DIGEST, 'tuesday'))
    expect(stub.messages(channel)).toHaveLength(2)
    expect(seen(stub, stub.messages(channel)[0])).toContain('One story today.')
  })

  test.each([
    [{ lostAfter: true }],
    [{ status: 500 }],
    [{ reset: true }],
    [{ status: 429, retryAfter: 0.05 }],
  ] as const)('posts once where the first attempt meets %j', async (fault) => {
    const { stub, platform } = await world()
    stub.fail('POST /channels/:id/messages', fault)
    await platform.send(postTo(stub.channel, DIGEST, 'monday'))
    expect(stub.messages(stub.channel)).toHaveLength(1)
  })

  test('into a thread and a DM works, too', async () => {
    const { stub, platform } = await world()
    const thread = stub.addThread('Digests')
    const dm = stub.dmWith(stub.user)
    await platform.send(postTo(thread, DIGEST, 'monday'))
    await platform.send(postTo(dm, DIGEST, 'monday'))
    expect(stub.messages(thread)).toHaveLength(1)
    expect(stub.messages(dm)).toHaveLength(1)
  })

  test.each([
    ['ViewChannel', /I cannot see <#\d+>: give me “View Channel”/u],
    ['SendMessages', /I may not post in <#\d+>: give me “Send Messages”/u],
  ] as const)('without %s says what to do', async (permission, told) => {
    const { stub, platform } = await world()
    stub.deny(stub.channel, permission)
    await expect(platform.send(postTo(stub.channel, DIGEST, 'monday'))).rejects.toThrow(told)
    stub.deny(stub.channel)
    await platform.send(postTo(stub.channel, DIGEST, 'monday'))
    expect(stub.messages(stub.channel)).toHaveLength(1)
  })

  test('into a channel that is gone, or a locked thread, says what to do', async () => {
    const { stub, platform } = await world()
    await expect(platform.send(postTo({ ...stub.channel, id: '1' }, DIGEST, 'monday'))).rejects.toThrow(
      /cannot find <#1>/u,
    )
    const thread = stub.addThread('Digests')
    thread.locked = true
    await expect(platform.send(postTo(thread, DIGEST, 'monday'))).rejects.toThrow(/is closed/u)
  })
})
