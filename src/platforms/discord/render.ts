/**
 * Draws a message for Discord, as components in a container; pure. Embeds would put quotations, figures and buttons in an order of
 * their own; components keep the order in which an answer is read.
 */
import { type APIMessageTopLevelComponent, ComponentType, MessageFlags, type RESTAPIAttachment } from 'discord.js'
import { discordPhrases } from '../../discordPhrases.js'
import type { Message } from '../../message.js'
import { platformPhrases as say } from '../../platformPhrases.js'
import type { View } from '../buttons.js'
import { harmlessMessage } from '../harmless.js'
import { inParts, pieces } from '../parts.js'
import { type Component, container, countOf, display, MOST_TEXT, sizeOf, sizeOfText } from './components.js'
import { markdown, oneLine, small } from './markdown.js'
import { drawBlock } from './renderBlocks.js'
import { drawButtons, withoutTwins } from './renderButtons.js'

/** What a create-message request takes. The pictures that `attachments` name are to be sent with it, as `files[id]`. */
export interface DiscordBody {
  readonly flags: number
  readonly components: APIMessageTopLevelComponent[]
  readonly allowed_mentions: { readonly parse: [] }
  readonly attachments?: RESTAPIAttachment[]
}

const MOST_COMPONENTS = 40
/** Room that a piece leaves to the headings above it. */
const HEADINGS = 300
const LONGEST_TITLE = 300
/** No answer has so many parts; their numbers take as much room as any. */
const MANY = 999

/** The message as bodies, one a part and at least one. */
export function renderDiscord(message: Message, view: View): DiscordBody[] {
  const shown = harmlessMessage(message)
  const frames = [MANY - 1, MANY].map((part) => [
    ...drawHead(shown.title, part, MANY),
    ...drawButtons(shown, view, part, MANY),
  ])
  const room = {
    text: MOST_TEXT - Math.max(...frames.map((frame) => sizeOf(bodyOf(frame)))),
    count:
      MOST_COMPONENTS - 1 - Math.max(...frames.map((frame) => frame.reduce((sum, each) => sum + countOf(each), 0))),
  }
  const canvas = { room: room.text - HEADINGS, id: view.id }
  const parts = inParts(
    shown.blocks.flatMap((block) => drawBlock(block, canvas)),
    room,
  )
  return (parts.length > 0 ? parts : [[]]).map((part, index, { length }) => {
    const drawn = [...drawHead(shown.title, index + 1, length), ...part.flatMap((piece) => piece.drawn)]
    const all = [...drawn, ...drawButtons(shown, view, index + 1, length)]
    return bodyOf(all.length > 0 ? withoutTwins(all) : [display(discordPhrases.untitled)])
  })
}

function bodyOf(components: Component[]): DiscordBody {
  const names = components.flatMap((component) =>
    component.type === ComponentType.MediaGallery
      ? component.items.map(({ media, description }) => ({ media, description }))
      : [],
  )
  const pictures = new Map(
    names.map(({ media: { url }, description }) => [url.replace('attachment://', ''), description]),
  )
  const attachments = [...pictures].map(([filename, alt], id) => ({
    id: String(id),
    filename,
    ...(alt ? { description: alt } : {}),
  }))
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [container(components)],
    allowed_mentions: { parse: [] },
    ...(attachments.length > 0 ? { attachments } : {}),
  }
}

/** The title, and which part this is where there are several. */
function drawHead(title: string, part: number, parts: number): Component[] {
  const words = oneLine(title)
  const lines = [...(words ? [`## ${shortened(words)}`] : []), ...(parts > 1 ? [small(say.part(part, parts))] : [])]
  return lines.length > 0 ? [display(lines.join('\n'))] : []
}

/** As much of a title as there is room for, not ending inside a quotation. */
function shortened(title: string): string {
  if (sizeOfWords(title) <= LONGEST_TITLE) return markdown(title)
  const [first] = pieces(title, LONGEST_TITLE, sizeOfWords) ?? []
  return markdown(first ? `${title.slice(first.start, first.end)}…` : say.tooLong(title.length))
}

function sizeOfWords(words: string): number {
  return sizeOfText(markdown(words))
}
