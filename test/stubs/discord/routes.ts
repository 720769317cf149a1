import { PermissionFlagsBits } from 'discord.js'
import { ofCommand, ofCommands } from './commands.js'
import { openChannel } from './happenings.js'
import { type Answer, bodyOf, type Call } from './http.js'
import { acknowledge, followUp, ofResponse } from './interactions.js'
import { problemsInRequest } from './limits.js'
import { accepted, deleteMessage, editMessage, mayWrite, postMessage, seenChannel, seenMessage } from './messages.js'
import { applicationJson, channelJson, guildJson, memberJson, messageJson, userJson } from './payloads.js'
import { invalidBody, Refusal, refusal } from './refusal.js'
import { dmWith } from './stage.js'
import { text } from './values.js'
import { botMay, type Guild, type World } from './world.js'

type Handler = (call: Call, ...parameters: string[]) => Answer

const ok = (body: unknown): Answer => ({ status: 200, body })

/** Answers a request as Discord would. Throws a Refusal where it would not do it. */
export function router(world: World, gatewayUrl: string): (call: Call) => Answer {
  const routes = table(world, gatewayUrl).map(([methods, pattern, handler]) => {
    const path = new RegExp(`^${pattern.replaceAll(/:\w+/gu, '([^/]+)')}$`, 'u')
    return { methods: methods.split(' '), path, handler }
  })
  return (call) => {
    const route = routes.find(({ methods, path }) => methods.includes(call.method) && path.test(call.path))
    const open = /^\/(?:interactions|webhooks)\//u.test(call.path)
    if (!open && call.auth !== `Bot ${world.token}`) throw new Refusal(401, 0, '401: Unauthorized')
    if (!route) throw new Refusal(404, 0, '404: Not Found')
    const [, ...parameters] = route.path.exec(call.path) ?? []
    return route.handler(call, ...parameters)
  }
}

function table(world: World, gatewayUrl: string): readonly (readonly [string, string, Handler])[] {
  const limit = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 }
  const user = (id: string) => {
    const found = world.users.get(id === '@me' ? world.bot.id : id)
    if (!found) throw refusal(10013)
    return found
  }
  return [
    ['GET', '/gateway', () => ok({ url: gatewayUrl })],
    ['GET', '/gateway/bot', () => ok({ url: gatewayUrl, shards: 1, session_start_limit: limit })],
    ['GET', '/applications/@me', () => ok(applicationJson(world))],
    ['GET', '/oauth2/applications/@me', () => ok(applicationJson(world))],
    [
      'GET',
      '/users/@me/guilds',
      () => ok([...world.guilds.values()].filter(({ joined }) => joined).map(({ id, name }) => ({ id, name }))),
    ],
    ['POST', '/users/@me/channels', (call) => openDm(world, call)],
    ['GET', '/users/:user', (_, id = '') => ok(userJson(user(id)))],
    ['GET', '/guilds/:guild', (_, id = '') => ok(guildJson(world, seenGuild(world, id)))],
    ['GET', '/guilds/:guild/channels', (_, id = '') => ok(guildJson(world, seenGuild(world, id)).channels)],
    ['GET', '/guilds/:guild/roles', (_, id = '') => ok(guildJson(world, seenGuild(world, id)).roles)],
    [
      'GET',
      '/guilds/:guild/members/:user',
      (_, guild = '', id = '') => {
        seenGuild(world, guild)
        if (!world.users.has(id === '@me' ? world.bot.id : id)) throw refusal(10007)
        return ok(memberJson(user(id)))
      },
    ],
    [
      'GET PUT POST',
      '/applications/:application/commands',
      (call, application = '') => ofCommands(world, call, scopeOf(world, application)),
    ],
    [
      'GET PATCH DELETE',
      '/applications/:application/commands/:command',
      (call, application = '', id = '') => ofCommand(world, call, scopeOf(world, application), id),
    ],
    [
      'GET PUT POST',
      '/applications/:application/guilds/:guild/commands',
      (call, application = '', guild = '') => ofCommands(world, call, scopeOf(world, application, guild)),
    ],
    [
      'GET PATCH DELETE',
      '/applications/:application/guilds/:guild/commands/:command',
      (call, application = '', guild = '', id = '') => ofCommand(world, call, scopeOf(world, application, guild), id),
    ],
    ['POST', '/interactions/:id/:token/callback', (call, id = '', token = '') => acknowledge(world, call, id, token)],
    [
      'POST',
      '/webhooks/:application/:token',
      (call, application = '', token = '') => followUp(world, call, application, token),
    ],
    [
      'GET PATCH DELETE',
      '/webhooks/:application/:token/messages/:message',
      (call, application = '', token = '', id = '') => ofResponse(world, call, application, token, id),
    ],
    ['GET', '/channels/:channel', (_, id = '') => ok(channelJson(world, seenChannel(world, id)))],
    [
      'POST',
      '/channels/:channel/typing',
      (_, id = '') => {
        mayWrite(world, seenChannel(world, id))
        return { status: 204 }
      },
    ],
    ['GET', '/channels/:channel/messages', (call, id = '') => history(world, call, id)],
    [
      'POST',
      '/channels/:channel/messages',
      (call, id = '') => ok(messageJson(world, postMessage(world, call, seenChannel(world, id)))),
    ],
    [
      'GET PATCH DELETE',
      '/channels/:channel/messages/:message',
      (call, channel = '', id = '') => ofMessage(world, call, channel, id),
    ],
    [
      'POST',
      '/channels/:channel/messages/:message/threads',
      (call, channel = '', id = '') => startThread(world, call, channel, id),
    ],
    ['POST', '/channels/:channel/threads', (call, channel = '') => startThread(world, call, channel, null)],
  ]
}

