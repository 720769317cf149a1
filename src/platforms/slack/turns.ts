import type { Time } from '../once.js'

/** Slack takes about one message a second in a channel. Milliseconds. */
const BETWEEN = 1_000

/** Gives each caller its turn in a channel: the first at once, the next a second later. */
export function createTurns({ now, wait }: Time): (channel: string) => Promise<void> {
  const free = new Map<string, number>()
  return async (channel) => {
    const at = Math.max(now(), free.get(channel) ?? 0)
    free.set(channel, at + BETWEEN)
    for (const [known, time] of free) if (time < now() - BETWEEN) free.delete(known)
    if (at > now()) await wait(at - now())
  }
}
