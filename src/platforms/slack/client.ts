import { type Logger, LogLevel } from '@slack/bolt'
import type { WebClientOptions } from '@slack/web-api'
import { slackPhrases as say } from '../../slackPhrases.js'
import { type Log, type SlackSettings, TIMEOUT } from './settings.js'

/** For a client whose failures are told elsewhere. */
export const SILENT: Log = { error: () => {}, warn: () => {}, info: () => {} }

/** Retries and waiting are ours (see `persist`): a post that the client repeats by itself can stand there twice. */
export function clientOptions({ apiUrl }: Pick<SlackSettings, 'apiUrl'>, log: Log): WebClientOptions {
  const logger = sdkLogger(log)
  return { ...address({ apiUrl }), logger, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: TIMEOUT }
}

/** The root of the Web API, with the slash at its end that Slack's client needs. */
export function address({ apiUrl }: Pick<SlackSettings, 'apiUrl'>): { slackApiUrl?: string } {
  return apiUrl === null ? {} : { slackApiUrl: `${apiUrl.replace(/\/+$/u, '')}/` }
}

function words(parts: unknown[]): string {
  return parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ')
}

/** What the SDK has to say, at warning and worse: the rest holds whole payloads, which are nobody's business. */
export function sdkLogger(log: Log): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log.warn({ sdk: words(parts) }, say.sdk),
    error: (...parts) => log.warn({ sdk: words(parts) }, say.sdk),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  }
}
