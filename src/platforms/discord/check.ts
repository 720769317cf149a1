import { type REST, Routes } from 'discord.js'
import { discordPhrases as say } from '../../discordPhrases.js'
import { CrierError, messageOf } from '../../errors.js'
import type { Finding } from '../finding.js'
import type { Time } from '../once.js'
import { createClient, createRest, type DiscordSettings } from './client.js'
import { checkClock, connect, identify, unregistered } from './connect.js'
import { inviteLink } from './guilds.js'
import { Gateway } from './responses.js'

interface Parts {
  readonly discord: DiscordSettings
  readonly time: Time
}

/** Looks at what `start` needs: the token, the clock, the gateway, the right to register commands; and tells the invite link. */
export async function checkDiscord(parts: Parts): Promise<Finding[]> {
  const { checks } = say
  const { discord, time } = parts
  const rest = createRest(discord)
  try {
    const { applicationId, name, clockAhead } = await identify(rest, time)
    return [
      { name: checks.token, ok: true, told: say.tokenRight(name) },
      await finding(checks.clock, async () => clock(clockAhead)),
      await finding(checks.gateway, () => gateway(parts, rest)),
      await finding(checks.commands, () => commands(rest, applicationId, discord.guildId)),
      { name: checks.invite, ok: true, told: inviteLink(applicationId) },
    ]
  } catch (error) {
    return [{ name: checks.token, ok: false, told: messageOf(error) }]
  } finally {
    rest.clearHashSweeper()
    rest.clearHandlerSweeper()
  }
}

async function finding(name: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { name, ok: true, told: await look() }
  } catch (error) {
    return { name, ok: false, told: messageOf(error) }
  }
}

function clock(ahead: number): string {
  checkClock(ahead)
  return say.clockRight
}

/** Whether Discord takes the token and the intents is known only when it has taken them. */
async function gateway({ discord, time }: Parts, rest: REST): Promise<string> {
  const { session_start_limit: limit } = Gateway.parse(await rest.get(Routes.gatewayBot()))
  if (limit.remaining === 0) throw new CrierError(say.noStartsLeft)
  const client = createClient(discord)
  // What is wrong is told in the finding.
  for (const event of ['error', 'shardError'] as const) client.on(event, () => {})
  try {
    await connect(client, discord.token, time, new AbortController().signal)
    return say.startsLeft(limit.remaining - 1)
  } finally {
    await client.destroy()
  }
}

async function commands(rest: REST, applicationId: string, guildId: string | null): Promise<string> {
  try {
    if (guildId !== null) await rest.get(Routes.applicationGuildCommands(applicationId, guildId))
    return say.commandsRight
  } catch (error) {
    throw unregistered(error, applicationId)
  }
}
