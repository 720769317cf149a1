import { deliver } from './delivery.js'
import { happenings } from './happenings.js'
import { slackServer } from './http.js'
import type { HttpTarget } from './signed.js'
import { type Sockets, startSockets } from './socket.js'
import { openDm, revoke } from './webApi.js'
import { type Call, type Channel, type Fault, type Json, newWorld, next, type Posted, type Team } from './world.js'

export { buttonsIn } from './buttons.js'
export type { Delivery } from './delivery.js'
export type { Said } from './happenings.js'
export { type HttpTarget, sendSigned } from './signed.js'

export interface SlackStubOptions {
  readonly now?: () => number
  readonly appScopes?: readonly string[]
  readonly scopes?: readonly string[]
}

const SCOPES =
  'app_mentions:read channels:history channels:read chat:write commands files:write groups:history im:history mpim:history users:read'

/** Starts a Slack of one's own on 127.0.0.1, as strict as the real one about bodies, tokens, scopes and addresses. */
export async function startSlackStub(options: SlackStubOptions = {}) {
  const { now = Date.now, appScopes = ['connections:write'], scopes = SCOPES.split(' ') } = options
  const world = newWorld(now, appScopes)
  let sockets: Sockets | null = null
  let url = ''
  const server = slackServer(world, {
    socket: () => sockets?.ticket() ?? '',
    upload: (file) => `${url}/upload/${file}`,
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  url = `http://${host}`
  const open = startSockets(server, () => host)
  sockets = open

  const addTeam = (name: string): Team => {
    const id = next('T')
    const team = { id, name, botToken: `xoxb-${id}`, botUserId: next('UBOT'), botId: next('B'), scopes: [...scopes] }
    world.teams.push(team)
    return team
  }
  const addChannel = (of: Team, hasBot = true, name = 'news'): Channel => {
    const channel = { id: next('C'), team: of, isDm: false, name, hasBot, isArchived: false, isRestricted: false }
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
  const toApp = (type: string, payload: Json) => deliver({ world, sockets: open, target }, type, payload)

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
    ...happenings({ world, url, team, channel, user, deliver: toApp }),
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
    /** From now on the workspace's token is refused; the app is not told (see `tokensRevoked`). */
    revoke: (of = team, error: 'token_revoked' | 'account_inactive' = 'token_revoked') => revoke(world, of, error),
    /** From now on a method is answered once in so many milliseconds in one channel, and else with 429. */
    limitRate(method: string, milliseconds: number): void {
      world.spacing.set(method, milliseconds)
    },
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
