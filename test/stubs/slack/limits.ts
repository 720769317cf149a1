/** What Slack refuses in a message or view, or what must never be in one: https://docs.slack.dev/reference/block-kit */

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '')

interface Rule {
  /** Properties that there may be, beside `type` and `block_id`. */
  readonly may: readonly string[]
  readonly must?: readonly string[]
  readonly also?: (node: Node) => readonly (string | false)[]
}

const length = (what: string, value: unknown, most: number, least = 1): string | false => {
  const is = (typeof value === 'string' ? value : listOf(value)).length
  return (is < least || is > most) && `${what} has ${is}, and ${least} to ${most} are allowed`
}

const kindOf = (value: unknown): string => (isNode(value) ? wordsOf(value['type']) : '')

function textObject(what: string, value: unknown, most: number, kinds: readonly string[]): string[] {
  if (!isNode(value)) return [`${what} is no text object`]
  const { type, text, emoji, verbatim, ...rest } = value
  const isPlain = type === 'plain_text'
  return [
    !kinds.includes(wordsOf(type)) && `${what} is ${String(type)}`,
    length(what, text, most),
    Object.keys(rest).length > 0 && `${what} has ${Object.keys(rest).join()}`,
    emoji !== undefined && !isPlain && `${what}: emoji is for plain text`,
    verbatim !== undefined && isPlain && `${what}: verbatim is for mrkdwn`,
    type === 'mrkdwn' && /<[!@#]/u.test(wordsOf(text)) && `${what} pings: ${wordsOf(text)}`,
  ].filter((problem) => problem !== false)
}

const BOTH = ['plain_text', 'mrkdwn']

const BLOCKS: Readonly<Record<string, Rule>> = {
  header: { may: ['text'], must: ['text'], also: ({ text }) => textObject('header', text, 150, ['plain_text']) },
  section: {
    may: ['text', 'fields', 'accessory', 'expand'],
    also: ({ text, fields, accessory }) => [
      text === undefined && fields === undefined && 'section says nothing',
      ...(text === undefined ? [] : textObject('section', text, 3000, BOTH)),
      fields !== undefined && length('fields', fields, 10),
      ...listOf(fields).flatMap((field) => textObject('field', field, 2000, BOTH)),
      ...(accessory === undefined ? [] : elementProblems(accessory)),
    ],
  },
  context: {
    may: ['elements'],
    must: ['elements'],
    also: ({ elements }) => [
      length('context', elements, 10),
      ...listOf(elements).flatMap((one) => (kindOf(one) === 'image' ? [] : textObject('context', one, 2000, BOTH))),
    ],
  },
  actions: {
    may: ['elements'],
    must: ['elements'],
    also: ({ elements }) => [length('actions', elements, 25), ...listOf(elements).flatMap(elementProblems)],
  },
  divider: { may: [] },
  image: {
    may: ['image_url', 'slack_file', 'alt_text', 'title'],
    must: ['alt_text'],
    also: ({ alt_text, image_url, slack_file }) => [
      length('alt_text', alt_text, 2000),
      (image_url === undefined) === (slack_file === undefined) && 'image has no one source',
    ],
  },
  table: {
    may: ['rows', 'column_settings'],
    must: ['rows'],
    also: ({ rows }) => [
      length('rows', rows, 100),
      ...listOf(rows).map((row) => length('columns', row, 20)),
      new Set(listOf(rows).map((row) => listOf(row).length)).size > 1 && 'rows differ in columns',
      ...listOf(rows).flatMap((row) =>
        listOf(row).map((cell) => {
          if (kindOf(cell) === 'rich_text') return false
          return (kindOf(cell) !== 'raw_text' || (isNode(cell) && cell['text'] === '')) && 'a cell is empty or no text'
        }),
      ),
    ],
  },
  rich_text: {
    may: ['elements'],
    must: ['elements'],
    also: ({ elements }) => [length('rich_text', elements, 100), ...listOf(elements).flatMap(richProblems)],
  },
}

const RICH = new Set(['rich_text_section', 'rich_text_quote', 'rich_text_preformatted', 'rich_text_list'])
const BUTTON = new Set(['type', 'confirm', 'accessibility_label'])
const STYLES = new Set(['bold', 'italic', 'strike', 'code', 'underline'])

function richProblems(value: unknown): string[] {
  if (!isNode(value) || !RICH.has(kindOf(value))) return [`rich text of kind ${kindOf(value)}`]
  if (kindOf(value) === 'rich_text_list') return listOf(value['elements']).flatMap(richProblems)
  return [
    length(kindOf(value), value['elements'], 10_000) || '',
    ...listOf(value['elements']).map((element) => {
      if (!isNode(element) || !['text', 'link'].includes(kindOf(element))) return `element of kind ${kindOf(element)}`
      const style = isNode(element['style']) ? Object.keys(element['style']) : []
      if (style.some((one) => !STYLES.has(one))) return `style ${style.join()}`
      return kindOf(element) === 'text' && element['text'] === '' ? 'an empty text' : ''
    }),
  ].filter(Boolean)
}

function elementProblems(value: unknown): string[] {
  if (!isNode(value) || kindOf(value) !== 'button') return [`element of kind ${kindOf(value)}`]
  const { text, action_id, value: state, url, style, ...rest } = value
  const unknown = Object.keys(rest).filter((name) => !BUTTON.has(name))
  return [
    ...textObject('button', text, 75, ['plain_text']),
    length('action_id', action_id, 255),
    state !== undefined && length('value', state, 2000),
    url !== undefined && length('url', url, 3000),
    style !== undefined && style !== 'primary' && style !== 'danger' && `style ${wordsOf(style)}`,
    unknown.length > 0 && `button has ${unknown.join()}`,
  ].filter((problem) => problem !== false)
}

function blockProblems(block: unknown, isMessage: boolean): string[] {
  const rule = BLOCKS[kindOf(block)]
  if (!isNode(block) || !rule) return [`block of kind ${kindOf(block)}`]
  const { type, block_id, ...own } = block
  return [
    ...Object.keys(own).flatMap((name) => (rule.may.includes(name) ? [] : [`${String(type)} has ${name}`])),
    ...(rule.must ?? []).flatMap((name) => (own[name] === undefined ? [`${String(type)} lacks ${name}`] : [])),
    ...(rule.also?.(block) ?? []),
    block_id !== undefined && length('block_id', block_id, 255),
    type === 'table' && !isMessage && 'a view has a table',
  ].filter((problem) => problem !== false)
}

function* nodesIn(value: unknown): Generator<Node> {
  if (isNode(value)) yield value
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* nodesIn(inner)
}

/** Slack counts characters of all blocks together in a way of its own; this is the least generous that is known. */
function charactersOf(value: unknown): number {
  if (typeof value === 'string')
    return JSON.stringify(value.replace(/&/gu, '&amp;').replace(/[<>]/gu, '&lt;')).length - 2
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [name, inner]) => sum + (name === 'type' ? 0 : charactersOf(inner)), 0)
}

