/** Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode */
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Json, next, type World } from './world.js'

const ACKNOWLEDGED_WITHIN = 3000

export interface Sockets {
  /** Those that said hello and did not close, oldest first. */
  readonly open: readonly WebSocket[]
  /** An address for one socket. */
  ticket(): string
  /** Sends an envelope on this socket (the oldest unless told), and waits for nothing. */
  send(envelope: Json, socket?: WebSocket): void
  /** Milliseconds from each sending of an envelope to its acknowledgement. */
  acknowledgements(envelopeId: string): readonly number[]
  /** What was said with them, where anything was. */
  responses(envelopeId: string): readonly Json[]
  /** Envelopes that were not acknowledged within so many milliseconds of a sending (3 s, as Slack has it), or are not yet. */
  late(within?: number): readonly string[]
  /** As Slack does every few hours: tells a socket that it will be closed, and closes it. */
  refresh(socket?: WebSocket): void
  /**
   * Tells a socket that it will be closed. After a warning the stub leaves closing to the app; after `link_disabled` no more sockets are
   * opened until `allow` is called.
   */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled', socket?: WebSocket): void
  /** Lets sockets be opened again after `link_disabled`. */
  allow(): void
  /** Closes a socket without a word. */
  drop(socket?: WebSocket): void
  close(): void
}

export function startSockets(server: Server, host: () => string): Sockets {
  const open: WebSocket[] = []
  const tickets = new Set<string>()
  const sent = new Map<string, number[]>()
  const acknowledged = new Map<string, number[]>()
  const responded = new Map<string, Json[]>()
  let isDisabled = false
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, stream, head) => {
    const ticket = new URL(request.url ?? '/', 'http://stub').searchParams.get('ticket') ?? ''
    if (!tickets.delete(ticket) || isDisabled) {
      stream.destroy()
      return
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      open.push(socket)
      socket.on('close', () => {
        if (open.includes(socket)) open.splice(open.indexOf(socket), 1)
      })
      socket.on('message', (data) => {
        const said: { envelope_id?: string; payload?: Json } = JSON.parse(
          Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(new Uint8Array(data)).toString(),
        )
        const id = said.envelope_id
        const at = id === undefined ? undefined : sent.get(id)?.shift()
        if (id === undefined || at === undefined) return
        if (Object.keys(said.payload ?? {}).length > 0)
          responded.set(id, [...(responded.get(id) ?? []), said.payload ?? {}])
        acknowledged.set(id, [...(acknowledged.get(id) ?? []), performance.now() - at])
      })
      const info = { type: 'hello', num_connections: open.length, connection_info: { app_id: 'A1' } }
      socket.send(JSON.stringify({ ...info, debug_info: { host: 'stub', approximate_connection_time: 18_060 } }))
    })
  })
  const disconnect: Sockets['disconnect'] = (reason, socket = open[0]) => {
    if (reason === 'link_disabled') isDisabled = true
    // Nothing is delivered any more where the end was told.
    if (socket) open.splice(open.indexOf(socket), 1)
    socket?.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'stub' } }))
    if (reason !== 'warning') socket?.close()
  }
  return {
    open,
    ticket() {
      const ticket = next('ticket')
      tickets.add(ticket)
      return `ws://${host()}/link/?ticket=${ticket}&app_id=A1`
    },
    send(sending, socket = open[0]) {
      if (!socket) throw new Error('No socket is open.')
      const id = String(sending['envelope_id'])
      sent.set(id, [...(sent.get(id) ?? []), performance.now()])
      socket.send(JSON.stringify(sending))
    },
    acknowledgements: (id) => acknowledged.get(id) ?? [],
    responses: (id) => responded.get(id) ?? [],
    late: (within = ACKNOWLEDGED_WITHIN) =>
      [...sent].flatMap(([id, waiting]) => {
        const isWaiting = waiting.some((at) => performance.now() - at > within)
        return isWaiting || acknowledged.get(id)?.some((took) => took > within) ? [id] : []
      }),
    refresh: (socket) => disconnect('refresh_requested', socket),
    disconnect,
    allow() {
      isDisabled = false
    },
    drop: (socket = open[0]) => socket?.terminate(),
    close() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

/** What a delivery is called on the socket. */
export function envelope(world: World, type: string, payload: Json): Json {
  return {
    envelope_id: `${next('envelope')}-${world.now()}`,
    type,
    payload,
    accepts_response_payload: type !== 'events_api',
    ...(type === 'events_api' ? { retry_attempt: 0, retry_reason: '' } : {}),
  }
}
