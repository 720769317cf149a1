/** The stub's HTTP side: the Web API, and the addresses that answers are sent to. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { responded } from './responses.js'
import { answerTo, type Links } from './webApi.js'
import { type Call, type Fault, type Json, takeFault, tooSoon, type World } from './world.js'

const RESPONSES = '/response/'
const UPLOADS = '/upload/'

/** Serves `world` on 127.0.0.1; `links` are the addresses that it gives out. */
export function slackServer(world: World, links: Links): Server {
  return createServer((request, response) => {
    serve(world, links, request, response).catch(() => response.destroy())
  })
}

async function serve(world: World, links: Links, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://stub').pathname
  const bytes = await bytesOf(request)
  const upload = path.startsWith(UPLOADS) ? world.uploads.get(path.slice(UPLOADS.length)) : undefined
  if (upload) {
    upload.received = await uploadedBytes(bytes, request.headers['content-type'] ?? '')
    return void response.end(`OK - ${upload.received}`)
  }
  const body = parsed(bytes.toString('utf8'), request.headers['content-type'] ?? '')
  const isResponse = path.startsWith(RESPONSES)
  const method = isResponse ? 'response_url' : path.replace('/api/', '')
  const token = tokenOf(request, body)
  const call: Call = { method, token, body, at: world.now() }
  world.calls.push(call)
  const fault = takeFault(world, method) ?? tooSoon(world, call)
  if (fault?.hang) return
  if (fault?.reset) return void request.socket.destroy()
  if (fault && !fault.lostAfter) return fail(world, response, fault)
  const [status, answer] = isResponse
    ? responded(world, path.slice(RESPONSES.length), body)
    : ([200, answerTo(world, method, token, body, links)] as const)
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

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

/** Slack takes a file as it is, and as the one file in a form. */
async function uploadedBytes(bytes: Buffer, type: string): Promise<number> {
  if (!type.startsWith('multipart/')) return bytes.length
  const form = await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } }).formData()
  return [...form.values()].reduce((sum, part) => sum + (typeof part === 'string' ? 0 : part.size), 0)
}

/** JSON as it is; forms with what is JSON in them read, as Slack does. */
function parsed(text: string, type: string): Json {
  if (type.includes('application/json')) return JSON.parse(text || '{}')
  return Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, formValue(name, value)]))
}

function formValue(name: string, value: string): unknown {
  if (['blocks', 'metadata', 'view', 'attachments', 'files'].includes(name)) return JSON.parse(value)
  if (value === 'true' || value === 'false') return value === 'true'
  return value
}

function tokenOf(request: IncomingMessage, body: Json): string {
  const header = /^Bearer (?<token>.+)$/u.exec(request.headers.authorization ?? '')?.groups?.['token']
  return header ?? (typeof body['token'] === 'string' ? body['token'] : '')
}
