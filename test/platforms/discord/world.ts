/** A Crier on the stub of Discord: the true adapter, a true book, and a bot that says what it was asked. */
import { afterEach, vi } from 'vitest'
import type { Book } from '../../../src/book.js'
import type { Message } from '../../../src/message.js'
import type { Bot, Platform, Post, Request, Typing } from '../../../src/platform.js'
import { discordPlatform } from '../../../src/platforms/discord/adapter.js'
import type { Time } from '../../../src/platforms/once.js'
import { openStore } from '../../../src/store/sqlite.js'
import type { Delivery } from '../../stubs/discord/events.js'
import { type DiscordStub, type DiscordStubOptions, startDiscordStub } from '../../stubs/discord/stub.js'
import type { Channel, StoredMessage } from '../../stubs/discord/world.js'
import { card, PNG } from '../card.js'
import { type QuickTime, quickTime } from '../quickTime.js'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

export interface FakeBot extends Bot {
  readonly requests: Request[]
  readonly typings: Typing[]
  /** Answers wait from now on, until `release`. */
  hold(): void
  release(): void
}

/** Answers each line with itself; "/help" is private, "picture" has one, "long" has parts, "broken" breaks. */
export function fakeBot(): FakeBot {
  const requests: Request[] = []
  const typings: Typing[] = []
  let held = Promise.resolve()
  let open: (() => void) | null = null
  return {
    requests,
    typings,
    hold() {
      held = new Promise((resolve) => {
        open = resolve
      })
    },
    release: () => open?.(),
    async answer(request) {
      requests.push(request)
      await held
      if (request.line.includes('broken')) throw new Error('Nobody foresaw this')
      return answerTo(request)
    },
    complete: async () => [],
    async suggest(typing) {
      typings.push(typing)
      await held
      return [
        'Ada Tresidder',
        'Ada Tresidder',
        ' ',
        'x'.repeat(101),
        ...Array.from({ length: 30 }, (_, at) => `Name ${at}`),
      ].map((value) => ({ value }))
    },
    commands: [
      {
        name: 'quote',
        summary: 'What a person was quoted as saying',
        usage: '/quote WHO',
        examples: ['/quote tresidder'],
        options: {
          who: { kind: 'speaker', summary: 'whose words', required: true, positional: true },
          about: { kind: 'topic', summary: 'only what is about this' },
          page: { kind: 'number', summary: 'which page' },
        },
      },
      { name: 'help', summary: 'What can be asked', usage: '/help', examples: ['/help'], options: {} },
    ],
    examples: ['/quote tresidder', '/compare pumps'],
  }
}

function answerTo({ line, previous = null, pointedAt = null, desk }: Request): Message {
  const told = [`desk ${desk}`, previous && `after ${previous}`, pointedAt && `about ${pointedAt}`].filter(Boolean)
  return {
    title: `Answer to ${line}`,
    blocks: [
      { kind: 'text', text: told.join(', ') },
      ...(line.includes('long') ? Array.from({ length: 20 }, (_, at) => paragraph(at + 1)) : []),
      ...(line.includes('picture') ? [{ kind: 'image' as const, name: 'card.png', alt: 'A card', card }] : []),
    ],
    actions: [{ label: 'Compare', line: '/compare pumps' }],
    ...(line.includes('help') ? { private: true } : { line }),
  }
}

function paragraph(number: number) {
  return {
    kind: 'text' as const,
    text: `Paragraph ${number}. ${'The ferry to Port Anselm sails at noon. '.repeat(10)}`,
  }
}

export interface World {
  readonly stub: DiscordStub
  readonly bot: FakeBot
  readonly book: Book
  readonly time: QuickTime
  readonly platform: Platform
  /** What was logged, as text. */
  readonly logged: string[]
  /** Starts a Crier more on the same stub and book. */
  readonly another: (bot?: FakeBot) => Promise<Platform>
  /** Rejects with what `start` rejected with, or resolves when it did. */
  readonly running: Promise<void>
}

interface Options {
  readonly stub?: DiscordStub
  readonly bot?: FakeBot
  readonly guildId?: string
  readonly stubOptions?: DiscordStubOptions
  /** What its pictures are drawn as. */
  readonly drawn?: Uint8Array | null
}

/** Ready, with its commands registered. */
export async function world({
  bot = fakeBot(),
  stubOptions,
  guildId,
  stub: given,
  drawn = PNG,
}: Options = {}): Promise<World> {
  const stub = given ?? (await stubbed(stubOptions))
  const book = await openBook()
  const time = quickTime()
  const logged: string[] = []
  const start = async (of: FakeBot) => {
    const platform = platformFor(stub, { book, time, logged, guildId: guildId ?? null, drawn })
    const running = platform.start(of)
    running.catch(() => {})
    await Promise.race([until(() => platform.isReady()), running])
    await until(() => logged.some((line) => line.includes('Commands are registered')))
    return { platform, running }
  }
  const { platform, running } = await start(bot)
  return {
    stub,
    bot,
    book,
    time,
    platform,
    running,
    logged,
    another: async (more = bot) => (await start(more)).platform,
  }
}

/** Stopped when the test ends. */
export async function stubbed(options: DiscordStubOptions = {}): Promise<DiscordStub> {
  const stub = await startDiscordStub(options)
  ends.push(() => stub.stop())
  return stub
}

interface PlatformOptions {
  readonly book: Book
  readonly time?: Time
  readonly logged?: string[]
  readonly guildId?: string | null
  readonly token?: string
  readonly drawn?: Uint8Array | null
}

/** Closed when the test ends. */
export async function openBook(): Promise<Book> {
  const store = await openStore('sqlite::memory:')
  ends.push(() => store.close())
  return store.book
}

/** Not started; stopped when the test ends. */
export function platformFor(
  stub: Pick<DiscordStub, 'url' | 'token'>,
  { book, time = quickTime(), logged = [], guildId = null, token = stub.token, drawn = PNG }: PlatformOptions,
): Platform {
  const log = (details: object, text: string) => void logged.push(`${text} ${JSON.stringify(details)}`)
  const platform = discordPlatform({
    discord: { token, apiUrl: `${stub.url}/api`, guildId },
    book,
    time,
    log: { error: log, warn: log, info: log },
    draw: async () => drawn,
  })
  ends.push(() => platform.stop())
  return platform
}

/** Something to post of Crier's own accord. */
export function postTo({ id, guildId, recipientIds }: Channel, message: Message, key: string): Post {
  const desk = guildId === null ? `discord:@${recipientIds[0]}` : `discord:${guildId}`
  return { place: { desk, channel: id }, message, key }
}

/** Waits until it holds. */
export async function until(holds: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      if (!holds()) throw new Error('It does not hold')
    },
    { timeout: 10_000, interval: 10 },
  )
}

/** Waits until there is an answer and nothing is still loading. */
export async function finished(delivery: Delivery): Promise<void> {
  const LOADING = 128
  await until(() => delivery.messages().length > 0 && delivery.messages().every(({ flags }) => (flags & LOADING) === 0))
}

/** The one message that it led to. */
export function only(delivery: Delivery): StoredMessage {
  const [message, ...more] = delivery.messages()
  if (message === undefined || more.length > 0) throw new Error(`It led to ${more.length + (message ? 1 : 0)} messages`)
  return message
}

export function textOf(stub: DiscordStub, delivery: Delivery): string {
  return seen(stub, only(delivery))
}

/** What a reader sees of a message: no backslash that only escapes. */
export function seen(stub: DiscordStub, message: StoredMessage | undefined): string {
  return message === undefined ? '' : stub.textOf(message).replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
}
