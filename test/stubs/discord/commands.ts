import type { Answer, Call } from './http.js'
import { problemsInCommands, problemsInRequest } from './limits.js'
import { invalidBody, refusal } from './refusal.js'
import { isJson, type Json, json, list } from './values.js'
import type { World } from './world.js'

const DAY = 24 * 60 * 60_000
const CREATES_A_DAY = 200

/** The commands of an application, globally or in one guild (`scope`): all of them. */
export function ofCommands(world: World, call: Call, scope: string): Answer {
  mayManage(world, scope)
  const registered = world.commands.get(scope) ?? []
  if (call.method === 'GET') return { status: 200, body: registered.map((command) => localised(command, call)) }
  refuseProblems(call)
  if (call.method === 'POST') {
    const { command, isNew } = merged(world, scope, registered, json(call.body))
    keep(world, scope, [...registered.filter(({ id }) => id !== command.id), command])
    return { status: isNew ? 201 : 200, body: command }
  }
  const commands = list(call.body).map((each) => merged(world, scope, registered, each).command)
  keep(world, scope, commands)
  return { status: 200, body: commands }
}

/** One of them. */
export function ofCommand(world: World, call: Call, scope: string, id: string): Answer {
  mayManage(world, scope)
  const registered = world.commands.get(scope) ?? []
  const command = registered.find((each) => each.id === id)
  if (!command) throw refusal(10063)
  if (call.method === 'GET') return { status: 200, body: command }
  const others = registered.filter((each) => each !== command)
  if (call.method === 'DELETE') {
    world.commands.set(scope, others)
    return { status: 204 }
  }
  refuseProblems(call)
  const changed = { ...command, ...filled(json(call.body)), id, version: world.nextId() }
  keep(world, scope, [...others, changed])
  return { status: 200, body: changed }
}

function mayManage(world: World, scope: string): void {
  if (scope !== 'global' && !world.guilds.get(scope)?.joined) throw refusal(50001)
}

function refuseProblems(call: Call): void {
  const problems = problemsInRequest(call.method, call.path, call.body)
  if (problems.length > 0) throw invalidBody(problems)
}

/** A command as Discord keeps it: what has the same name and type is changed, all else is created and counted. */
function merged(
  world: World,
  scope: string,
  registered: readonly Json[],
  body: Json,
): { command: Json; isNew: boolean } {
  const type = body.type ?? 1
  const before = registered.find((each) => each.name === body.name && each.type === type)
  if (!before) count(world, scope)
  const ids = { id: before?.id ?? world.nextId(), application_id: world.applicationId, version: world.nextId() }
  const localisations = { name_localizations: null, description_localizations: null }
  const rights = { default_member_permissions: null, dm_permission: true, nsfw: false }
  const everywhere = scope === 'global'
  const use = { contexts: null, integration_types: [0] }
  const own = everywhere ? { ...use, ...filled(body) } : { ...filled(body), ...use, guild_id: scope }
  const command = { ...ids, ...localisations, ...rights, description: '', ...own, type }
  return { command, isNew: !before }
}

/** As Discord gives it back: what is null or false in a command and its options is left out, and a server's command has no contexts. */
function filled(body: Json): Json {
  const kept = Object.entries(body).filter(([name, value]) => value !== null && value !== false && name !== 'id')
  const options = Array.isArray(body.options) ? { options: list(body.options).map(filled) } : {}
  return { ...Object.fromEntries(kept), ...options }
}

function count(world: World, scope: string): void {
  const recent = (world.creations.get(scope) ?? []).filter((at) => world.now() - at < DAY)
  if (recent.length >= CREATES_A_DAY) throw refusal(30034)
  world.creations.set(scope, [...recent, world.now()])
}

function keep(world: World, scope: string, commands: readonly Json[]): void {
  const bodies = commands.map(({ name, type, description, options }) => ({
    name,
    type,
    ...(description ? { description } : {}),
    ...(options ? { options } : {}),
  }))
  const problems = problemsInCommands(bodies)
  if (problems.length > 0) throw invalidBody(problems)
  world.commands.set(scope, commands)
}

/** Translations are told only to who asks for them. */
function localised(command: Json, call: Call): Json {
  if (call.query.get('with_localizations') === 'true') return command
  const visit = (part: Json): Json => {
    const { name_localizations: _, description_localizations: __, ...rest } = part
    const options = Array.isArray(part.options) ? { options: part.options.filter(isJson).map(visit) } : {}
    return { ...rest, ...options }
  }
  return visit(command)
}
