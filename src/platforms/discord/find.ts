import { type REST, Routes, SnowflakeUtil } from 'discord.js'
import { discordPhrases as say } from '../../discordPhrases.js'
import { UnclearError } from '../../errors.js'
import { Channel, Messages } from './responses.js'

/** Discord stamps messages by its own clock. Milliseconds. */
const CLOCK_MAY_BE_OFF = 5 * 60_000
const ON_PAGE = 100
const MOST_PAGES = 10

interface Sought {
  /** The id of a component that no other message has. */
  readonly mark: number
  /** Milliseconds since 1970. */
  readonly begun: number
}

/**
 * The id of the marked message that was posted since `begun`; null where there is none. Rejects with an UnclearError where too much was
 * said since, or Discord does not let Crier look, and else with what discord.js throws.
 */
export async function found(rest: REST, channelId: string, { mark, begun }: Sought): Promise<string | null> {
  const start = SnowflakeUtil.generate({ timestamp: begun - CLOCK_MAY_BE_OFF, increment: 0n })
  const query = new URLSearchParams({ limit: String(ON_PAGE) })
  for (let page = 0; page < MOST_PAGES; page += 1) {
    // The newest come first.
    const messages = Messages.parse(await rest.get(Routes.channelMessages(channelId), { query }))
    const own = messages.find(({ components }) => components.some(({ id }) => id === mark))
    if (own) return own.id
    const oldest = messages.at(-1)
    if (page === 0 && !oldest) return nothingSaidSince(rest, channelId, start)
    if (messages.length < ON_PAGE || !oldest || BigInt(oldest.id) < start) return null
    query.set('before', oldest.id)
  }
  throw new UnclearError(say.unclear(channelId))
}

/** To whom may not read it, Discord gives an empty history; that nothing was said lately can be known all the same. */
async function nothingSaidSince(rest: REST, channelId: string, start: bigint): Promise<null> {
  const { last_message_id: last } = Channel.parse(await rest.get(Routes.channel(channelId)))
  if (last && BigInt(last) >= start) throw new UnclearError(say.unclear(channelId))
  return null
}
