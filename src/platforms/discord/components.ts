/** Discord's components as Crier uses them, and what they take of a message's limits. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMediaGalleryComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js'
import { harmlessText } from '../harmless.js'
import type { Piece } from '../parts.js'
import { clip } from './markdown.js'

export type Component = APIComponentInContainer
export type Button = APIButtonComponentWithCustomId
export type ButtonRow = APIActionRowComponent<Button>

const LONGEST_LABEL = 80
const ACCENT = 0x2f6f8f

/** Characters that readers see, over all of a message; Discord refuses more than 4000. */
export const MOST_TEXT = 3800
/** Bytes of a body; Discord has failed on some over about 10,170. */
const MOST_BYTES = 9500

export function display(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content }
}

/** A text, with a button at its side where there is one. */
export function textBeside(content: string, accessory: Button | null): Component {
  return accessory ? { type: ComponentType.Section, components: [display(content)], accessory } : display(content)
}

export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small }
}

export function picture(name: string, alt: string): APIMediaGalleryComponent {
  return {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${name}` }, ...(alt ? { description: alt } : {}) }],
  }
}

/** A label may hold a line, which is kept as it was typed, so it is made harmless here. */
export function button(id: string, label: string, isPrimary = false): Button {
  return {
    type: ComponentType.Button,
    style: isPrimary ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label: clip(harmlessText(label), LONGEST_LABEL) || '…',
    custom_id: id,
  }
}

export function row(components: Button[]): ButtonRow {
  return { type: ComponentType.ActionRow, components }
}

export function container(components: Component[]): APIContainerComponent {
  return { type: ComponentType.Container, accent_color: ACCENT, components }
}

export function pieceOf(drawn: readonly Component[], isHeading = false): Piece<Component> {
  return { drawn, text: sum(drawn.map(sizeOf)), count: sum(drawn.map(countOf)), isHeading }
}

/** What a component takes of MOST_TEXT: the characters in it, or its bytes where those come nearer to MOST_BYTES. */
export function sizeOf(component: unknown): number {
  return Math.max(characters(component), bytesOf(component))
}

/** The same for a text alone; texts put together take no more than each of them does. */
export function sizeOfText(text: string): number {
  return Math.max(text.length, bytesOf(text))
}

function bytesOf(value: unknown): number {
  return Math.ceil(((Buffer.byteLength(JSON.stringify(value)) + 1) * MOST_TEXT) / MOST_BYTES)
}

const SEEN: ReadonlySet<string> = new Set(['content', 'label', 'description'])

/** All that readers see or hear of it. */
function characters(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return sum(
    Object.entries(value).map(([key, inner]) =>
      typeof inner === 'string' && SEEN.has(key) ? inner.length : characters(inner),
    ),
  )
}

/** Components as Discord counts them: with those inside. */
export function countOf(component: Component | Button): number {
  const inner = 'components' in component ? component.components.length : 0
  return 1 + inner + ('accessory' in component ? 1 : 0)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
