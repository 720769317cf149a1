import { App, type Context, type Receiver, type ViewSubmitAction } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { CrierError } from '../../errors.js'
import type { Bot, Platform } from '../../platform.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import { createLifetime } from '../lifetime.js'
import { createPosting } from '../posting.js'
import { createReception } from '../reception.js'
import { checkSlack, told } from './check.js'
import { clientOptions, sdkLogger } from './client.js'
import { handleCommand, handlePress, handleShortcut } from './commands.js'
import { loggable } from './failures.js'
import { handleSubmission } from './forms.js'
import { showHome } from './home.js'
import { createInstallations } from './installations.js'
import { handleMessage, type Written } from './mentions.js'
import { createPeople } from './people.js'
import { slackPostman } from './postman.js'
import { type Connection, connectionFor } from './receivers.js'
import { handleRefused } from './refused.js'
import { FORM } from './renderForm.js'
import type { Service } from './service.js'
import { type SlackParts, VERIFY_SHORTCUT } from './settings.js'
import { createTurns } from './turns.js'

/**
 * Crier on Slack, over Socket Mode or HTTP, for one workspace or many. Bolt connects, checks signatures and reads deliveries; each is
 * acknowledged at once and answered once.
 */
export function slackPlatform(parts: SlackParts): Platform {
  const { slack, prefix, book, time, log, draw, seal } = parts
  const installations = createInstallations(book, seal)
  const turn = createTurns(time)
  const people = createPeople(time)
  const postOnce = createPosting(book, time)
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
    app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: FORM }, async ({ ack, body, client }) =>
      track(handleSubmission(running, client, body, ack)),
    )
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
    app.event('app_uninstalled', async ({ context }) => track(removeInstallation(context)))
    app.event('tokens_revoked', async ({ event, context }) => {
      if ((event.tokens.bot ?? []).length > 0) track(removeInstallation(context))
    })
    app.error(async ({ error, body }: { readonly error: Error; readonly body: object }) =>
      track(handleRefused(running, error, body)),
    )
  }

  async function removeInstallation({ teamId, enterpriseId, isEnterpriseInstall }: Context): Promise<void> {
    log.info({ team: teamId }, say.uninstalled)
    await installations.deleteInstallation?.({ teamId, enterpriseId, isEnterpriseInstall })
  }

  async function appFor(receiver: Receiver): Promise<App> {
    const common = {
      receiver,
      clientOptions: clientOptions(slack, log),
      logger: sdkLogger(log),
      convoStore: false as const,
      extendedErrorHandler: true,
    }
    if (!('botToken' in slack)) return new App(common)
    const client = new WebClient(slack.botToken, clientOptions(slack, log))
    const { bot_id: botId = '', user_id: botUserId = '' } = await client.auth.test()
    return new App({ ...common, authorize: async () => ({ botToken: slack.botToken, botId, botUserId }) })
  }

  async function connect(bot: Bot): Promise<void> {
    const wrong = (await checkSlack({ slack, time })).filter(({ ok }) => !ok)
    for (const { name, told: what, isBearable } of wrong) {
      if (!isBearable) throw new CrierError(what)
      log.warn({ check: name }, what)
    }
    connection = connectionFor(parts, installations, fail)
    const reception = createReception(bot, book, time)
    service = {
      reception,
      draw,
      postOnce,
      time,
      log,
      turn,
      prefix,
      people,
      commands: bot.commands,
      examples: bot.examples,
      isStopping,
    }
    const app = await appFor(connection.receiver)
    listen(app, service)
    await connection.open(app)
    log.info({ mode: slack.mode }, say.connected)
  }

  return {
    ...slackPostman({ ...parts, turn, postOnce }),
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

    stop: () => stop(async () => connection?.close()),
  }
}

/** The fields of an event that are read, which are the same in all kinds of messages that Bolt has types for. */
function written(event: object): Written {
  return { type: '', channel: '', ts: '', ...event }
}
