/** Whose turn it is: few requests to one host at a time, none while it asked to be left alone, and not too many in all. */
import PQueue from 'p-queue'
import { webPhrases as say } from '../webPhrases.js'
import { resting } from './failure.js'
import type { Limits } from './limits.js'

export interface Time {
  /** Milliseconds since 1970, by the true clock. */
  readonly now: () => number
  /** Ends early, and well, when the signal is aborted. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

export interface Hosts {
  /**
   * Works when the host's turn comes, `pause` milliseconds at least after the last time that somebody asked for a pause. Rejects with a
   * `Failure` while the host rests, and as soon as the signal is aborted.
   */
  run<T>(host: string, pause: number, signal: AbortSignal, work: () => Promise<T>): Promise<T>
  /** Nothing is asked of the host for so long. */
  rest(host: string, milliseconds: number): void
}

interface Host {
  readonly queue: PQueue
  /** Times. */
  nextTurn: number
  restsUntil: number
}

/** So many are remembered. */
const MOST = 5000

export function createHosts({ now, wait }: Time, { perHost, atOnce }: Limits): Hosts {
  const hosts = new Map<string, Host>()
  const all = new PQueue({ concurrency: atOnce })

  const isIdle = ({ queue }: Host): boolean => queue.size + queue.pending === 0
  const isOver = ({ nextTurn, restsUntil }: Host): boolean => Math.max(nextTurn, restsUntil) <= now()

  function hostOf(name: string): Host {
    const known = hosts.get(name)
    if (known) return known
    if (hosts.size >= MOST) makeRoom()
    const host: Host = { queue: new PQueue({ concurrency: perHost }), nextTurn: 0, restsUntil: 0 }
    host.queue.on('idle', () => {
      if (isOver(host)) hosts.delete(name)
    })
    hosts.set(name, host)
    return host
  }

  /** Those that are over go, else the oldest. */
  function makeRoom(): void {
    const idle = [...hosts].filter(([, host]) => isIdle(host))
    const over = idle.filter(([, host]) => isOver(host))
    for (const [name] of over.length > 0 ? over : idle.slice(0, 1)) hosts.delete(name)
  }

  function checkRest({ restsUntil }: Host): void {
    const left = restsUntil - now()
    if (left > 0) throw resting(say.resting(left), left)
  }

  /** Waits outside the queue, so that what need not pause is not held up. */
  async function takeTurn(host: Host, pause: number, signal: AbortSignal): Promise<void> {
    if (pause === 0) return
    const turn = Math.max(now(), host.nextTurn)
    host.nextTurn = turn + pause
    if (turn > now()) await wait(turn - now(), signal)
  }

  return {
    async run(name, pause, signal, work) {
      const host = hostOf(name)
      checkRest(host)
      const inTurn = () => {
        checkRest(host)
        return all.add(work, { signal })
      }
      try {
        await takeTurn(host, pause, signal)
        return await host.queue.add(inTurn, { signal })
      } catch (error) {
        signal.throwIfAborted()
        throw error
      }
    },
    rest(name, milliseconds) {
      const host = hostOf(name)
      host.restsUntil = Math.max(host.restsUntil, now() + milliseconds)
    },
  }
}
