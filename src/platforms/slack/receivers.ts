import type { RequestListener } from 'node:http'
import { type App, HTTPReceiver, type InstallationStore, type Receiver } from '@slack/bolt'
import { clientOptions, sdkLogger } from './client.js'
import { EVENTS_PATH, MOUNTED_AT, SCOPES, type SlackParts } from './settings.js'
import { sockets } from './sockets.js'

/** How deliveries come in. */
export interface Connection {
  /** What the app is built on. */
  readonly receiver: Receiver
  /** Resolves when deliveries can come; rejects with a CrierError where that cannot be. */
  open(app: App): Promise<void>
  isOpen(): boolean
  close(): Promise<void>
}

/** `fail` is told, as a CrierError, what cannot be mended by trying again. */
export function connectionFor(
  parts: SlackParts,
  installations: InstallationStore,
  fail: (error: Error) => void,
): Connection {
  return parts.slack.mode === 'socket' ? sockets(parts, parts.slack, fail) : http(parts, parts.slack, installations)
}

type Http = Exclude<SlackParts['slack'], { mode: 'socket' }>

function http({ log, mount }: SlackParts, slack: Http, installations: InstallationStore): Connection {
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
