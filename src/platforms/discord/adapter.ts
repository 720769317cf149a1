import {
  type APIInteraction,
  type Client,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
} from 'discord.js'
import type { Book } from '../../book.js'
import { commandPhrases } from '../../commandPhrases.js'
import { discordPhrases as say } from '../../discordPhrases.js'
import { CrierError } from '../../errors.js'
import type { Bot, Draw, Platform } from '../../platform.js'
import { newId } from '../failure.js'
import { createLifetime } from '../lifetime.js'
import type { Time } from '../once.js'
import { createReception } from '../reception.js'
import { createClient, type DiscordSettings, type Log } from './client.js'
import { commandBodies } from './commands.js'
import { checkClock, closedForGood, connect, identify, unregistered } from './connect.js'
import { inWords, judge, loggable } from './failures.js'
import { inviteLink, welcome } from './guilds.js'
import { handleInteraction } from './interactions.js'
import { handleMessage } from './mentions.js'
import { register } from './register.js'
import { sendTo } from './send.js'
import type { Service } from './service.js'

export interface DiscordParts {
  readonly discord: DiscordSettings
  readonly book: Book
  readonly time: Time
  readonly log: Log
  readonly draw: Draw
}

/**
 * Crier on Discord. discord.js connects, reconnects, resumes and queues requests; what it delivers is read as it comes, so nothing has to
 * be in a cache: a command in an unknown thread, a DM or a server that has not installed Crier is answered like any other.
 */
export function discordPlatform({ discord, book, time, log, draw }: DiscordParts): Platform {
  let client: Client | null = null
  let service: Service | null = null
  const { ended, isStopping, stopping, going, track, fail, stop } = createLifetime(time, (error) =>
    log.error(loggable(error), say.notSaid),
  )

  function listen(connecting: Client, running: Service, bot: Bot, botId: string): void {
    connecting.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
      track(handleInteraction(running, interaction)),
    )
    connecting.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) =>
      track(handleMessage(running, message, connecting.user?.id ?? botId)),
    )
    connecting.on('guildCreate', (guild) => track(welcome(running, guild, bot.examples)))
    connecting.on('guildDelete', ({ id }) => log.info({ guild: id }, say.left))
    connecting.on('shardReconnecting', (shard) => log.info({ shard }, say.reconnecting))
    connecting.on('shardError', (error) => {
      // While it connects for the first time, what is wrong is told by `start`.
      if (connecting.isReady()) log.warn(loggable(error), say.reconnecting)
    })
    connecting.on('error', (error) => log.warn(loggable(error), say.reconnecting))
  }

  /** Rejects where Discord refuses; where it is only not well, the commands that are registered go on working. */
  async function registerAll(running: Service, { commands }: Bot, applicationId: string): Promise<void> {
    const bodies = commandBodies(commands, { isGlobal: discord.guildId === null })
    try {
      log.info(await register(running, applicationId, discord.guildId, bodies), say.registered)
    } catch (error) {
      if (judge(error).is === 'over') throw unregistered(error, applicationId)
      log.warn(loggable(error), say.notRegistered)
    }
  }

  return {
    name: 'discord',

    async start(bot) {
      const connecting = createClient(discord)
      client = connecting
      const { rest } = connecting
      rest.setToken(discord.token)
      try {
        const { applicationId, botId, clockAhead } = await identify(rest, time)
        checkClock(clockAhead)
        const running = { rest, bot, reception: createReception(bot, book, time), draw, time, log, isStopping, going }
        service = running
        listen(connecting, running, bot, botId)
        await connect(connecting, discord.token, time, stopping)
        if (isStopping()) return
        log.info({ invite: inviteLink(applicationId) }, say.connected)
        connecting.on('shardDisconnect', ({ code }) => fail(closedForGood(code)))
        // Discord may make registering wait for hours; all else goes on meanwhile.
        registerAll(running, bot, applicationId).catch(fail)
        await ended
      } finally {
        await connecting.destroy()
      }
    },

    isReady: () => !isStopping() && client?.isReady() === true,

    async send(channel, message, key) {
      if (client === null || service === null) throw new CrierError(say.notConnected)
      try {
        await sendTo(service, client, channel, message, key)
      } catch (error) {
        const words = inWords(error, channel)
        if (words !== null) throw new CrierError(words, { cause: error })
        const id = newId()
        log.error({ ...loggable(error), id }, say.unanswered)
        throw new CrierError(commandPhrases.failed(id), { cause: error })
      }
    },

    stop: () => stop(async () => client?.destroy()),
  }
}
