/** A Crier on the stub of Slack: the true adapter, a true book, and a bot that says what it was asked. */
import type { RequestListener } from 'node:http'
import { afterEach, vi } from 'vitest'
import type { Book } from '../../../src/book.js'
import { createHttpServer } from '../../../src/http.js'
import type { Message } from '../../../src/message.js'
import type { Bot, Draw, Platform, Post, Request } from '../../../src/platform.js'
import type { Time } from '../../../src/platforms/once.js'
import { slackPlatform } from '../../../src/platforms/slack/adapter.js'
import type { SlackSettings } from '../../../src/platforms/slack/settings.js'
import { createSeal } from '../../../src/seal.js'
import { openStore } from '../../../src/store/sqlite.js'
import { type SlackStub, type SlackStubOptions, startSlackStub } from '../../stubs/slack/stub.js'
import type { Channel } from '../../stubs/slack/world.js'
import { card, PNG } from '../card.js'
import { quickTime } from '../quickTime.js'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

export const SIGNING_SECRET = 'a signing secret'

export interface FakeBot extends Bot {
  readonly requests: Request[]
  /** Answers wait from now on, until `release`. */
  hold(): void
  release(): void
}

/** Answers each line with itself; "/help" is private, "broken" breaks, "picture" has one, words without a slash are answered by `/said`. */
export function fakeBot(): FakeBot {
  const requests: Request[] = []
  let held = Promise.resolve()
  let open = (): void => {}
  return {
    requests,
    hold() {
      held = new Promise((resolve) => {
        open = resolve
      })
    },
    release: () => open(),
    async answer(request) {
      requests.push(request)
      await held
      if (request.line.includes('broken')) throw new Error('Nobody foresaw this')
      return answerTo(request)
    },
    complete: async () => [],
    suggest: async () => [],
    commands: [],
    examples: ['/quote holt', '/brief'],
  }
}

function answerTo({ line, pointedAt }: Request): Message {
  const words = [`You asked ${line}`, ...(pointedAt ? [`about ${pointedAt}`] : [])].join(' ')
  const isPrivate = line.includes('help')
  return {
    title: 'Answer',
    blocks: [
      { kind: 'text', text: words },
      ...(line.includes('picture') ? [{ kind: 'image' as const, name: 'card.png', alt: 'A card', card }] : []),
    ],
    actions: [{ label: 'Other story', line: `${line} story:2` }],
    ...(isPrivate ? { private: true } : { line }),
  }
}

export interface Running {
  readonly platform: Platform
  /** Resolves when it has ended, rejects with why it cannot go on. */
  readonly running: Promise<void>
  readonly logged: object[]
  readonly book: Book
}

export async function stage(options: SlackStubOptions = {}): Promise<SlackStub> {
  const stub = await startSlackStub(options)
  ends.push(() => stub.stop())
  return stub
}

export async function newBook(): Promise<Book> {
  const store = await openStore('sqlite::memory:')
  ends.push(() => store.close())
  return store.book
}

interface Given {
  readonly bot?: Bot
  readonly book?: Book
  readonly prefix?: string
  readonly slack?: SlackSettings
  readonly mount?: (prefix: string, listener: RequestListener) => void
  readonly time?: Time
  readonly draw?: Draw
}

/** Starts Crier over sockets, unless other settings are given. */
export async function start(stub: SlackStub, given: Given = {}): Promise<Running> {
  const book = given.book ?? (await newBook())
  const logged: object[] = []
  const log = (details: object, text: string) => logged.push({ ...details, text })
  const { apiUrl, appToken } = stub
  const slack: SlackSettings = given.slack ?? { mode: 'socket', apiUrl, botToken: stub.team.botToken ?? '', appToken }
  const platform = slackPlatform({
    slack,
    prefix: given.prefix ?? '',
    book,
    time: given.time ?? quickTime(),
    log: { error: log, warn: log, info: log },
    draw: given.draw ?? (async () => PNG),
    mount: given.mount ?? (() => {}),
    seal: createSeal('a state secret'),
  })
  const running = platform.start(given.bot ?? fakeBot())
  running.catch(() => {})
  ends.push(() => platform.stop())
  return { platform, running, logged, book }
}

export async function started(stub: SlackStub, given: Given = {}): Promise<Running> {
  const crier = await start(stub, given)
  await vi.waitFor(() => {
    if (!crier.platform.isReady()) throw new Error('Not ready.')
  }, 10_000)
  return crier
}

/** Starts Crier behind an HTTP server, to which the stub delivers from now on. */
export async function startedOverHttp(stub: SlackStub, given: Given = {}): Promise<Running & { readonly url: string }> {
  const http = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    isReady: () => true,
    metrics: async () => ({ type: '', text: '' }),
  })
  const url = `http://127.0.0.1:${await http.listen()}`
  ends.push(() => http.close())
  const { apiUrl } = stub
  const settings: SlackSettings = {
    mode: 'http',
    apiUrl,
    botToken: stub.team.botToken ?? '',
    signingSecret: SIGNING_SECRET,
  }
  const crier = await started(stub, { ...given, slack: given.slack ?? settings, mount: http.mount })
  stub.deliverTo({ url: `${url}/slack/events`, signingSecret: SIGNING_SECRET })
  return { ...crier, url }
}

/** Something to post of Crier's own accord. */
export function postTo({ id, team }: Channel, message: Message, key: string): Post {
  return { place: { desk: `slack:${team.id}`, channel: id }, message, key }
}

/** The words that a message shows. */
export function wordsIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'text' in body && typeof body.text === 'string' ? body.text : ''
}

/** Waits until there are so many answers, and gives them. */
export async function answers(stub: SlackStub, count: number) {
  return vi.waitFor(() => {
    const found = stub.answers()
    if (found.length < count) throw new Error(`${found.length} answers, and ${count} are awaited.`)
    return found
  }, 10_000)
}
