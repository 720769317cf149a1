/** Words of others in Slack's own markup ("mrkdwn"), and what they take of its limits. */

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Slack refuses a longer header. */
export const LONGEST_HEADER = 150

/** Slack knows no way to escape these, so where they would format they give way to a sign that looks the same. */
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ', ':': '∶', '>': '›' }

/** Marks that may open or close a style, which only those beside a letter or digit on both sides cannot; emoji by name; quotes. */
const LIVE = /(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])|`|:(?=[^\s:]+:)|(?<=^\s*)>/gmu

/** What signs take beside themselves once they are escaped; other control characters never come so far. */
const EXTRA = new Map(
  Object.entries({ '\n': 1, '"': 1, '\\': 1, '&': 4, '<': 3, '>': 3 }).map(([sign, more]) => [
    sign.charCodeAt(0),
    more,
  ]),
)
const LAST_ESCAPED = Math.max(...EXTRA.keys())

/** The text for a mrkdwn field or the `text` of a message, so that nothing in it pings, links or formats. */
export function mrkdwn(text: string): string {
  return escaped(text.replace(LIVE, (mark) => LOOKALIKES[mark] ?? ''))
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')
}

/** Characters that a text takes of a message's limits: as Slack escapes it, in JSON. It is measured often, so nothing is made of it. */
export function size(text: string): number {
  let more = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code <= LAST_ESCAPED) more += EXTRA.get(code) ?? 0
  }
  return text.length + more
}

/** Characters that all strings in a block take together, addresses and ids included. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return size(value)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [key, inner]) => (key === 'type' ? sum : sum + sizeOf(inner)), 0)
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** A name or label in one line of at most `limit` characters (see `size`), cut with “…”. Not for words of articles. */
export function clip(text: string, limit: number): string {
  const line = oneLine(text)
  if (size(line) <= limit) return line
  let short = ''
  for (const { segment } of GRAPHEMES.segment(line.slice(0, limit))) {
    if (size(short + segment) >= limit) break
    short += segment
  }
  return `${short.trim()}…`
}
