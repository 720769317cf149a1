import { describe, expect, test, vi } from 'vitest'
import create from '../../../commands/digest/create.js'
import { usage } from '../../../src/command.js'
import { parseLine } from '../../../src/line/parse.js'
import type { Message } from '../../../src/message.js'
import type { Bot, CommandInfo, Request } from '../../../src/platform.js'
import { formFor } from '../../../src/platforms/slack/form.js'
import { problemsInView } from '../../stubs/slack/limits.js'
import type { SlackStub } from '../../stubs/slack/stub.js'
import { answers, fakeBot, stage, started, startedOverHttp, wordsIn } from './world.js'

const info: CommandInfo = { ...create, options: create.options, usage: usage(create) }

/** A bot that knows /digest create, and finds one schedule wrong. */
function botWithForm() {
  const bot = fakeBot()
  const answer: Bot['answer'] = async (request: Request): Promise<Message> => {
    const message = await bot.answer(request)
    const isWrong = request.line.includes('minute')
    const isShut = request.line.includes('SHUT')
    const sentence = isShut ? 'I may not post in #C0SHUT.' : 'Too often.'
    if (isWrong || isShut)
      return {
        title: 'Wrong',
        blocks: [{ kind: 'text', text: sentence, ...(isShut ? { channels: ['C0SHUT'] } : {}) }],
        actions: [],
        private: true,
        wrong: isWrong ? 'when' : 'channel',
      }
    return { ...message, private: true }
  }
  return { ...bot, answer, commands: [info] }
}

const modal = (stub: SlackStub) => [...stub.world.views.values()].find(({ type }) => type === 'modal')

async function opened(stub: SlackStub, text = 'create'): Promise<Record<string, unknown>> {
  stub.command('/digest', text)
  return vi.waitFor(() => {
    const view = modal(stub)
    if (!view) throw new Error('No form yet.')
    return { ...view }
  })
}

const lastLine = (bot: { readonly requests: readonly Request[] }) => bot.requests.at(-1)?.line ?? ''

describe('a form', () => {
  test.each([
    ['/digest create', true],
    ['/crier Digest create', true],
    ['/digest create topics:ferry', true],
    ['/digest create weekdays at 8', false],
    ['/digest create when:daily', false],
    ['/digest create colour:red', false],
    ['/digest list', false],
    ['/digest', false],
  ])('for “%s”: %s', (line, isOffered) => {
    const list: CommandInfo = { name: 'digest list', summary: '', options: {}, examples: [], usage: '' }
    expect(formFor(line, [{ ...list, group: create.group ?? { name: '', summary: '' } }, info]) !== null).toBe(
      isOffered,
    )
  })
})

describe.each([
  ['over sockets', started],
  ['over HTTP', startedOverHttp],
])('where too little is told %s', (_, begin) => {
  test('a form opens at once, though nothing else is answered yet, and what was told is in it', async () => {
    const stub = await stage()
    const bot = botWithForm()
    bot.hold()
    await begin(stub, { bot })
    const view = await opened(stub, 'create topics:ferry,pumps if-late:fold')
    expect(problemsInView({ ...view, id: undefined })).toEqual(['view has id'])
    expect(view).toMatchObject({
      title: { text: '/digest create' },
      blocks: expect.arrayContaining([
        expect.objectContaining({ block_id: 'when', optional: false }),
        expect.objectContaining({
          block_id: 'topics',
          optional: true,
          element: expect.objectContaining({ initial_value: 'ferry,pumps' }),
        }),
        expect.objectContaining({
          block_id: 'channel',
          element: expect.objectContaining({ initial_conversation: stub.channel.id }),
        }),
        expect.objectContaining({
          block_id: 'if-late',
          element: expect.objectContaining({ initial_option: expect.objectContaining({ value: 'fold' }) }),
        }),
      ]),
    })
    expect(bot.requests).toEqual([])
    expect(stub.answers()).toEqual([])
    bot.release()
  })

  test('is sent off as the line that says the same, and answered where it was opened, for its sender alone', async () => {
    const stub = await stage()
    const bot = botWithForm()
    await begin(stub, { bot })
    await opened(stub)
    const delivery = stub.submit({ when: 'weekdays at 08:30', topics: 'the “ferry”, pumps', 'if-empty': 'say' })
    const [answer] = await answers(stub, 1)
    expect(answer).toMatchObject({ seenBy: stub.user, channel: stub.channel.id, via: 'response_url' })
    expect(delivery.responses()).toEqual([])
    expect(parseLine(lastLine(bot), [create], new Date(0)).options).toEqual({
      when: 'weekdays at 08:30',
      channel: stub.channel.id,
      topics: ['the “ferry”', 'pumps'],
      'if-empty': 'say',
    })
    expect(bot.requests.at(-1)).toMatchObject({
      channel: stub.channel.id,
      asker: { user: stub.user, isManager: false },
    })
  })

  test('tells a mistake at its field, and takes the form again', async () => {
    const stub = await stage()
    const bot = botWithForm()
    await begin(stub, { bot })
    await opened(stub)
    const wrong = stub.submit({ when: 'every minute' })
    await vi.waitFor(() =>
      expect(wrong.responses()).toEqual([{ response_action: 'errors', errors: { when: 'Too often.' } }]),
    )
    const shut = stub.submit({ when: 'daily', channel: 'C0SHUT' })
    await vi.waitFor(() =>
      expect(shut.responses()).toMatchObject([{ errors: { channel: 'I may not post in this channel.' } }]),
    )
    expect(stub.answers()).toEqual([])
    stub.submit({ when: 'every hour' })
    expect(wordsIn((await answers(stub, 1))[0]?.body)).toContain('You asked /digest create when:“every hour”')
  })

  test('tells in the channel what comes too late for a field', async () => {
    const stub = await stage()
    const bot = botWithForm()
    await begin(stub, { bot })
    await opened(stub)
    bot.hold()
    const delivery = stub.submit({ when: 'every minute' })
    await vi.waitFor(() => expect(delivery.acknowledged()).toBe(1), 10_000)
    expect(delivery.responses()).toEqual([])
    bot.release()
    const [answer] = await answers(stub, 1)
    expect(wordsIn(answer?.body)).toContain('Too often.')
    expect(answer?.seenBy).toBe(stub.user)
  })
})

test('A form that is delivered twice is opened once, and sent off once', async () => {
  const stub = await stage()
  const bot = botWithForm()
  await started(stub, { bot })
  const command = stub.command('/digest', 'create')
  command.everywhere()
  await vi.waitFor(() => expect(modal(stub)).toBeDefined())
  const delivery = stub.submit({ when: 'daily' })
  delivery.everywhere()
  await vi.waitFor(() => expect(delivery.acknowledged()).toBeGreaterThan(2), 10_000)
  expect(bot.requests).toHaveLength(1)
  expect(stub.callsTo('views.open')).toHaveLength(1)
})

test('Where Slack opens no form, the line is answered in words', async () => {
  const stub = await stage()
  await started(stub, { bot: botWithForm() })
  stub.fail('views.open', { error: 'expired_trigger_id' })
  stub.command('/digest', 'create')
  expect(wordsIn((await answers(stub, 1))[0]?.body)).toContain('You asked /digest create')
})
