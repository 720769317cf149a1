/** The methods of the Web API that are served, and who may call them: https://docs.slack.dev/reference/methods */
import { CHAT } from './chat.js'
import { CONVERSATIONS } from './conversations.js'
import { type Answer, type Links, type Methods, refused, wordsOf } from './given.js'
import { VIEWS_AND_FILES } from './viewsAndFiles.js'
import type { Json, Team, World } from './world.js'

export { type Links, openDm } from './given.js'

const METHODS: Methods = {
  ...CHAT,
  ...CONVERSATIONS,
  ...VIEWS_AND_FILES,
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
  'auth.revoke': {
    answer({ world, team, body }) {
      if (body['test'] === true || body['test'] === '1') return { ok: true, revoked: false }
      revoke(world, team, 'token_revoked')
      return { ok: true, revoked: true }
    },
  },
  'users.info': {
    scope: 'users:read',
    answer({ world, body }) {
      const user = world.users.get(wordsOf(body['user']))
      if (!user) return refused('user_not_found')
      return { ok: true, user: { id: user.id, name: user.name, is_admin: user.isAdmin, is_owner: false } }
    },
  },
}

/** From now on the workspace's token is refused with this code. */
export function revoke(world: World, team: Team, error: string): void {
  if (team.botToken !== null) world.revoked.set(team.botToken, error)
  team.botToken = null
}

/** What a method answers to a token. */
export function answerTo(world: World, method: string, token: string, body: Json, links: Links): Answer {
  if (method === 'apps.connections.open') {
    if (token !== world.appToken) return refused('invalid_auth')
    if (!world.appScopes.includes('connections:write')) return refused('missing_scope', { needed: 'connections:write' })
    return { ok: true, url: links.socket() }
  }
  if (method === 'api.test') return { ok: true }
  if (method === 'oauth.v2.access') return installed(world, body)
  const served = METHODS[method]
  if (!served) return refused('unknown_method')
  const team = world.teams.find((one) => one.botToken === token)
  if (!team) return refused(token === '' ? 'not_authed' : (world.revoked.get(token) ?? 'invalid_auth'))
  if (served.scope && !team.scopes.includes(served.scope)) {
    return refused('missing_scope', { needed: served.scope, provided: team.scopes.join() })
  }
  return served.answer({ world, team, body, links })
}

/** Gives a workspace's token for the code that its redirect brought, once. */
function installed(world: World, body: Json): Answer {
  if (!wordsOf(body['client_id'])) return refused('invalid_client_id')
  if (!wordsOf(body['client_secret'])) return refused('bad_client_secret')
  const code = wordsOf(body['code'])
  const team = world.codes.get(code)
  if (!team) return refused('invalid_code')
  world.codes.delete(code)
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
