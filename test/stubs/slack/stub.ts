import { createHmac } from 'node:crypto'
import { slackServer } from './http.js'
import { type By, event, press, shortcut, slashCommand } from './payloads.js'
import { envelope, type Sockets, startSockets } from './socket.js'
import { openDm } from './webApi.js'
import {
  type Call,
  type Channel,
  type Fault,
  type Json,
  next,
  nextTs,
  type Posted,
  type Team,
  type World,
} from './world.js'

export interface SlackStubOptions {
  readonly now?: () => number
  readonly appScopes?: readonly string[]
  readonly scopes?: readonly string[]
}

const SCOPES =
  'app_mentions:read channels:history chat:write commands groups:history im:history mpim:history users:read'

/** How deliveries reach the app: over sockets unless told an address and a secret. */
export interface HttpTarget {
  readonly url: string
  readonly signingSecret: string
}

export interface Delivery {
  readonly payload: Json
  /** The very same once more: on another socket where there is one, or as a retry over HTTP. */
  again(): void
  /** How often it was acknowledged. */
  acknowledged(): number
  /** Milliseconds to the slowest acknowledgement; null where there is none. */
  slowest(): number | null
}

/** A message as somebody writes it. */
export interface Said {
  readonly text: string
  readonly user?: string
  readonly channel?: Channel
  readonly thread?: string
  readonly ts?: string
  readonly more?: Json
}