function scopeOf(world: World, application: string, guild = 'global'): string {
  if (application !== world.applicationId) throw refusal(50001)
  return guild
}

function seenGuild(world: World, id: string): Guild {
  const guild = world.guilds.get(id)
  if (!guild?.joined) throw guild ? refusal(50001) : refusal(10004)
  return guild
}

function openDm(world: World, call: Call): Answer {
  const user = world.users.get(text(bodyOf(call).recipient_id))
  if (!user) throw refusal(10013)
  if (user.bot) throw refusal(50007)
  return ok(channelJson(world, dmWith(world, user)))
}

/** The newest first, as Discord gives them. */
function history(world: World, call: Call, channelId: string): Answer {
  const may = botMay(world, seenChannel(world, channelId))
  const visible = [...world.messages.values()].filter(
    (message) => message.channelId === channelId && !message.deleted && message.viewerId === null,
  )
  const before = call.query.get('before')
  const after = call.query.get('after')
  const shown = visible.filter(
    ({ id }) => (before === null || BigInt(id) < BigInt(before)) && (after === null || BigInt(id) > BigInt(after)),
  )
  const most = Math.min(Number(call.query.get('limit') ?? 50), 100)
  if ((may & PermissionFlagsBits.ReadMessageHistory) === 0n) return ok([])
  return ok(
    (after === null ? shown.slice(-most) : shown.slice(0, most))
      .toReversed()
      .map((message) => messageJson(world, message, { isOld: true })),
  )
}

function ofMessage(world: World, call: Call, channelId: string, id: string): Answer {
  const channel = seenChannel(world, channelId)
  const message = seenMessage(world, channelId, id)
  const own = message.author.id === world.bot.id
  if (call.method === 'GET') {
    if ((botMay(world, channel) & PermissionFlagsBits.ReadMessageHistory) === 0n) throw refusal(50013)
    return ok(messageJson(world, message))
  }
  if (call.method === 'DELETE') {
    if (!own) throw channel.kind === 'dm' ? refusal(50003) : refusal(50013)
    deleteMessage(world, message)
    return { status: 204 }
  }
  if (!own) throw refusal(50005)
  editMessage(world, message, accepted(call, message.flags), call.files)
  return ok(messageJson(world, message))
}

function startThread(world: World, call: Call, channelId: string, messageId: string | null): Answer {
  const channel = seenChannel(world, channelId)
  if (channel.kind === 'dm') throw refusal(50003)
  if (channel.kind !== 'text' && channel.kind !== 'announcement') throw refusal(50024)
  if ((botMay(world, channel) & PermissionFlagsBits.CreatePublicThreads) === 0n) throw refusal(50013)
  if (messageId !== null) seenMessage(world, channelId, messageId)
  if (messageId !== null && world.channels.has(messageId)) throw refusal(160004)
  const problems = problemsInRequest(call.method, call.path, call.body)
  if (problems.length > 0) throw invalidBody(problems)
  const place = {
    kind: 'thread',
    name: text(bodyOf(call).name),
    guildId: channel.guildId,
    parentId: channelId,
  } as const
  const thread = openChannel(world, { ...place, ...(messageId === null ? {} : { id: messageId }) })
  return { status: 201, body: channelJson(world, thread) }
}
