import type { Command } from './command.js'
import type { Card, Message } from './message.js'

/** One line a person typed, and where. Platforms hand it to the bot and draw the message that comes back. */
export interface Request {
  /** Whose articles may be seen: `slack:T123`, `discord:456`, or `local`. */
  readonly desk: string
  /** `/quote mattis`, or plain words as in a mention. */
  readonly line: string
  /** The line that was last understood in the same conversation: "and about allies?" goes on from it. */
  readonly previous?: string | null
  /** The words of another message that this one points at: "is this real?". */
  readonly pointedAt?: string | null
}

/** What a person has typed so far for one option of a command. */
export interface Typing {
  readonly desk: string
  readonly command: string
  readonly option: string
  readonly typed: string
}

/** What there is to know about a command without running it: data only, so that it crosses threads. */
export type CommandInfo = Pick<Command, 'name' | 'summary' | 'options' | 'examples'> & { readonly usage: string }

export interface Bot {
  /** Never throws: what goes wrong comes back as a private message. */
  answer(request: Request): Promise<Message>
  /** Endings for what has been typed so far, fullest line first; empty where there is none. */
  complete(request: Request): Promise<readonly string[]>
  /** Values for an option, best first; empty where there is none. Never throws. */
  suggest(typing: Typing): Promise<readonly string[]>
  readonly commands: readonly CommandInfo[]
  /** Lines a newcomer can type. */
  readonly examples: readonly string[]
}

/** A platform moves messages and decides nothing. */
export interface Platform {
  readonly name: string
  /**
   * Connects, and answers until `stop` is called or its input ends; then it resolves. Rejects with a CrierError of one sentence, what is
   * wrong and what to do, where it cannot connect or go on.
   */
  start(bot: Bot): Promise<void>
  /** Whether it is connected and answers. */
  isReady(): boolean
  /** Posts once for each `key`, however often it is called with it, by however many processes. Rejects with a CrierError in words. */
  send(channel: string, message: Message, key: string): Promise<void>
  /** Takes nothing new, finishes what was begun (for a few seconds at most), and leaves. */
  stop(): Promise<void>
}

/** Draws a card as PNG; null where it cannot, which the log knows of. Never rejects. */
export type Draw = (card: Card) => Promise<Uint8Array | null>
