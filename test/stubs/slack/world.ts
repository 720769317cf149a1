/** What the stub knows: workspaces, channels, what was posted, and what was asked of it. */

export type Json = Readonly<Record<string, unknown>>

export interface Team {
  readonly id: string
  readonly name: string
  /** Null once it was revoked. */
  botToken: string | null
  readonly botUserId: string
  readonly botId: string
  scopes: string[]
}

export interface Channel {
  readonly id: string
  readonly team: Team
  readonly isDm: boolean
  readonly name?: string
  hasBot: boolean
  isArchived: boolean
  /** Only some people post there, and Crier is none of them. */
  isRestricted: boolean
}

export interface Posted {
  readonly channel: string
  readonly ts: string
  readonly thread_ts: string | undefined
  /** Who alone sees it; null for everybody. */
  readonly seenBy: string | null
  readonly user: string
  readonly via: string
  readonly body: Json
}

export interface Call {
  readonly method: string
  readonly token: string
  readonly body: Json
  /** Milliseconds since 1970, by the stub's clock. */
  readonly at: number
}

/** An address that takes answers. */
export interface ResponseAddress {
  /** Left. */
  uses: number
  readonly until: number
  readonly channel: string
  readonly user: string
  /** The message whose button was pressed, which an answer may replace or delete; null where there is none. */
  readonly original: string | null
}

export interface Upload {
  readonly name: string
  /** Bytes announced, and bytes that came. */
  readonly length: number
  received: number
  isComplete: boolean
  /** Messages that are refused with it until Slack has looked at it. */
  refusals: number
}

export interface Fault {
  readonly status?: number
  /** Seconds. */
  readonly retryAfter?: number
  readonly error?: string
  readonly needed?: string
  /** Never answers. */
  readonly hang?: true
  /** Does what is asked, then drops the connection. */
  readonly lostAfter?: true
  /** Drops the connection at once. */
  readonly reset?: true
}

export interface World {
  readonly now: () => number
  readonly appToken: string
  readonly appScopes: string[]
  readonly teams: Team[]
  readonly channels: Map<string, Channel>
  readonly users: Map<string, { readonly id: string; readonly name: string; readonly isAdmin: boolean }>
  readonly posted: Posted[]
  readonly calls: Call[]
  readonly views: Map<string, Json>
  /** By the id in the address. */
  readonly responses: Map<string, ResponseAddress>
  /** When each trigger_id was given out: a view may be opened with it once, within three seconds. */
  readonly triggers: Map<string, number>
  readonly uploads: Map<string, Upload>
  /** With how many messages each upload from now on is refused at first. */
  refusalsOfUploads: number
  readonly faults: { readonly method: string; readonly fault: Fault; left: number }[]
  /** The code that an OAuth redirect brings, and the workspace that it installs. */
  readonly codes: Map<string, Team>
  /** Tokens that were good once, with the code that they are refused by. */
  readonly revoked: Map<string, string>
  /** Milliseconds that must lie between two calls of a method in one channel (or, where there is none, by one token). */
  readonly spacing: Map<string, number>
  /** When each was last let through. */
  readonly lastCalls: Map<string, number>
}

export function newWorld(now: () => number, appScopes: readonly string[]): World {
  return {
    now,
    appToken: 'xapp-stub',
    appScopes: [...appScopes],
    teams: [],
    channels: new Map(),
    users: new Map(),
    posted: [],
    calls: [],
    views: new Map(),
    responses: new Map(),
    triggers: new Map(),
    uploads: new Map(),
    refusalsOfUploads: 1,
    faults: [],
    codes: new Map(),
    revoked: new Map(),
    spacing: new Map(),
    lastCalls: new Map(),
  }
}

let counted = 0

/** Ids and time stamps: another at each call. */
export function next(prefix: string): string {
  counted += 1
  return `${prefix}${String(counted).padStart(6, '0')}`
}

export function nextTs(world: World): string {
  return `${Math.floor(world.now() / 1000)}.${next('')}`
}

/** Another trigger_id, good for three seconds. */
export function nextTrigger(world: World): string {
  const id = next('trigger')
  world.triggers.set(id, world.now())
  return id
}

/** What a call that comes too soon after the one before is refused with. */
export function tooSoon(world: World, { method, token, body, at }: Call): Fault | undefined {
  const spacing = world.spacing.get(method)
  if (spacing === undefined) return undefined
  const key = `${method} ${typeof body['channel'] === 'string' ? body['channel'] : token}`
  const wait = (world.lastCalls.get(key) ?? -Infinity) + spacing - at
  if (wait > 0) return { status: 429, error: 'ratelimited', retryAfter: Math.ceil(wait / 1000) }
  world.lastCalls.set(key, at)
  return undefined
}

export function takeFault(world: World, method: string): Fault | undefined {
  const order = world.faults.find((one) => one.left > 0 && one.method === method)
  if (order) order.left -= 1
  return order?.fault
}
