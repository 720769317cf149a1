/** What both platforms do alike with the pictures of a message. */
import type { Message } from '../message.js'
import type { Draw } from '../platform.js'

/** A file's bytes and what they show, in words. */
export interface Picture {
  readonly name: string
  readonly alt: string
  readonly png: Uint8Array
}

/** The pictures of a message whose names are asked for, as far as they can be drawn. */
export async function picturesOf(
  { blocks }: Message,
  names: ReadonlySet<string>,
  draw: Draw,
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>()
  for (const block of blocks) {
    if (block.kind !== 'image' || !names.has(block.name) || pictures.has(block.name)) continue
    const png = await draw(block.card)
    if (png !== null) pictures.set(block.name, { name: block.name, alt: block.alt, png })
  }
  return pictures
}

/** The message without those pictures that there are none of. */
export function withPicturesOf(message: Message, has: (name: string) => boolean): Message {
  return { ...message, blocks: message.blocks.filter((block) => block.kind !== 'image' || has(block.name)) }
}
