/** Crier as a service: its chat platforms, answers and editions in threads of their own, and one HTTP server. */
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from './config.js'
import { messageOf } from './errors.js'
import { createHttpServer, type HttpServer } from './http.js'
import { type Surroundings, withStore } from './main.js'
import { measured } from './metrics.js'
import { startDrawing } from './pictures/drawing.js'
import type { Draw, Platform } from './platform.js'
import { createPostmen } from './postmen.js'
import { startThreadedBot } from './thread/bot.js'
import { type SendingThread, startSending } from './thread/digests.js'
import type { DigestsThreadData } from './thread/digestsEntry.js'
import type { ThreadData } from './thread/entry.js'
import { type FeedsThread, startFeeds } from './thread/feeds.js'
import type { AroundAnswering } from './thread/protocol.js'
import { FEEDS_MEMORY, thread } from './threads.js'
import { TRUE_TIME } from './trueTime.js'

/** Whatever is still going on after so long is left behind. Milliseconds. */
const LONGEST_STOP = 15_000

/** Runs every platform whose tokens are set until the process is told to stop. Rejects with a CrierError where one cannot connect. */
export async function serve(
  { config, environment, log, tell }: Surroundings,
  articles: string | undefined,
): Promise<void> {
  await withStore(config, articles !== undefined, async ({ book }) => {
    const platforms: Platform[] = []
    const { postman, mayPost } = createPostmen(platforms, TRUE_TIME)
    let sending: SendingThread | null = null
    const answers: ThreadData = { environment, articles }
    let feeds: FeedsThread | null = null
    const around: AroundAnswering = {
      mayPost,
      hurry: async () => sending?.hurry(),
      findFeeds: async (address) => feeds?.find(address) ?? [],
      hurryFeeds: async () => feeds?.hurry(),
    }
    const answering = await startThreadedBot({ start: () => thread('./thread/entry.js', answers), around, log, tell })
    const { bot, metrics, count, countPolled } = measured(answering)
    const drawing = startDrawing({ start: () => thread('./pictures/thread.js'), log })
    try {
      const isReady = () => platforms.every((platform) => platform.isReady())
      const http = createHttpServer({ ...config, isReady, metrics })
      platforms.push(...(await platformsFor(config, { book, log, mount: http.mount, draw: drawing.draw })))
      const editions: DigestsThreadData = { environment, platforms: platforms.map(({ name }) => name) }
      const start = () => thread('./thread/digestsEntry.js', editions)
      sending = await startSending({ start, postman, onOutcome: count, log })
      feeds = startFeeds({
        start: () => thread('./thread/feedsEntry.js', editions, FEEDS_MEMORY),
        around: { tell: postman.tell, polled: async (polled) => countPolled(polled) },
        log,
      })
      await feeds.ready()
      await listen(http, config, log)
      try {
        await untilStopped(
          platforms.map((platform) => () => platform.start(bot)),
          [sending, feeds, ...platforms],
        )
      } finally {
        await http.close()
      }
    } finally {
      await Promise.all([answering.stop(), drawing.stop(), sending?.end(), feeds?.end()])
    }
  })
}

type Store = Parameters<Parameters<typeof withStore>[2]>[0]

interface Shared {
  readonly book: Store['book']
  readonly log: Surroundings['log']
  readonly mount: HttpServer['mount']
  readonly draw: Draw
}

async function platformsFor({ slack, discord, commandPrefix: prefix }: Config, shared: Shared): Promise<Platform[]> {
  const { book, log, mount, draw } = shared
  const platforms: Platform[] = []
  if (slack) {
    const [{ slackPlatform }, { createSeal }] = await Promise.all([
      import('./platforms/slack/adapter.js'),
      import('./seal.js'),
    ])
    const seal = createSeal(slack.mode === 'install' ? slack.stateSecret : '')
    platforms.push(slackPlatform({ slack, prefix, book, time: TRUE_TIME, log, mount, draw, seal }))
  }
  if (discord) {
    const { discordPlatform } = await import('./platforms/discord/adapter.js')
    platforms.push(discordPlatform({ discord, book, time: TRUE_TIME, log, draw }))
  }
  return platforms
}

/** Where nothing but health is served, a port that is taken is no reason not to answer. */
async function listen(http: HttpServer, { host, slack }: Config, log: Surroundings['log']): Promise<void> {
  try {
    log.info({ host, port: await http.listen() }, 'HTTP is served')
  } catch (error) {
    if (slack !== null && slack.mode !== 'socket') throw error
    log.warn({}, messageOf(error))
  }
}

/** Until a signal says to stop, all have ended, or one cannot go on: then all are stopped, and that error is thrown. */
async function untilStopped(
  starts: readonly (() => Promise<void>)[],
  stopping: readonly { stop(): Promise<void> }[],
): Promise<void> {
  const told = new AbortController()
  const signal = Promise.race(['SIGINT', 'SIGTERM'].map((name) => once(process, name, { signal: told.signal })))
  const running = Promise.all(starts.map((start) => start()))
  // What is left to fail after the first failure has nobody to tell.
  running.catch(() => {})
  try {
    await Promise.race([running, signal.catch(() => {})])
  } finally {
    told.abort()
    const stopped = Promise.allSettled(stopping.map((one) => one.stop()))
    await Promise.race([stopped, pause(LONGEST_STOP, undefined, { ref: false })])
  }
}
