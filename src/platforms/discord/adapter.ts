import {
  type APIInteraction,
  type Client,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
} from 'discord.js'
import { discordPhrases as say } from '../../discordPhrases.js'
import type { Bot, Platform } from '../../platform.js'
import { createLifetime } from '../lifetime.js'
import { createReception } from '../reception.js'
import { createClient } from './client.js'
import { commandBodies } from './commands.js'
import { checkClock, closedForGood, connect, identify, unregistered } from './connect.js'
import { judge, loggable } from './failures.js'
import { inviteLink, welcome } from './guilds.js'
import { handleInteraction } from './interactions.js'
import { handleMessage } from './mentions.js'
import { discordPostman, type PostmanParts } from './postman.js'
import { register } from './register.js'
import type { Service } from './service.js'

/**
 * Crier on Discord. discord.js connects, reconnects, resumes and queues requests; what it delivers is read as it comes, so nothing has to
 * be in a cache: a command in an unknown thread, a DM or a server that has not installed Crier is answered like any other.
 */
export function discordPlatform(parts: PostmanParts): Platform {
  const { discord, book, time, log, draw } = parts
  let client: Client | null = null
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
    ...discordPostman(parts),
    name: 'discord',

    async start(bot) {
      const connecting = createClient(discord)
      client = connecting
      const { rest } = connecting
      rest.setToken(discord.token)
      try {
        const { applicationId, botId, clockAhead } = await identify(rest, time)
        checkClock(clockAhead)
        const running: Service = {
          rest,
          bot,
          reception: createReception(bot, book, time),
          draw,
          time,
          log,
          isStopping,
          going,
        }
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

    stop: () => stop(async () => client?.destroy()),
  }
}
