import { commandProblems } from './commandLimits.js'
import { messageProblems } from './messageLimits.js'
import { problemsInSchema } from './openapi.js'
import { isJson, type Json, json, list, number } from './values.js'

/** What Discord would not take, or show otherwise than meant, in a create-message body: one sentence each. */
export function problemsIn(body: unknown): string[] {
  return problemsInRequest('POST', '/channels/1/messages', body)
}

/** The same for a list of application commands as they are registered (or a single one). */
export function problemsInCommands(commands: unknown): string[] {
  return problemsInRequest('PUT', '/applications/1/commands', isJson(commands) ? [commands] : commands)
}

/**
 * The same for the JSON body of any request.
 * @param path with or without `/api/v10`
 * @param files how many files came with it
 */
export function problemsInRequest(method: string, path: string, body: unknown, files = 0): string[] {
  const route = path.replace(/^\/api(?:\/v\d+)?/u, '').replace(/\?.*$/u, '')
  const known = withoutDefaults(body)
  return [...problemsInSchema(method, route, known), ...ownProblems(method.toUpperCase(), route, known, files)]
}

/**
 * The body without what discord.js adds to every one (`tts: false`, `enforce_nonce: false`) and with permissions as a number, not as text:
 * Discord takes all this, whatever its specification says.
 */
function withoutDefaults(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutDefaults)
  if (!isJson(body)) return body
  const { tts, enforce_nonce, data, default_member_permissions: permissions, ...rest } = body
  const isText = typeof permissions === 'string' && /^\d+$/u.test(permissions)
  return {
    ...rest,
    ...(tts ? { tts } : {}),
    ...(enforce_nonce ? { enforce_nonce } : {}),
    ...(data === undefined ? {} : { data: withoutDefaults(data) }),
    ...(permissions === undefined ? {} : { default_member_permissions: isText ? Number(permissions) : permissions }),
  }
}

function ownProblems(method: string, route: string, body: unknown, files: number): string[] {
  if (/\/commands(?:\/\w+)?$/u.test(route)) {
    return commandProblems(Array.isArray(body) ? list(body) : [json(body)], { partial: method === 'PATCH' })
  }
  if (/^\/channels\/\w+\/messages/u.test(route) && !route.endsWith('/threads')) {
    const ephemeral = (number(json(body).flags) & 64) !== 0
    return [
      ...messageProblems(json(body), { partial: method === 'PATCH', files }),
      ...(ephemeral ? ['flags: only the answer to an interaction can be ephemeral'] : []),
    ]
  }
  if (route.startsWith('/webhooks/')) return messageProblems(json(body), { partial: method === 'PATCH', files })
  if (route.startsWith('/interactions/')) return callbackProblems(json(body), files)
  return []
}

const REPLY = 4
const DEFER = 5
const SUGGEST = 8

function callbackProblems(callback: Json, files: number): string[] {
  const data = json(callback.data)
  if (callback.type === REPLY) return inData(messageProblems(data, { partial: false, files }))
  if (callback.type === 7) return inData(messageProblems(data, { partial: true, files }))
  if (callback.type === DEFER && (number(data.flags) & ~64) !== 0) {
    return ['data.flags: a deferral can set no flag but EPHEMERAL']
  }
  if (callback.type !== SUGGEST) return []
  return list(data.choices).flatMap(({ name, value }, at) =>
    [name, value]
      .filter((part) => typeof part === 'string' && part.trim() === '')
      .map(() => `data.choices.${at}: name and value must not be blank`),
  )
}

function inData(problems: readonly string[]): string[] {
  return problems.map((problem) => `data.${problem}`)
}
