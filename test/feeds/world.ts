/** Many made-up sites on one loopback server, told apart by their names: feeds, and the pages behind them. */
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { startFaultServer } from '../web/faultServer.js'
import { FAULTS } from '../web/faults.js'
import { madeUpArticle } from './madeUpNews.js'
import { feedOfItems, type Item, pageOfItem } from './madeUpPages.js'

interface Options {
  readonly feeds: number
  /** Of all feeds together. */
  readonly entries: number
  /** The time of the news. */
  readonly now: number
  /** Milliseconds before each answer. */
  readonly slowness?: number
  /** Paths of `FAULTS` that every hundredth page leads to in turn. */
  readonly pageFaults?: readonly string[]
}

export interface World {
  readonly port: number
  /** Addresses of feeds that answer as they should. */
  readonly feeds: readonly string[]
  /** The address at which a fault answers as a feed of its own host. */
  readonly faulty: (path: string) => string
  /** What answered, and how often. */
  readonly served: ReadonlyMap<string, number>
  /** Addresses that were asked, in order. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

export async function startWorld({ feeds, entries, now, slowness = 0, pageFaults = [] }: Options): Promise<World> {
  const served = new Map<string, number>()
  const asked: string[] = []
  const perFeed = Math.ceil(entries / feeds)
  let port = 0

  function itemsOf(feed: number): Item[] {
    const count = Math.max(0, Math.min(perFeed, entries - feed * perFeed))
    return Array.from({ length: count }, (_, at) => itemOf(feed, feed * perFeed + at))
  }

  function itemOf(feed: number, seed: number): Item {
    const fault = pageFaults[Math.floor(seed / 100) % pageFaults.length]
    const path = fault !== undefined && seed % 100 === 99 && feed % 5 !== 2 ? `${fault}?${seed}` : `/news/${seed}`
    return { url: `http://${nameOf(feed)}:${port}${path}`, article: madeUpArticle(seed, now), seed }
  }

  function answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { url = '/', headers } = request
    const feed = Number(/^feed-(\d+)\.example/u.exec(headers.host ?? '')?.[1] ?? Number.NaN)
    asked.push(`http://${headers.host}${url}`)
    const count = (what: string): void => void served.set(what, (served.get(what) ?? 0) + 1)
    const path = url.replace(/\?.*$/u, '')
    if (Number.isNaN(feed) || path in FAULTS) {
      count(path === '/robots.txt' ? 'robots.txt' : 'faults')
      return false
    }
    const send = (type: string, body: Buffer): void => {
      const etag = `"${createHash('sha1').update(body).digest('hex')}"`
      const isKnown = headers['if-none-match'] === etag
      count(isKnown ? '304' : type === 'text/html' ? 'pages' : 'feeds')
      response.writeHead(isKnown ? 304 : 200, { 'Content-Type': type, ETag: etag }).end(isKnown ? undefined : body)
    }
    setTimeout(() => {
      const seed = Number(/^\/news\/(\d+)$/u.exec(path)?.[1] ?? Number.NaN)
      if (path === '/feed.xml') {
        const { type, body } = feedOfItems(feed, `Wendmouth ${feed}`, `http://${nameOf(feed)}:${port}/`, itemsOf(feed))
        return send(type, body)
      }
      if (Math.floor(seed / perFeed) === feed) return send('text/html', Buffer.from(pageOfItem(itemOf(feed, seed))))
      count(path === '/robots.txt' ? 'robots.txt' : 'missing')
      return response.writeHead(404).end()
    }, slowness)
    return true
  }

  const server = await startFaultServer(answer)
  port = server.port
  return {
    port,
    feeds: Array.from({ length: feeds }, (_, feed) => `http://${nameOf(feed)}:${port}/feed.xml`),
    faulty: (path) => `http://${faultyName(path)}:${port}${path}`,
    served,
    asked,
    close: () => server.close(),
  }
}

export function nameOf(feed: number): string {
  return `feed-${feed}.example`
}

/** `fault-gzip-bomb.example` */
export function faultyName(path: string): string {
  return `fault${path.replace(/[^a-z0-9]+/gu, '-')}.example`
}
