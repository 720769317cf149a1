import type { Message } from './message.js'

/** One line a person typed, and where. Platforms hand it to the bot and draw the message that comes back. */
export interface Request {
  /** Whose articles may be seen: a Slack workspace, a Discord server, or `local`. */
  readonly desk: string
  /** `/quote mattis`, or plain words as in a mention. */
  readonly line: string
}

export interface Bot {
  /** Never throws: what goes wrong comes back as a private message. */
  answer(request: Request): Promise<Message>
  /** Endings for what has been typed so far, fullest line first; empty where there is none. */
  complete(request: Request): Promise<readonly string[]>
  /** Lines a newcomer can type. */
  readonly examples: readonly string[]
}

/** A platform moves messages and decides nothing. */
export interface Platform {
  readonly name: string
  start(bot: Bot): Promise<void>
  /** Posts once for each `key`, however often it is called with it. */
  send(channel: string, message: Message, key: string): Promise<void>
  stop(): Promise<void>
}
