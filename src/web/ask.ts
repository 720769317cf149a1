/** One request and its answer, within the time for it. */
import type { Dispatcher } from 'undici'
import { webPhrases as say } from '../webPhrases.js'
import { Failure, passing, refused } from './failure.js'
import type { Headers } from './headers.js'
import type { Limits } from './limits.js'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: AsyncIterable<Uint8Array>
}

interface Request {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** Of the time for all redirects and the body. Milliseconds. */
  readonly timeLeft: number
  readonly signal: AbortSignal
}

/**
 * Asks, and gives what `read` makes of the answer; what `read` leaves of the body is thrown away with the connection. Rejects with a `Failure`, or
 * with the reason of the signal.
 */
export async function ask<T>(
  { dispatcher, limits }: { readonly dispatcher: Dispatcher; readonly limits: Limits },
  { url, headers, timeLeft, signal }: Request,
  read: (answer: Answer) => Promise<T>,
): Promise<T> {
  const end = new AbortController()
  const stop = (): void => end.abort(signal.reason)
  signal.addEventListener('abort', stop)
  const timers = [
    setTimeout(() => end.abort(passing(say.noAnswer(limits.firstByte))), limits.firstByte),
    setTimeout(() => end.abort(passing(say.tooSlow(limits.total))), timeLeft),
  ]
  try {
    signal.throwIfAborted()
    const request = { origin: url.origin, path: `${url.pathname}${url.search}`, method: 'GET', headers } as const
    const {
      statusCode,
      headers: sent,
      body,
    } = await orAborted(dispatcher.request({ ...request, signal: end.signal }), end.signal)
    clearTimeout(timers[0])
    body.on('error', () => {})
    try {
      return await orAborted(read({ status: statusCode, headers: sent, body }), end.signal)
    } finally {
      body.destroy()
    }
  } catch (error) {
    end.signal.throwIfAborted()
    throw failureOf(error, limits)
  } finally {
    for (const timer of timers) clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

/** Settles as `promise` does, or rejects with the signal's reason as soon as there is one: undici does not stop looking names up and connecting. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** By the codes of undici, llhttp, zlib, OpenSSL and the system; the first pattern that fits. */
const FAILURES: readonly (readonly [RegExp, (code: string, limits: Limits) => Failure])[] = [
  [/^(?:ENOTFOUND|EAI_NONAME|EAI_NODATA)$/u, () => passing(say.unknownHost)],
  [/^EAI_/u, () => passing(say.nameService)],
  [/^ECONNREFUSED$/u, () => passing(say.notConnected)],
  [/^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT)$/u, () => passing(say.unreachable)],
  [/^UND_ERR_CONNECT_TIMEOUT$/u, (_, { firstByte }) => passing(say.noAnswer(firstByte))],
  [/^UND_ERR_HEADERS_OVERFLOW$/u, (_, { headers }) => refused(say.largeHeaders(headers))],
  [/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/u, () => passing(say.brokenOff)],
  [/^(?:UND_ERR_DESTROYED|UND_ERR_CLOSED)$/u, () => passing(say.stopped)],
  [/^HPE_INVALID_EOF_STATE$/u, () => passing(say.brokenOff)],
  [/^(?:HPE_|HTTPParserError)/u, () => passing(say.notHttp)],
  [/^(?:Z_|ERR__ERROR_|ERR_ZLIB_)/u, () => passing(say.notDecompressed)],
  [/CERT|SIGNATURE|ERR_SSL|ERR_TLS|EPROTO/u, (code) => passing(say.certificate(code))],
]

function failureOf(error: unknown, limits: Limits): Failure {
  if (error instanceof Failure) return error
  const { code: given, name }: { code?: unknown; name?: string } = error instanceof Error ? error : {}
  const code = typeof given === 'string' ? given : (name ?? 'unknown')
  const [, make] = FAILURES.find(([pattern]) => pattern.test(code)) ?? []
  return make ? make(code, limits) : passing(say.failed(code))
}
