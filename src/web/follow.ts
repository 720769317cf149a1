/** Redirects, followed by hand: each is asked for in its turn, and checked as the first address was. */
import type { Dispatcher } from 'undici'
import { webPhrases as say } from '../webPhrases.js'
import { bareHost } from './address.js'
import { type Answer, ask } from './ask.js'
import { refused } from './failure.js'
import { headerOf, retryAfter } from './headers.js'
import type { Hosts, Time } from './hosts.js'
import type { Limits } from './limits.js'
import { redirectedTo } from './target.js'

export interface Ways {
  readonly dispatcher: Dispatcher
  readonly hosts: Hosts
  readonly limits: Limits
  readonly now: Time['now']
}

/** What answered after redirects. */
export interface Arrived extends Answer {
  readonly url: URL
  /** Where redirects that are all permanent led, up to the first that is not; null where there was none. */
  readonly movedTo: URL | null
}

interface Followed {
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Asked before each address: gives how long to pause before it, or rejects. */
  readonly permit: (url: URL) => Promise<number>
}

const PERMANENT = new Set([301, 308])
const REDIRECTS = new Set([...PERMANENT, 302, 303, 307])

/** Gives what `read` makes of the answer at the end of all redirects. Rejects with a `Failure`, or the reason of the signal. */
export async function follow<T>(
  { dispatcher, hosts, limits, now }: Ways,
  start: URL,
  { headers, signal, permit }: Followed,
  read: (arrived: Arrived) => Promise<T>,
): Promise<T> {
  const seen = new Set<string>()
  let url = start
  let movedTo: URL | null = null
  let isPermanent = true
  let timeLeft = limits.total

  /** One address; where it redirects, the next. */
  async function step(): Promise<{ readonly read: T } | { readonly status: number; readonly to: URL }> {
    const began = now()
    try {
      return await ask({ dispatcher, limits }, { url, headers, timeLeft, signal }, async (answer) => {
        const { status } = answer
        if (REDIRECTS.has(status)) return { status, to: redirectedTo(url, headerOf(answer.headers, 'location')) }
        if (status === 429 || status === 503) hosts.rest(bareHost(url), retryAfter(answer.headers, now()) ?? 0)
        return { read: await read({ ...answer, url, movedTo }) }
      })
    } finally {
      timeLeft -= now() - began
    }
  }

  for (;;) {
    if (seen.has(url.href)) throw refused(say.loop)
    if (seen.size > limits.redirects) throw refused(say.tooManyRedirects(limits.redirects))
    seen.add(url.href)
    const stepped = await hosts.run(bareHost(url), await permit(url), signal, step)
    if ('read' in stepped) return stepped.read
    isPermanent &&= PERMANENT.has(stepped.status)
    url = stepped.to
    if (isPermanent) movedTo = url
  }
}
