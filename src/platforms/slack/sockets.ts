import { SocketModeReceiver } from '@slack/bolt'
import { CrierError } from '../../errors.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import { toldOfSocket } from './check.js'
import { clientOptions, sdkLogger } from './client.js'
import { judge, loggable } from './failures.js'
import type { Connection } from './receivers.js'
import type { SlackParts } from './settings.js'

/** Slack closes each every few hours; while one is opened anew the other delivers. */
const SOCKETS = 2
/** A socket over which Slack says nothing for so long cannot be used. Milliseconds. */
const OPENS_WITHIN = 30_000
/** How long it is left before it is tried again: twice as long each time, up to the longest. Milliseconds. */
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000
/** One that held for so long has not failed when it closes. Milliseconds. */
const HELD = 5_000
/** Slack may leave a goodbye unanswered. Milliseconds. */
const CLOSES_WITHIN = 2_000

type Client = SocketModeReceiver['client']
type Socket = Extract<SlackParts['slack'], { mode: 'socket' }>

/**
 * Deliveries over Socket Mode. Slack's client opens a socket and reads it; opening it anew is ours, since the client waits ever longer
 * after an outage, and lets a refusal that comes then end the process.
 */
export function sockets(parts: SlackParts, slack: Socket, fail: (error: Error) => void): Connection {
  const { log, time } = parts
  const open = new Set<Client>()
  const closing = new AbortController()
  const receivers = Array.from({ length: SOCKETS }, () => {
    const installerOptions = { clientOptions: clientOptions(slack, log) }
    return new SocketModeReceiver({
      appToken: slack.appToken,
      autoReconnectEnabled: false,
      logger: sdkLogger(log),
      installerOptions,
    })
  })
  const [first, ...others] = receivers
  if (first === undefined) throw new Error('No socket.')

  /** Resolves when the socket is open, with what resolves when it is closed. */
  async function connect(client: Client): Promise<{ readonly closed: Promise<void> }> {
    const closed = new Promise<void>((resolve) => {
      client.once('disconnected', () => resolve())
    })
    const done = new AbortController()
    const late = async (): Promise<never> => {
      await time.wait(OPENS_WITHIN, done.signal)
      throw new CrierError(say.noSocket)
    }
    try {
      await Promise.race([started(client), late()])
      if (closing.signal.aborted) await leave(client)
      else open.add(client)
      return { closed }
    } catch (error) {
      if (error instanceof CrierError) await leave(client)
      throw error
    } finally {
      done.abort()
    }
  }

  async function leave(client: Client): Promise<void> {
    const left = new AbortController()
    await Promise.race([client.disconnect(), time.wait(CLOSES_WITHIN, left.signal)])
    left.abort()
    // Said a second time, it does not wait for Slack.
    await client.disconnect()
  }

  async function keepOpen(client: Client, opened: { readonly closed: Promise<void> }): Promise<void> {
    let { closed } = opened
    let failures = 0
    let since = time.now()
    for (;;) {
      await closed
      open.delete(client)
      failures = time.now() - since < HELD ? failures + 1 : 0
      while (!closing.signal.aborted) {
        if (failures > 0) await time.wait(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1)), closing.signal)
        if (closing.signal.aborted) return
        try {
          since = time.now()
          ;({ closed } = await connect(client))
          break
        } catch (error) {
          if (!(error instanceof CrierError) && judge(error).is === 'over') {
            fail(new CrierError(toldOfSocket(error), { cause: error }))
            return
          }
          log.warn(loggable(error), say.reconnecting)
          failures += 1
        }
      }
      if (closing.signal.aborted) return
    }
  }

  return {
    receiver: first,
    async open(app) {
      for (const receiver of others) receiver.init(app)
      const clients = receivers.map(({ client }) => client)
      const opened = await Promise.all(
        clients.map(async (client) => ({ client, connected: await connect(client) })),
      ).catch((error: unknown) => {
        throw error instanceof CrierError ? error : new CrierError(toldOfSocket(error), { cause: error })
      })
      for (const { client, connected } of opened) void keepOpen(client, connected).catch(fail)
    },
    isOpen: () => open.size > 0,
    async close() {
      closing.abort()
      await Promise.all(receivers.map(({ client }) => leave(client)))
    },
  }
}

/** The client rejects with nothing where the socket is closed before Slack says hello. */
async function started(client: Client): Promise<void> {
  try {
    await client.start()
  } catch (error) {
    throw error ?? new CrierError(say.noSocket)
  }
}
