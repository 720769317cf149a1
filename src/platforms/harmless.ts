/** Words that others wrote, unable to hide or to steer what stands around them in a chat. */
import type { Message } from '../message.js'

/** Longer addresses are no link: platforms refuse them. Characters. */
const LONGEST_URL = 1000

/** Formatting that nobody sees or that turns the direction; joiners and the choice of emoji or text stay, since words need them. */
const UNSEEN = /(?!\u200C|\u200D|\uFE0E|\uFE0F)[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/**
 * The text without control characters (line breaks stay, tabs become blanks), unseen formatting, lone surrogates and all but four of
 * the marks over one letter. Nothing else changes, so what a reader copies is what the article says.
 */
export function harmlessText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/[\t\v\f]/gu, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '')
    .replace(UNSEEN, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
}

/** What nobody reads: lines and names go back as they came, and an address is another one without its unseen signs; see `safeUrl`. */
const UNREAD = new Set(['line', 'url', 'articleId'])

/** The message with every string that is read made harmless, so that no renderer can forget one; `data` is left out. */
export function harmlessMessage(message: Message): Message {
  const copy: Message = JSON.parse(JSON.stringify({ ...message, data: undefined }), (key, value: unknown) =>
    typeof value === 'string' && !UNREAD.has(key) ? harmlessText(value) : value,
  )
  return copy
}

/**
 * An address fit for a link on any platform: http or https, in plain ASCII, without a name and password that could pass for another
 * host, and with nothing in it that ends a link in somebody's markup. Null for anything else.
 */
export function safeUrl(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null
  const { protocol, username, password, href } = new URL(url)
  if ((protocol !== 'https:' && protocol !== 'http:') || username || password) return null
  const safe = href.replace(/[^!#-&*-;=?-[\]_a-z~]/gu, (character) =>
    encodeURIComponent(character).replace(/['()]/gu, hex),
  )
  return safe.length > LONGEST_URL ? null : safe
}

function hex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
