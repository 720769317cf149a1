import { afterEach } from 'vitest'
import { allowedList, NOTHING_ALLOWED } from '../../src/web/address.js'
import { createWeb, type WebParts } from '../../src/web/createWeb.js'
import { type FaultServer, startFaultServer } from './faultServer.js'

type Own = Parameters<typeof startFaultServer>[0]

const open: { close(): Promise<void> }[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

/** A web that finds every name at 127.0.0.1, may go there by the names of `wendmouth.example`, and waits for nothing. */
export function startedWeb(parts: Partial<WebParts> = {}): ReturnType<typeof createWeb> {
  const web = createWeb({
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    allowed: allowedList('wendmouth.example,other.example,third.example') ?? NOTHING_ALLOWED,
    version: '1.2.3',
    contact: null,
    now: () => Date.now(),
    wait: async () => {},
    ...parts,
  })
  open.push(web)
  return web
}

export async function startedServer(own?: Own): Promise<FaultServer & { at(path: string, host?: string): string }> {
  const server = await startFaultServer(own)
  open.push(server)
  return { ...server, at: (path, host = 'wendmouth.example') => `http://${host}:${server.port}${path}` }
}
