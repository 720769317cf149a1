/** The methods of the Web API that are served: https://docs.slack.dev/reference/methods */
import { problemsIn, problemsInView } from './limits.js'
import { type Channel, type Json, nextTs, type Posted, type Team, type World } from './world.js'

type Answer = Json & { readonly ok: boolean }
interface Given {
  readonly world: World
  readonly team: Team
  readonly body: Json
}

const refused = (error: string, more: Json = {}): Answer => ({ ok: false, error, ...more })
const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '')

interface Method {
  readonly scope?: string
  readonly answer: (given: Given) => Answer
}

function channelOf({ world, body, team }: Given, needsBot: boolean): Channel | Answer {
  const asked = wordsOf(body['channel'])
  const id = world.users.has(asked) ? `D${asked}` : asked
  const channel = world.channels.get(id) ?? (id === `D${asked}` ? openDm(world, team, asked) : undefined)
  if (!channel || channel.team !== team) return refused('channel_not_found')
  if (channel.isArchived) return refused('is_archived')
  return needsBot && !channel.hasBot ? refused('not_in_channel') : channel
}

export function openDm(world: World, team: Team, user: string): Channel {
  const id = `D${user}`
  const known = world.channels.get(id)
  if (known) return known
  const channel = { id, team, isDm: true, hasBot: true, isArchived: false }
  world.channels.set(id, channel)
  return channel
}

function post(given: Given, seenBy: string | null, via: string): Answer {
  const { world, team, body } = given
  const channel = channelOf(given, true)
  if ('ok' in channel) return channel
  const problems = problemsIn(body)
  if (problems.length > 0) return refused('invalid_blocks', { response_metadata: { messages: problems } })
  const message: Posted = {
    channel: channel.id,
    ts: nextTs(world),
    thread_ts: wordsOf(body['thread_ts']) || undefined,
    seenBy,
    user: team.botUserId,
    via,
    body,
  }
  world.posted.push(message)
  return { ok: true, ts: message.ts, message_ts: message.ts, channel: channel.id }
}

function read(given: Given, inThread: string | null): Answer {
  const { world, body } = given
  const channel = channelOf(given, true)
  if ('ok' in channel) return channel
  const messages = world.posted
    .filter((one) => one.channel === channel.id && one.seenBy === null)
    .filter((one) => (inThread === null ? !one.thread_ts : one.ts === inThread || one.thread_ts === inThread))
    .map(({ ts, thread_ts, user, body: own }) => ({
      type: 'message',
      ts,
      thread_ts,
      user,
      text: own['text'],
      ...(body['include_all_metadata'] ? { metadata: own['metadata'] } : {}),
    }))
  // A thread is read from its beginning, a channel from its end.
  const ordered = inThread === null ? messages.toReversed() : messages
  return { ok: true, messages: ordered.slice(0, Number(body['limit'] ?? 15)), has_more: false }
}

export const METHODS: Readonly<Record<string, Method>> = {
  'api.test': { answer: () => ({ ok: true }) },
  'auth.test': {
    answer: ({ team }) => ({
      ok: true,
      url: 'https://example.slack.com/',
      team: team.name,
      team_id: team.id,
      user: 'crier',
      user_id: team.botUserId,
      bot_id: team.botId,
      is_enterprise_install: false,
    }),
  },
  'chat.postMessage': { scope: 'chat:write', answer: (given) => post(given, null, 'chat.postMessage') },
  'chat.postEphemeral': {
    scope: 'chat:write',
    answer: (given) => post(given, wordsOf(given.body['user']), 'chat.postEphemeral'),
  },
  'conversations.history': { scope: 'channels:history', answer: (given) => read(given, null) },
  'conversations.replies': {
    scope: 'channels:history',
    answer: (given) => read(given, wordsOf(given.body['ts'])),
  },
  'users.info': {
    scope: 'users:read',
    answer({ world, body }) {
      const user = world.users.get(wordsOf(body['user']))
      if (!user) return refused('user_not_found')
      return { ok: true, user: { id: user.id, name: user.name, is_admin: user.isAdmin, is_owner: false } }
    },
  },
  'views.publish': {
    answer({ world, body }) {
      const problems = problemsInView(body['view'])
      if (problems.length > 0) return refused('invalid_arguments', { response_metadata: { messages: problems } })
      world.views.set(wordsOf(body['user_id']), { ...Object(body['view']) })
      return { ok: true, view: body['view'] }
    },
  },
}

/** What a method answers to a token. */
export function answerTo(world: World, method: string, token: string, body: Json, ticket: () => string): Answer {
  if (method === 'apps.connections.open') {
    if (token !== world.appToken) return refused('invalid_auth')
    if (!world.appScopes.includes('connections:write')) return refused('missing_scope', { needed: 'connections:write' })
    return { ok: true, url: ticket() }
  }
  if (method === 'api.test') return { ok: true }
  if (method === 'oauth.v2.access') return installed(world, wordsOf(body['code']))
  const served = METHODS[method]
  if (!served) return refused('unknown_method')
  const team = world.teams.find((one) => one.botToken === token)
  if (!team) return refused(token === '' ? 'not_authed' : 'invalid_auth')
  if (served.scope && !team.scopes.includes(served.scope)) {
    return refused('missing_scope', { needed: served.scope, provided: team.scopes.join() })
  }
  return served.answer({ world, team, body })
}

function installed(world: World, code: string): Answer {
  const team = world.codes.get(code)
  if (!team) return refused('invalid_code')
  return {
    ok: true,
    app_id: 'A1',
    authed_user: { id: 'UINSTALLER' },
    scope: team.scopes.join(),
    token_type: 'bot',
    access_token: team.botToken,
    bot_user_id: team.botUserId,
    team: { id: team.id, name: team.name },
    enterprise: null,
    is_enterprise_install: false,
  }
}
