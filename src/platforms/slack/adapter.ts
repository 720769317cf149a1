import { App, type Receiver } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { CrierError } from '../../errors.js'
import type { Bot, Platform } from '../../platform.js'
import { platformPhrases } from '../../platformPhrases.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import { createLifetime } from '../lifetime.js'
import { createReception } from '../reception.js'
import { checkSlack, told } from './check.js'
import { clientOptions, sdkLogger } from './client.js'
import { handleCommand, handlePress, handleShortcut } from './commands.js'
import { inWords, loggable } from './failures.js'
import { showHome } from './home.js'
import { createInstallations } from './installations.js'
import { handleMessage, type Written } from './mentions.js'
import { post } from './post.js'
import { type Connection, connectionFor } from './receivers.js'
import { drawn, type Service, whole } from './service.js'
import { type SlackParts, VERIFY_SHORTCUT } from './settings.js'
import { createTurns } from './turns.js'

/**
 * Crier on Slack, over Socket Mode or HTTP, for one workspace or many. Bolt connects, checks signatures and reads deliveries; each is
 * acknowledged at once and answered once.
 */
export function slackPlatform(parts: SlackParts): Platform {
  const { slack, prefix, book, time, log, seal } = parts
  const installations = createInstallations(book, seal)
  const turn = createTurns(time)
  const { ended, isStopping, track, fail, stop } = createLifetime(time, (error) =>
    log.error(loggable(error), say.notSaid),
  )
  let connection: Connection | null = null
  let service: Service | null = null

  function listen(app: App, running: Service): void {
    app.command(/./u, async ({ ack, command, client }) => {
      await ack()
      track(handleCommand(running, client, command))
    })
    app.shortcut({ type: 'message_action', callback_id: VERIFY_SHORTCUT }, async ({ ack, shortcut, client }) => {
      await ack()
      track(handleShortcut(running, client, shortcut))
    })
    app.action({ type: 'block_actions' }, async ({ ack, body, client }) => {
      await ack()
      track(handlePress(running, client, body))
    })
    // Each delivery of an event is acknowledged by Bolt before it comes here.
    const onMessage = (message: Written, client: WebClient, team = '', botUserId = ''): void =>
      track(handleMessage(running, client, message, { team, botUserId }))
    app.event('app_mention', async ({ event, client, context }) =>
      onMessage(written(event), client, context.teamId, context.botUserId),
    )
    app.event('message', async ({ event, client, context }) =>
      onMessage(written(event), client, context.teamId, context.botUserId),
    )
    app.event('app_home_opened', async ({ event, body, client, context }) => {
      if (event.tab !== 'home') return
      const home = { team: context.teamId ?? '', user: event.user, key: `slack:event:${body.event_id}` }
      track(showHome(running, client, home))
    })
    app.event('app_uninstalled', async ({ body }) => track(removeInstallation(body)))
    app.event('tokens_revoked', async ({ event, body }) => {
      if ((event.tokens.bot ?? []).length > 0) track(removeInstallation(body))
    })
    app.error(async (error) => log.error(loggable(error), say.unanswered))
  }

  async function removeInstallation(body: {
    readonly team_id?: string
    readonly enterprise_id?: string
  }): Promise<void> {
    log.info({ team: body.team_id }, say.uninstalled)
    const { team_id: teamId, enterprise_id: enterpriseId } = body
    await installations.deleteInstallation?.({ teamId, enterpriseId, isEnterpriseInstall: teamId === undefined })
  }

  async function appFor(receiver: Receiver): Promise<App> {
    const common = {
      receiver,
      clientOptions: clientOptions(slack, log),
      logger: sdkLogger(log),
      convoStore: false as const,
    }
    if (!('botToken' in slack)) return new App(common)
    const { bot_id: botId = '', user_id: botUserId = '' } = await new WebClient(
      slack.botToken,
      clientOptions(slack, log),
    ).auth.test()
    return new App({ ...common, authorize: async () => ({ botToken: slack.botToken, botId, botUserId }) })
  }

  async function connect(bot: Bot): Promise<void> {
    const wrong = (await checkSlack({ slack, time })).filter(({ ok }) => !ok)
    for (const { name, told: what, isBearable } of wrong) {
      if (!isBearable) throw new CrierError(what)
      log.warn({ check: name }, what)
    }
    connection = connectionFor(parts, installations, (error) => fail(new CrierError(told(error))))
    const reception = createReception(bot, book, time)
    service = { reception, time, log, turn, prefix, examples: bot.examples, isStopping }
    const app = await appFor(connection.receiver)
    listen(app, service)
    await connection.open(app)
    log.info({ mode: slack.mode }, say.connected)
  }

  /** The client for a place: of the one workspace, or of the one that a channel's team names (`T1/C1`). */
  async function clientFor(channel: string): Promise<{ client: WebClient; team: string; id: string }> {
    const [id = '', team = ''] = channel.split('/').toReversed()
    if ('botToken' in slack) return { client: new WebClient(slack.botToken, clientOptions(slack, log)), team, id }
    const query = { teamId: team, enterpriseId: undefined, isEnterpriseInstall: false }
    const { bot } = await installations.fetchInstallation(query)
    return { client: new WebClient(bot?.token, clientOptions(slack, log)), team, id }
  }

  return {
    name: 'slack',

    async start(bot) {
      try {
        await connect(bot)
      } catch (error) {
        await connection?.close()
        throw error instanceof CrierError ? error : new CrierError(told(error), { cause: error })
      }
      await ended.finally(() => connection?.close())
    },

    isReady: () => !isStopping() && connection?.isOpen() === true,

    /** `channel` is a channel's id, or where many workspaces are served `TEAM/CHANNEL`. */
    async send(channel, message, key) {
      if (service === null) throw new CrierError(platformPhrases.stopping)
      const running = service
      const claim = `send:slack:${channel}:${key}`
      try {
        const { client, team, id } = await clientFor(channel)
        await running.reception.once(claim, async () => {
          const asker = { desk: `slack:${team}`, user: '', isManager: async () => false }
          await post(client, { channel: id }, await drawn(running, whole(message), asker, false), claim, running)
        })
      } catch (error) {
        log.error({ ...loggable(error), channel }, say.unanswered)
        throw new CrierError(inWords(error, channel.split('/').at(-1) ?? '') ?? told(error), { cause: error })
      }
    },

    stop: () => stop(async () => connection?.close()),
  }
}

/** The fields of an event that are read, which are the same in all kinds of messages that Bolt has types for. */
function written(event: object): Written {
  return { type: '', channel: '', ts: '', ...event }
}
