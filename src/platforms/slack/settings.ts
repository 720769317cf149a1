import type { RequestListener } from 'node:http'
import type { Book } from '../../book.js'
import type { Draw } from '../../platform.js'
import type { Time } from '../once.js'

export type SlackSettings = { readonly apiUrl: string | null } & (
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

export interface Log {
  error(details: object, text: string): void
  warn(details: object, text: string): void
  info(details: object, text: string): void
}

/** Keeps tokens unreadable in the book. */
export interface Seal {
  readonly seal: (plain: string, context: string) => string
  readonly open: (sealed: string, context: string) => string | null
}

export interface SlackParts {
  readonly slack: SlackSettings
  /** Put before command names, where another app has them: `news` makes `/news-quote`. */
  readonly prefix: string
  readonly book: Book
  readonly time: Time
  readonly log: Log
  readonly draw: Draw
  /** Puts paths on the process's one HTTP server. */
  readonly mount: (prefix: string, listener: RequestListener) => void
  readonly seal: Seal
}

/**
 * What Crier asks Slack for, and the manifest with it: commands, mentions and DMs; to post; to look for a message whose post had an
 * unclear end and to read the one message that "is this real?" points at (history); to know who manages the workspace (users:read), and
 * which channel has a name that was typed (channels:read); to show comparisons as pictures (files:write).
 */
export const SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:write',
  'groups:history',
  'im:history',
  'mpim:history',
  'users:read',
] as const

/** Without these nothing works; without one of the others, what it is for. */
export const NEEDED_SCOPES: readonly string[] = ['chat:write', 'commands']

/** The message shortcut, as the manifest names it. */
export const VERIFY_SHORTCUT = 'verify_quotations'

/** Further off than this, and Slack's signatures are refused as too old. Milliseconds. */
export const CLOCK_MAY_BE_OFF = 5 * 60_000
/** A request to Slack that takes longer has failed. Milliseconds. */
export const TIMEOUT = 10_000
export const EVENTS_PATH = '/slack/events'
export const MOUNTED_AT = '/slack'
