/** What Slack refuses in a message or view, or what must never be in one: https://docs.slack.dev/reference/block-kit */
import { blockProblems } from './limitsBlocks.js'
import {
  isNode,
  kindOf,
  length,
  listOf,
  type Node,
  PLAIN,
  pings,
  problemsOf,
  shape,
  textObject,
  wordsOf,
} from './limitsNodes.js'

/** Fewer than Slack refuses (it says neither how many nor how it counts), so that there is room for error. */
const BLOCKS_IN_ALL = 10_000

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

function blocksProblems(blocks: unknown, most: number, inside: 'message' | 'view'): string[] {
  if (!Array.isArray(blocks)) return blocks === undefined && inside === 'message' ? [] : ['blocks are no list']
  const nodes = [...nodesIn(blocks)]
  const ids = (name: string) => nodes.flatMap((node) => (typeof node[name] === 'string' ? [node[name]] : []))
  const characters = charactersOf(blocks)
  return problemsOf([
    ...blocks.flatMap((block) => blockProblems(block, inside)),
    length('blocks', blocks, most, 0),
    ...['action_id', 'block_id'].map((name) => new Set(ids(name)).size < ids(name).length && `one ${name} twice`),
    listOf(blocks).filter((block) => kindOf(block) === 'table').length > 1 && 'two tables',
    inside === 'message' && characters > BLOCKS_IN_ALL && `msg_blocks_too_long: ${characters}`,
  ])
}

/** The ids of uploaded files that blocks show. */
export function filesIn(blocks: unknown): string[] {
  return [...nodesIn(blocks)].flatMap(({ slack_file }) => (isNode(slack_file) ? [wordsOf(slack_file['id'])] : []))
}

const BODY = [
  'text',
  'blocks',
  'thread_ts',
  'channel',
  'user',
  'ts',
  'metadata',
  'response_type',
  'replace_original',
  'delete_original',
  'token',
  'team_id',
]

/** All that is wrong with a body for chat.postMessage, chat.postEphemeral or a response_url; empty where nothing is. */
export function problemsIn(body: unknown): string[] {
  if (!isNode(body)) return ['no body']
  const { text, blocks, thread_ts, metadata, response_type } = body
  return problemsOf([
    ...shape('body', body, [], [...BODY, 'unfurl_links', 'unfurl_media']),
    length('text', text, 4000),
    pings(text) && 'text pings',
    (body['unfurl_links'] !== false || body['unfurl_media'] !== false) && 'links unfurl',
    thread_ts !== undefined && !/^\d+\.\d{6}$/u.test(wordsOf(thread_ts)) && 'thread_ts is no time stamp',
    ![undefined, 'ephemeral', 'in_channel'].some((known) => known === response_type) &&
      `response_type ${String(response_type)}`,
    ...(metadata === undefined ? [] : metadataProblems(metadata)),
    ...blocksProblems(blocks, 50, 'message'),
  ])
}

function metadataProblems(metadata: unknown): string[] {
  if (!isNode(metadata)) return ['metadata is no object']
  const { event_type, event_payload } = metadata
  return problemsOf([
    ...shape('metadata', metadata, ['event_type', 'event_payload']),
    length('event_type', event_type, 255),
    !isNode(event_payload) && 'event_payload is no object',
  ])
}

/** By which code Slack refuses a body with these problems. */
export function refusalOf(body: Node, problems: readonly string[]): string {
  if (!wordsOf(body['text']) && listOf(body['blocks']).length === 0) return 'no_text'
  if (wordsOf(body['text']).length > 4000) return 'msg_too_long'
  return problems.some((problem) => problem.startsWith('msg_blocks_too_long'))
    ? 'msg_blocks_too_long'
    : 'invalid_blocks'
}

const VIEW = ['private_metadata', 'callback_id', 'external_id', 'clear_on_close', 'notify_on_close']

/** The same for a view. */
export function problemsInView(view: unknown): string[] {
  if (!isNode(view)) return ['no view']
  const { type, blocks, private_metadata } = view
  const isModal = type === 'modal'
  const named = (['title', 'submit', 'close'] as const).filter((name) => isModal && view[name] !== undefined)
  return problemsOf([
    !isModal && type !== 'home' && `view of kind ${String(type)}`,
    ...shape('view', view, isModal ? ['title', 'blocks'] : ['blocks'], isModal ? [...VIEW, 'submit', 'close'] : VIEW),
    ...named.flatMap((name) => textObject(name, view[name], 24, PLAIN)),
    private_metadata !== undefined && length('private_metadata', private_metadata, 3000, 0),
    ...['callback_id', 'external_id'].map((name) => view[name] !== undefined && length(name, view[name], 255)),
    isModal &&
      listOf(blocks).some((block) => kindOf(block) === 'input') &&
      view['submit'] === undefined &&
      'inputs and no submit',
    ...blocksProblems(blocks, 100, 'view'),
  ])
}
