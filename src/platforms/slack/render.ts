/** Draws a message for Slack; pure. */
import type { ActionsBlock, KnownBlock } from '@slack/types'
import type { Message } from '../../message.js'
import { platformPhrases as say } from '../../platformPhrases.js'
import { slackPhrases } from '../../slackPhrases.js'
import { type DrawnButton, drawnButtons, type View } from '../buttons.js'
import { harmlessMessage } from '../harmless.js'
import { inParts, pieces } from '../parts.js'
import { drawBlock } from './renderBlocks.js'
import { button, type Drawn, header, note, pieceOf, section } from './richText.js'
import { LONGEST_HEADER, mrkdwn, oneLine, size, sizeOf } from './text.js'

/** What chat.postMessage takes, beside the channel. */
export interface SlackBody {
  /** For notifications and screen readers. */
  readonly text: string
  readonly blocks: readonly KnownBlock[]
  readonly unfurl_links: false
  readonly unfurl_media: false
}

const MOST_BLOCKS = 50
/** Slack refuses blocks of more than some 11,000 characters together, without saying how many exactly. */
const MOST_TEXT = 9300
const LONGEST_FALLBACK = 3900
/** Room that a piece leaves to the headings above it. */
const HEADINGS = 600
const LONGEST_TITLE = 600
/** Buttons beside each other, so that a phone shows them well. */
const BUTTONS_IN_ROW = 5
/** So many leave room for the answer; nobody looks for the fifty-first. */
const MOST_BUTTONS = 50

/**
 * The message as bodies, one a part and at least one. `files` gives Slack's ids of pictures that were uploaded, by name; a picture
 * without one is told in words.
 */
export function renderSlack(message: Message, view: View, files: ReadonlyMap<string, string> = new Map()): SlackBody[] {
  const shown = harmlessMessage(message)
  const top = pieceOf([...drawTitle(shown.title, 1), note(say.part(999, 999))])
  const buttons = [1, 999].map((part) => drawButtons(shown, view, part, 999))
  const room = {
    text: MOST_TEXT - top.text - Math.max(...buttons.map(sizeOf)),
    count: MOST_BLOCKS - top.count - Math.max(...buttons.map(({ length }) => length)),
  }
  const table = shown.blocks.find(({ kind }) => kind === 'table')
  const canvas = { room: room.text - HEADINGS, id: view.id, files, table }
  const parts = inParts(
    shown.blocks.flatMap((block) => drawBlock(block, canvas)),
    room,
  )
  return (parts.length > 0 ? parts : [[]]).map((part, index, { length }) => {
    const head = [...drawTitle(shown.title, index + 1), ...(length > 1 ? [note(say.part(index + 1, length))] : [])]
    const drawn = [...head, ...part.flatMap((piece) => piece.drawn)]
    const blocks = [...drawn.map(({ block }) => block), ...drawButtons(shown, view, index + 1, length)]
    return { text: fallback(drawn), blocks: withoutTwins(blocks), unfurl_links: false, unfurl_media: false }
  })
}

/** The title, whole where it can be; parts after the first begin with at most a line of it. */
function drawTitle(title: string, part: number): Drawn[] {
  const words = oneLine(title)
  if (!words) return []
  if (size(words) <= LONGEST_HEADER) return [header(words)]
  const short = beginning(words, part > 1 ? LONGEST_HEADER : LONGEST_TITLE)
  if (part > 1) return short === null ? [] : [header(short)]
  return [section(short ?? say.tooLong(words.length), { bold: true })]
}

/** As much of a text as fits, not ending inside a quotation; null where that is nothing. */
function beginning(text: string, limit: number): string | null {
  if (size(text) <= limit) return text
  const [first] = pieces(text, limit - 1, size) ?? []
  return first ? `${text.slice(first.start, first.end)}…` : null
}

function drawButtons(message: Message, view: View, part: number, parts: number): ActionsBlock[] {
  const all = drawnButtons(message, view, part, parts)
  const most = all.length > MOST_BUTTONS ? [...all.slice(0, MOST_BUTTONS - 1), ...all.slice(-1)] : all
  const drawn = most.map(({ id, label }: DrawnButton) => button(id, label))
  return Array.from({ length: Math.ceil(drawn.length / BUTTONS_IN_ROW) }, (_, row) => ({
    type: 'actions',
    elements: drawn.slice(row * BUTTONS_IN_ROW, (row + 1) * BUTTONS_IN_ROW),
  }))
}

/** Slack refuses a message in which two buttons have one id; the same button is offered where it stands first. */
function withoutTwins(blocks: readonly KnownBlock[]): KnownBlock[] {
  const seen = new Set<string>()
  const isNew = (element: { readonly type: string }) => {
    const id = 'action_id' in element && typeof element.action_id === 'string' ? element.action_id : null
    if (id === null) return true
    const isFirst = !seen.has(id)
    seen.add(id)
    return isFirst
  }
  return blocks.flatMap((block): KnownBlock[] => {
    if (block.type === 'section' && block.accessory && !isNew(block.accessory)) {
      const { accessory: _, ...bare } = block
      return [bare]
    }
    if (block.type !== 'actions') return [block]
    const elements = block.elements.filter(isNew)
    return elements.length > 0 ? [{ ...block, elements }] : []
  })
}

/** The same in plain words, up to the last block that fits whole. */
function fallback(drawn: readonly Drawn[]): string {
  const lines = drawn.map(({ plain }) => mrkdwn(plain)).filter(Boolean)
  const room = LONGEST_FALLBACK - slackPhrases.restInMessage.length - 1
  let length = 0
  const count = lines.findIndex((line) => {
    length += line.length + 1
    return length > room
  })
  if (count < 0) return lines.join('\n') || slackPhrases.untitled
  return [...lines.slice(0, count), slackPhrases.restInMessage].join('\n')
}
