import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Refusal } from './refusal.js'
import { type Json, json, text } from './values.js'

/** A request as it came in. */
export interface Call {
  readonly method: string
  /** Without `/api/v10` and query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
  readonly files: readonly UploadedFile[]
  /** The `Authorization` header; null where none was sent. */
  readonly auth: string | null
  /** By the stub's clock. */
  readonly at: number
  /** What was answered; null while nothing is. */
  status: number | null
}

export interface UploadedFile {
  readonly index: number
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** What goes wrong once, instead of or after the answer. */
export type Fault =
  | { readonly status: number; readonly retryAfter?: number; readonly code?: number; readonly global?: boolean }
  /** Never answers. */
  | { readonly hang: true }
  /** Does what was asked, and the answer is lost. */
  | { readonly lostAfter: true }
  /** The connection breaks before anything is done. */
  | { readonly reset: true }

interface Serving {
  readonly now: () => number
  readonly calls: Call[]
  readonly faultFor: (call: Call) => Fault | undefined
  readonly serve: (call: Call) => Answer
}

/** The REST side: reads requests, keeps them for the tests, and answers as `serve` says. */
export function restServer(serving: Serving) {
  return createServer((request, response) => {
    void reply(request, response, serving).catch((error: unknown) => {
      write(response, { status: 500, body: { code: 0, message: String(error) } }, serving.now())
    })
  })
}

async function reply(request: IncomingMessage, response: ServerResponse, { now, calls, faultFor, serve }: Serving) {
  const call = await read(request, now())
  calls.push(call)
  const fault = faultFor(call)
  if (fault && 'hang' in fault) return
  if (fault && 'reset' in fault) {
    request.socket.resetAndDestroy()
    return
  }
  const answer = fault && 'status' in fault ? faulty(fault) : answered(call, serve)
  call.status = answer.status
  if (fault && 'lostAfter' in fault) request.socket.resetAndDestroy()
  else write(response, answer, now())
}

function answered(call: Call, serve: (call: Call) => Answer): Answer {
  try {
    return serve(call)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { status, code, message, errors } = error
    return { status, body: { code, message, ...(errors ? { errors } : {}) } }
  }
}

function faulty({ status, retryAfter = 1, code = 0, global = false }: Extract<Fault, { status: number }>): Answer {
  if (status !== 429) return { status, body: { code, message: `Made to fail with ${code || status}` } }
  return rateLimited(retryAfter, global)
}

/** The answer to a request too many. `retryAfter` in seconds. */
export function rateLimited(retryAfter: number, global: boolean): Answer {
  const scope = global ? { 'x-ratelimit-global': 'true' } : limitHeaders(1, 0, retryAfter)
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global, code: 0 },
    headers: {
      'retry-after': String(Math.ceil(retryAfter)),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...scope,
    },
  }
}

export function limitHeaders(limit: number, remaining: number, resetAfter: number, bucket = 'made-to-fail') {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset-after': resetAfter.toFixed(3),
    'x-ratelimit-bucket': bucket,
  }
}

async function read(request: IncomingMessage, at: number): Promise<Call> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stub')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const type = request.headers['content-type'] ?? ''
  const { body, files } = await parsed(Buffer.concat(chunks), type)
  const path = decodeURIComponent(pathname.replace(/^\/api\/v10/u, ''))
  const auth = request.headers.authorization ?? null
  return { method: request.method ?? '', path, query: searchParams, body, files, auth, at, status: null }
}

/** A body as JSON, or as a form whose `payload_json` is the JSON and whose `files[n]` are the attachments. */
async function parsed(bytes: Buffer, type: string): Promise<{ body: unknown; files: UploadedFile[] }> {
  if (bytes.length === 0) return { body: undefined, files: [] }
  if (!type.startsWith('multipart/form-data')) {
    return { body: type.startsWith('application/json') ? parsedJson(bytes.toString()) : undefined, files: [] }
  }
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  const files: UploadedFile[] = []
  for (const [name, value] of form) {
    const index = /^files\[(\d+)\]$/u.exec(name)?.[1]
    if (index === undefined || typeof value === 'string') continue
    const content = new Uint8Array(await value.arrayBuffer())
    files.push({ index: Number(index), name: value.name, type: value.type, bytes: content })
  }
  return { body: parsedJson(text(form.get('payload_json')) || '{}'), files }
}

function parsedJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

/** Discord sends 204 without a content type. */
function write(response: ServerResponse, { status, body, headers = {} }: Answer, now: number): void {
  const date = { date: new Date(now).toUTCString() }
  if (body === undefined) return void response.writeHead(status, { ...date, ...headers }).end()
  response.writeHead(status, { ...date, 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** The body of a request that must be an object. */
export function bodyOf({ body }: Call): Json {
  return json(body)
}
