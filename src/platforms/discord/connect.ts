import {
  type Client,
  DiscordAPIError,
  GatewayCloseCodes,
  parseResponse,
  type REST,
  RESTJSONErrorCodes,
  RequestMethod,
  Routes,
} from 'discord.js'
import { discordPhrases as say } from '../../discordPhrases.js'
import { CrierError, messageOf } from '../../errors.js'
import type { Time } from '../once.js'
import { hasCode, inWords } from './failures.js'
import { inviteLink } from './guilds.js'
import { Application } from './responses.js'

/** Further off than this, and times are told wrong. Milliseconds. */
const CLOCK_MAY_BE_OFF = 5 * 60_000
/** A gateway that is silent for so long cannot be reached. Milliseconds. */
const CONNECTS_WITHIN = 30_000

/** What Discord says of the bot behind the token. */
export interface Identity {
  readonly applicationId: string
  readonly botId: string
  readonly name: string
  /** How far this machine's clock is ahead of Discord's, behind where negative. Milliseconds. */
  readonly clockAhead: number
}

/** Rejects with a CrierError where the token is wrong or Discord cannot be reached. */
export async function identify(rest: REST, time: Time): Promise<Identity> {
  try {
    const response = await whoAmI(rest)
    const date = Date.parse(response.headers.get('date') ?? '')
    const { id, name, username, bot } = Application.parse(await parseResponse(response))
    return {
      applicationId: id,
      botId: typeof bot === 'object' ? bot.id : id,
      name: name ?? username ?? id,
      clockAhead: Number.isNaN(date) ? 0 : time.now() - date,
    }
  } catch (error) {
    throw whyNot(error)
  }
}

/** The application, or where a proxy does not let that through the bot's user, who has the same id. */
async function whoAmI(rest: REST) {
  const get = (fullRoute: `/${string}`) => rest.queueRequest({ method: RequestMethod.Get, fullRoute })
  try {
    return await get(Routes.currentApplication())
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 404) return get(Routes.user())
    throw error
  }
}

/** Throws a CrierError where the clock is off. */
export function checkClock(ahead: number): void {
  if (Math.abs(ahead) > CLOCK_MAY_BE_OFF) throw new CrierError(say.clockOff(Math.round(ahead / 60_000)))
}

/** Connects the client to the gateway, or stops trying. Rejects with a CrierError where Discord refuses it or nothing comes. */
export async function connect(client: Client, token: string, time: Time, stopped: AbortSignal): Promise<void> {
  const done = new AbortController()
  const ready = new Promise<void>((resolve, reject) => {
    client.once('clientReady', () => resolve())
    client.once('shardDisconnect', ({ code }) => reject(closedForGood(code)))
    stopped.addEventListener('abort', () => resolve())
    client.login(token).catch((error: unknown) => reject(whyNot(error)))
    time.wait(CONNECTS_WITHIN, done.signal).then(
      () => reject(new CrierError(say.noGateway)),
      () => {},
    )
  })
  await ready.finally(() => done.abort())
}

/** Why the gateway closed a connection that must not be opened again. */
export function closedForGood(code: GatewayCloseCodes): CrierError {
  if (code === GatewayCloseCodes.AuthenticationFailed) return new CrierError(say.wrongToken)
  if (code === GatewayCloseCodes.DisallowedIntents) return new CrierError(say.disallowedIntent)
  return new CrierError(say.closed(code))
}

/** Why commands could not be registered. */
export function unregistered(error: unknown, applicationId: string): CrierError {
  const { MissingAccess, UnknownGuild } = RESTJSONErrorCodes
  if (hasCode(error, MissingAccess, UnknownGuild)) return new CrierError(say.notInGuild(inviteLink(applicationId)))
  return whyNot(error)
}

/** What a failure means for whoever runs Crier. */
export function whyNot(error: unknown): CrierError {
  if (error instanceof CrierError) return error
  if (error instanceof DiscordAPIError && error.status === 401) return new CrierError(say.wrongToken)
  return new CrierError(inWords(error, '') ?? say.unforeseen(messageOf(error).replace(/\s+/gu, ' ')))
}