/** Starts a Slack of one's own on 127.0.0.1, as strict as the real one about bodies, tokens, scopes and addresses. */
export async function startSlackStub(options: SlackStubOptions = {}) {
  const { now = Date.now, appScopes = ['connections:write'], scopes = SCOPES.split(' ') } = options
  const world: World = {
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
    faults: [],
    codes: new Map(),
  }
  let sockets: Sockets | null = null
  const server = slackServer(world, () => sockets?.ticket() ?? '')
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const url = `http://${host}`
  const open = startSockets(server, () => host)
  sockets = open

  const addTeam = (name: string): Team => {
    const id = next('T')
    const team = { id, name, botToken: `xoxb-${id}`, botUserId: next('UBOT'), botId: next('B'), scopes: [...scopes] }
    world.teams.push(team)
    return team
  }
  const addChannel = (of: Team, hasBot = true): Channel => {
    const channel = { id: next('C'), team: of, isDm: false, hasBot, isArchived: false }
    world.channels.set(channel.id, channel)
    return channel
  }
  const addUser = (name: string, isAdmin = false): string => {
    const id = next('U')
    world.users.set(id, { id, name, isAdmin })
    return id
  }
  const team = addTeam('Wendmouth')
  const channel = addChannel(team)
  const user = addUser('ada')
  let target: HttpTarget | null = null

  /** Delivers over HTTP as Slack signs it: https://docs.slack.dev/authentication/verifying-requests-from-slack */
  async function overHttp(
    { url: to, signingSecret }: HttpTarget,
    type: string,
    payload: Json,
    retry: number,
  ): Promise<boolean> {
    const body =
      type === 'events_api'
        ? JSON.stringify(payload)
        : new URLSearchParams(
            type === 'interactive'
              ? { payload: JSON.stringify(payload) }
              : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)])),
          ).toString()
    const contentType = type === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded'
    return (await sendSigned(to, { body, contentType, signingSecret, at: now(), retry })).ok
  }

  function deliver(type: string, payload: Json): Delivery {
    const sent = envelope(world, type, payload)
    const id = String(sent['envelope_id'])
    let times = 0
    let answered = 0
    let slowest: number | null = null
    const send = (): void => {
      times += 1
      if (target === null) return open.send(sent, open.open[(times - 1) % Math.max(1, open.open.length)])
      const began = performance.now()
      const count = (isOk: boolean): void => {
        if (!isOk) return
        answered += 1
        slowest = Math.max(slowest ?? 0, performance.now() - began)
      }
      void overHttp(target, type, payload, times - 1).then(count, () => {})
    }
    send()
    return {
      payload,
      again: send,
      acknowledged: () => (target === null ? open.acknowledgements(id).length : answered),
      slowest: () =>
        target === null ? (open.acknowledgements(id).length ? Math.max(...open.acknowledgements(id)) : null) : slowest,
    }
  }

  const by = (given: { readonly user?: string; readonly channel?: Channel }): By => ({
    user: given.user ?? user,
    channel: given.channel ?? channel,
  })

  function written(said: Said, type: string): Json {
    const { channel: of } = by(said)
    return {
      type,
      user: said.user ?? user,
      text: said.text,
      channel: of.id,
      team: of.team.id,
      ts: said.ts ?? nextTs(world),
      ...(said.thread === undefined ? {} : { thread_ts: said.thread }),
      ...said.more,
    }
  }

  return {
    url,
    apiUrl: `${url}/api/`,
    appToken: world.appToken,
    world,
    team,
    channel,
    user,
    sockets: open,
    addTeam,
    addChannel,
    addUser,
    dm: (of: Team, who: string) => openDm(world, of, who),
    /** From now on deliveries go there. */
    deliverTo: (to: HttpTarget | null) => {
      target = to
    },
    /** The code that Slack would send back with after somebody let the app into a workspace. */
    codeFor(of: Team): string {
      const code = next('code')
      world.codes.set(code, of)
      return code
    },

    command: (command: string, text: string, given: Partial<By> = {}) =>
      deliver('slash_commands', slashCommand(world, url, by(given), command, text)),
    mention(said: Said) {
      const inner = written({ ...said, text: `<@${by(said).channel.team.botUserId}> ${said.text}` }, 'app_mention')
      const delivery = deliver('events_api', event(world, by(said), inner))
      /** Slack sends one text as both kinds of event where an app takes both. */
      const twin = () =>
        deliver('events_api', event(world, by(said), { ...inner, type: 'message', channel_type: 'channel' }))
      return { ...delivery, ts: String(inner['ts']), twin }
    },
    directMessage(said: Said) {
      const at = openDm(world, by(said).channel.team, said.user ?? user)
      const inner = { ...written({ ...said, channel: at }, 'message'), channel_type: 'im' }
      return deliver('events_api', event(world, { channel: at }, inner))
    },
    message(said: Said): Posted {
      const inner = written(said, 'message')
      const posted = {
        channel: by(said).channel.id,
        ts: String(inner['ts']),
        thread_ts: said.thread,
        seenBy: null,
        user: said.user ?? user,
        via: 'person',
        body: { text: said.text },
      }
      world.posted.push(posted)
      return posted
    },
    press(message: Posted | null, actionId: string, given: Partial<By> = {}) {
      if (message?.seenBy && message.seenBy !== (given.user ?? user))
        throw new Error('This person does not see that button.')
      if (message && !JSON.stringify(message.body).includes(`"${actionId}"`))
        throw new Error('There is no such button.')
      const at = message ? (world.channels.get(message.channel) ?? channel) : channel
      return deliver('interactive', press(world, url, { user: given.user ?? user, channel: at }, message, actionId))
    },
    shortcut: (callbackId: string, message: Json, given: Partial<By> = {}) =>
      deliver('interactive', shortcut(world, url, by(given), callbackId, { ts: nextTs(world), ...message })),
    homeOpened: (who = user) =>
      deliver(
        'events_api',
        event(world, { channel }, { type: 'app_home_opened', user: who, channel: `D${who}`, tab: 'home' }),
      ),
    uninstalled: (of = team) =>
      deliver('events_api', event(world, { channel: { ...channel, team: of } }, { type: 'app_uninstalled' })),
    tokensRevoked: (of = team) =>
      deliver(
        'events_api',
        event(
          world,
          { channel: { ...channel, team: of } },
          { type: 'tokens_revoked', tokens: { oauth: [], bot: [of.botUserId] } },
        ),
      ),

    /** What becomes of the next calls of a method; `response_url` is one, too. */
    fail(method: string, fault: Fault, times = 1): void {
      world.faults.push({ method, fault, left: times })
    },
    callsTo: (method: string): readonly Call[] => world.calls.filter((call) => call.method === method),
    /** What Crier posted, oldest first. */
    answers: (of?: Channel): readonly Posted[] =>
      world.posted.filter(({ via, channel: at }) => via !== 'person' && (of === undefined || at === of.id)),
    async stop() {
      open.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

export type SlackStub = Awaited<ReturnType<typeof startSlackStub>>

interface Signed {
  readonly body: string
  readonly contentType: string
  readonly signingSecret: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly retry?: number
}

/** A request as Slack signs it. */
export function sendSigned(
  url: string,
  { body, contentType, signingSecret, at, retry = 0 }: Signed,
): Promise<Response> {
  const seconds = Math.floor(at / 1000)
  const signature = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex')
  return fetch(url, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': contentType,
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${signature}`,
      ...(retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' } : {}),
    },
  })
}

/** The ids of the buttons of a message, by label. */
export function buttonsIn(body: unknown): Map<string, string> {
  const found = new Map<string, string>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('action_id' in value && 'text' in value) {
      const { text, action_id: id } = value
      const label = typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : ''
      found.set(label, String(id))
    }
    for (const inner of Object.values(value)) look(inner)
  }
  look(body)
  return found
}
