/** Crier as a service: its chat platforms, answers in a thread of their own, and one HTTP server. */
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { cliPhrases as say } from './cliPhrases.js'
import type { Config } from './config.js'
import { messageOf } from './errors.js'
import { createHttpServer, type HttpServer } from './http.js'
import { type Surroundings, withStore } from './main.js'
import { measured } from './metrics.js'
import { startDrawing } from './pictures/drawing.js'
import type { Draw, Platform } from './platform.js'
import type { Time } from './platforms/once.js'
import { startThreadedBot } from './thread/bot.js'
import type { ThreadData } from './thread/entry.js'

/** Whatever is still going on after so long is left behind. Milliseconds. */
const LONGEST_STOP = 15_000
/** What was handled is remembered longer than any platform delivers it again. Milliseconds. */
const FORGOTTEN_AFTER = 14 * 24 * 3_600_000
const FORGETTING_EVERY = 3_600_000

/** Claims and leases need the true time, whatever `CRIER_NOW` says for the news. */
export const TRUE_TIME: Time = {
  now: () => Date.now(),
  wait: async (milliseconds, signal) => {
    await pause(milliseconds, undefined, signal ? { signal } : {}).catch(() => {})
  },
}

/** Runs every platform whose tokens are set until the process is told to stop. Rejects with a CrierError where one cannot connect. */
export async function serve(
  { config, environment, log, tell }: Surroundings,
  articles: string | undefined,
): Promise<void> {
  const thread: ThreadData = { environment, articles }
  const start = () => new Worker(new URL('./thread/entry.js', import.meta.url), { workerData: thread })
  const answering = await startThreadedBot({ start, log, tell })
  const { bot, metrics } = measured(answering)
  const drawing = startDrawing({ start: () => new Worker(new URL('./pictures/thread.js', import.meta.url)), log })
  try {
    await withStore(config, articles !== undefined, async ({ book }) => {
      const platforms: Platform[] = []
      const isReady = () => platforms.every((platform) => platform.isReady())
      const http = createHttpServer({ ...config, isReady, metrics })
      platforms.push(...(await platformsFor(config, { book, log, mount: http.mount, draw: drawing.draw })))
      await listen(http, config, log)
      const ended = new AbortController()
      const forgetting = forget(book, log, ended.signal)
      try {
        await untilStopped(
          platforms.map((platform) => () => platform.start(bot)),
          platforms,
        )
      } finally {
        ended.abort()
        await Promise.all([http.close(), forgetting])
      }
    })
  } finally {
    await Promise.all([answering.stop(), drawing.stop()])
  }
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
async function untilStopped(starts: readonly (() => Promise<void>)[], platforms: readonly Platform[]): Promise<void> {
  const told = new AbortController()
  const signal = Promise.race(['SIGINT', 'SIGTERM'].map((name) => once(process, name, { signal: told.signal })))
  const running = Promise.all(starts.map((start) => start()))
  // What is left to fail after the first failure has nobody to tell.
  running.catch(() => {})
  try {
    await Promise.race([running, signal.catch(() => {})])
  } finally {
    told.abort()
    const stopped = Promise.allSettled(platforms.map((platform) => platform.stop()))
    await Promise.race([stopped, pause(LONGEST_STOP, undefined, { ref: false })])
  }
}

async function forget(book: Store['book'], log: Surroundings['log'], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const before = TRUE_TIME.now() - FORGOTTEN_AFTER
    await book.forget(before).catch((error: unknown) => log.warn({ err: error }, say.notForgotten))
    await TRUE_TIME.wait(FORGETTING_EVERY, signal)
  }
}
