/** The composition root: the one file that knows every part. A part is loaded when it is needed, so that a question is answered fast. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Report } from './articles/ingest.js'
import type { RunnableBot } from './bot.js'
import { cliPhrases as say } from './cliPhrases.js'
import { type Config, DEFAULT_DATABASE_URL, type Environment } from './config.js'
import type { Digests } from './digests/digest.js'
import type { Runner } from './digests/runner.js'
import { CrierError, messageOf } from './errors.js'
import type { Log } from './log.js'
import type { Message } from './message.js'
import { createProgress } from './progress.js'
import type { Origin, Store } from './store/store.js'

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

/** What commands may ask of whoever sends editions. */
export type Around = Pick<Digests, 'mayPost' | 'hurry'>

/** Where nothing is sent. */
export const NOBODY_AROUND: Around = { mayPost: async () => null, hurry() {} }

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
    const digests: Digests = { book: store.digests, ...around }
    return work(createBot({ commands, store, digests, clock: config.clock, log }), store)
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
  return chat(surroundings, articles)
}

/** The terminal chat. It shows the editions of its digests while it runs, between what is typed. */
async function chat(surroundings: Surroundings, articles: string | undefined): Promise<void> {
  const { config, log } = surroundings
  const { env } = process
  const [{ terminalPlatform }, { createSender }, { startTicking }, { TRUE_TIME }] = await Promise.all([
    import('./platforms/terminal/adapter.js'),
    import('./digests/sender.js'),
    import('./digests/ticking.js'),
    import('./trueTime.js'),
  ])
  const historyFile = env['HOME'] ? { historyFile: join(env['HOME'], '.crier_history') } : {}
  const terminal = terminalPlatform({ input: process.stdin, output: process.stdout, env, ...historyFile })
  let runner: Runner | null = null
  const around: Around = { mayPost: (place) => terminal.mayPost(place), hurry: () => void runner?.tick() }
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
    try {
      await terminal.start(bot)
    } finally {
      await stopTicking()
      await sender.stop()
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

/** The folder that holds package.json, wherever this file was built to. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}
