import type { RequestListener } from 'node:http'
import { type App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { InstallationStore } from '@slack/oauth'
import { address, clientOptions, sdkLogger } from './client.js'
import { EVENTS_PATH, MOUNTED_AT, SCOPES, type SlackParts } from './settings.js'

/** Slack closes each socket every few hours; while one is opened anew the other delivers. */
const SOCKETS = 2

export interface Connection {
  /** What the app is built on. */
  readonly receiver: Receiver
  open(app: App): Promise<void>
  isOpen(): boolean
  close(): Promise<void>
}

/** How deliveries come in. `fail` is told of what cannot be mended by trying again. */
export function connectionFor(
  parts: SlackParts,
  installations: InstallationStore,
  fail: (error: unknown) => void,
): Connection {
  return parts.slack.mode === 'socket' ? sockets(parts, parts.slack, fail) : http(parts, parts.slack, installations)
}

type Of<Mode> = Extract<SlackParts['slack'], { mode: Mode }>

function sockets({ log, reconnectAfter }: SlackParts, slack: Of<'socket'>, fail: (error: unknown) => void): Connection {
  const open = new Set<SocketModeReceiver>()
  let isClosed = false
  const all = Array.from({ length: SOCKETS }, () => {
    const receiver = new SocketModeReceiver({
      appToken: slack.appToken,
      logger: sdkLogger(log),
      ...(reconnectAfter === undefined ? {} : { clientPingTimeout: reconnectAfter }),
      installerOptions: { clientOptions: address(slack) },
    })
    const { client } = receiver
    client.on('connected', () => open.add(receiver))
    for (const event of ['disconnected', 'reconnecting', 'close']) client.on(event, () => open.delete(receiver))
    const start = client.start.bind(client)
    let hasStarted = false
    // When it opens a socket anew, the client waits for nobody, and a refusal would end the process.
    client.start = async () => {
      try {
        const connected = await start()
        hasStarted = true
        return connected
      } catch (error) {
        if (!hasStarted) throw error
        if (!isClosed) fail(error)
        return { ok: false }
      }
    }
    return receiver
  })
  const [first, ...others] = all
  if (first === undefined) throw new Error('No socket.')
  return {
    receiver: first,
    async open(app) {
      for (const receiver of others) receiver.init(app)
      await Promise.all(all.map((receiver) => receiver.start()))
    },
    isOpen: () => open.size > 0,
    async close() {
      isClosed = true
      await Promise.all(all.map((receiver) => receiver.client.disconnect()))
    },
  }
}

function http({ log, mount }: SlackParts, slack: Of<'http' | 'install'>, installations: InstallationStore): Connection {
  const install =
    slack.mode === 'install'
      ? {
          clientId: slack.clientId,
          clientSecret: slack.clientSecret,
          stateSecret: slack.stateSecret,
          installationStore: installations,
          scopes: [...SCOPES],
          installerOptions: { directInstall: true, clientOptions: clientOptions(slack, log) },
        }
      : {}
  const { signingSecret } = slack
  const receiver = new HTTPReceiver({ signingSecret, endpoints: EVENTS_PATH, logger: sdkLogger(log), ...install })
  let isOpen = false
  const listener: RequestListener = (request, response) => {
    if (!isOpen) {
      response.writeHead(503).end()
      return
    }
    try {
      receiver.requestListener(request, response)
    } catch {
      // Thrown for a path or method that is not Slack's.
      response.writeHead(404).end('not found\n')
    }
  }
  return {
    receiver,
    async open() {
      isOpen = true
      mount(MOUNTED_AT, listener)
    },
    isOpen: () => isOpen,
    async close() {
      isOpen = false
    },
  }
}
