import type { Book } from '../book.js'
import { UsageError } from '../errors.js'
import type { Message } from '../message.js'
import type { Bot } from '../platform.js'
import { platformPhrases as say } from '../platformPhrases.js'
import { buttonsFor, type View } from './buttons.js'
import { createOnce, type Time } from './once.js'

/** A thread's last question is remembered for so long. Milliseconds. */
const REMEMBERED = 7 * 24 * 3_600_000

export interface Asker {
  readonly desk: string
  /** The platform's id of the person. */
  readonly user: string
  readonly isManager: () => Promise<boolean>
}

export interface Asked {
  readonly asker: Asker
  /** A command's line, or plain words. */
  readonly line: string
  /** What ties follow-ups together: one thread, or one person's questions in one place. */
  readonly conversation?: string | null
  /** See `Request.pointedAt`. */
  readonly pointedAt?: string | null
}

/** Draws all parts of an answer. */
export type Render<Body> = (message: Message, view: View) => readonly Body[]

/** What both platforms do alike between a delivery and a drawn answer. */
export interface Reception {
  /** Runs work once for each delivery: see `createOnce`. */
  once(key: string, work: () => Promise<void>): Promise<boolean>
  ask(asked: Asked): Promise<Message>
  /** One part of an answer (from 1; the nearest one that there is), with the buttons on it kept. */
  draw<Body>(message: Message, shown: Shown, render: Render<Body>): Promise<Body>
  /** What a pressed button asks for. Rejects with a UsageError where it is not known at this desk, or this person may not. */
  press(id: string, asker: Asker): Promise<Pressed>
}

export interface Shown {
  readonly asker: Asker
  readonly isPrivate: boolean
  readonly part?: number
}

export interface Pressed {
  readonly message: Message
  readonly part: number
  /** For everybody in the channel, because somebody shares it; else for who pressed. */
  readonly isShared: boolean
}

export function createReception(bot: Pick<Bot, 'answer'>, book: Book, time: Time): Reception {
  const once = createOnce(book, time)

  async function ask({ asker: { desk }, line, conversation, pointedAt }: Asked): Promise<Message> {
    const key = conversation ? `${desk}/${conversation}` : null
    const previous = key === null ? null : await book.lastLine(key, time.now())
    const message = await bot.answer({ desk, line, previous, pointedAt: pointedAt ?? null })
    if (key !== null && message.line !== undefined && !message.private)
      await book.remember(key, message.line, time.now() + REMEMBERED)
    return message
  }

  return {
    once,
    ask,
    async draw(message, { asker, isPrivate, part = 1 }, render) {
      const { id, kept } = buttonsFor(asker.desk, asker.user)
      const bodies = render(message, { id, isPrivate })
      const body = bodies[Math.max(1, Math.min(part, bodies.length)) - 1]
      if (body === undefined) throw new Error('A renderer drew nothing.')
      const drawn = JSON.stringify(body)
      await book.keepButtons(
        [...kept.values()].filter((button) => drawn.includes(button.id)),
        time.now(),
      )
      return body
    },
    async press(id, asker) {
      const button = await book.button(id)
      if (button === null || button.desk !== asker.desk) throw new UsageError(say.buttonGone)
      const isShared = button.kind === 'share'
      if (isShared && button.asker !== asker.user && !(await asker.isManager())) throw new UsageError(say.mayNotShare)
      const message = await ask({ asker, line: button.line })
      return { message, part: button.part, isShared: isShared && !message.private }
    },
  }
}
