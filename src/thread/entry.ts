/** The answering thread: opens the store, indexes what is asked for, and answers until it is ended. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Environment, readConfig } from '../config.js'
import { messageOf, UsageError } from '../errors.js'
import { createLog } from '../log.js'
import { withBot } from '../main.js'
import type { Call, Said } from './protocol.js'

/** Settings and articles, as the process that starts the thread was given them. */
export interface ThreadData {
  readonly environment: Environment
  readonly articles: string | undefined
}

const say = (said: Said): void => parentPort?.postMessage(said)

async function answer({ environment, articles }: ThreadData): Promise<void> {
  const config = readConfig(environment)
  const log = createLog({ ...config, output: process.stderr })
  const surroundings = { config, environment, log, tell: (sentence: string) => say({ kind: 'told', sentence }) }
  await withBot(surroundings, articles, async (bot) => {
    parentPort?.on('message', (call: Call) => {
      const reply = (value: Extract<Said, { kind: 'reply' }>['value']): void =>
        say({ kind: 'reply', id: call.id, value })
      if (call.method === 'suggest') void bot.suggest(call.given).then(reply)
      else if (call.method === 'answer') void bot.answer(call.given).then(reply)
      else void bot.complete(call.given).then((lines) => reply(lines.map((value) => ({ value }))))
    })
    say({ kind: 'ready', commands: bot.commands, examples: bot.examples })
    await new Promise(() => {})
  })
}

const given: ThreadData = workerData
answer(given).catch((error: unknown) => {
  say({ kind: 'failed', isUsage: error instanceof UsageError, text: messageOf(error) })
})
