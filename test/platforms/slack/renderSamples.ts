import type { Block, Message } from '../../../src/message.js'
import type { Quotation } from '../../../src/model.js'
import { buttonsFor } from '../../../src/platforms/buttons.js'
import { renderSlack, type SlackBody } from '../../../src/platforms/slack/render.js'

export const DESK = 'slack:T1'
export const ASKER = 'U1'

export function view(isPrivate = false) {
  return { id: buttonsFor(DESK, ASKER).id, isPrivate }
}

/** A quotation as an article of this outlet prints it. */
export function quotation(outlet: string, text: string, more: Partial<Quotation> = {}): Quotation {
  const name = outlet.toLowerCase().replaceAll(' ', '-')
  const place = { articleId: name, start: 0, end: text.length, published: '2019-03-04T08:00:00Z' }
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

export function render(message: Message, isPrivate = false): SlackBody[] {
  return renderSlack(message, view(isPrivate))
}

/** The blocks under the title of a message of one part. */
export function drawn(block: Block): readonly unknown[] {
  const [body, ...more] = render(messageOf([block]))
  if (body === undefined || more.length > 0) throw new Error('This takes one part.')
  return body.blocks.slice(1)
}
