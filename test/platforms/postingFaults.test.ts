/** Two processes post the same on stubs where much goes wrong; each message must stand there once. */
import { describe, expect, test } from 'vitest'
import type { Book } from '../../src/book.js'
import { CrierError, UnclearError } from '../../src/errors.js'
import type { Message } from '../../src/message.js'
import type { Post, Postman } from '../../src/platform.js'
import { discordPostman } from '../../src/platforms/discord/postman.js'
import { slackPostman } from '../../src/platforms/slack/postman.js'
import { createSeal } from '../../src/seal.js'
import { randomFrom } from '../bench/random.js'
import { openBook, stubbed } from './discord/world.js'
import { hurriedTime, type QuickTime } from './quickTime.js'
import { stage } from './slack/world.js'

/** The worst one is the most frequent. */
const FAULTS = [
  { lostAfter: true },
  { lostAfter: true },
  { lostAfter: true },
  { reset: true },
  { status: 503 },
  { status: 500 },
  { status: 429, retryAfter: 0.01 },
] as const
/** How often a fault is ordered; half of them outlast all attempts of one process. */
const FAULTY = 0.4
const KEYS = 25
const LOG = { error: () => {}, warn: () => {}, info: () => {} }

const message = (title: string): Message => ({ title, blocks: [], actions: [{ label: 'Compare', line: '/compare' }] })

interface Scene {
  readonly postman: () => Postman
  readonly place: Post['place']
  readonly time: QuickTime
  /** Orders this fault for so many of the next requests to post, and to look for a post. */
  readonly fail: (fault: (typeof FAULTS)[number], times: number) => void
  /** The titles of all that was posted, in the channel and in threads. */
  readonly titles: () => string[]
}

async function slackScene(book: Book): Promise<Scene> {
  const time = hurriedTime()
  const stub = await stage({ now: time.now })
  const slack = { mode: 'socket', apiUrl: stub.apiUrl, appToken: '', botToken: stub.team.botToken ?? '' } as const
  const parts = { slack, book, time, log: LOG, draw: async () => null, seal: createSeal('') }
  return {
    postman: () => slackPostman(parts),
    place: { desk: `slack:${stub.team.id}`, channel: stub.channel.id },
    time,
    fail(fault, times) {
      stub.fail('chat.postMessage', fault, times)
      stub.fail('conversations.history', fault, times)
    },
    titles: () => stub.answers().map(({ body }) => String(body['text']).split('\n')[0] ?? ''),
  }
}

async function discordScene(book: Book): Promise<Scene> {
  const time = hurriedTime()
  const stub = await stubbed({ now: time.now })
  const discord = { token: stub.token, apiUrl: `${stub.url}/api`, guildId: null }
  return {
    postman: () => discordPostman({ discord, book, time, log: LOG, draw: async () => null }),
    place: { desk: `discord:${stub.guild.id}`, channel: stub.channel.id },
    time,
    fail(fault, times) {
      for (const route of ['POST /channels/:id/messages', 'GET /channels/:id/messages', THREADS])
        stub.fail(route, fault, times)
    },
    titles() {
      const summaries = stub.messages(stub.channel)
      const threads = summaries.flatMap(({ id }) => stub.messages({ ...stub.channel, id }))
      return [...summaries, ...threads].map((one) => stub.textOf(one).split('\n')[0]?.replace('## ', '') ?? '')
    },
  }
}

const THREADS = 'POST /channels/:id/messages/:message/threads'

/** Until it stands there, as a runner would: later, and by another process or the same one. */
async function insist(scene: Scene, random: () => number, post: Omit<Post, 'place'>): Promise<string> {
  for (let tried = 0; tried < 30; tried += 1) {
    if (random() < FAULTY) {
      scene.fail(FAULTS[Math.floor(random() * FAULTS.length)] ?? FAULTS[0], random() < 0.5 ? 5 : 1)
    }
    const sends = (random() < 0.5 ? [1, 2] : [1]).map(() => scene.postman().send({ ...post, place: scene.place }))
    const settled = await Promise.allSettled(sends)
    for (const one of settled) {
      if (one.status === 'fulfilled') return one.value
      if (!(one.reason instanceof CrierError) || one.reason instanceof UnclearError) throw one.reason
    }
    scene.time.skip(Math.floor(random() * 10 * 60_000))
  }
  throw new Error('It never came through.')
}

describe.each([
  ['Slack', slackScene],
  ['Discord', discordScene],
])('on %s, whatever fails', (_, open) => {
  test.each([1, 2])('each message stands there once (%d)', async (seed) => {
    const random = randomFrom(seed)
    const scene = await open(await openBook())
    const wanted = Array.from({ length: KEYS }, (_none, at) => [`Edition ${at}`, `Details ${at}`] as const)
    for (const [summary, details] of wanted) {
      const under = await insist(scene, random, { message: message(summary), key: summary })
      await insist(scene, random, { message: message(details), key: details, under })
    }
    expect(scene.titles().toSorted()).toEqual(wanted.flat().toSorted())
  })
})
