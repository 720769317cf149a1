import { WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api'
import { messageOf } from '../../errors.js'
import { slackPhrases as say } from '../../slackPhrases.js'
import type { Finding } from '../finding.js'
import type { Time } from '../once.js'
import { clientOptions, SILENT } from './client.js'
import { codeOf, inWords, judge } from './failures.js'
import { CLOCK_MAY_BE_OFF, NEEDED_SCOPES, SCOPES, type SlackSettings } from './settings.js'

interface Parts {
  readonly slack: SlackSettings
  readonly time: Time
}

/** Looks at what `start` needs: network and clock, the bot's token and its scopes, the app's token. */
export async function checkSlack({ slack, time }: Parts): Promise<readonly Finding[]> {
  const { checks } = say
  const dates: string[] = []
  const options = { ...clientOptions(slack, SILENT), fetch: noting(dates) }
  const client = new WebClient('botToken' in slack ? slack.botToken : undefined, options)
  const found: Finding[] = []
  let scopes: readonly string[] | undefined
  const look = async (name: string, work: () => Promise<string>): Promise<boolean> => {
    try {
      found.push({ name, ok: true, told: await work() })
      return true
    } catch (error) {
      found.push({ name, ok: false, told: error instanceof Refused ? error.message : told(error) })
      return false
    }
  }

  const isReached =
    'botToken' in slack
      ? await look(checks.token, async () => {
          const { user = '', team = '', response_metadata } = await client.auth.test()
          scopes = response_metadata?.scopes
          return say.tokenRight(user, team)
        })
      : await look(checks.network, async () => {
          await client.api.test()
          return say.reached
        })
  if (scopes !== undefined) found.push(scopesFinding(scopes))
  const [date] = dates
  if (date !== undefined) await look(checks.clock, async () => rightClock(time.now() - Date.parse(date)))
  if (isReached && slack.mode === 'socket') {
    await look(checks.appToken, async () => {
      await openSocket(slack.appToken, options)
      return say.appTokenRight
    })
  }
  return found
}

class Refused extends Error {}

function scopesFinding(scopes: readonly string[]): Finding {
  const name = say.checks.scopes
  const lacking = SCOPES.filter((scope) => !scopes.includes(scope))
  if (lacking.length === 0) return { name, ok: true, told: say.scopesRight }
  const isBearable = !lacking.some((scope) => NEEDED_SCOPES.includes(scope))
  return { name, ok: false, told: say.missingScopes(lacking), isBearable }
}

function rightClock(ahead: number): string {
  if (Math.abs(ahead) > CLOCK_MAY_BE_OFF) throw new Refused(say.clockOff(Math.round(ahead / 60_000)))
  return say.clockRight
}

async function openSocket(appToken: string, options: WebClientOptions): Promise<void> {
  try {
    await new WebClient(appToken, options).apps.connections.open()
  } catch (error) {
    throw new Refused(toldOfSocket(error))
  }
}

/** What it means for who runs Crier that a socket could not be opened. */
export function toldOfSocket(error: unknown): string {
  if (codeOf(error) === 'missing_scope') return say.appTokenScope
  return error instanceof WebAPIPlatformError && judge(error).is === 'over' ? say.wrongAppToken : told(error)
}

/** What a failure means for who runs Crier. */
export function told(error: unknown): string {
  return inWords(error, '') ?? say.unforeseen(codeOf(error) || messageOf(error))
}

/** fetch, noting the time that each answer carries. */
function noting(dates: string[]): NonNullable<WebClientOptions['fetch']> {
  return async (url, init) => {
    const response = await fetch(url, init)
    const date = response.headers.get('date')
    if (date) dates.push(date)
    return response
  }
}
