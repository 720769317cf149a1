import type { Book } from '../book.js'
import { UsageError } from '../errors.js'
import { commandIn, isGroup, splitLine } from '../line/names.js'
import type { Message } from '../message.js'
import type { Bot } from '../platform.js'
import { platformPhrases as say } from '../platformPhrases.js'
import { createDrawing, type Drawing } from './drawing.js'
import { createOnce, type Time } from './once.js'

/** A thread's last question is remembered for so long. Milliseconds. */
const REMEMBERED = 7 * 24 * 3_600_000

export interface Asker {
  readonly desk: string
  /** The platform's id of the person. */
  readonly user: string
  /** Null where the platform does not tell it there. */
  readonly isManager: () => Promise<boolean | null>
  /** As the IANA database names it; null where the platform does not tell it. */
  readonly timezone?: () => Promise<string | null>
}

export interface Asked {
  readonly asker: Asker
  /** A command's line, or plain words. */
  readonly line: string
  /** What ties follow-ups together: one thread, or one person's questions in one place. */
  readonly conversation?: string | null
  /** See `Request.pointedAt`. */
  readonly pointedAt?: string | null
  /** The platform's id of the channel where it is asked. */
  readonly channel?: string | null
}

/** What both platforms do alike between a delivery and a drawn answer. */
export interface Reception extends Drawing {
  /** Runs work once for each delivery: see `createOnce`. */
  once(key: string, work: () => Promise<void>): Promise<boolean>
  ask(asked: Asked): Promise<Message>
  /** What a pressed button asks for. Rejects with a UsageError where it is not known at this desk, or this person may not. */
  press(id: string, asker: Asker, channel?: string | null): Promise<Pressed>
}

export interface Pressed {
  readonly message: Message
  readonly part: number
  /** For everybody in the channel, because somebody shares it; else for who pressed. */
  readonly isShared: boolean
}

export function createReception(bot: Pick<Bot, 'answer' | 'commands'>, book: Book, time: Time): Reception {
  const once = createOnce(book, time)

  /** What few commands must know is asked for only then, since a platform may have to be asked. */
  async function known({ user, isManager, timezone }: Asker, line: string) {
    const { plain, name } = splitLine(line)
    const { command } = commandIn(plain, bot.commands)
    // Plain words that begin with a group's name may become one of its commands.
    const isAsked = command === null ? isGroup(name, bot.commands) : command.needsAsker === true
    if (!isAsked) return { user, isManager: null, timezone: null }
    const [manages, zone] = await Promise.all([isManager(), timezone?.() ?? null])
    return { user, isManager: manages, timezone: zone }
  }

  async function ask({ asker, line, conversation, pointedAt, channel }: Asked): Promise<Message> {
    const { desk } = asker
    const key = conversation ? `${desk}/${conversation}` : null
    const previous = key === null ? null : await book.lastLine(key, time.now())
    const message = await bot.answer({
      desk,
      line,
      previous,
      pointedAt: pointedAt ?? null,
      asker: await known(asker, line),
      channel: channel ?? null,
    })
    if (key !== null && message.line !== undefined && !message.private)
      await book.remember(key, message.line, time.now() + REMEMBERED)
    return message
  }

  return {
    once,
    ask,
    ...createDrawing(book, time),
    async press(id, asker, channel = null) {
      const button = await book.button(id)
      if (button === null || button.desk !== asker.desk) throw new UsageError(say.buttonGone)
      const isShared = button.kind === 'share'
      if (isShared && button.asker !== asker.user && (await asker.isManager()) !== true)
        throw new UsageError(say.mayNotShare)
      const message = await ask({ asker, line: button.line, channel })
      return { message, part: button.part, isShared: isShared && !message.private }
    },
  }
}
