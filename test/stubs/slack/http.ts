/** The stub's HTTP side: the Web API, and the addresses that answers are sent to. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { problemsIn } from './limits.js'
import { answerTo } from './webApi.js'
import { type Fault, type Json, nextTs, takeFault, type World } from './world.js'

const RESPONSES = '/response/'

/** Serves `world` on 127.0.0.1; `ticket` gives an address for one socket. */
export function slackServer(world: World, ticket: () => string): Server {
  return createServer((request, response) => {
    serve(world, ticket, request, response).catch(() => response.destroy())
  })
}

async function serve(
  world: World,
  ticket: () => string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://stub').pathname
  const body = parsed(await textOf(request), request.headers['content-type'] ?? '')
  const isResponse = path.startsWith(RESPONSES)
  const method = isResponse ? 'response_url' : path.replace('/api/', '')
  const token = tokenOf(request, body)
  world.calls.push({ method, token, body })
  const fault = takeFault(world, method)
  if (fault?.hang) return
  if (fault?.reset) return void request.socket.destroy()
  if (fault && !fault.lostAfter) return fail(world, response, fault)
  const [status, answer] = isResponse
    ? responded(world, path.slice(RESPONSES.length), body)
    : ([200, answerTo(world, method, token, body, ticket)] as const)
  if (fault?.lostAfter) return void request.socket.destroy()
  const scopes = world.teams.find(({ botToken }) => botToken === token)?.scopes
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    Date: new Date(world.now()).toUTCString(),
    ...(scopes ? { 'x-oauth-scopes': scopes.join(',') } : {}),
  })
  response.end(JSON.stringify(answer))
}

function fail(world: World, response: ServerResponse, { status, error, needed, retryAfter }: Fault): void {
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    Date: new Date(world.now()).toUTCString(),
    ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
  }
  const told = { ok: false, error: error ?? 'internal_error', ...(needed ? { needed } : {}) }
  response.writeHead(status ?? 200, headers).end(JSON.stringify(told))
}

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
function responded(world: World, id: string, body: Json): readonly [number, Json] {
  const open = world.responses.get(id)
  if (!open || open.until < world.now()) return [404, { ok: false, error: 'expired_url' }]
  if (open.uses === 0) return [404, { ok: false, error: 'used_url' }]
  const problems = problemsIn(body)
  if (problems.length > 0) return [400, { ok: false, error: 'invalid_blocks', problems }]
  open.uses -= 1
  world.posted.push({
    channel: open.channel,
    ts: nextTs(world),
    thread_ts: typeof body['thread_ts'] === 'string' ? body['thread_ts'] : undefined,
    seenBy: body['response_type'] === 'in_channel' ? null : open.user,
    user: 'crier',
    via: 'response_url',
    body,
  })
  return [200, { ok: true }]
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}

/** JSON as it is; forms with what is JSON in them read, as Slack does. */
function parsed(text: string, type: string): Json {
  if (type.includes('application/json')) return JSON.parse(text || '{}')
  return Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, formValue(name, value)]))
}

function formValue(name: string, value: string): unknown {
  if (['blocks', 'metadata', 'view', 'attachments'].includes(name)) return JSON.parse(value)
  if (value === 'true' || value === 'false') return value === 'true'
  return value
}

function tokenOf(request: IncomingMessage, body: Json): string {
  const header = /^Bearer (?<token>.+)$/u.exec(request.headers.authorization ?? '')?.groups?.['token']
  return header ?? (typeof body['token'] === 'string' ? body['token'] : '')
}
