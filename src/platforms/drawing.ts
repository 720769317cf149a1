import type { Book } from '../book.js'
import type { Message } from '../message.js'
import { buttonsFor, type View } from './buttons.js'
import type { Time } from './once.js'

/** Draws all parts of an answer. */
export type Render<Body> = (message: Message, view: View) => readonly Body[]

export interface Shown {
  readonly asker: { readonly desk: string; readonly user: string }
  readonly isPrivate: boolean
  readonly part?: number
}

/** Draws messages, and keeps the buttons on them. */
export interface Drawing {
  /** One part of an answer (from 1; the nearest one that there is). */
  draw<Body>(message: Message, shown: Shown, render: Render<Body>): Promise<Body>
  /** All parts of what a desk is told of Crier's own accord. */
  drawAll<Body>(message: Message, desk: string, render: Render<Body>): Promise<readonly Body[]>
}

export function createDrawing(book: Pick<Book, 'keepButtons'>, { now }: Pick<Time, 'now'>): Drawing {
  async function drawWith<Body>(
    { desk, user }: Shown['asker'],
    draw: (id: View['id']) => readonly Body[],
  ): Promise<readonly Body[]> {
    const { id, kept } = buttonsFor(desk, user)
    const bodies = draw(id)
    const drawn = JSON.stringify(bodies)
    await book.keepButtons(
      [...kept.values()].filter((button) => drawn.includes(button.id)),
      now(),
    )
    return bodies
  }
  return {
    async draw(message, { asker, isPrivate, part = 1 }, render) {
      const [body] = await drawWith(asker, (id) => {
        const bodies = render(message, { id, isPrivate })
        const at = Math.max(1, Math.min(part, bodies.length))
        return bodies.slice(at - 1, at)
      })
      if (body === undefined) throw new Error('A renderer drew nothing.')
      return body
    },
    // Nobody asked, so only a manager may share what a button of it shows.
    drawAll: (message, desk, render) =>
      drawWith({ desk, user: '' }, (id) => render(message, { id, isPrivate: false, isWhole: true })),
  }
}
