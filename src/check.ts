/** The doctor: looks at everything that `crier run` needs, before it runs. */
import { cliPhrases as say } from './cliPhrases.js'
import { DEFAULT_DATABASE_URL } from './config.js'
import { messageOf } from './errors.js'
import { feedsFinding } from './feedsFinding.js'
import { type Surroundings, withStore } from './main.js'
import type { Finding } from './platforms/finding.js'
import { TRUE_TIME } from './trueTime.js'

/** One finding a line: what was looked at, whether it is well, and what is so or what to do. */
export async function check({ config }: Surroundings): Promise<readonly Finding[]> {
  const { slack, discord, clock } = config
  const time = { ...TRUE_TIME, now: () => clock().getTime() }
  const platforms = [
    slack && (async () => (await import('./platforms/slack/check.js')).checkSlack({ slack, time })),
    discord && (async () => (await import('./platforms/discord/check.js')).checkDiscord({ discord, time })),
  ]
  const running = [slack && 'Slack', discord && 'Discord'].filter((name) => name !== null)
  const found = await Promise.all(platforms.map(async (one) => (one ? one() : [])))
  return [
    { name: 'settings', ok: true, told: say.settings(running) },
    await storeFinding(config),
    ...found.flat(),
    await digestsFinding(config),
    await feedsFinding(config),
  ]
}

async function storeFinding(config: Surroundings['config']): Promise<Finding> {
  try {
    return await withStore(config, false, async (store) => {
      // Both files are opened and written, as a running Crier does.
      await store.book.forget(0)
      const outlets = await store.archive('local').outlets()
      const articles = outlets.reduce((sum, outlet) => sum + outlet.articles, 0)
      return { name: 'store', ok: true, told: say.store(config.databaseUrl ?? DEFAULT_DATABASE_URL, articles) }
    })
  } catch (error) {
    return { name: 'store', ok: false, told: messageOf(error) }
  }
}

async function digestsFinding(config: Surroundings['config']): Promise<Finding> {
  const name = 'digests'
  try {
    const digests = await withStore(config, false, (store) => store.digests.list())
    const stopped = digests.flatMap(({ id, paused }) => (paused?.why ? [{ id, why: paused.why }] : []))
    const times = digests.flatMap(({ next }) => (next === null ? [] : [next]))
    const next = times.length === 0 ? null : new Date(Math.min(...times)).toISOString()
    const paused = digests.filter((digest) => digest.paused !== null).length
    return { name, ok: stopped.length === 0, told: say.digests(digests.length, paused, next, stopped) }
  } catch (error) {
    return { name, ok: false, told: messageOf(error) }
  }
}
