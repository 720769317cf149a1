/** Each kind of block, with what it must and may have: https://docs.slack.dev/reference/block-kit/blocks */
import { elementProblems, imageProblems } from './limitsElements.js'
import {
  BOTH,
  type Found,
  isNode,
  kindOf,
  length,
  listOf,
  type Node,
  PLAIN,
  problemsOf,
  shape,
  textObject,
  wordsOf,
} from './limitsNodes.js'
import { partProblems } from './limitsRichText.js'

interface Rule {
  /** Properties that there may be, beside `type` and `block_id`. */
  readonly may?: readonly string[]
  readonly must?: readonly string[]
  /** Where it may stand; everywhere unless told. */
  readonly only?: 'message' | 'view'
  readonly also: (node: Node) => Found
}

const PRESSED = ['button', 'static_select', 'overflow']

const BLOCKS: Readonly<Record<string, Rule>> = {
  header: { must: ['text'], also: ({ text }) => textObject('header', text, 150, PLAIN) },
  section: {
    may: ['text', 'fields', 'accessory', 'expand'],
    also: ({ text, fields, accessory }) => [
      text === undefined && fields === undefined && 'section says nothing',
      ...(text === undefined ? [] : textObject('section', text, 3000, BOTH)),
      fields !== undefined && length('fields', fields, 10),
      ...listOf(fields).flatMap((field) => textObject('field', field, 2000, BOTH)),
      ...(accessory === undefined ? [] : elementProblems(accessory, [...PRESSED, 'image'])),
    ],
  },
  context: {
    must: ['elements'],
    also: ({ elements }) => [
      length('context', elements, 10),
      ...listOf(elements).flatMap((one) =>
        kindOf(one) === 'image' ? elementProblems(one, ['image']) : textObject('context', one, 2000, BOTH),
      ),
    ],
  },
  actions: {
    must: ['elements'],
    also: ({ elements }) => [
      length('actions', elements, 25),
      ...listOf(elements).flatMap((one) => elementProblems(one, PRESSED)),
    ],
  },
  divider: { also: () => [] },
  image: {
    must: ['alt_text'],
    may: ['image_url', 'slack_file', 'title'],
    also: (image) => [
      ...imageProblems(image, ['title', 'block_id']),
      ...(image['title'] === undefined ? [] : textObject('title', image['title'], 2000, PLAIN)),
    ],
  },
  input: {
    only: 'view',
    must: ['label', 'element'],
    may: ['hint', 'optional', 'dispatch_action'],
    also: ({ label, element, hint }) => [
      ...textObject('label', label, 2000, PLAIN),
      ...(hint === undefined ? [] : textObject('hint', hint, 2000, PLAIN)),
      ...elementProblems(element, ['plain_text_input', 'static_select', 'conversations_select']),
    ],
  },
  table: {
    only: 'message',
    must: ['rows'],
    may: ['column_settings'],
    also: ({ rows, column_settings }) => [
      length('rows', rows, 100),
      ...listOf(rows).map((row) => length('columns', row, 20)),
      new Set(listOf(rows).map((row) => listOf(row).length)).size > 1 && 'rows differ in columns',
      ...listOf(rows).flatMap((row) => listOf(row).flatMap(cellProblems)),
      column_settings !== undefined && length('column_settings', column_settings, 20),
      ...listOf(column_settings).flatMap((one) =>
        isNode(one) ? shape('column', one, [], ['align', 'is_wrapped']) : ['a column setting that is none'],
      ),
    ],
  },
  rich_text: {
    must: ['elements'],
    also: ({ elements }) => [length('rich_text', elements, 100), ...listOf(elements).flatMap(partProblems)],
  },
}

function cellProblems(cell: unknown): string[] {
  if (isNode(cell) && kindOf(cell) === 'rich_text') return blockProblems(cell, 'message')
  if (!isNode(cell) || kindOf(cell) !== 'raw_text') return [`a cell of kind ${kindOf(cell)}`]
  return problemsOf([...shape('cell', cell, ['text']), wordsOf(cell['text']) === '' && 'an empty cell'])
}

/** All that is wrong with one block of a message or view. */
export function blockProblems(block: unknown, inside: 'message' | 'view'): string[] {
  const kind = kindOf(block)
  const rule = BLOCKS[kind]
  if (!isNode(block) || !rule) return [`block of kind ${kind}`]
  const { must = [], may = [], only = inside } = rule
  const { block_id } = block
  return problemsOf([
    only !== inside && `a ${inside} has a block of kind ${kind}`,
    ...shape(kind, block, must, [...may, 'block_id']),
    block_id !== undefined && length('block_id', block_id, 255),
    ...rule.also(block),
  ])
}
