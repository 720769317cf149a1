import { z } from 'zod'
import { isoInstant } from './articles/dates.js'
import { UsageError } from './errors.js'

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
  readonly logLevel: z.infer<typeof LogLevel>
  readonly clock: Clock
  /** Values that no log may hold. */
  readonly secrets: readonly string[]
}

/** Settings as the environment gives them. */
export type Environment = Readonly<Record<string, string | undefined>>

const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
const secret = z.string().regex(/^\S+$/u, 'must not hold spaces').optional()
const webAddress = z
  .string()
  .refine((value) => /^https?:\/\//u.test(value) && URL.canParse(value), 'must be an address such as https://host/path')
  .optional()

const Settings = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/su, 'must be sqlite:PATH or postgres://…')
    .optional(),
  SLACK_BOT_TOKEN: secret,
  SLACK_APP_TOKEN: secret,
  SLACK_SIGNING_SECRET: secret,
  SLACK_CLIENT_ID: secret,
  SLACK_CLIENT_SECRET: secret,
  SLACK_STATE_SECRET: secret,
  SLACK_API_URL: webAddress,
  DISCORD_TOKEN: secret,
  DISCORD_API_URL: webAddress,
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d+$/u, 'must be a number, as Discord shows it under “Copy Server ID”')
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/u, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535')
    .default(3000),
  CRIER_COMMAND_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]{1,20}$/u, 'must be at most 20 small letters, digits, - and _')
    .default(''),
  LOG_LEVEL: LogLevel.default('info'),
  CRIER_NOW: z
    .string()
    .refine((value) => isoInstant(value) !== null, 'must be a time such as 2018-12-21T09:00:00Z')
    .optional(),
})

type Settings = z.infer<typeof Settings>

const SECRETS = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'DISCORD_TOKEN',
] as const

/** The settings, or one UsageError that lists all that is missing or wrong and shows no value. An empty setting is not set. */
export function readConfig(environment: Environment, now: Clock = () => new Date()): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const checked = Settings.safeParse(given, {
    error: ({ code }) => (code === 'invalid_value' ? `must be one of ${LogLevel.options.join(', ')}` : undefined),
  })
  const wrong = checked.success ? [] : checked.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  const missing = missingFor(given)
  if (!checked.success || missing.length > 0) {
    throw new UsageError(`Settings are missing or wrong: ${[...new Set([...missing, ...wrong])].join('; ')}.`)
  }
  const settings = checked.data
  const fixed = settings.CRIER_NOW === undefined ? null : isoInstant(settings.CRIER_NOW)
  return {
    databaseUrl: settings.DATABASE_URL ?? null,
    slack: slackOf(settings),
    discord: settings.DISCORD_TOKEN
      ? {
          token: settings.DISCORD_TOKEN,
          apiUrl: settings.DISCORD_API_URL ?? null,
          guildId: settings.DISCORD_GUILD_ID ?? null,
        }
      : null,
    host: settings.HOST,
    port: settings.PORT,
    commandPrefix: settings.CRIER_COMMAND_PREFIX,
    logLevel: settings.LOG_LEVEL,
    clock: fixed === null ? now : () => new Date(fixed),
    secrets: secretsOf(settings),
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

function slackOf(settings: Settings): SlackConfig | null {
  const apiUrl = settings.SLACK_API_URL ?? null
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = settings
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = settings
  if (clientId && clientSecret && stateSecret && signingSecret) {
    return { mode: 'install', apiUrl, clientId, clientSecret, stateSecret, signingSecret }
  }
  if (botToken && appToken) return { mode: 'socket', apiUrl, botToken, appToken }
  if (botToken && signingSecret) return { mode: 'http', apiUrl, botToken, signingSecret }
  return null
}

function secretsOf(settings: Settings): string[] {
  const password = /^postgres(?:ql)?:\/\/[^@/]*:([^@/]+)@/u.exec(settings.DATABASE_URL ?? '')?.[1]
  return [...SECRETS.map((name) => settings[name]), password].filter((value) => value !== undefined)
}
