import type { Channels } from '../message.js'

/** A run of words, or a channel by the platform's id. */
export type Run = { readonly text: string } | { readonly channel: string }

/** The words in runs, where a `#` and one of the ids stand for a channel; the longest id counts. */
export function runs(text: string, channels: Channels = []): Run[] {
  const found: Run[] = []
  let from = 0
  if (channels.length > 0) {
    for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
      const id = idAt(text, at + 1, channels)
      if (id === null) continue
      if (at > from) found.push({ text: text.slice(from, at) })
      found.push({ channel: id })
      from = at + 1 + id.length
    }
  }
  return from < text.length ? [...found, { text: text.slice(from) }] : found
}

/** An id ends where a word does. */
function idAt(text: string, at: number, channels: Channels): string | null {
  const [longest] = channels
    .filter(
      (id) => id !== '' && text.startsWith(id, at) && !/^\w/u.test(text.slice(at + id.length, at + id.length + 1)),
    )
    .toSorted((a, b) => b.length - a.length)
  return longest ?? null
}
