/** The digests thread: plans, makes and keeps editions on a store of its own; what is posted is posted from outside. */
import { workerData } from 'node:worker_threads'
import { cliPhrases as say } from '../cliPhrases.js'
import { type Environment, readConfig } from '../config.js'
import { createSender, forgetEditions } from '../digests/sender.js'
import { startTicking } from '../digests/ticking.js'
import { createLog } from '../log.js'
import { withStore } from '../main.js'
import { TRUE_TIME } from '../trueTime.js'
import { giveUp, open, outside } from '../worker/inside.js'
import type { AroundDigests, Sending } from './protocol.js'

export interface DigestsThreadData {
  readonly environment: Environment
  /** What the names of the desks begin with that are served. */
  readonly platforms: readonly string[]
}

/** What was handled is remembered longer than any platform delivers it again. Milliseconds. */
const HANDLED = 14 * 24 * 3_600_000

async function start({ environment, platforms }: DigestsThreadData): Promise<void> {
  const config = readConfig(environment)
  const log = createLog({ ...config, output: process.stderr })
  const call = outside<AroundDigests>()
  const now = () => config.clock().getTime()
  await withStore(config, false, async (store) => {
    const runner = createSender({
      store,
      platforms,
      postman: { send: (post) => call('send', post), tell: (...told) => call('tell', ...told) },
      now,
      trueNow: TRUE_TIME.now,
      wait: TRUE_TIME.wait,
      log,
      onOutcome: ({ slot, digest }, { state }) => {
        const outcome = { platform: digest.desk.replace(/:.*$/su, ''), state, took: now() - slot.due }
        void call('settled', outcome)
      },
    })
    const clean = async (): Promise<void> => {
      try {
        await store.book.forget(TRUE_TIME.now() - HANDLED)
        await forgetEditions(store, now())
      } catch (error) {
        log.warn({ err: error }, say.notForgotten)
      }
    }
    const stopTicking = startTicking({ tick: () => runner.tick(), clean, book: store.book, now: TRUE_TIME.now, log })
    const offered: Sending = {
      isAlive: async () => {},
      hurry: async () => void runner.tick(),
      stop: async () => {
        await stopTicking()
        await runner.stop()
      },
    }
    open(offered)
    await new Promise(() => {})
  })
}

const given: DigestsThreadData = workerData
start(given).catch(giveUp)
