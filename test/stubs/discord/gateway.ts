import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { GatewayIntentBits, GatewayOpcodes } from 'discord.js'
import { type WebSocket, WebSocketServer } from 'ws'
import { applicationJson, guildJson, userJson } from './payloads.js'
import { isJson, type Json, json, number, text } from './values.js'
import type { World } from './world.js'

const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences
const AUTHENTICATION_FAILED = 4004
const DISALLOWED_INTENTS = 4014

/** A bot's session, over all the connections that resume it. */
export interface Session {
  readonly id: string
  readonly intents: number
  readonly shard: readonly [number, number]
  /** Every event, by its number: number 1 stands first. */
  readonly events: Json[]
  socket: WebSocket | null
  resumes: number
  /** False when nobody can resume it any more. */
  alive: boolean
}

/** What a test may do to the connections. */
export interface Gateway {
  readonly sessions: readonly Session[]
  /** How many times a bot has identified; that is what Discord allows 1000 times a day. */
  identifies(): number
  heartbeats(): number
  /** Tells every session to reconnect (op 7). */
  reconnect(): void
  /** Says that the session is over (op 9), or has to be resumed. */
  invalidate(resumable?: boolean): void
  /** Closes every connection with a code of Discord's. */
  close(code: number): void
  /** Breaks every connection without a word. */
  drop(): void
  /** Closes the next connections that identify with this code; null: no more. */
  refuse(code: number | null): void
  /** Heartbeats stay unanswered. */
  mute(muted: boolean): void
  /** How many events that a session has seen already RESUME sends again. */
  replaySeen(count: number): void
}

interface State {
  readonly sessions: Session[]
  identifies: number
  heartbeats: number
  refused: number | null
  muted: boolean
  seenAgain: number
}

/** The gateway on a server of HTTP, and what sends its events. `heartbeatInterval` in milliseconds. */
export function startGateway(server: Server, url: string, heartbeatInterval: number) {
  const sockets = new WebSocketServer({ server })
  const state: State = { sessions: [], identifies: 0, heartbeats: 0, refused: null, muted: false, seenAgain: 0 }
  const open = () => state.sessions.flatMap(({ socket }) => socket ?? [])
  const serve = (world: World) => {
    sockets.on('connection', (socket, request) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://stub')
      if (searchParams.get('encoding') !== 'json' || searchParams.has('compress'))
        return socket.close(4002, 'JSON only')
      send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatInterval } })
      socket.on('message', (data) => {
        const message: unknown = JSON.parse(Buffer.isBuffer(data) ? data.toString() : '')
        if (isJson(message)) receive(world, state, socket, message, url)
      })
      socket.on('error', () => undefined)
      socket.on('close', (code) => {
        const session = state.sessions.find((each) => each.socket === socket)
        if (!session) return
        session.socket = null
        if (code === 1000 || code === 1001) session.alive = false
      })
    })
  }
  const dispatch: World['dispatch'] = (event, data, { guildId, intent }) => {
    for (const session of state.sessions) {
      if (session.alive && concerns(session, guildId, intent)) deliver(session, event, data)
    }
  }
  const gateway: Gateway = {
    sessions: state.sessions,
    identifies: () => state.identifies,
    heartbeats: () => state.heartbeats,
    reconnect: () => open().forEach((socket) => send(socket, { op: GatewayOpcodes.Reconnect, d: null })),
    invalidate(resumable = false) {
      for (const session of state.sessions) {
        session.alive &&= resumable
        if (session.socket) send(session.socket, { op: GatewayOpcodes.InvalidSession, d: resumable })
      }
    },
    close: (code) => open().forEach((socket) => socket.close(code)),
    drop: () => open().forEach((socket) => socket.terminate()),
    refuse(code) {
      state.refused = code
    },
    mute(muted) {
      state.muted = muted
    },
    replaySeen(count) {
      state.seenAgain = count
    },
  }
  const stop = () => {
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
  }
  return { gateway, dispatch, serve, stop }
}

function send(socket: WebSocket, payload: Json): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload))
}

/** Direct messages come to the first shard; interactions need no intent (0). */
function concerns({ intents, shard: [id, count] }: Session, guildId: string | null, intent: number): boolean {
  const shard = guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count))
  return shard === id && (intent === 0 || (intents & intent) !== 0)
}

function deliver(session: Session, event: string, data: Json): void {
  const payload = { op: GatewayOpcodes.Dispatch, s: session.events.length + 1, t: event, d: data }
  session.events.push(payload)
  if (session.socket) send(session.socket, payload)
}

function receive(world: World, state: State, socket: WebSocket, { op, d }: Json, url: string): void {
  if (op === GatewayOpcodes.Heartbeat) {
    state.heartbeats += 1
    if (!state.muted) send(socket, { op: GatewayOpcodes.HeartbeatAck })
  }
  if (op === GatewayOpcodes.Identify) identify(world, state, socket, json(d), url)
  if (op === GatewayOpcodes.Resume) resume(world, state, socket, json(d))
}

function identify(world: World, state: State, socket: WebSocket, d: Json, url: string): void {
  const intents = number(d.intents)
  const privileged = PRIVILEGED | (world.messageContent ? 0 : GatewayIntentBits.MessageContent)
  if (state.refused !== null) return socket.close(state.refused)
  if (text(d.token).replace(/^Bot /u, '') !== world.token)
    return socket.close(AUTHENTICATION_FAILED, 'Authentication failed.')
  if ((intents & privileged) !== 0) return socket.close(DISALLOWED_INTENTS, 'Disallowed intent(s).')
  state.identifies += 1
  const [id = 0, count = 1] = Array.isArray(d.shard) ? d.shard.map(Number) : []
  const shard = [id, count] as const
  const session: Session = {
    id: randomBytes(16).toString('hex'),
    intents,
    shard,
    events: [],
    socket,
    resumes: 0,
    alive: true,
  }
  state.sessions.push(session)
  const guilds = [...world.guilds.values()].filter(
    (guild) => guild.joined && concerns(session, guild.id, GatewayIntentBits.Guilds),
  )
  const { id: application, flags } = applicationJson(world)
  deliver(session, 'READY', {
    v: 10,
    user: userJson(world.bot),
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: url,
    shard,
    application: { id: application, flags },
    private_channels: [],
    relationships: [],
    user_settings: {},
    _trace: [],
  })
  for (const guild of guilds) deliver(session, 'GUILD_CREATE', guildJson(world, guild))
}

/** Sends what the session has missed, and says so; where nobody knows the session any more, it has to identify. */
function resume(world: World, state: State, socket: WebSocket, d: Json): void {
  const session = state.sessions.find(({ id, alive }) => alive && id === d.session_id)
  const seen = number(d.seq)
  if (text(d.token).replace(/^Bot /u, '') !== world.token)
    return socket.close(AUTHENTICATION_FAILED, 'Authentication failed.')
  if (!session || seen > session.events.length) return send(socket, { op: GatewayOpcodes.InvalidSession, d: false })
  session.socket?.terminate()
  session.socket = socket
  session.resumes += 1
  for (const event of session.events.slice(Math.max(0, seen - state.seenAgain))) {
    if (event.t !== 'READY' && event.t !== 'RESUMED') send(socket, event)
  }
  deliver(session, 'RESUMED', { _trace: [] })
}
