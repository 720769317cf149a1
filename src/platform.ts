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
  readonly asker?: Asker
  /** The platform's id of the channel where it was asked. */
  readonly channel?: string | null
}

/** Who asks, as far as it is known. */
export interface Asker {
  /** The platform's id. */
  readonly user: string
  /** Whether this person may change what everybody at the desk gets; null where the platform does not tell it there. */
  readonly isManager: boolean | null
  /** As the IANA database names it, where the platform tells it. */
  readonly timezone: string | null
}

/** Who asks at a terminal: whoever starts Crier may do everything. */
export const LOCAL = {
  desk: 'local',
  channel: 'terminal',
  asker: { user: 'local', isManager: true, timezone: null },
} as const

/** A channel of a desk, by the platform's id, which stays when the channel is renamed. */
export interface Place {
  readonly desk: string
  readonly channel: string
}

/** What a person has typed so far for one option of a command. */
export interface Typing {
  readonly desk: string
  readonly command: string
  readonly option: string
  readonly typed: string
}

/** What there is to know about a command without running it: data only, so that it crosses threads. */
export type CommandInfo = Pick<
  Command,
  'name' | 'group' | 'summary' | 'options' | 'examples' | 'needsAsker' | 'hasForm' | 'isPrivate'
> & {
  readonly usage: string
}

/** A value for an option, and what it is called where that says more. */
export interface Suggestion {
  readonly value: string
  readonly name?: string
}

export interface Bot {
  /** Never throws: what goes wrong comes back as a private message. */
  answer(request: Request): Promise<Message>
  /** Endings for what has been typed so far, fullest line first; empty where there is none. */
  complete(request: Request): Promise<readonly string[]>
  /** Values for an option, best first; empty where there is none. Never throws. */
  suggest(typing: Typing): Promise<readonly Suggestion[]>
  readonly commands: readonly CommandInfo[]
  /** Lines a newcomer can type. */
  readonly examples: readonly string[]
}

/** A platform moves messages and decides nothing. */
export interface Platform extends Postman {
  readonly name: string
  /**
   * Connects, and answers until `stop` is called or its input ends; then it resolves. Rejects with a CrierError of one sentence, what is
   * wrong and what to do, where it cannot connect or go on.
   */
  start(bot: Bot): Promise<void>
  /** Whether it is connected and answers. */
  isReady(): boolean
  /** Takes nothing new, finishes what was begun (for a few seconds at most), and leaves. */
  stop(): Promise<void>
}

/** Something to post of Crier's own accord. */
export interface Post {
  readonly place: Place
  readonly message: Message
  /** Posted once for each key, however often it is asked for, by however many processes, whatever became of those that asked before. */
  readonly key: string
  /** The id of a message: this one goes into the thread under it. */
  readonly under?: string
  /** What that thread is called where it has to be opened first; the title of the message unless told. */
  readonly threadTitle?: string
}

/** Posts without being asked; it needs no connection over which events come. Rejects with a CrierError in words. */
export interface Postman {
  /**
   * Posts all parts of a message, and gives the id of the first. Rejects with an UndeliverableError where it can never be posted there
   * as things are, with a ThreadRefusedError where only the thread is the matter, and with an UnclearError where nobody can tell whether it
   * was posted. After any other error it may be sent again under its key, whether it was posted or not.
   */
  send(post: Post): Promise<string>
  /** Tells one person alone, once for each key. */
  tell(desk: string, user: string, message: Message, key: string): Promise<void>
  /** Null where Crier may post there; else why not and what to do, in a sentence. */
  mayPost(place: Place): Promise<string | null>
}

/** Draws a card as PNG; null where it cannot, which the log knows of. Never rejects. */
export type Draw = (card: Card) => Promise<Uint8Array | null>
