/** Rich text: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
import { isNode, kindOf, length, listOf, problemsOf, shape, wordsOf } from './limitsNodes.js'

/** Elements that notify nobody, with what they must and may have. Those that do (user, usergroup, broadcast) must never be drawn. */
const ELEMENTS: Readonly<Record<string, readonly [must: readonly string[], may: readonly string[]]>> = {
  text: [['text'], ['style']],
  link: [['url'], ['text', 'style', 'unsafe']],
  channel: [['channel_id'], ['style']],
  emoji: [['name'], ['unicode', 'style']],
  date: [
    ['timestamp', 'format'],
    ['url', 'fallback', 'style'],
  ],
  color: [['value'], ['style']],
}
const STYLES = new Set(['bold', 'italic', 'strike', 'code', 'underline'])

/** The parts of a rich_text block, with what each may have beside its elements. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  rich_text_section: [],
  rich_text_quote: ['border'],
  rich_text_preformatted: ['border', 'language'],
  rich_text_list: ['style', 'indent', 'border', 'offset'],
}

/** All that is wrong with one part of a rich_text block. */
export function partProblems(value: unknown): string[] {
  const kind = kindOf(value)
  const may = PARTS[kind]
  if (!isNode(value) || !may) return [`rich text of kind ${kind}`]
  const { elements, style } = value
  const isList = kind === 'rich_text_list'
  return problemsOf([
    ...shape(kind, value, ['elements'], may),
    length(kind, elements, 10_000),
    isList && style !== 'bullet' && style !== 'ordered' && `a list of style ${String(style)}`,
    ...listOf(elements).flatMap((one) => {
      if (!isList) return elementProblems(one)
      return kindOf(one) === 'rich_text_section' ? partProblems(one) : [`a list holds ${kindOf(one)}`]
    }),
  ])
}

function elementProblems(value: unknown): string[] {
  const kind = kindOf(value)
  const known = ELEMENTS[kind]
  if (!isNode(value) || !known) return [`rich text element of kind ${kind}`]
  const { text, url, style, channel_id } = value
  return problemsOf([
    ...shape(kind, value, ...known),
    kind === 'text' && wordsOf(text) === '' && 'an empty text',
    kind === 'link' && !/^(?:https?:\/\/|mailto:)/u.test(wordsOf(url)) && `a link to ${String(url)}`,
    kind === 'link' && length('url', url, 3000),
    kind === 'channel' && !/^[CDG][A-Z0-9]+$/u.test(wordsOf(channel_id)) && `a channel ${String(channel_id)}`,
    style !== undefined && !isNode(style) && 'a style that is no object',
    ...Object.keys(isNode(style) ? style : {}).map((one) => !STYLES.has(one) && `style ${one}`),
  ])
}
