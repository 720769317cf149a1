/** The only way out to the network. */
import { setMaxListeners } from 'node:events'
import { Agent } from 'undici'
import { webPhrases as say } from '../webPhrases.js'
import type { Allowed } from './address.js'
import { readBody } from './body.js'
import { createConnector, type Resolve } from './connect.js'
import { Failure, passing } from './failure.js'
import { type Arrived, follow } from './follow.js'
import { freshFor, headerOf, tagOf } from './headers.js'
import { createHosts, type Time } from './hosts.js'
import { LIMITS, type Limits } from './limits.js'
import { createRobots } from './robots.js'
import { statusFailure } from './status.js'
import { targetOf } from './target.js'
import type { Asked, Content, Got, Unchanged, Web } from './web.js'

export interface WebParts extends Time {
  readonly resolve: Resolve
  /** Addresses that are not public and may be fetched all the same. */
  readonly allowed: Allowed
  /** Crier's own. */
  readonly version: string
  /** Where those can turn whose servers are asked. */
  readonly contact: string | null
  readonly limits?: Partial<Limits>
  /** PEM: who else may vouch for servers. */
  readonly ca?: string
}

const ENCODINGS = { 'accept-encoding': 'gzip, br, deflate' }
const ACCEPT: Readonly<Record<Asked['as'], string>> = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5',
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
}

/** `close` ends all requests and connections; those that wait for one are told so. */
export function createWeb({ resolve, allowed, version, contact, now, wait, limits: given, ca }: WebParts): Web & {
  close(): Promise<void>
} {
  const limits = { ...LIMITS, ...given }
  const dispatcher = new Agent({
    connect: createConnector({ resolve, allowed, timeout: limits.firstByte, ...(ca === undefined ? {} : { ca }) }),
    connections: limits.perHost,
    maxHeaderSize: limits.headers,
    // ask.ts holds the time, of name look-ups as well.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  const ways = { dispatcher, hosts: createHosts({ now, wait }, limits), limits, now }
  const own = { 'user-agent': `Crier/${version}${contact === null ? '' : ` (+${contact})`}`, ...ENCODINGS }
  const closing = new AbortController()
  const robots = createRobots(ways, { ...own, accept: 'text/plain, */*;q=0.5' }, closing.signal)

  async function get(address: string, asked: Asked, signal: AbortSignal): Promise<Got> {
    const headers = { ...own, accept: ACCEPT[asked.as], ...conditions(asked) }
    const permit = async (url: URL): Promise<number> => (asked.as === 'page' ? robots.permit(url, signal) : 0)
    return follow(ways, targetOf(address), { headers, signal, permit }, (arrived) => read(arrived, asked))
  }

  async function read(arrived: Arrived, asked: Asked): Promise<Content | Unchanged> {
    const { status, headers, url, movedTo } = arrived
    const told = { movedTo: movedTo?.href ?? null, freshFor: freshFor(headers, now()) }
    if (status === 304 && Object.keys(conditions(asked)).length > 0) return { kind: 'unchanged', ...told }
    if (status !== 200 && status !== 203) throw statusFailure(arrived, asked.as, now())
    const bytes = await readBody(arrived, limits.body, 'fail')
    if (bytes.length === 0) throw passing(say.empty, { status })
    const [etag, lastModified] = [tagOf(headerOf(headers, 'etag')), tagOf(headerOf(headers, 'last-modified'))]
    return {
      kind: 'content',
      url: url.href,
      bytes,
      type: headerOf(headers, 'content-type'),
      etag,
      lastModified,
      ...told,
    }
  }

  return {
    async get(address, asked) {
      const end = new AbortController()
      const stop = (): void => end.abort(passing(say.stopped))
      const signals = [closing.signal, ...(asked.signal ? [asked.signal] : [])]
      // One signal may end any number of requests.
      setMaxListeners(0, ...signals)
      for (const signal of signals) signal.addEventListener('abort', stop)
      if (signals.some((signal) => signal.aborted)) stop()
      try {
        return await get(address, asked, end.signal)
      } catch (error) {
        return error instanceof Failure ? error.failed : passing(say.failed('unexpected')).failed
      } finally {
        for (const signal of signals) signal.removeEventListener('abort', stop)
      }
    },
    async close() {
      closing.abort(passing(say.stopped))
      await dispatcher.destroy()
    },
  }
}

function conditions({ etag, lastModified }: Asked): Readonly<Record<string, string>> {
  const [tag, date] = [tagOf(etag), tagOf(lastModified)]
  return { ...(tag === null ? {} : { 'if-none-match': tag }), ...(date === null ? {} : { 'if-modified-since': date }) }
}
