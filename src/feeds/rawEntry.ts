import { createHash } from 'node:crypto'
import type { Entry } from './entry.js'

/** An entry before it has a key; `id` is "" where the feed gives none. */
export interface RawEntry extends Omit<Entry, 'key'> {
  readonly id: string
}

/** Of a feed with more, those that it names first are taken. */
export const MOST_ENTRIES = 1_000
const LONGEST = { key: 1_000, title: 1_000, author: 300 }

/** Entries with keys; of those that have the same, the first counts. */
export function keyed(raw: readonly RawEntry[]): Entry[] {
  const entries = new Map<string, Entry>()
  for (const { id, ...rest } of raw) {
    const key = keyOf(
      id || rest.link || `${rest.title ?? ''}\n${rest.html ?? ''}\n${rest.published ?? ''}`,
      id === '' && rest.link === null,
    )
    if (!entries.has(key))
      entries.set(key, {
        key,
        ...rest,
        title: shortened(rest.title, LONGEST.title),
        author: shortened(rest.author, LONGEST.author),
      })
  }
  return [...entries.values()]
}

function keyOf(value: string, isText: boolean): string {
  const key = value.replace(/\s+/gu, ' ').trim()
  return isText || key.length > LONGEST.key ? createHash('sha256').update(key).digest('hex').slice(0, 32) : key
}

function shortened(line: string | null, most: number): string | null {
  return line === null || line.length <= most
    ? line
    : `${line
        .slice(0, most)
        .replace(/\p{Cs}/gu, '')
        .trim()}…`
}

/** The text that says most: the longest without its tags. Null where none says anything. */
export function fullest(texts: readonly string[]): string | null {
  let best: string | null = null
  let most = 0
  for (const html of texts) {
    const length = html.replace(/<[^<>]*>/gu, '').length
    if (length > most || (best === null && html !== '')) {
      best = html
      most = length
    }
  }
  return best
}
