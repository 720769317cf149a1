import { describe, expect, test } from 'vitest'
import { buttonsIn, type SlackStub } from '../../stubs/slack/stub.js'
import { answers, stage, started, wordsIn } from './world.js'

const IN_WORDS = 'In short: A card'

function picturesIn(body: unknown): unknown[] {
  return JSON.stringify(body).match(/"slack_file":\{"id":"F\d+"\}/gu) ?? []
}

async function mentioned(stub: SlackStub) {
  stub.mention({ text: 'a picture' })
  const [answer] = await answers(stub, 1)
  return answer
}

describe('a picture', () => {
  test('is uploaded with its words, and shown to all once Slack has looked at it', async () => {
    const stub = await stage()
    await started(stub)
    const answer = await mentioned(stub)
    expect(picturesIn(answer?.body)).toHaveLength(1)
    expect(JSON.stringify(answer?.body)).toContain('"alt_text":"A card"')
    expect(stub.callsTo('chat.postMessage')).toHaveLength(2)
    expect([...stub.world.uploads.values()]).toMatchObject([{ name: 'card.png', received: 4, isComplete: true }])
    expect(stub.callsTo('files.getUploadURLExternal')[0]?.body).toMatchObject({ alt_text: 'A card' })
    expect(stub.callsTo('files.completeUploadExternal')[0]?.body).not.toHaveProperty('channel_id')
  })

  test('that Slack never shows is told in words', async () => {
    const stub = await stage()
    stub.world.refusalsOfUploads = 100
    await started(stub)
    const answer = await mentioned(stub)
    expect(picturesIn(answer?.body)).toEqual([])
    expect(wordsIn(answer?.body)).toContain(IN_WORDS)
  })

  test('is told in words where Crier may not upload, or cannot draw', async () => {
    const forbidden = await stage({ scopes: ['chat:write', 'commands', 'app_mentions:read', 'channels:history'] })
    const { logged } = await started(forbidden)
    expect(wordsIn((await mentioned(forbidden))?.body)).toContain(IN_WORDS)
    expect(JSON.stringify(logged)).toContain('files:write')
    const undrawn = await stage()
    await started(undrawn, { draw: async () => null })
    expect(wordsIn((await mentioned(undrawn))?.body)).toContain(IN_WORDS)
    expect(undrawn.world.uploads.size).toBe(0)
  })

  test('is told in words to one alone, and shown where that is shared and Crier may post', async () => {
    const stub = await stage()
    await started(stub)
    stub.command('/quote', 'picture')
    const [alone] = await answers(stub, 1)
    expect(wordsIn(alone?.body)).toContain(IN_WORDS)
    expect(stub.world.uploads.size).toBe(0)
    stub.press(alone ?? null, buttonsIn(alone?.body).get('Share in the channel') ?? '')
    const [, shared] = await answers(stub, 2)
    expect(shared).toMatchObject({ via: 'chat.postMessage', seenBy: null, channel: stub.channel.id })
    expect(picturesIn(shared?.body)).toHaveLength(1)
    expect(wordsIn(shared?.body)).toContain('Shared by ada')
  })

  test('is told in words where that is shared and Crier is no member', async () => {
    const stub = await stage()
    const channel = stub.addChannel(stub.team, false)
    await started(stub)
    stub.command('/quote', 'picture', { channel })
    const [alone] = await answers(stub, 1)
    stub.press(alone ?? null, buttonsIn(alone?.body).get('Share in the channel') ?? '', { channel })
    const [, shared] = await answers(stub, 2)
    expect(shared).toMatchObject({ via: 'response_url', seenBy: null, channel: channel.id })
    expect(wordsIn(shared?.body)).toContain(IN_WORDS)
  })
})