function blocksProblems(blocks: unknown, most: number, isMessage: boolean): string[] {
  const nodes = [...nodesIn(blocks)]
  const ids = (name: string) => nodes.flatMap((node) => (typeof node[name] === 'string' ? [node[name]] : []))
  return [
    ...listOf(blocks).flatMap((block) => blockProblems(block, isMessage)),
    length('blocks', blocks, most, 0),
    ...['action_id', 'block_id'].map((name) => new Set(ids(name)).size < ids(name).length && `one ${name} twice`),
    listOf(blocks).filter((block) => kindOf(block) === 'table').length > 1 && 'two tables',
    isMessage && charactersOf(blocks) > 10_000 && `msg_blocks_too_long: ${charactersOf(blocks)}`,
  ].filter((problem) => problem !== false)
}

const BODY = new Set([
  'text',
  'blocks',
  'unfurl_links',
  'unfurl_media',
  'thread_ts',
  'channel',
  'user',
  'metadata',
  'response_type',
  'replace_original',
  'delete_original',
  'token',
  'team_id',
])

/** All that is wrong with a body for chat.postMessage, chat.postEphemeral or a response_url; empty where nothing is. */
export function problemsIn(body: unknown): string[] {
  if (!isNode(body)) return ['no body']
  return [
    ...Object.keys(body).flatMap((name) => (BODY.has(name) ? [] : [`unknown ${name}`])),
    length('text', body['text'], 4000),
    /<[!@#]/u.test(wordsOf(body['text'])) && 'text pings',
    (body['unfurl_links'] !== false || body['unfurl_media'] !== false) && 'links unfurl',
    ...blocksProblems(body['blocks'], 50, true),
  ].filter((problem) => problem !== false)
}

/** The same for a view. */
export function problemsInView(view: unknown): string[] {
  if (!isNode(view)) return ['no view']
  const { type, blocks, title, private_metadata } = view
  return [
    type !== 'home' && type !== 'modal' && `view of kind ${String(type)}`,
    ...(type === 'modal' ? textObject('title', title, 24, ['plain_text']) : []),
    private_metadata !== undefined && length('private_metadata', private_metadata, 3000, 0),
    ...blocksProblems(blocks, 100, false),
  ].filter((problem) => problem !== false)
}
