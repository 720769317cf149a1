import { createServer, type RequestListener } from 'node:http'
import { FAULTS } from './faults.js'

export interface FaultServer {
  readonly port: number
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** What was asked, in order: `GET host/path`. */
  readonly asked: readonly string[]
  /** Connections that are open. */
  readonly connections: () => number
  close(): Promise<void>
}

/** A server on loopback whose paths are those of `FAULTS`; `own` is asked first where it is given, and gives whether it answered. */
export async function startFaultServer(
  own: (...asked: Parameters<RequestListener>) => boolean = () => false,
): Promise<FaultServer> {
  const asked: string[] = []
  let connections = 0
  const server = createServer((request, response) => {
    const { method = '', headers, url = '/' } = request
    asked.push(`${method} ${headers.host ?? ''}${url}`)
    response.on('error', () => {})
    if (own(request, response)) return
    const fault = FAULTS[url.split('?', 1)[0] ?? '/']
    if (fault) fault(response, request)
    else response.writeHead(404).end()
  })
  server.on('connection', (socket) => {
    connections++
    socket.on('error', () => {}).once('close', () => connections--)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    asked,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
