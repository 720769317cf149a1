import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cliPhrases as say } from './cliPhrases.js'
import { CrierError, messageOf } from './errors.js'

interface Parts {
  readonly host: string
  readonly port: number
  /** Whether every platform is connected. */
  readonly isReady: () => boolean
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>
}

export interface HttpServer {
  /** Gives all requests whose path is this prefix, or goes on after it with a slash, to a listener. */
  readonly mount: (prefix: string, listener: RequestListener) => void
  /** Gives the port. Rejects with a CrierError where it cannot be had. */
  listen(): Promise<number>
  close(): Promise<void>
}

/** The process's one HTTP server: `/healthz` (it runs), `/readyz` (platforms are connected), `/metrics` (Prometheus), and what is mounted. */
export function createHttpServer({ host, port, isReady, metrics }: Parts): HttpServer {
  const mounted = new Map<string, RequestListener>()
  const own: Readonly<Record<string, RequestListener>> = {
    '/healthz': (_, response) => void response.end('ok\n'),
    '/readyz': (_, response) =>
      void response.writeHead(isReady() ? 200 : 503).end(isReady() ? 'ready\n' : 'not ready\n'),
    '/metrics': (_, response) => {
      metrics().then(
        ({ type, text }) => response.setHeader('Content-Type', type).end(text),
        () => response.writeHead(500).end(),
      )
    },
  }
  const server = createServer((request, response) => {
    const path = pathOf(request.url)
    const prefix = [...mounted.keys()].find((one) => path === one || path.startsWith(`${one}/`))
    const listener = own[path] ?? mounted.get(prefix ?? '')
    if (listener) listener(request, response)
    else response.writeHead(404).end('not found\n')
  })
  return {
    mount: (prefix, listener) => void mounted.set(prefix, listener),
    listen: () => listen(server, host, port),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

/** Whatever a client sends as a path, without its query. */
function pathOf(url = '/'): string {
  return url.split('?', 1)[0] ?? '/'
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new CrierError(say.notListening(host, port, messageOf(error)))))
    server.listen(port, host, resolve)
  })
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address ? address.port : port
}
