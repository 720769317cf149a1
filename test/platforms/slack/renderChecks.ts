/** What Slack would refuse or bring to life in a body, found without the renderer's own code. */
import type { SlackBody } from '../../../src/platforms/slack/render.js'

type Node = Readonly<Record<string, unknown>>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

export function* nodesOf(value: unknown): Generator<Node> {
  if (!isNode(value)) return
  yield value
  for (const inner of Object.values(value)) yield* nodesOf(inner)
}

function* stringsOf(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string' && key !== 'type') yield value
  if (isNode(value)) for (const [name, inner] of Object.entries(value)) yield* stringsOf(inner, name)
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The words of a text object. */
export function textOf(value: unknown): string {
  return isNode(value) ? wordsOf(value['text']) : ''
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0
}

/** Limits by kind of block or element: what is too long or too many, in words. */
const LIMITS: Readonly<Record<string, (node: Node) => readonly (readonly [string, number, number, number])[]>> = {
  header: (node) => [['header', textOf(node['text']).length, 1, 150]],
  section: (node) => [
    ...(node['text'] ? [['section', textOf(node['text']).length, 1, 3000] as const] : []),
    ...(node['fields'] ? [['fields', lengthOf(node['fields']), 1, 10] as const] : []),
  ],
  context: (node) => [['context', lengthOf(node['elements']), 1, 10]],
  actions: (node) => [['actions', lengthOf(node['elements']), 1, 25]],
  button: (node) => [
    ['label', textOf(node['text']).length, 1, 75],
    ['action_id', wordsOf(node['action_id']).length, 1, 255],
  ],
  image: (node) => [['alt', wordsOf(node['alt_text']).length, 1, 2000]],
  table: (node) => [['rows', lengthOf(node['rows']), 1, 100]],
  mrkdwn: (node) => [['mrkdwn', textOf(node).length, 1, 2000]],
  plain_text: (node) => [['plain text', textOf(node).length, 1, 3000]],
  raw_text: (node) => [['cell', textOf(node).length, 1, 10_000]],
  text: (node) => [['text', textOf(node).length, 1, 10_000]],
  rich_text: (node) => [['rich text', lengthOf(node['elements']), 1, 100]],
  rich_text_section: (node) => [['elements', lengthOf(node['elements']), 1, 10_000]],
  rich_text_quote: (node) => [['elements', lengthOf(node['elements']), 1, 10_000]],
}

export function limitsBroken(body: SlackBody): string[] {
  const nodes = [...nodesOf(body.blocks)]
  const found = nodes.flatMap((node) => {
    const limits = LIMITS[String(node['type'])]
    if (!limits) return 'type' in node ? [`unknown ${String(node['type'])}`] : []
    return limits(node).flatMap(([what, is, least, most]) => (is < least || is > most ? [`${what}: ${is}`] : []))
  })
  const ids = nodes.flatMap((node) => (typeof node['action_id'] === 'string' ? [node['action_id']] : []))
  const rows = nodes.flatMap((node) => (Array.isArray(node['rows']) ? [node['rows'].map(lengthOf)] : []))
  const all = [...stringsOf(body.blocks)].map(
    (text) => JSON.stringify(text.replace(/[&<>]/gu, (sign) => (sign === '&' ? '&amp;' : '&lt;'))).length - 2,
  )
  const total = all.reduce((sum, length) => sum + length, 0)
  return [
    ...found,
    ...(body.blocks.length > 50 ? [`${body.blocks.length} blocks`] : []),
    ...(new Set(ids).size < ids.length ? ['one id twice'] : []),
    ...(rows.length > 1 ? ['two tables'] : []),
    ...rows.filter((row) => new Set(row).size > 1 || (row[0] ?? 0) > 20).map(() => 'ragged or wide table'),
    ...(total > 9500 ? [`${total} characters`] : []),
    ...(body.text.length === 0 || body.text.length > 3900 ? [`${body.text.length} characters of text`] : []),
  ]
}

/** The mrkdwn fields of the blocks, and the message's own text. */
export function markup(body: SlackBody): string[] {
  const fields = [...nodesOf(body.blocks)].filter(({ type }) => type === 'mrkdwn')
  return [body.text, ...fields.map(textOf)]
}

/** A style as Slack sees one: a mark after no letter or digit, words without blanks at their ends, the mark before no letter or digit. */
const STYLES = ['*', '_', '~'].map(
  (mark) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}${mark}])[${mark}](?![\\s${mark}])[^\\n${mark}]*(?<!\\s)[${mark}](?![\\p{L}\\p{N}])`,
      'gu',
    ),
)

/** All that is alive in a mrkdwn text but links to web addresses: mentions, commands, styles, emoji, quotes, broken escapes. */
export function alive(text: string): string[] {
  const links = /<(?<url>https?:\/\/[^\s<>|]+)\|(?<label>[^<>|\n]+)>/gu
  const words = text.replace(links, (_, _url, label: string) => label)
  return [
    ...[...words.matchAll(/[<>]/gu)].map(() => `sign in ${words}`),
    ...[...words.matchAll(/&(?!amp;|lt;|gt;)/gu)].map(() => `bare & in ${words}`),
    ...[...words.matchAll(/^\s*&gt;/gmu)].map(() => `quote in ${words}`),
    ...[...words.matchAll(/:[\p{L}\p{M}\p{N}_+'-]+:/gu)].map(([emoji]) => `emoji ${emoji}`),
    ...[...words.matchAll(/`/gu)].map(() => `code in ${words}`),
    ...STYLES.flatMap((style) => [...words.matchAll(style)].map(([found]) => `style ${found}`)),
  ]
}

/** The addresses behind links. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(/<(?<url>[^|>]+)\|/gu)].map(({ groups }) => groups?.['url'] ?? '')
}
