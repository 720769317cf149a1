import { stripVTControlCharacters } from 'node:util'
import type { Message } from '../../message.js'

/**
 * Words that others wrote, unable to steer a terminal: no escape sequences, no control characters but line breaks, nothing that hides
 * or turns the direction of what follows, no towers of accents. Joiners stay, since emoji and some scripts need them.
 */
export function harmless(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
}

/** The message with every string in it harmless, so that no renderer can forget one; what it found is left out. */
export function harmlessMessage(message: Message): Message {
  const copy: Message = JSON.parse(JSON.stringify({ ...message, data: null }), (_, value: unknown) =>
    typeof value === 'string' ? harmless(value) : value,
  )
  return copy
}

/** An address fit for a link: http or https, spelled in plain ASCII; null for anything else. */
export function safeUrl(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}
