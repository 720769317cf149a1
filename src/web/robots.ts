/** robots.txt of each site, asked for once a day however many pages are read there. */
import { webPhrases as say } from '../webPhrases.js'
import { orAborted } from './ask.js'
import { readBody } from './body.js'
import { Failure, passing, resting } from './failure.js'
import { type Arrived, follow, type Ways } from './follow.js'
import { type RobotsRules, robotsRules } from './robotsRules.js'
import { statusFailure } from './status.js'
import { targetOf } from './target.js'

interface Robots {
  /** Resolves to how long to pause before a page is read; rejects with a `Failure` where it may not be. Milliseconds. */
  permit(page: URL, signal: AbortSignal): Promise<number>
}

interface Kept {
  readonly until: number
  /** As much as it takes to keep it. */
  size: number
  readonly answer: Promise<RobotsRules | Failure>
}

const PRODUCT = 'Crier'
const DAY = 24 * 3_600_000
/** Where it could not be read, it is asked for again after so long, or when the server says. */
const AGAIN = 10 * 60_000
/** Characters of all that are kept, the oldest gone first. An entry counts as some, too. */
const MOST_KEPT = 8_000_000
const LEAST_SIZE = 500

/** `signal` ends requests for all who wait; who gives up alone stops no request that others wait for. */
export function createRobots(ways: Ways, headers: Readonly<Record<string, string>>, signal: AbortSignal): Robots {
  const known = new Map<string, Kept>()
  let keptSize = 0

  function forget(origin: string): void {
    keptSize -= known.get(origin)?.size ?? 0
    known.delete(origin)
  }

  function keep(origin: string, kept: Kept): void {
    forget(origin)
    known.set(origin, kept)
    keptSize += kept.size
    for (const oldest of known.keys()) {
      if (keptSize <= MOST_KEPT || oldest === origin) break
      forget(oldest)
    }
  }

  async function fetch(origin: string): Promise<RobotsRules | Failure> {
    const followed = { headers, signal, permit: async () => 0 }
    let text = ''
    let failure: Failure | null = null
    try {
      text = await follow(ways, targetOf('/robots.txt', new URL(origin)), followed, (arrived) => textOf(arrived, ways))
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof Failure)) throw error
      // What can never be had is not there: a missing file allows all. Where the address itself is at fault, the page will say so.
      if (error.failed.cause === 'passing' || error.failed.cause === 'resting') failure = error
    }
    const answer = failure ?? robotsRules(text, PRODUCT)
    const lasts = failure === null ? DAY : (failure.failed.retryAfter ?? AGAIN)
    keep(origin, { until: ways.now() + lasts, size: LEAST_SIZE + text.length, answer: Promise.resolve(answer) })
    return answer
  }

  function ask(origin: string): Promise<RobotsRules | Failure> {
    const kept = known.get(origin)
    if (kept && kept.until > ways.now()) return kept.answer
    const answer = fetch(origin)
    keep(origin, { until: Number.POSITIVE_INFINITY, size: LEAST_SIZE, answer })
    answer.catch(() => forget(origin))
    return answer
  }

  return {
    async permit(page, given) {
      const answer = await orAborted(ask(page.origin), given)
      if (answer instanceof Failure) {
        const left = Math.max((known.get(page.origin)?.until ?? 0) - ways.now(), 0)
        const why = say.noRobots(answer.failed.why)
        throw answer.failed.cause === 'resting' ? resting(why, left) : passing(why, { retryAfter: left })
      }
      if (!answer.allows(`${page.pathname}${page.search}`)) throw new Failure(FORBIDDEN)
      return answer.pause
    },
  }
}

const FORBIDDEN = { kind: 'failed', why: say.robots, cause: 'refused', status: null, retryAfter: null } as const

/** Too many requests are the server's trouble, as its own errors are; all else that is refused means that there are no rules (RFC 9309, 2.3.1). */
async function textOf(arrived: Arrived, { limits, now }: Ways): Promise<string> {
  if (arrived.status >= 200 && arrived.status < 300) {
    return new TextDecoder().decode(await readBody(arrived, limits.robots, 'cut'))
  }
  throw statusFailure(arrived, 'page', now())
}
