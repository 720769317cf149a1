import type { Block, Message } from '../../../src/message.js'
import type { Quotation } from '../../../src/model.js'
import { buttonsFor } from '../../../src/platforms/buttons.js'
import { type DiscordBody, renderDiscord } from '../../../src/platforms/discord/render.js'

export const DESK = 'discord:1'
export const ASKER = '2'

export function render(message: Message, isPrivate = false): DiscordBody[] {
  return renderDiscord(message, { id: buttonsFor(DESK, ASKER).id, isPrivate })
}

/** A quotation as an article of this outlet prints it. */
export function quotation(outlet: string, text: string, more: Partial<Quotation> = {}): Quotation {
  const name = outlet.toLowerCase().replaceAll(' ', '-')
  const place = { articleId: name, start: 0, end: text.length, published: '2019-03-04' }
  return {
    ...place,
    outlet,
    text,
    url: `https://${name}.example/f`,
    speaker: null,
    cue: null,
    channel: 'spoken',
    ...more,
  }
}

export function messageOf(blocks: readonly Block[], more: Partial<Message> = {}): Message {
  return { title: 'Ferries of Wendmouth', blocks, actions: [], ...more }
}

type Node = Readonly<Record<string, unknown>>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

/** Every object in a body, in order. */
export function* nodesOf(value: unknown): Generator<Node> {
  if (!isNode(value)) return
  yield value
  for (const inner of Object.values(value)) yield* nodesOf(inner)
}

/** Every component in a body, in order. */
export function componentsOf(body: DiscordBody): Node[] {
  return [...nodesOf(body.components)].filter((node) => typeof node['type'] === 'number')
}

/** The Markdown of a body's texts, in order. */
export function textsOf(body: DiscordBody): string[] {
  return componentsOf(body).flatMap(({ content }) => (typeof content === 'string' ? [content] : []))
}

export function labelsOf(body: DiscordBody): string[] {
  return componentsOf(body).flatMap(({ label }) => (typeof label === 'string' ? [label] : []))
}

/** The one body of a message that takes one part. */
export function only(bodies: readonly DiscordBody[]): DiscordBody {
  const [body, ...more] = bodies
  if (body === undefined || more.length > 0) throw new Error(`${bodies.length} parts`)
  return body
}

/** The Markdown under the title of a message of one block. */
export function drawn(block: Block): string[] {
  return textsOf(only(render(messageOf([block])))).slice(1)
}
