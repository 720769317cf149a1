import { isoInstant } from './articles/dates.js'
import { UsageError } from './errors.js'
import { type Allowed, allowedList, NOTHING_ALLOWED } from './web/address.js'

export type Clock = () => Date

export const DEFAULT_DATABASE_URL = 'sqlite:./data/crier.db'

export type SlackConfig = { readonly apiUrl: string | null } & (
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly mode: 'http'; readonly botToken: string; readonly signingSecret: string }
  | {
      readonly mode: 'install'
      readonly clientId: string
      readonly clientSecret: string
      readonly stateSecret: string
      readonly signingSecret: string
    }
)

export interface Config {
  /** Null where it is not set, which is not the same as set to the default: see `crier ask --articles`. */
  readonly databaseUrl: string | null
  readonly slack: SlackConfig | null
  readonly discord: { readonly token: string; readonly apiUrl: string | null; readonly guildId: string | null } | null
  readonly host: string
  readonly port: number
  readonly commandPrefix: string
  readonly logLevel: (typeof LOG_LEVELS)[number]
  readonly clock: Clock
  /** Where those can turn whose servers Crier asks: an address of the web or of e-mail. */
  readonly contact: string | null
  /** What may be fetched though it is not public. */
  readonly allowAddresses: Allowed
  /** Values that no log may hold. */
  readonly secrets: readonly string[]
}

/** Settings as the environment gives them. */
export type Environment = Readonly<Record<string, string | undefined>>

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** The settings whose values have a form, with what is told where they have not. */
const FORMS: Readonly<Record<string, readonly [isRight: (value: string) => boolean, told: string]>> = {
  DATABASE_URL: [
    (value) => /^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/su.test(value),
    'must be sqlite:PATH or postgres://…',
  ],
  SLACK_API_URL: [isWebAddress, 'must be an address such as https://host/path'],
  DISCORD_API_URL: [isWebAddress, 'must be an address such as https://host/path'],
  DISCORD_GUILD_ID: [(value) => /^\d+$/u.test(value), 'must be a number, as Discord shows it under “Copy Server ID”'],
  PORT: [(value) => /^\d{1,5}$/u.test(value) && Number(value) <= 65_535, 'must be a whole number from 0 to 65535'],
  CRIER_COMMAND_PREFIX: [
    (value) => /^[a-z0-9_-]{1,20}$/u.test(value),
    'must be at most 20 small letters, digits, - and _',
  ],
  LOG_LEVEL: [(value) => levelOf(value) !== undefined, `must be one of ${LOG_LEVELS.join(', ')}`],
  CRIER_CONTACT: [
    (value) => /^(?=https?:\/\/|[^@/]+@)[!-'*-[\]-~]{3,200}$/u.test(value),
    'must be an address such as https://example.com/bot or desk@example.com, without spaces and brackets',
  ],
  CRIER_ALLOW_ADDRESSES: [
    (value) => allowedList(value) !== null,
    'must be IP addresses, networks such as 10.0.0.0/8, localhost or names of hosts, without ports and with commas between',
  ],
  CRIER_NOW: [(value) => isoInstant(value) !== null, 'must be a time such as 2018-12-21T09:00:00Z'],
}

const SECRETS = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'DISCORD_TOKEN',
]

/** The settings, or one UsageError that lists all that is missing or wrong and shows no value. An empty setting is not set. */
export function readConfig(environment: Environment, now: Clock = () => new Date()): Config {
  const given: Environment = Object.fromEntries(
    Object.entries(environment)
      .map(([name, value]) => [name, value?.trim()])
      .filter(([, value]) => value),
  )
  const wrong = Object.entries(FORMS).flatMap(([name, [isRight, told]]) => {
    const value = given[name]
    return value === undefined || isRight(value) ? [] : [`${name} ${told}`]
  })
  const mistakes = [...missingFor(given), ...wrong]
  if (mistakes.length > 0) throw new UsageError(`Settings are missing or wrong: ${mistakes.join('; ')}.`)
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl = null, DISCORD_GUILD_ID: guildId = null } = given
  const fixed = isoInstant(given['CRIER_NOW'] ?? '')
  return {
    databaseUrl: given['DATABASE_URL'] ?? null,
    slack: slackOf(given),
    discord: token ? { token, apiUrl, guildId } : null,
    host: given['HOST'] ?? '127.0.0.1',
    port: Number(given['PORT'] ?? 3000),
    commandPrefix: given['CRIER_COMMAND_PREFIX'] ?? '',
    logLevel: levelOf(given['LOG_LEVEL']) ?? 'info',
    clock: fixed === null ? now : () => new Date(fixed),
    contact: given['CRIER_CONTACT'] ?? null,
    allowAddresses: allowedList(given['CRIER_ALLOW_ADDRESSES'] ?? '') ?? NOTHING_ALLOWED,
    secrets: secretsOf(given),
  }
}

/** What is missing beside the settings of a platform that are there. */
function missingFor(given: Environment): string[] {
  const lacking = (names: readonly string[]): string[] => names.filter((name) => !given[name])
  const installing = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET']
  if (installing.some((name) => given[name])) {
    return lacking([...installing, 'SLACK_SIGNING_SECRET']).map(
      (name) => `${name} is missing, to serve many Slack workspaces`,
    )
  }
  const beside = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'].filter((name) => given[name])
  if (given['SLACK_BOT_TOKEN']) {
    return beside.length > 0 ? [] : ['SLACK_APP_TOKEN (or SLACK_SIGNING_SECRET) is missing beside SLACK_BOT_TOKEN']
  }
  return beside.length > 0 ? [`SLACK_BOT_TOKEN is missing beside ${beside.join(' and ')}`] : []
}

function slackOf(given: Environment): SlackConfig | null {
  const apiUrl = given['SLACK_API_URL'] ?? null
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = given
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = given
  if (clientId && clientSecret && stateSecret && signingSecret) {
    return { mode: 'install', apiUrl, clientId, clientSecret, stateSecret, signingSecret }
  }
  if (botToken && appToken) return { mode: 'socket', apiUrl, botToken, appToken }
  if (botToken && signingSecret) return { mode: 'http', apiUrl, botToken, signingSecret }
  return null
}

function secretsOf(given: Environment): string[] {
  const password = /^postgres(?:ql)?:\/\/[^@/]*:([^@/]+)@/u.exec(given['DATABASE_URL'] ?? '')?.[1]
  return [...SECRETS.map((name) => given[name]), password].filter((value) => value !== undefined)
}

function levelOf(value: string | undefined): Config['logLevel'] | undefined {
  return LOG_LEVELS.find((level) => level === value)
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//u.test(value) && URL.canParse(value)
}
