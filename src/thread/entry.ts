/** The answering thread: opens the store, indexes what is asked for, and answers until it is ended. */
import { workerData } from 'node:worker_threads'
import { type Environment, readConfig } from '../config.js'
import { createLog } from '../log.js'
import { withBot } from '../main.js'
import type { Place } from '../platform.js'
import { giveUp, open, outside, tellOutside } from '../worker/inside.js'
import type { Answerer, Answering, AroundAnswering } from './protocol.js'

/** Settings and articles, as the process that starts the thread was given them. */
export interface ThreadData {
  readonly environment: Environment
  readonly articles: string | undefined
}

async function start({ environment, articles }: ThreadData): Promise<void> {
  const config = readConfig(environment)
  const log = createLog({ ...config, output: process.stderr })
  const surroundings = { config, environment, log, tell: tellOutside }
  const call = outside<AroundAnswering>()
  const waits = (error: unknown): void => log.warn({ err: error }, 'What is due waits its turn')
  const around = {
    mayPost: (place: Place) => call('mayPost', place),
    hurry: () => void call('hurry').catch(waits),
    feeds: {
      find: (address: string) => call('findFeeds', address),
      hurry: () => void call('hurryFeeds').catch(waits),
    },
  }
  await withBot(surroundings, articles, around, async (bot) => {
    const offered: Answering = {
      answer: (request) => bot.answer(request),
      complete: (request) => bot.complete(request),
      suggest: (typing) => bot.suggest(typing),
    }
    const ready: Answerer = { commands: bot.commands, examples: bot.examples }
    open(offered, ready)
    await new Promise(() => {})
  })
}

const given: ThreadData = workerData
start(given).catch(giveUp)
