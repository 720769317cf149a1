/** The composition root: the one file that knows every part. A part is loaded when it is needed, so that a question is answered fast. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Report } from './articles/ingest.js'
import type { RunnableBot } from './bot.js'
import { cliPhrases as say } from './cliPhrases.js'
import { type Config, DEFAULT_DATABASE_URL, type Environment } from './config.js'
import type { Digests } from './digests/digest.js'
import type { Runner } from './digests/runner.js'
import { CrierError, messageOf } from './errors.js'
import type { Feeds } from './feeds/feed.js'
import type { Log } from './log.js'
import type { Message } from './message.js'
import { LOCAL } from './platform.js'
import { createProgress } from './progress.js'
import type { Origin, Store } from './store/store.js'
import type { FeedsThread } from './thread/feeds.js'
import type { FeedsThreadData } from './thread/feedsEntry.js'

/** Whoever leaves the chat does not wait longer for feeds that are being read. Milliseconds. */
const LONGEST_STOP = 3_000

export interface Surroundings {
  readonly config: Config
  readonly log: Log
  /** What the settings were read from. */
  readonly environment: Environment
  /** Takes a sentence for the person who started Crier. */
  readonly tell: (sentence: string) => void
}

/** Runs `work` with the store open. `inMemory` holds unless a store is set. */
export async function withStore<T>(config: Config, inMemory: boolean, work: (store: Store) => Promise<T>): Promise<T> {
  const { openStore } = await import('./store/sqlite.js')
  const url = config.databaseUrl ?? (inMemory ? 'sqlite::memory:' : DEFAULT_DATABASE_URL)
  const store = await openStore(url, { now: () => config.clock().getTime() })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Reads files and folders into the store. */
export async function index(store: Store, paths: readonly string[], origin: Origin, outlet?: string): Promise<Report> {
  const [{ ingest }, { readArticles }, { extractQuotations }] = await Promise.all([
    import('./articles/ingest.js'),
    import('./articles/read.js'),
    import('./quotations/extract.js'),
  ])
  const progress = createProgress({ output: process.stderr, now: () => performance.now() })
  try {
    const readings = readArticles(paths, { outlet })
    return await ingest(store, readings, origin, { extract: extractQuotations, onProgress: progress.step })
  } finally {
    progress.end()
  }
}

/** What commands may ask of whoever sends editions and reads feeds. */
export interface Around extends Pick<Digests, 'mayPost' | 'hurry'> {
  readonly feeds: Pick<Feeds, 'find' | 'hurry'>
}

/** Where nothing is sent, and feeds are read another time. */
export function nobodyAround(surroundings: Surroundings): Around {
  return { mayPost: async () => null, hurry() {}, feeds: { find: finderIn(surroundings), hurry() {} } }
}

/** Finds feeds in this process, which then has to wait for it. */
function finderIn(surroundings: Surroundings): Feeds['find'] {
  return async (address) => {
    const { withFeeds } = await import('./withFeeds.js')
    return withFeeds(surroundings, (feeds) => feeds.find(address))
  }
}

/** Runs `work` with a bot that has articles to answer from: those at `articles`, else those in the store, else the samples. */
export async function withBot<T>(
  { config, log, tell }: Surroundings,
  articles: string | undefined,
  around: Around,
  work: (bot: RunnableBot, store: Store) => Promise<T>,
): Promise<T> {
  return withStore(config, articles !== undefined, async (store) => {
    if (articles !== undefined) {
      const report = await index(store, [articles], 'files')
      for (const refused of report.refused) tell(say.refused(refused))
      if (report.articles.length === 0) throw new CrierError(say.noArticles(articles))
    } else if (await store.isEmpty()) {
      const report = await index(store, [join(packageRoot(), 'seeds')], 'samples')
      tell(say.samples(report.articles.length))
    }
    const [{ createBot }, { commands }] = await Promise.all([import('./bot.js'), import('../commands/index.js')])
    const { feeds: feedsAround, ...digestsAround } = around
    const digests: Digests = { book: store.digests, ...digestsAround }
    const feeds: Feeds = { book: store.feeds, ...feedsAround }
    return work(createBot({ commands, store, digests, feeds, clock: config.clock, log }), store)
  })
}

/** Writes the first picture of a message as PNG; nothing where it has none. Rejects with a CrierError where it cannot be written. */
export async function writePicture({ blocks }: Message, file: string): Promise<void> {
  const image = blocks.find((block) => block.kind === 'image')
  if (!image) return
  const { cardPng } = await import('./pictures/png.js')
  try {
    writeFileSync(file, cardPng(image.card))
  } catch (error) {
    throw new CrierError(say.noPicture(messageOf(error)), { cause: error })
  }
}

/** Every platform whose tokens are set; with none, the terminal chat. Resolves when all have ended. */
export async function run(surroundings: Surroundings, articles: string | undefined): Promise<void> {
  const { slack, discord } = surroundings.config
  if (slack || discord) {
    const { serve } = await import('./serve.js')
    return inSharedStore(surroundings, articles, (shared) => serve(shared, articles))
  }
  return inSharedStore(surroundings, articles, (shared) => chat(shared, articles))
}

/** The terminal chat. While it runs, feeds are read, and editions of its digests shown between what is typed. */
async function chat(surroundings: Surroundings, articles: string | undefined): Promise<void> {
  const { config, environment, log } = surroundings
  const { env } = process
  const [{ terminalPlatform }, { createSender }, { startTicking }, { TRUE_TIME }, threads, following] =
    await Promise.all([
      import('./platforms/terminal/adapter.js'),
      import('./digests/sender.js'),
      import('./digests/ticking.js'),
      import('./trueTime.js'),
      import('./threads.js'),
      import('./thread/feeds.js'),
    ])
  const historyFile = env['HOME'] ? { historyFile: join(env['HOME'], '.crier_history') } : {}
  const terminal = terminalPlatform({ input: process.stdin, output: process.stdout, env, ...historyFile })
  let runner: Runner | null = null
  let reading: FeedsThread | null = null
  const find = finderIn(surroundings)
  const feeds: Around['feeds'] = {
    find: (address) => (reading ? reading.find(address) : find(address)),
    hurry: () => reading?.hurry(),
  }
  const around: Around = { mayPost: (place) => terminal.mayPost(place), hurry: () => void runner?.tick(), feeds }
  const now = () => config.clock().getTime()
  return withBot(surroundings, articles, around, async (bot, store) => {
    const sender = createSender({
      store,
      platforms: ['local'],
      postman: terminal,
      now,
      trueNow: TRUE_TIME.now,
      wait: TRUE_TIME.wait,
      log,
    })
    runner = sender
    const stopTicking = startTicking({ tick: () => sender.tick(), book: store.book, now: TRUE_TIME.now, log })
    if (threads.RUNS_THREADS) {
      const given: FeedsThreadData = { environment, platforms: [LOCAL.desk] }
      const told = {
        tell: (...words: Parameters<typeof terminal.tell>) => terminal.tell(...words),
        polled: async () => {},
      }
      reading = following.startFeeds({
        start: () => threads.thread('./thread/feedsEntry.js', given, threads.FEEDS_MEMORY),
        around: told,
        log,
      })
    }
    try {
      await terminal.start(bot)
    } finally {
      await stopTicking()
      await Promise.race([reading?.stop(), pause(LONGEST_STOP, undefined, { ref: false })])
      await Promise.all([sender.stop(), reading?.end()])
    }
  })
}

/** Threads share no store in memory: where there would be one, they get a store in a file of their own, which goes with them. */
async function inSharedStore<T>(
  surroundings: Surroundings,
  articles: string | undefined,
  work: (surroundings: Surroundings) => Promise<T>,
): Promise<T> {
  const { config, environment } = surroundings
  if (articles === undefined || config.databaseUrl !== null) return work(surroundings)
  const folder = mkdtempSync(join(tmpdir(), 'crier-'))
  const databaseUrl = `sqlite:${join(folder, 'crier.db')}`
  try {
    return await work({
      ...surroundings,
      config: { ...config, databaseUrl },
      environment: { ...environment, DATABASE_URL: databaseUrl },
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As package.json says. */
export function ownVersion(): string {
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(join(packageRoot(), 'package.json'), 'utf8'),
  )
  return version
}

/** The folder that holds package.json, wherever this file was built to. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}
