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
  hasBot: boolean
  isArchived: boolean
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
  /** Uses left and until when, by the id in the address. */
  readonly responses: Map<
    string,
    { uses: number; readonly until: number; readonly channel: string; readonly user: string }
  >
  readonly faults: { readonly method: string; readonly fault: Fault; left: number }[]
  /** The code that an OAuth redirect brings, and the workspace that it installs. */
  readonly codes: Map<string, Team>
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

export function takeFault(world: World, method: string): Fault | undefined {
  const order = world.faults.find((one) => one.left > 0 && one.method === method)
  if (order) order.left -= 1
  return order?.fault
}
